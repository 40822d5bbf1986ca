import { expect } from 'vitest';
import type { JsonObject } from '#src/base/json.ts';
import { demoId } from '#src/store/seed-demo.ts';
import type { LoadClient } from './load-client.ts';
import { MINIMAL_CASE } from './test-app.ts';

/** Somebody who works over HTTP, in this process or against a server. */
export type Clerk = {
  readonly get: (url: string) => Promise<Answered>;
  readonly send: (request: {
    readonly url: string;
    readonly body?: object;
    readonly headers?: Record<string, string>;
  }) => Promise<Answered>;
};
type Answered = { readonly statusCode: number; readonly body: string; json: () => Reply };
/** What these steps read of the answers they get. */
type Reply = { readonly id: string; readonly version: number; readonly now: string };

/** Those who work an order: the federation that applies, and the court it goes to. */
export type OrderDesk = { readonly manager: Clerk; readonly court: Clerk };

export type OrderAtWork = { readonly caseId: string; readonly trackId: string };

type Told = readonly [type: string, payload?: JsonObject];

const PARTIES = { applicants: [{ id: 'a1' }], respondents: [{ id: 'r1' }] };
export const FILING = { court: 'applicant_residence', mode: 'written', measures: ['no_violence'] };
const UNITS = [
  { id: 'police1', kind: 'police_station', district: 'own' },
  { id: 'village1', kind: 'committee', district: 'own', covers: 'her_home' },
];
/** Whoever has to be served before an order counts as served. */
export const ADDRESSEES = ['a1', 'r1', 'police1', 'village1'];

/** A client of a running server, as a clerk. */
export function clerkOf(client: LoadClient): Clerk {
  const answered = (statusCode: number, body: string): Answered => ({
    ...{ statusCode, body },
    json: () => JSON.parse(body),
  });
  return {
    get: async (url) => answered(200, JSON.stringify(await client.read(pathOf(url)))),
    send: async ({ url, body = {}, headers = {} }) => {
      const answer = await client.send(client.prepare(pathOf(url), body, headers));
      if (typeof answer === 'string') throw new Error(`${url}: ${answer}`);
      return answered(answer.status, answer.body);
    },
  };
}

/** The client says `/api` by itself. */
function pathOf(url: string): string {
  return url.replace(/^\/api/, '');
}

/** A case with an application that is being prepared. */
export async function prepared(desk: OrderDesk): Promise<OrderAtWork> {
  const opened = await desk.manager.send({ url: '/api/cases', body: MINIMAL_CASE });
  const caseId: string = opened.json().id;
  const body = {
    workflow: 'protection-order',
    input: { relation: 'spouse', basis: 'violence', ...PARTIES },
  };
  const answer = await desk.manager.send({ url: `/api/cases/${caseId}/tracks`, body });
  expect(answer.statusCode, answer.body).toBe(201);
  return { caseId, trackId: answer.json().id };
}

/** The track goes to the demo court, which takes it. */
export async function entrusted(
  { manager, court }: OrderDesk,
  { caseId, trackId }: OrderAtWork,
): Promise<void> {
  const offer = { kind: 'referral', toAgency: demoId('agency/court'), trackId, fields: [] };
  const body = { ...offer, purpose: '请依法审查', basis: '反家庭暴力法 第23条' };
  const offered = await manager.send({ url: `/api/cases/${caseId}/handoffs`, body });
  expect(offered.statusCode, offered.body).toBe(201);
  await advance(manager, 'PT0S');
  const accepted = await court.send({ url: `/api/handoffs/${offered.json().id}/accept` });
  expect(accepted.statusCode, accepted.body).toBe(200);
}

/** Records events one after the other, at the version the track has. */
export async function tells(who: Clerk, trackId: string, ...events: readonly Told[]): Promise<void> {
  for (const [type, payload = {}] of events) {
    const { version } = (await who.get(`/api/tracks/${trackId}`)).json();
    const answer = await who.send({
      url: `/api/tracks/${trackId}/events`,
      body: { type, payload },
      headers: { 'if-match': `"${version}"` },
    });
    expect([type, answer.statusCode], answer.body).toEqual([type, 200]);
  }
}

/** Moves the clock on, over everything that is due on the way; answers the product's now. */
export async function advance(who: Clerk, duration: string): Promise<string> {
  const answer = await who.send({ url: '/api/demo/clock', body: { advance: duration } });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().now;
}

/** The day so many days after a moment. */
function dayAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Accepted by the court and granted there for so many days, unserved. */
export async function granted(desk: OrderDesk, days: number): Promise<OrderAtWork> {
  const order = await prepared(desk);
  await tells(desk.manager, order.trackId, ['application.filed', FILING]);
  await entrusted(desk, order);
  await tells(desk.court, order.trackId, ['application.accepted', { urgent: false }]);
  const now = await advance(desk.manager, 'PT0S');
  const measures = [{ id: 'm1', code: 'no_violence' }];
  const dates = { madeOn: dayAfter(now, 0), to: dayAfter(now, days) };
  await tells(desk.court, order.trackId, ['order.granted', { ...dates, measures, units: UNITS }]);
  return order;
}

/** Served on all who have to have it. */
export async function servedOnAll({ court }: OrderDesk, { trackId }: OrderAtWork): Promise<void> {
  for (const to of ADDRESSEES) await tells(court, trackId, ['document.served', { to, method: 'in_person' }]);
}

/** Filed, and with the court, which has not accepted it yet. */
export async function applied(desk: OrderDesk): Promise<OrderAtWork> {
  const order = await prepared(desk);
  await tells(desk.manager, order.trackId, ['application.filed', FILING]);
  await entrusted(desk, order);
  return order;
}

/** Granted for so many days, and everybody has it. */
export async function inForce(desk: OrderDesk, days = 100): Promise<OrderAtWork> {
  const order = await granted(desk, days);
  await servedOnAll(desk, order);
  return order;
}
