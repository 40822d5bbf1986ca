import { endSession, sessionNow } from './session.ts';

type BeforeLeaving = () => void;

const savers = new Set<BeforeLeaving>();
const PLACE = '/assets/closed.html';

/** A page with something unsaved says how to save it at once; it is asked when somebody leaves quickly. */
export function saveBeforeLeaving(save: BeforeLeaving): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/**
 * The quick exit: saves what is unsaved, ends the session, and puts a plain page in the place of this one, so that
 * "back" does not show it again. What the browser wrote into its history before stays there, and that page says so.
 */
export function leaveQuickly(): void {
  document.documentElement.hidden = true;
  for (const save of savers) save();
  const session = sessionNow();
  if ('csrfToken' in session) {
    const headers = { 'x-csrf-token': session.csrfToken };
    void fetch('/api/session', { method: 'DELETE', headers, keepalive: true });
  }
  endSession();
  location.replace(PLACE);
}
