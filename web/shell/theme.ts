import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const KEY = 'haolin.theme';
const listeners = new Set<() => void>();
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
let chosen: Theme | null = readKept();

/** The theme of the page: what was chosen in this browser, else what the system asks for. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, themeNow);
}

/** Chooses a theme and keeps it in this browser. */
export function chooseTheme(theme: Theme): void {
  chosen = theme;
  localStorage.setItem(KEY, theme);
  show();
}

/** Puts the theme on the page; called once before anything is drawn. */
export function show(): void {
  document.documentElement.dataset['theme'] = themeNow();
  for (const tell of listeners) tell();
}

function themeNow(): Theme {
  return chosen ?? (systemIsDark.matches ? 'dark' : 'light');
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function readKept(): Theme | null {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : null;
}

systemIsDark.addEventListener('change', show);
