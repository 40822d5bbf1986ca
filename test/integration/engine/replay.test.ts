import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import { canonicalJson, type JsonObject } from '#src/base/json.ts';
import { applyLogged } from '#src/engine/apply-logged.ts';
import type { CaseState } from '#src/engine/case-state.ts';
import { chainNext, chainStart, type LoggedEvent, parseLogged } from '#src/engine/logged-event.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { replay } from '#src/engine/replay.ts';
import type { TrackView } from '#src/engine/views.ts';
import { ORDER_INPUT } from '#test/support/order-moves.ts';
import { send, trackOf } from '#test/support/story.ts';
import { asks, bodyOf, type TestEngine, testEngine } from '#test/support/test-engine.ts';
import { pick, type Random, randomPayload, seededRandom } from '#test/support/random-payload.ts';

const WALKS = 16;
const STEPS = 60;

const ENDINGS = [
  'survivor.withdrew',
  'caller.informed',
  'contact.abandoned',
  'consultation.closed',
  'consultation.withdrawn',
  'handoff.recalled',
];
const sent = new Map<string, number>();

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
    let folded: CaseState | null = null;
    for (let step = 0; step < STEPS; step += 1) {
      await randomStep(caseId, random);
      folded = await expectFoldEqualsStored(caseId, folded);
    }
    expect(canonicalJson(replay(world.deps.workflows, await parsedLogOf(caseId)))).toBe(
      canonicalJson(folded),
    );
    await expectUnbrokenChain(caseId);
  },
);

test('a log with a line missing, doubled, swapped or impossible does not fold', async () => {
  const caseId = await openRandomCase(seededRandom(1));
  const intake = await trackOf(world, caseId, 'intake');
  await send(world, world.people.operator, intake, { type: 'call.answered' });
  await send(world, world.people.operator, intake, { type: 'safety.confirmed' });
  const log = await parsedLogOf(caseId);
  const [opened, tracked, answered, confirmed] = log;
  if (!opened || !tracked || !answered || !confirmed) throw new Error('four events were expected');
  expect(() => replay(world.deps.workflows, log)).not.toThrow();
  const damaged = [
    [],
    [opened, tracked, confirmed],
    [opened, tracked, answered, answered],
    [opened, answered, tracked, confirmed],
    [opened, tracked, { ...answered, type: 'safety.confirmed' }, confirmed],
    [opened, tracked, { ...answered, track: caseId }],
  ];
  for (const lines of damaged) expect(() => replay(world.deps.workflows, lines)).toThrow();
});

test('the walks reached every workflow, and a good part of the events there are', async () => {
  const seen = await world.connection.db.selectFrom('case_events').select('type').distinct().execute();
  const known = world.deps.workflows
    .ids()
    .flatMap((id) => Object.keys(world.deps.workflows.latest(id)?.events ?? {}));
  const workflows = await world.connection.db.selectFrom('tracks').select('workflow').distinct().execute();
  expect(workflows.map((row) => row.workflow).sort()).toEqual([...world.deps.workflows.ids()].sort());
  expect(seen.length).toBeGreaterThan(known.length / 6);
});

async function openRandomCase(random: Random): Promise<string> {
  const intake = world.deps.workflows.latest('intake');
  if (intake === undefined) throw new Error('no intake');
  const { channel } = randomPayload(intake.input, random, { moment: '2026-11-01T10:00:00+08:00' });
  const answer = await world.engine.openCase({
    ...asks(world.people.operator),
    body: {
      channel: channel as string,
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
  if (chance < 0.06) return lapseSomething(caseId, random);
  if (chance < 0.1) return offerSomething(caseId, random);
  // While some workflow was never opened that matters more than what has been seen often.
  if (chance < (unopened().length > 0 ? 0.35 : 0.2)) return openSomething(caseId, random);
  const tracks = await world.connection.db
    .selectFrom('tracks')
    .select('track_id')
    .where('case_id', '=', caseId)
    .where('is_final', '=', false)
    .execute();
  // People are asked in a random order until somebody has something to do.
  const people = Object.values(world.people).toSorted(() => random() - 0.5);
  for (const person of tracks.length === 0 ? [] : people) {
    if (await actAs(person, pick(random, tracks).track_id, random)) return;
  }
}

async function actAs(person: Person, trackId: string, random: Random): Promise<boolean> {
  let hasActed = false;
  await refusalsAside(async () => {
    const view = await world.engine.viewTrack(person, trackId);
    // Endings are rare in life; a walk that withdraws at once sees nothing.
    const allowed = view.events.filter(
      (event) => event.allowed && (random() < 0.1 || !ENDINGS.includes(event.type)),
    );
    hasActed = allowed.length > 0;
    if (hasActed) await sendRandom(person, view, rarest(allowed), random);
  });
  return hasActed;
}

/** What the walks have seen least: a fair draw would declare danger all day long. */
function rarest(allowed: readonly TrackView['events'][number][]): TrackView['events'][number] {
  const [first] = allowed.toSorted((a, b) => (sent.get(a.type) ?? 0) - (sent.get(b.type) ?? 0));
  if (first === undefined) throw new Error('nothing to choose from');
  sent.set(first.type, (sent.get(first.type) ?? 0) + 1);
  return first;
}

async function sendRandom(
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

/** Somebody who may opens a track of some workflow, most often one that no walk has opened yet. */
async function openSomething(caseId: string, random: Random): Promise<void> {
  const never = unopened();
  const workflow = pick(random, never.length > 0 ? never : openable());
  const people = Object.values(world.people).filter(({ role }) => workflow.openedBy.includes(role));
  // Whether an order may be asked for at all is a matter of law that no dice meets.
  const input: JsonObject =
    workflow.id === 'protection-order'
      ? ORDER_INPUT
      : randomPayload(workflow.input, random, { ids: lawyers(), moment: MOMENT });
  await refusalsAside(async () => {
    await world.engine.openTrack({ ...asks(pick(random, people)), caseId, workflow: workflow.id, input });
    sent.set(workflow.id, (sent.get(workflow.id) ?? 0) + 1);
  });
}

const MOMENT = '2026-11-01T10:00:00+08:00';

function openable(): Workflow[] {
  const all = world.deps.workflows.ids().flatMap((id) => world.deps.workflows.latest(id) ?? []);
  return all.filter(({ openedBy }) => openedBy.length > 0);
}

function unopened(): Workflow[] {
  return openable().filter(({ id }) => !sent.has(id));
}

function lawyers(): string[] {
  return Object.values(world.people)
    .filter(({ role }) => role === 'lawyer')
    .map(({ id }) => id);
}

async function offerSomething(caseId: string, random: Random): Promise<void> {
  const kind = random() < 0.1 ? ('transfer' as const) : pick(random, ['referral', 'notice'] as const);
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

async function parsedLogOf(caseId: string): Promise<LoggedEvent[]> {
  return (await logOf(caseId)).map((row) => parseLogged(row.body));
}

/** Folds what was logged since onto the case as it was: so every prefix is folded once. */
async function expectFoldEqualsStored(caseId: string, before: CaseState | null): Promise<CaseState> {
  const { db } = world.connection;
  const fresh = (await parsedLogOf(caseId)).slice(before?.seq ?? 0);
  const folded = fresh.reduce((state: CaseState | null, event) => {
    const applied = applyLogged(world.deps.workflows, state, event);
    if ('refused' in applied) throw new Error(`event ${event.seq} is refused by the fold`);
    return applied.state;
  }, before);
  if (folded === null) throw new Error('an empty log');
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
  return folded;
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
