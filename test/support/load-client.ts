import { randomUUID } from 'node:crypto';
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
  /** Sends it once; null: nobody knows whether it happened. */
  readonly send: (request: Sent) => Promise<Answered | null>;
};

const TIMEOUT_MS = 20_000;

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
      } catch {
        return null;
      }
    },
  };
}
