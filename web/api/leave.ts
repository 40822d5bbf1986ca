import { endSession, sessionNow } from './session.ts';

/** Sends what is unsaved; null when there is nothing. */
type BeforeLeaving = () => Promise<unknown> | null;

const savers = new Set<BeforeLeaving>();
const PLACE = '/assets/closed.html';
// The page is blank by then. Were the session ended before the words arrive, they would be refused.
const PATIENCE_MS = 400;

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
  document.title = '';
  const saving = [...savers].flatMap((save) => save() ?? []);
  if (saving.length === 0) leave();
  else void Promise.race([Promise.allSettled(saving), patience()]).then(leave);
}

function leave(): void {
  const session = sessionNow();
  if ('csrfToken' in session) {
    const headers = { 'x-csrf-token': session.csrfToken };
    void fetch('/api/session', { method: 'DELETE', headers, keepalive: true });
  }
  endSession();
  location.replace(PLACE);
}

async function patience(): Promise<void> {
  await new Promise((done) => setTimeout(done, PATIENCE_MS));
}
