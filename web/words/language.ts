import { useSyncExternalStore } from 'react';
import type { Language, Words } from './words.ts';

const KEY = 'haolin.language';
const listeners = new Set<() => void>();
let current: Language = readKept();

/** The language the page speaks; Chinese until somebody asks for English. */
function languageNow(): Language {
  return current;
}

/** For the API and for formatting: the tag of the language the page speaks. */
export function languageTag(language: Language = current): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** Changes the language of everything that is shown, and keeps the choice in this browser. */
export function speak(language: Language): void {
  current = language;
  localStorage.setItem(KEY, language);
  document.documentElement.lang = languageTag();
  for (const tell of listeners) tell();
}

/** Says words in the language of the page; a component that uses it is drawn again when the language changes. */
export function useSay(): (words: Words) => string {
  const language = useLanguage();
  return (words) => words[language];
}

/** The language of the page, for a component that must know it. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, languageNow);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function readKept(): Language {
  const kept = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  document.documentElement.lang = languageTag(kept);
  return kept;
}
