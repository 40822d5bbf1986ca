import { randomUUID } from 'node:crypto';
import { addMs, type Instant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { Person } from '#src/base/actor.ts';
import { type CaseState, trackOf } from '#src/engine/case-state.ts';
import { CASE_OPENED, chainStart } from '#src/engine/logged-event.ts';
import { type Draft, openingDraft } from '#src/engine/consequences.ts';
import { type Plan, planStep } from '#src/engine/plan-step.ts';
import { caseChangeOf, plannedRows } from '#src/engine/step-rows-of.ts';
import { deadlinesAfter } from '#src/engine/track-view.ts';
import { readProductNow } from '#src/store/product-clock.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import { writeStep } from '#src/store/write-step.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { pick, type Random, randomPayload, seededRandom } from './random-payload.ts';
import type { TestEngine } from './test-engine.ts';

export type CasesWanted = {
  readonly workflow: Workflow;
  readonly count: number;
  readonly seed: number;
  /** Events that would end most walks early. */
  readonly seldom?: readonly string[];
  /** Fields of a payload that chance would seldom get right, by event. */
  readonly payloads?: (type: string, now: Instant) => JsonObject;
};

/** A case on its way: what the next event needs of the last. */
type Walk = {
  readonly id: string;
  readonly wrappedKey: Buffer;
  readonly trackId: string;
  state: CaseState | null;
  chainHead: Buffer;
  version: number | null;
  deadlines: DeadlineRow[];
  now: Instant;
};

const STEPS_MAX = 9;
const AT_ONCE = 8;
const DAY_MS = 24 * 3_600_000;
const SELDOM = 0.1;

/**
 * Writes cases with one track each, on random walks that have come as far as now, through the engine's own planning
 * and writing: their logs fold to their rows. Gives the ids of the tracks.
 */
export async function generateCases(world: TestEngine, wanted: CasesWanted): Promise<string[]> {
  const today = await readProductNow(world.deps.pool);
  const trackIds: string[] = [];
  let left = wanted.count;
  const work = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      // Each has chance of its own: which is written first decides nothing.
      const random = seededRandom(wanted.seed + left);
      trackIds.push(await walk(world, wanted, { random, today }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return trackIds;
}

type Chance = { readonly random: Random; readonly today: Instant };

async function walk(world: TestEngine, wanted: CasesWanted, { random, today }: Chance): Promise<string> {
  const { workflow } = wanted;
  // Young and old ones, and all of them in the middle of something.
  const pauses = Array.from({ length: 1 + Math.floor(random() * STEPS_MAX) }, () => pauseMs(random));
  const now = addMs(today, -Math.ceil(pauses.reduce((sum, ms) => sum + ms, 0)));
  const id = randomUUID();
  const at: Walk = {
    id,
    wrappedKey: world.deps.vault.newCaseKey(id).wrapped,
    trackId: randomUUID(),
    ...{ state: null, chainHead: chainStart(id), version: null, deadlines: [], now },
  };
  const input = randomPayload(workflow.input, random, { moment: now });
  const opening = { ...openingDraft(world.deps, workflow, input, now), track: at.trackId };
  await write(world, at, [caseOpened(now), opening], null);
  // The last pause lasts until now.
  for (const ms of pauses.slice(0, -1)) {
    at.now = addMs(at.now, Math.floor(ms));
    await step(world, wanted, at, random);
  }
  return at.trackId;
}

/** Most within a day, now and then more than a week. */
function pauseMs(random: Random): number {
  return random() * (random() < SELDOM ? 11 : 1) * DAY_MS;
}

function caseOpened(now: Instant): Draft {
  const payload = { number: `G${randomUUID()}` };
  const nowhere = { track: null, workflow: null, workflowVersion: null };
  return { ...nowhere, type: CASE_OPENED, code: 'case.OPEN', occurredAt: now, payload };
}

async function step(world: TestEngine, wanted: CasesWanted, at: Walk, random: Random): Promise<void> {
  const { workflow } = wanted;
  const due = dueAt(at, workflow);
  // What is due comes first, as the timer would have sent it.
  const type = due?.type ?? chosen(wanted, at, random);
  const definition = type === null ? undefined : workflow.events[type];
  if (type === null || definition === undefined) return;
  const payload = {
    ...randomPayload(definition.payload, random, { moment: at.now }),
    ...wanted.payloads?.(type, at.now),
  };
  const draft = {
    ...{ track: at.trackId, workflow: workflow.id, workflowVersion: workflow.version },
    ...{ type, code: definition.domainCode, occurredAt: at.now, payload },
  };
  await write(world, at, [draft], due?.deadlineId ?? null);
}

/** Something that people may record; null where nothing is left to record. */
function chosen({ workflow, seldom }: CasesWanted, { state, trackId }: Walk, random: Random): string | null {
  const track = state === null ? undefined : trackOf(state, trackId);
  const heard = track === undefined ? [] : eventsOfState(workflow, track.snapshot);
  const open = heard.filter(
    (type) =>
      (workflow.events[type]?.roles.length ?? 0) > 0 &&
      (seldom?.includes(type) !== true || random() < SELDOM),
  );
  return open.length === 0 ? null : pick(random, open);
}

/** What the timer has to send at this moment. */
function dueAt(at: Walk, workflow: Workflow): { type: string; deadlineId: string } | null {
  for (const { id, declaration, outcome, legalDueAt } of at.deadlines) {
    const type = workflow.deadlines[declaration]?.onLapse;
    if (outcome === 'open' && legalDueAt <= at.now && type !== undefined) return { type, deadlineId: id };
  }
  return null;
}

/** An event its machine refuses is left out: a walk takes no for an answer. */
async function write(world: TestEngine, at: Walk, drafts: Draft[], lapsedId: string | null): Promise<void> {
  const context = {
    ...{ workflows: world.deps.workflows, calendar: world.deps.calendar.current(), drawId: randomUUID },
    ...{ now: at.now, actor: actorOf(world.people.manager), caseId: at.id, chainHead: at.chainHead },
    ...{ deadlines: at.deadlines, lapsedId },
  };
  const plan = planStep(context, at.state, drafts);
  if ('refused' in plan) return;
  const outcome = await writeStep(world.deps.pool, {
    ...plannedRows(plan, at.state),
    caseRow: caseChangeOf(plan, { readVersion: at.version, wrappedKey: at.wrappedKey }),
    ...{ calendarSerial: 0, vaultEntries: [], phoneTokens: [], handoffs: [], actor: null, answer: null },
    audit: { action: 'generated', trackId: at.trackId },
  });
  if (outcome !== 'written') throw new Error(`a generated case is ${outcome}`);
  advance(at, plan);
}

function advance(at: Walk, plan: Plan): void {
  at.deadlines = deadlinesAfter(at.deadlines, plan.clocks);
  at.state = plan.state;
  at.chainHead = plan.chainHead;
  at.version = (at.version ?? 0) + 1;
}

function actorOf({ id, role, agency }: Person) {
  return { id, role, agency };
}
