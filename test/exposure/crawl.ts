import { tokensIn } from './canaries.ts';
import type { Player } from './cast.ts';
import type { CanaryCase } from './canary-case.ts';

/** One answer somebody got. */
export type Seen = {
  readonly who: Player;
  /** As the API document writes it, e.g. `/api/tracks/{id}`. */
  readonly route: string;
  readonly url: string;
  readonly status: number;
  /** The canaries in it, and everything that looks like an id or a case number. */
  readonly tokens: readonly string[];
  readonly ids: readonly string[];
};

type Paths = Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: unknown }>>>>;

/** Every path the API document has, with its methods. */
async function publishedPaths({ served }: CanaryCase): Promise<Paths> {
  const answer = await served.app.inject({ method: 'GET', url: '/api/openapi.json' });
  return (answer.json() as { paths: Paths }).paths;
}

/** The addresses of a route that is read, for ids of this case. A route that is not here stops the crawl. */
const READ: Readonly<Record<string, (built: CanaryCase, tracks: readonly string[]) => readonly string[]>> = {
  '/api/session': () => ['/api/session'],
  '/api/cases': () => ['/api/cases?limit=200', '/api/cases?limit=200&status=open&risk=high'],
  '/api/cases/{id}': ({ caseIds }) => caseIds.map((id) => `/api/cases/${id}`),
  '/api/cases/{id}/timeline': ({ caseIds }) => caseIds.map((id) => `/api/cases/${id}/timeline?limit=200`),
  '/api/cases/{id}/past': ({ caseIds }) => caseIds.map((id) => `/api/cases/${id}/past?at=2099-01-01T00:00`),
  '/api/tracks/{id}': (_built, tracks) => tracks.map((id) => `/api/tracks/${id}`),
  '/api/deadlines': () => ['/api/deadlines?box=agency&limit=200', '/api/deadlines?box=mine&limit=200'],
  '/api/work': () => ['/api/work?box=mine&limit=200', '/api/work?box=agency&limit=200'],
  '/api/orders': () => ['/api/orders?limit=200', '/api/orders?limit=200&lane=in_force'],
  '/api/orders/{id}': (_built, tracks) => tracks.map((id) => `/api/orders/${id}`),
  '/api/handoffs': () => ['/api/handoffs?box=in&limit=200', '/api/handoffs?box=out&limit=200'],
  '/api/callbacks': () => ['/api/callbacks?limit=200'],
  '/api/shift': () => ['/api/shift?limit=200&until=2098-01-01T00:00'],
  '/api/shift/handovers': () => ['/api/shift/handovers?limit=200'],
  '/api/shift/handovers/{id}': () => [`/api/shift/handovers/${HANDOVER_OF_OWNERS}`],
  '/api/cases/{id}/contact': ({ caseIds }) => caseIds.map((id) => `/api/cases/${id}/contact`),
  '/api/contact/check': () => ['/api/contact/check?okToCall=true'],
  '/api/drafts': () => ['/api/drafts?limit=200'],
  '/api/drafts/{id}': () => [`/api/drafts/${DRAFT_OF_ONE}`],
  '/api/notifications': () => ['/api/notifications?limit=200'],
  '/api/people': () => ['/api/people?limit=200'],
  '/api/agencies': () => ['/api/agencies?limit=200'],
  '/api/rules': () => ['/api/rules?limit=200'],
  '/api/workflows': () => ['/api/workflows?limit=200'],
  '/api/workflows/{id}': () => ['/api/workflows/shelter'],
  '/api/workflows/{id}/diagram.svg': () => ['/api/workflows/shelter/diagram.svg'],
  '/api/clock': () => ['/api/clock'],
  '/api/demo/clock': () => ['/api/demo/clock'],
  // An endless answer: listened to apart.
  '/api/stream': () => [],
};

/** One person's draft; everybody else looks for it too. */
export const DRAFT_OF_ONE = '0a1b2c3d-0000-4000-8000-00000000d4af';

/** The shift of the owner agency's desk, handed over with everything that is open on the case. */
export const HANDOVER_OF_OWNERS = '0a1b2c3d-0000-4000-8000-000000005417';

const PAGES_LIMIT = 30;

