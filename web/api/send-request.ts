import { languageTag } from '#web/words/language.ts';
import { noteAnswer, noteSilence } from './connection.ts';
import { drawKey } from './draw-key.ts';
import { ConnectionLost } from './problem.ts';
import { beginSession, sessionNow, untilLoggedInAgain } from './session.ts';

const TIMEOUT_MS = 20_000;
const GATEWAY_STATUSES = [502, 503, 504];
const READS = ['GET', 'HEAD'];

/**
 * Sends one request: language, token and key are put on it here. A session that has ended is asked for again in place,
 * and the same request goes out again with the same key, so that what was typed arrives and acts once. Throws
 * `ConnectionLost` when no answer came.
 */
export async function sendRequest(request: Request): Promise<Response> {
  const isCommand = !READS.includes(request.method);
  if (isCommand && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', drawKey());
  const answer = await sendOnce(request);
  if (isLogin(request)) return answer;
  if (answer.status === 401) {
    if (sessionNow().status === 'out') return answer;
    await untilLoggedInAgain();
    return sendOnce(request);
  }
  // Somebody logged in anew in another tab: the cookie is that session's, and so must be the token.
  if (answer.status === 403 && isCommand && (await codeOf(answer)) === 'csrf_invalid') {
    await readSessionAnew();
    return sendOnce(request);
  }
  // An earlier attempt is still under way there: as with one that was not answered, only the same key may follow it.
  if (answer.status === 409 && isCommand && (await codeOf(answer)) === 'key_in_flight')
    throw new ConnectionLost();
  return answer;
}

async function sendOnce(request: Request): Promise<Response> {
  const copy = request.clone();
  const session = sessionNow();
  copy.headers.set('accept-language', languageTag());
  if ('csrfToken' in session) copy.headers.set('x-csrf-token', session.csrfToken);
  const answer = await fetchOnce(copy, request.signal);
  // A proxy that finds no server behind it speaks for itself; whether the server acted is not known.
  if (GATEWAY_STATUSES.includes(answer.status) && !isOurs(answer)) {
    noteSilence();
    throw new ConnectionLost();
  }
  noteAnswer();
  return answer;
}

async function fetchOnce(request: Request, given: AbortSignal): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.any([given, AbortSignal.timeout(TIMEOUT_MS)]) });
  } catch (error) {
    // A page that is left gives its requests up; that is no lost connection.
    if (given.aborted) throw error;
    noteSilence();
    throw new ConnectionLost({ cause: error });
  }
}

function isOurs(answer: Response): boolean {
  return answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
}

/** Whose session the cookie is; waits for ever when it is another person's. Throws `ConnectionLost`. */
async function readSessionAnew(): Promise<void> {
  const answer = await sendOnce(new Request(new URL('/api/session', location.href)));
  if (!answer.ok) await untilLoggedInAgain();
  else if (!beginSession(await answer.json())) await new Promise(() => undefined);
}

function isLogin(request: Request): boolean {
  return new URL(request.url).pathname === '/api/session';
}

async function codeOf(answer: Response): Promise<unknown> {
  return (
    await answer
      .clone()
      .json()
      .catch(() => ({}))
  ).code;
}
