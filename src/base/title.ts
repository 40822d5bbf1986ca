/** Words for people, in both languages the product speaks. Chinese first. */
export type Title = { readonly zh: string; readonly en: string };

/** Makes a title; the Chinese term is the official one where the law or a form has one. */
export function title(zh: string, en: string): Title {
  return { zh, en };
}