/** Everything one person can read, page by page. `tracks` are those she is to look at. */
export async function readEverything(
  built: CanaryCase,
  who: Player,
  tracks: readonly string[],
): Promise<Seen[]> {
  const paths = await publishedPaths(built);
  const seen: Seen[] = [];
  for (const [route, methods] of Object.entries(paths)) {
    if (!('get' in methods)) continue;
    const addresses = READ[route];
    if (addresses === undefined) throw new Error(`${route} is new: say which addresses the crawl looks at`);
    for (const url of addresses(built, tracks)) seen.push(...(await readPages(who, route, url)));
  }
  return seen;
}

async function readPages(who: Player, route: string, url: string): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (let cursor: string | null = ''; cursor !== null && seen.length < PAGES_LIMIT; ) {
    const page: string = cursor === '' ? url : `${url}&cursor=${encodeURIComponent(cursor)}`;
    const answer = await who.ask({ method: 'GET', url: page });
    seen.push(seenBy(who, { route, url: page }, answer));
    const isList = answer.statusCode === 200 && answer.body.startsWith('{');
    cursor = isList ? (answer.json().nextCursor ?? null) : null;
  }
  return seen;
}

/** A wrong body for every command, with a canary where somebody might put a name. A command that is not here stops the crawl. */
const PROBES: Readonly<Record<string, (token: string) => object>> = {
  '/api/cases': (token) => ({
    ...{ channel: token, caller: { relation: token }, safeContact: { canTalkNow: true } },
    survivor: { name: token, capacity: token },
  }),
  '/api/cases/lookup': (token) => ({ phone: token }),
  '/api/cases/{id}/tracks': (token) => ({ workflow: 'visit', input: { purpose: token, note: token } }),
  '/api/cases/{id}/handoffs': (token) => ({
    ...{ kind: 'referral', toAgency: token, purpose: token, basis: token, fields: [token] },
  }),
  '/api/tracks/{id}/events': (token) => ({ type: 'handoff.accepted', payload: { note: token } }),
  '/api/handoffs/{id}/accept': () => ({}),
  '/api/handoffs/{id}/recall': () => ({}),
  '/api/handoffs/{id}/decline': (token) => ({ reason: token }),
  '/api/deadlines/compute': (token) => ({ rule: token, start: token }),
  '/api/drafts/{id}': (token) => ({ kind: token, subject: token, content: { note: token } }),
  '/api/shift/handovers': (token) => ({ to: token, until: token }),
  '/api/shift/handovers/{id}/acknowledge': (token) => ({ note: token }),
  '/api/notifications/{id}/read': (token) => ({ note: token }),
};

/** A login, and the world's clock: neither has anything to do with a case. */
const NOT_PROBED = ['/api/session', '/api/demo/clock'];

/** What one person is answered when she sends every command wrongly, a canary in it. */
export async function sendEverythingWrongly(built: CanaryCase, who: Player, token: string): Promise<Seen[]> {
  const [caseId = ''] = built.caseIds;
  const trackId = built.trackIds.at(-1) ?? '';
  const seen: Seen[] = [];
  for (const [route, methods] of Object.entries(await publishedPaths(built))) {
    const method = 'post' in methods ? 'POST' : 'PUT';
    if (!(method.toLowerCase() in methods) || NOT_PROBED.includes(route)) continue;
    const probe = PROBES[route];
    if (probe === undefined) throw new Error(`${route} is new: say what is sent to it wrongly`);
    const url = route.replace('{id}', route.startsWith('/api/tracks') ? trackId : caseId);
    const answer = await who.ask({ method, url, body: probe(token), headers: { 'if-match': '"1"' } });
    seen.push(seenBy(who, { route, url }, answer));
  }
  return seen;
}

function seenBy(
  who: Player,
  at: { route: string; url: string },
  answer: { statusCode: number; body: string },
): Seen {
  return {
    who,
    ...at,
    status: answer.statusCode,
    tokens: tokensIn(answer.body),
    ids: answer.body.match(IDS) ?? [],
  };
}

const IDS = /[0-9a-f]{8}-[0-9a-f-]{27}|HL\d{4}-\w{8}/g;
