import { useSyncExternalStore } from 'react';
import type { AnswerOf } from './client.ts';

export type User = AnswerOf<'/api/session', 'get'>['user'];

/**
 * Whether somebody is logged in. `expired`: somebody was, and the page stays as it is, with what was typed, until the
 * same person logs in again in place.
 */
export type Session =
  | { readonly status: 'unknown' }
  | { readonly status: 'out' }
  | { readonly status: 'in' | 'expired'; readonly user: User; readonly csrfToken: string };

const listeners = new Set<() => void>();
/** Tells the other windows of this browser whose the cookie is now: an id, or null for nobody. */
const windows = new BroadcastChannel('haolin.session');
let current: Session = { status: 'unknown' };
let waiting: PromiseWithResolvers<void> | null = null;

export function sessionNow(): Session {
  return current;
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, sessionNow);
}

/** The person at the screen; only within pages that are shown to somebody who is logged in. */
export function useUser(): User {
  const session = useSession();
  if (session.status !== 'in' && session.status !== 'expired') throw new Error('nobody is logged in');
  return session.user;
}

/**
 * Somebody has logged in. Another person than before finds nothing of the one before: the page starts anew, and what was
 * waiting to be sent is never sent in the other's name. Says whether the page goes on.
 */
export function beginSession(answer: AnswerOf<'/api/session', 'get'>): boolean {
  if ('user' in current && current.user.id !== answer.user.id) {
    location.replace('/');
    return false;
  }
  if (current.status !== 'in') windows.postMessage(answer.user.id);
  change({ status: 'in', ...answer });
  waiting?.resolve();
  waiting = null;
  return true;
}

/** Nobody is logged in any more, by her own wish. */
export function endSession(): void {
  windows.postMessage(null);
  change({ status: 'out' });
}

/** Asks for the login in place and waits until it was given. Requests that wait are many, the login is one. */
export async function untilLoggedInAgain(): Promise<void> {
  if (current.status === 'in') change({ ...current, status: 'expired' });
  waiting ??= Promise.withResolvers<void>();
  return waiting.promise;
}

function change(session: Session): void {
  current = session;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

windows.addEventListener('message', ({ data }: MessageEvent<string | null>) => {
  if (!('user' in current)) return;
  if (data === null) void untilLoggedInAgain();
  else if (data !== current.user.id) location.replace('/');
});
