import type { Title } from '#src/base/title.ts';

export type Language = 'zh-CN' | 'en';

export const DEFAULT_LANGUAGE: Language = 'zh-CN';

// A browser sends a handful; what comes after these is no honest wish.
const WISHES_LIMIT = 20;

/** The language of `Accept-Language` that we speak and that is wanted most (RFC 9110 12.5.4); Chinese when none is. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: DEFAULT_LANGUAGE, weight: 0 };
  for (const wish of (acceptLanguage ?? '').split(',', WISHES_LIMIT)) {
    const [range = '', ...parameters] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const language = languageOfRange(range);
    const weight = weightOf(parameters);
    if (language !== null && weight > best.weight) best = { language, weight };
  }
  return best.language;
}

/** The words of a title in one language. */
export function wordsOf(language: Language, title: Title): string {
  return language === 'en' ? title.en : title.zh;
}

function languageOfRange(range: string): Language | null {
  if (range === '*') return DEFAULT_LANGUAGE;
  const [primary] = range.split('-');
  if (primary === 'zh') return 'zh-CN';
  return primary === 'en' ? 'en' : null;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  if (quality === undefined) return 1;
  const weight = Number(quality.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
