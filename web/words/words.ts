/** A text in both languages, as the API gives titles too. */
export type Words = { readonly zh: string; readonly en: string };

export type Language = keyof Words;

/** The same words about something else: `about(WORDS.left, '3')` puts 3 where {} stands, in both languages. */
export function about(words: Words, ...things: readonly (string | number | Words)[]): Words {
  return { zh: fill(words, 'zh', things), en: fill(words, 'en', things) };
}

/** Several things one after the other, with the marks of each language between them. */
export function listWords(all: readonly Words[]): Words {
  return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };
}

function fill(words: Words, language: Language, things: readonly (string | number | Words)[]): string {
  let next = 0;
  return words[language].replaceAll('{}', () => {
    const thing = things[next++] ?? '';
    return typeof thing === 'object' ? thing[language] : String(thing);
  });
}
