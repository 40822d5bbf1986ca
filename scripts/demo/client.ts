import { randomUUID } from 'node:crypto';

/** Somebody logged in at a running server. */
export type Login = {
  readonly name: string;
  readonly id: string;
  readonly agency: string;
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: <T>(path: string, body: unknown, headers?: Record<string, string>) => Promise<T>;
  readonly put: <T>(path: string, body: unknown) => Promise<T>;
  /** The answer of a track with the ETag to send the next event with. */
  readonly getTrack: (trackId: string) => Promise<Track>;
  /** Records an event at the version the track has now. */
  readonly send: (trackId: string, type: string, payload?: object) => Promise<Track>;
};

export type Track = {
  readonly id: string;
  readonly caseId: string;
  readonly workflow: string;
  readonly version: number;
  readonly state: readonly string[];
  readonly titles: readonly { zh: string; en: string }[];
  readonly deadlines: readonly Deadline[];
  readonly revealed: Readonly<Record<string, string>>;
};

export type Deadline = {
  readonly id: string;
  readonly title: { zh: string; en: string };
  readonly rule: string;
  readonly article: string;
  readonly safeDue: string;
  readonly legalDue: string;
  readonly outcome: string;
};

type Problem = { code?: string; detail?: string; because?: { text: string }[] };

/** The server said no (or something unexpected); the message is its own. */
export class ServerRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, problem: Problem, request: string) {
    const because = problem.because?.map((one) => one.text).join('；') ?? '';
    super(`${request}: ${status} ${problem.code ?? ''} ${problem.detail ?? ''} ${because}`.trim());
    this.name = 'ServerRefused';
    this.status = status;
    this.code = problem.code ?? '';
  }
}

// The slowest call of the demo moves the clock by months; it answers within seconds.
const TIMEOUT_MS = 120_000;

/** Logs in at `baseUrl`; throws `ServerRefused` when the server does not know the login, `TypeError` when it is not there. */
export async function logIn(baseUrl: string, username: string, password: string): Promise<Login> {
  const response = await fetch(`${baseUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const session = await read<{ user: { id: string; name: string; agency: string }; csrfToken: string }>(
    response,
    'POST /session',
  );
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const call = caller(baseUrl, { cookie, 'x-csrf-token': session.csrfToken });
  const getTrack = (trackId: string): Promise<Track> => call('GET', `/tracks/${trackId}`);
  const post = <T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> =>
    call('POST', path, body, { 'idempotency-key': randomUUID(), ...headers });
  return {
    ...session.user,
    get: (path) => call('GET', path),
    post,
    put: (path, body) => call('PUT', path, body, { 'idempotency-key': randomUUID() }),
    getTrack,
    send: async (trackId, type, payload = {}) => {
      const { version } = await getTrack(trackId);
      return post(`/tracks/${trackId}/events`, { type, payload }, { 'if-match': `"${version}"` });
    },
  };
}

function caller(baseUrl: string, session: Record<string, string>) {
  return async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> => {
    const content = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${baseUrl}/api${path}`, {
      method,
      headers: { ...session, ...content, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return read<T>(response, `${method} ${path}`);
  };
}

async function read<T>(response: Response, request: string): Promise<T> {
  const text = await response.text();
  const body = text === '' ? {} : JSON.parse(text);
  if (!response.ok) throw new ServerRefused(response.status, body, request);
  return body as T;
}
