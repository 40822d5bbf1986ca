import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import { canonicalJson } from '#src/base/json.ts';
import { chainNext, chainStart, parseLogged } from '#src/engine/logged-event.ts';
import { replay } from '#src/engine/replay.ts';
import type { TrackView } from '#src/engine/views.ts';
import { asks, bodyOf, type TestEngine, testEngine } from '#test/support/test-engine.ts';
import { pick, type Random, randomPayload, seededRandom } from '#test/support/random-payload.ts';

const WALKS = 16;
const STEPS = 60;

const ENDINGS = ['survivor.withdrew', 'caller.informed', 'contact.abandoned', 'consultation.closed'];

let world: TestEngine;
beforeAll(async () => {
  world = await testEngine();
});
afterAll(() => world[Symbol.asyncDispose]());

test.each(Array.from({ length: WALKS }, (_, index) => index + 1))(
  'folding the log of a random case gives what is stored, after every event (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const caseId = await openRandomCase(random);
    for (let step = 0; step < STEPS; step += 1) {
      await randomStep(caseId, random);
      await expectFoldEqualsStored(caseId);
    }
    await expectUnbrokenChain(caseId);
  },
);

test('the walks reached every workflow, and most of the events there are', async () => {
  const seen = await world.connection.db.selectFrom('case_events').select('type').distinct().execute();
  const known = world.deps.workflows
    .ids()
    .flatMap((id) => Object.keys(world.deps.workflows.latest(id)?.events ?? {}));
  const workflows = await world.connection.db.selectFrom('tracks').select('workflow').distinct().execute();
  expect(workflows.map((row) => row.workflow).sort()).toEqual([...world.deps.workflows.ids()].sort());
  expect(seen.length).toBeGreaterThan(known.length / 2);
});

async function openRandomCase(random: Random): Promise<string> {
  const intake = world.deps.workflows.latest('intake');
  if (intake === undefined) throw new Error('no intake');
  const { channel } = randomPayload(intake.input, random, { moment: '2026-11-01T10:00:00+08:00' });
  const answer = await world.engine.openCase({
    ...asks(world.people.operator),
    body: {
      channel: String(channel),
      caller: { relation: 'self' },
      safeContact: { canTalkNow: true, phone: '13800001111' },
      survivor: { name: '林小满', phone: '138 0000 1111' },
    },
  });
  return bodyOf(answer).id;
}

/** Somebody does something that her own view says is allowed; now and then an offer is made or a clock runs out. */
async function randomStep(caseId: string, random: Random): Promise<void> {
  const chance = random();
  if (chance < 0.08) return lapseSomething(caseId, random);
  if (chance < 0.14) return offerSomething(caseId, random);
  if (chance < 0.2) return askForLawyer(caseId);
  const tracks = await world.connection.db
    .selectFrom('tracks')
    .select('track_id')
    .where('case_id', '=', caseId)
    .execute();
  const person = pick(random, Object.values(world.people));
  const trackId = pick(random, tracks).track_id;
  await refusalsAside(async () => {
    const view = await world.engine.viewTrack(person, trackId);
    // Endings are rare in life; a walk that withdraws at once sees nothing.
    const allowed = view.events.filter(
      (event) => event.allowed && (random() < 0.1 || !ENDINGS.includes(event.type)),
    );
    if (allowed.length > 0) await send(person, view, pick(random, allowed), random);
  });
}

async function send(
  person: Person,
  view: TrackView,
  event: TrackView['events'][number],
  random: Random,
): Promise<void> {
  const ids = Object.values(world.people)
    .filter((one) => one.role === 'lawyer')
    .map((one) => one.id);
  const payload = randomPayload(event.payloadSchema as never, random, {
    ids,
    moment: '2026-11-01T10:00:00+08:00',
  });
  await world.engine.applyEvent({
    ...asks(person),
    trackId: view.id,
    ifMatch: `"${view.version}"`,
    type: event.type,
    payload,
  });
}

async function lapseSomething(caseId: string, random: Random): Promise<void> {
  const open = await world.connection.db
    .selectFrom('deadlines')
    .select(['deadline_id', 'track_id', 'declaration'])
    .where('case_id', '=', caseId)
    .where('outcome', '=', 'open')
    .execute();
  if (open.length === 0) return;
  const { deadline_id } = pick(random, open);
  await world.connection.db
    .updateTable('deadlines')
    .set({ legal_due_at: '2026-01-01T00:00:00.000+08:00' })
    .where('deadline_id', '=', deadline_id)
    .execute();
  expect(await world.engine.lapseDeadline(deadline_id)).toBe('lapsed');
}

async function askForLawyer(caseId: string): Promise<void> {
  const input = { respondentName: '魏大勇', clientAgrees: true };
  await refusalsAside(() =>
    world.engine.openTrack({ ...asks(world.people.manager), caseId, workflow: 'consultation', input }),
  );
}

async function offerSomething(caseId: string, random: Random): Promise<void> {
  const kind = pick(random, ['referral', 'transfer', 'notice'] as const);
  const toAgency = pick(random, [world.agencies.police, world.agencies.court, world.agencies.federation]);
  const person = pick(random, [world.people.manager, world.people.police]);
  const body = { kind, toAgency, purpose: '请依法处置', basis: 'consent', fields: [] };
  await refusalsAside(() => world.engine.offerHandoff({ ...asks(person), caseId, body }));
}

/** A refusal is a fine outcome of a random step; anything else is a bug. */
async function refusalsAside(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

async function logOf(caseId: string) {
  return world.connection.db
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
}

async function expectFoldEqualsStored(caseId: string): Promise<void> {
  const { db } = world.connection;
  const log = (await logOf(caseId)).map((row) => parseLogged(row.body));
  const folded = replay(world.deps.workflows, log);
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  expect(folded).toMatchObject({
    number: row.number,
    status: row.status,
    ownerAgency: row.owner_agency_id,
    openedAt: row.opened_at,
    seq: row.last_seq,
  });
  const stored = await db
    .selectFrom('tracks')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('track_id')
    .execute();
  const tracks = [...folded.tracks].sort((a, b) => (a.id < b.id ? -1 : 1));
  const asStored = stored.map((track) => ({
    id: track.track_id,
    workflow: track.workflow,
    workflowVersion: track.workflow_version,
    version: track.version,
    state: track.state,
    snapshot: track.snapshot,
    happened: track.happened,
    facts: track.facts,
    isFinal: track.is_final,
    agency: track.agency_id,
    assignee: track.assignee_id,
    candidate: track.candidate_id,
  }));
  expect(canonicalJson(tracks)).toBe(canonicalJson(asStored));
}

async function expectUnbrokenChain(caseId: string): Promise<void> {
  const log = await logOf(caseId);
  let head = chainStart(caseId);
  for (const row of log) {
    head = chainNext(head, row.body);
    expect(row.hash.equals(head)).toBe(true);
  }
  const stored = await world.connection.db
    .selectFrom('cases')
    .select('chain_head')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  expect(stored.chain_head.equals(head)).toBe(true);
}
