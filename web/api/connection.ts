import { useSyncExternalStore } from 'react';

const LOOK_AGAIN_MS = 3_000;
const LOOK_TIMEOUT_MS = 5_000;

const listeners = new Set<() => void>();
const returns = new Set<() => void>();
let isThere = true;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether the server answers, as far as the last request told. */
export function useIsConnected(): boolean {
  return useSyncExternalStore(subscribe, () => isThere);
}

/** Something is told each time the server answers again after it did not. The answer ends that. */
export function onReturn(tell: () => void): () => void {
  returns.add(tell);
  return () => returns.delete(tell);
}

/** An answer came. */
export function noteAnswer(): void {
  clearTimeout(timer);
  timer = undefined;
  if (isThere) return;
  isThere = true;
  for (const tell of [...listeners, ...returns]) tell();
}

/** No answer came: it is looked after until one does. */
export function noteSilence(): void {
  timer ??= setTimeout(() => void lookForServer(), LOOK_AGAIN_MS);
  if (!isThere) return;
  isThere = false;
  for (const tell of listeners) tell();
}

/** Asks for a sign of life, which belongs to no session and keeps none alive. */
export async function lookForServer(): Promise<void> {
  timer = undefined;
  try {
    const { status } = await fetch('/livez', {
      cache: 'no-store',
      signal: AbortSignal.timeout(LOOK_TIMEOUT_MS),
    });
    // Whatever is not the excuse of a proxy is an answer.
    if (status < 500) noteAnswer();
    else noteSilence();
  } catch {
    noteSilence();
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

// The browser knows at once when it has no network at all.
window.addEventListener('offline', noteSilence);
window.addEventListener('online', () => void lookForServer());
