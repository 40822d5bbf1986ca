import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { DEMO_PASSWORD } from '#src/store/seed-demo.ts';

/** A request that was sent and whose answer is known or not yet known. */
export type Sent = {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type Answered = { readonly status: number; readonly body: string };

/** Somebody at a browser whose server may vanish at any moment. */
export type LoadClient = {
  readonly read: <T>(path: string) => Promise<T>;
  /** A command under a key of its own, not yet sent. */
  readonly prepare: (path: string, body: object, headers?: Record<string, string>) => Sent;
  /** Sends it once. `unreached`: it never left; `lost`: it left, and nobody knows whether it happened. */
  readonly send: (request: Sent) => Promise<Answered | 'unreached' | 'lost'>;
};

const TIMEOUT_MS = 20_000;
const SETTLE_TIMEOUT_MS = 60_000;
const AGAIN_AFTER_MS = 20;

/** What it took to learn the answer of a request. */
export type Settled = Answered & { readonly lostCount: number };

/**
 * Sends the same request again until somebody answers it: a new server gives the answer a dead one had stored. Throws
 * when a right request is answered with a refusal.
 */
export async function settle(client: LoadClient, request: Sent): Promise<Settled> {
  const end = performance.now() + SETTLE_TIMEOUT_MS;
  let lostCount = 0;
  while (performance.now() < end) {
    const answer = await client.send(request);
    if (answer === 'lost') lostCount += 1;
    else if (answer !== 'unreached') {
      if (answer.status < 300) return { ...answer, lostCount };
      // 503 while a server starts or stops, 429 while it has too much to do.
      if (answer.status !== 503 && answer.status !== 429)
        throw new Error(`${request.path}: ${answer.status} ${answer.body}`);
    }
    await delay(AGAIN_AFTER_MS);
  }
  throw new Error(`no answer to ${request.path} within a minute`);
}

/** Logs a demo person in. */
export async function loadClient(baseUrl: () => string, username: string): Promise<LoadClient> {
  const response = await fetch(`${baseUrl()}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status !== 200) throw new Error(`${username} could not log in: ${await response.text()}`);
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const session = { cookie, 'x-csrf-token': csrfToken };
  return {
    read: async <T>(path: string) => {
      const answer = await fetch(`${baseUrl()}/api${path}`, {
        headers: session,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return (await answer.json()) as T;
    },
    prepare: (path, body, headers = {}) => ({
      path,
      body: JSON.stringify(body),
      headers: {
        ...session,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...headers,
      },
    }),
    send: async ({ path, body, headers }) => {
      try {
        const options = {
          method: 'POST',
          headers: { ...headers },
          body,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        };
        const answer = await fetch(`${baseUrl()}/api${path}`, options);
        return { status: answer.status, body: await answer.text() };
      } catch (error) {
        const cause = (error as { cause?: { code?: string } }).cause?.code;
        return cause === 'ECONNREFUSED' ? 'unreached' : 'lost';
      }
    },
  };
}
