import { agreedOn, graded } from './calls.ts';
import { dayAhead, type Desk, letPass, offer, type OpenedCase, trackOf } from './desk.ts';
import { type Caller, CALLERS } from './people.ts';

/** An application, and the case it is in. */
export type Order = { readonly caseId: string; readonly trackId: string };

const FILING = { court: 'applicant_residence', mode: 'written', measures: ['no_violence', 'no_contact'] };
const MEASURES = [
  { id: 'm1', code: 'no_violence' },
  { id: 'm2', code: 'no_contact' },
];
const UNITS = [
  { id: 'police1', kind: 'police_station', district: 'own' },
  { id: 'village1', kind: 'committee', district: 'own', covers: 'her_home' },
];
const PARTIES = { applicants: [{ id: 'a1' }], respondents: [{ id: 'r1' }] };

/** Orders that began days ago: one has lapsed since, one is near its end, one was refused. */
export async function playOldOrders(desk: Desk): Promise<void> {
  const lapsing = await grantedTo(desk, CALLERS.nurse, 2);
  await serveOnAll(desk, lapsing, ['a1', 'r1', 'police1', 'village1']);
  const ending = await grantedTo(desk, CALLERS.clerk, 32);
  await serveOnAll(desk, ending, ['a1', 'r1', 'police1', 'village1']);
  const refused = await accepted(desk, await appliedFor(desk, CALLERS.farmer));
  await desk.court1.send(refused.trackId, 'order.refused', { reason: 'other' });
}

/** Orders of today, one in each of the other lanes. Answers the one that is to be served. */
export async function playFreshOrders(desk: Desk, moving: OpenedCase): Promise<Order> {
  const preparing = await graded(desk, CALLERS.driver, 'medium');
  await agreedOn(desk, preparing, ['consultation']);
  await newApplication(desk, preparing);
  await appliedFor(desk, CALLERS.widow);
  await accepted(desk, await appliedFor(desk, CALLERS.baker), true);
  const toServe = await grantedIn(
    desk,
    { caseId: moving.id, trackId: await trackOf(desk, moving.id, 'protection-order') },
    180,
  );
  await serveOnAll(desk, toServe, ['a1', 'police1']);
  const inForce = await grantedTo(desk, CALLERS.pianist, 90);
  await serveOnAll(desk, inForce, ['a1', 'r1', 'police1', 'village1']);
  const violated = await grantedTo(desk, CALLERS.tailor, 120);
  await serveOnAll(desk, violated, ['a1', 'r1', 'police1', 'village1']);
  const breach = { respondent: 'r1', measures: ['m2'], acts: ['contact'], source: 'applicant' };
  await desk.court1.send(violated.trackId, 'violation.reported', breach);
  return toServe;
}

async function newApplication(desk: Desk, { id }: OpenedCase): Promise<Order> {
  const body = { workflow: 'protection-order', input: { relation: 'spouse', basis: 'violence', ...PARTIES } };
  const track = await desk.manager1.post<{ id: string }>(`/cases/${id}/tracks`, body);
  return { caseId: id, trackId: track.id };
}

/** Filed, and with the court. */
async function appliedFor(desk: Desk, caller: Caller): Promise<Order> {
  const opened = await graded(desk, caller, 'medium');
  await agreedOn(desk, opened, ['counselling']);
  return entrusted(desk, await newApplication(desk, opened));
}

async function entrusted(desk: Desk, order: Order): Promise<Order> {
  const { manager1, court1 } = desk;
  await manager1.send(order.trackId, 'application.filed', FILING);
  const purpose = '请依法审查人身安全保护令申请。';
  const offered = await offer(desk, order.caseId, { agency: court1.agency, purpose, trackId: order.trackId });
  await letPass(desk, 'PT0S');
  await court1.post(`/handoffs/${offered}/accept`, {});
  return order;
}

async function accepted(desk: Desk, order: Order, urgent = false): Promise<Order> {
  await desk.court1.send(order.trackId, 'application.accepted', { urgent });
  return order;
}

async function grantedTo(desk: Desk, caller: Caller, days: number): Promise<Order> {
  const opened = await graded(desk, caller, 'medium');
  await agreedOn(desk, opened, ['counselling']);
  return grantedIn(desk, await newApplication(desk, opened), days);
}

async function grantedIn(desk: Desk, order: Order, days: number): Promise<Order> {
  await accepted(desk, await entrusted(desk, order));
  const dates = { madeOn: await dayAhead(desk, 0), to: await dayAhead(desk, days) };
  await desk.court1.send(order.trackId, 'order.granted', { ...dates, measures: MEASURES, units: UNITS });
  return order;
}

async function serveOnAll(
  { court1 }: Desk,
  { trackId }: Order,
  addressees: readonly string[],
): Promise<void> {
  for (const to of addressees) await court1.send(trackId, 'document.served', { to, method: 'in_person' });
}
