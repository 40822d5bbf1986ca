import { randomInt } from 'node:crypto';
import type { JsonObject } from '#src/base/json.ts';
import type { OpenCaseBody } from '#src/engine/engine.ts';
import { demoId } from '#src/store/seed-demo.ts';
import { ANSWERS, OPENING, REGISTRATION } from '../demo/call.ts';
import type { Walk } from './load.ts';

/** Who records the transitions of the walk, by login. */
export const DESK_LOGINS = ['operator1', 'manager1'] as const;
export type DeskLogin = (typeof DESK_LOGINS)[number];

export type WalkEvent = {
  readonly login: DeskLogin;
  readonly type: string;
  readonly payload: JsonObject;
};

/** A way to get a transition done: straight into the engine, or over HTTP. */
export type Desk = {
  /** Opens a case and gives the id of its intake. */
  readonly open: (login: DeskLogin, body: OpenCaseBody) => Promise<string>;
  /** Records an event and gives the new ETag of the track. */
  readonly record: (trackId: string, ifMatch: string, event: WalkEvent) => Promise<string>;
};

/**
 * What happens to a case after it was opened: a call that comes out as high danger, with the clocks, reminders,
 * messages and sealed texts such a call brings. With the opening that is ten transitions.
 */
export const WALK_EVENTS: readonly WalkEvent[] = [
  { login: 'operator1', type: 'call.answered', payload: {} },
  { login: 'operator1', type: 'safety.confirmed', payload: {} },
  { login: 'operator1', type: 'caller.registered', payload: plain(REGISTRATION) },
  { login: 'operator1', type: 'risk.scored', payload: { answers: { ...ANSWERS } } },
  { login: 'operator1', type: 'police.informed', payload: {} },
  { login: 'operator1', type: 'federation.informed', payload: {} },
  {
    login: 'manager1',
    type: 'plan.agreed',
    payload: {
      services: [{ service: 'counselling', consent: true }],
      declined: ['protection-order', 'shelter'],
      officer: demoId('person/manager1'),
    },
  },
  {
    login: 'manager1',
    type: 'plan.completed',
    payload: { ground: 'referral_answered', writtenReply: true, satisfied: true, planClear: true },
  },
  { login: 'operator1', type: 'followup.passed', payload: { spokenAlone: true } },
];

/** A client that walks one case after the other, a transition at each call. */
export function createWalk(desk: Desk): Walk {
  let place: { trackId: string; etag: string; passedCount: number } | null = null;
  return async () => {
    if (place === null) {
      place = { trackId: await desk.open('operator1', opening()), etag: '"1"', passedCount: 0 };
      return;
    }
    const event = WALK_EVENTS[place.passedCount];
    if (event === undefined) throw new Error('the walk went past its end');
    const etag = await desk.record(place.trackId, place.etag, event);
    const passedCount = place.passedCount + 1;
    place = passedCount === WALK_EVENTS.length ? null : { ...place, etag, passedCount };
  };
}

/** Everybody has a number of her own: how many earlier cases one has is counted at each opening. */
function opening(): OpenCaseBody {
  const phone = `138${String(randomInt(100_000_000)).padStart(8, '0')}`;
  const { safeContact, survivor, ...rest } = OPENING;
  return {
    ...plain(rest),
    safeContact: { ...safeContact, phone },
    survivor: { ...survivor, phone },
  } as unknown as OpenCaseBody;
}

function plain(value: object): JsonObject {
  return structuredClone(value) as JsonObject;
}
