import type { Page, Response } from 'playwright-core';

/** What the pages of a window were told by the API: names, numbers, what people wrote. Words in two languages are not data. */
export type ToldData = { readonly texts: () => Promise<string> };

const CHINESE = /[\p{Script=Han}]+/gu;
const ENGLISH = /[A-Za-z][A-Za-z’']{3,}/g;
// Said the same in both: the product, the key, what a person types at the login, the other language's own name.
const COMMON = ['English', 'Haolin', '中文', '好邻', 'Shift', 'Ctrl', 'Enter', 'Alt', 'Escape', 'Space'];

/** Listens from now on; call it before the page is loaded. */
export function listenToData(page: Page): ToldData {
  const told: Promise<string>[] = [];
  const listen = (answer: Response): void => {
    const isJson = answer.headers()['content-type']?.startsWith('application/json') ?? false;
    if (isJson && new URL(answer.url()).pathname.startsWith('/api/')) told.push(textsOf(answer));
  };
  page.on('response', listen);
  return { texts: async () => (await Promise.all(told)).join('\n') };
}

/**
 * Texts of the other language that stand on the page, in its attributes or in its title, without being something
 * the API gave as data, and without being marked (`lang`) as of the other language.
 */
export async function findUntranslated(page: Page, language: 'zh' | 'en', data: ToldData): Promise<string[]> {
  const shown = await page.evaluate<string[]>(SHOWN_TEXTS);
  const known = await data.texts();
  const foreign = language === 'en' ? CHINESE : ENGLISH;
  return shown.flatMap((text) =>
    (text.match(foreign) ?? [])
      .filter((word) => !COMMON.includes(word) && !known.includes(word))
      .map((word) => `"${word}" in "${text.slice(0, 80)}"`),
  );
}

const SHOWN_TEXTS = `(() => {
  const texts = [document.title];
  const own = document.documentElement.lang;
  const isOther = (element) => (element.closest('[lang]')?.getAttribute('lang') ?? own) !== own;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (isOther(element) || element.closest('script, style, noscript, code, kbd') !== null) continue;
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent.trim());
    else for (const name of ['aria-label', 'title', 'alt', 'placeholder']) texts.push(node.getAttribute(name) ?? '');
  }
  return texts.filter((text) => text !== '');
})()`;

/** Every string of an answer but those that the answer gives in both languages. */
async function textsOf(answer: Response): Promise<string> {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null && !('zh' in value && 'en' in value))
      Object.values(value).forEach(walk);
  };
  walk(await answer.json().catch(() => null));
  return texts.join('\n');
}
