import { randomUUID } from 'node:crypto';
import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { DEMO_PASSWORD } from '#src/store/seed-demo.ts';
import { createWalk, type Desk, DESK_LOGINS, type DeskLogin } from './case-walk.ts';
import { type Load, putUnderLoad } from './load.ts';
import type { Part } from './part.ts';

export type HttpOptions = { readonly baseUrl: string };

const TIMEOUT_MS = 20_000;

/** The load generator: logged-in people who send commands over kept connections, each with a key of its own. */
export async function openHttpPart({ baseUrl }: HttpOptions): Promise<Part<Load>> {
  const sessions = new Map<DeskLogin, OutgoingHttpHeaders>();
  for (const login of DESK_LOGINS) sessions.set(login, await logIn(baseUrl, login));
  return {
    answer: async (load) => {
      // New for each round: the server closes connections that were idle in between.
      const agent = new Agent({ keepAlive: true, maxSockets: load.clientCount });
      try {
        const desk = httpDesk(baseUrl, agent, sessions);
        const clients = Array.from({ length: load.clientCount }, () => createWalk(desk));
        return await putUnderLoad(clients, load);
      } finally {
        agent.destroy();
      }
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function httpDesk(
  baseUrl: string,
  agent: Agent,
  sessions: ReadonlyMap<DeskLogin, OutgoingHttpHeaders>,
): Desk {
  const post = (login: DeskLogin, path: string, body: object, headers: OutgoingHttpHeaders = {}) =>
    send(`${baseUrl}/api${path}`, agent, body, {
      ...sessions.get(login),
      'idempotency-key': randomUUID(),
      ...headers,
    });
  return {
    open: async (login, body) => {
      const answer = await post(login, '/cases', body);
      const view = JSON.parse(answer.body) as { tracks: { id: string }[] };
      return view.tracks[0]?.id ?? '';
    },
    record: async (trackId, ifMatch, { login, type, payload }) => {
      const path = `/tracks/${trackId}/events`;
      const answer = await post(login, path, { type, payload }, { 'if-match': ifMatch });
      return answer.headers.etag ?? '';
    },
  };
}

async function logIn(baseUrl: string, username: DeskLogin): Promise<OutgoingHttpHeaders> {
  const agent = new Agent();
  const answer = await send(`${baseUrl}/api/session`, agent, { username, password: DEMO_PASSWORD }, {});
  const { csrfToken } = JSON.parse(answer.body) as { csrfToken: string };
  const cookies = answer.headers['set-cookie'] ?? [];
  return { cookie: cookies.map((line) => line.split(';')[0]).join('; '), 'x-csrf-token': csrfToken };
}

type Answered = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** Node's plain client: what the generator spends is missing to the server on a machine with few cores. */
function send(url: string, agent: Agent, content: object, headers: OutgoingHttpHeaders): Promise<Answered> {
  const bytes = Buffer.from(JSON.stringify(content));
  return new Promise((answered, failed) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        timeout: TIMEOUT_MS,
        headers: { ...headers, 'content-type': 'application/json', 'content-length': bytes.length },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', failed);
        response.once('end', () => {
          const body = Buffer.concat(chunks).toString();
          if ((response.statusCode ?? 0) < 300) answered({ headers: response.headers, body });
          else failed(new Error(`${url} answered ${response.statusCode}: ${body.slice(0, 500)}`));
        });
      },
    );
    sent.once('timeout', () => sent.destroy(new Error(`no answer from ${url} within ${TIMEOUT_MS} ms`)));
    sent.once('error', failed);
    sent.end(bytes);
  });
}
