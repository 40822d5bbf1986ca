import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import type { StoredSnapshot } from '#src/workflow/restore-snapshot.ts';
import { isRefused, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { type Random, seededRandom } from '#test/support/random-payload.ts';
import { OPENED_AT, recorded } from '#test/support/step-with.ts';
import { startBook } from './canaries.ts';
import { hearing, type LooseWorkflow, loosen } from './loose-workflow.ts';

/** One event of a walk; its payload is filled with the random numbers of `seed`, so that it can be filled again. */
export type Step = { readonly type: string; readonly seed: number };

/** One track from its opening on. */
export type Walk = {
  /** The conditions that say no on this walk; all others say yes. */
  readonly denied: ReadonlySet<string>;
  readonly seed: number;
  readonly steps: readonly Step[];
};

const WALKS_LIMIT = 24;
const STEPS_LIMIT = 50;
const DENIED_LIMIT = 4;

/** What the walks of one workflow have not recorded yet, and how often they were where. */
type Explored = { readonly missing: Set<string>; readonly visits: Map<string, number> };

/**
 * Ways through a workflow that together record every event it declares. What no way reached in time (a state behind
 * many conditions) is heard at once in a last walk of its own, so that its fields are filled too.
 */
export function planWalks(tight: Workflow): { loose: LooseWorkflow; walks: Walk[]; forced: string[] } {
  const loose = loosen(tight);
  const explored: Explored = { missing: new Set(Object.keys(tight.events)), visits: new Map() };
  const walks: Walk[] = [];
  for (let seed = 0; seed < WALKS_LIMIT && explored.missing.size > 0; seed += 1) {
    const walk = findWalk(loose, explored, seed);
    if (walk.steps.length > 0) walks.push(walk);
  }
  const forced = [...explored.missing];
  if (forced.length === 0) return { loose, walks, forced };
  const steps = forced.map((type, seed) => ({ type, seed }));
  return { loose: hearing(loose, forced), walks: [...walks, { denied: new Set(), seed: 0, steps }], forced };
}

/** A walk up to the last event that was missing; what it found is missing no more. */
function findWalk(loose: LooseWorkflow, explored: Explored, seed: number): Walk {
  const random = seededRandom(seed);
  const denied = new Set(deniedOn(loose.conditions, seed, random));
  loose.deny(denied);
  const found: Step[] = [];
  let keptCount = 0;
  let snapshot: StoredSnapshot = openedWith(loose.workflow, seed);
  for (let step = 0; step < STEPS_LIMIT; step += 1) {
    const next = bestStep(loose.workflow, explored, { snapshot, random, seed: seed * STEPS_LIMIT + step });
    if (next === null) break;
    snapshot = next.snapshot;
    found.push(next.step);
    explored.visits.set(next.place, (explored.visits.get(next.place) ?? 0) + 1);
    if (explored.missing.delete(next.step.type)) keptCount = found.length;
  }
  return { denied, seed, steps: found.slice(0, keptCount) };
}

/** Few at once: behind a transition with many conditions nothing else would ever be seen. Each has its own turn too. */
function deniedOn(conditions: readonly string[], seed: number, random: Random): readonly string[] {
  if (seed % 2 === 0) return shuffled(conditions, random).slice(0, (seed / 2) % DENIED_LIMIT);
  const turn = ((seed - 1) / 2) % Math.max(1, conditions.length);
  return conditions.slice(turn, turn + 1);
}

/** What was never recorded comes first, then what leads where walks have been least; an end only if it is new. */
function bestStep(
  workflow: Workflow,
  explored: Explored,
  at: { snapshot: StoredSnapshot; random: Random; seed: number },
): Taken | null {
  const heard = shuffled(eventsOfState(workflow, at.snapshot), at.random);
  const wanted = heard.filter((each) => explored.missing.has(each));
  let best: { taken: Taken | null; cost: number } = { taken: null, cost: Number.POSITIVE_INFINITY };
  for (const type of [...wanted, ...heard]) {
    const taken = attempt(workflow, at.snapshot, { type, seed: at.seed });
    const cost = taken === null ? Number.POSITIVE_INFINITY : costOf(taken, explored);
    if (cost < best.cost) best = { taken, cost };
    if (cost === 0) break;
  }
  return best.taken;
}

function costOf({ snapshot, step, place }: Taken, { missing, visits }: Explored): number {
  const isEnd = snapshot.status !== 'active';
  if (missing.has(step.type)) return isEnd ? 1 : 0;
  return isEnd ? Number.POSITIVE_INFINITY : 1 + (visits.get(place) ?? 0);
}

function openedWith(workflow: Workflow, seed: number): StoredSnapshot {
  const payload = BOOK.fill('', workflow.input, seededRandom(seed));
  return startTrack(workflow, { payload, openedAt: OPENED_AT, agency: 'federation' }).snapshot;
}

type Taken = { readonly step: Step; readonly snapshot: StoredSnapshot; readonly place: string };

/** Null: refused, or impossible because a condition that was not asked did not hold. */
function attempt(workflow: Workflow, snapshot: StoredSnapshot, step: Step): Taken | null {
  const { type, seed } = step;
  const definition = workflow.events[type];
  if (definition === undefined) return null;
  const payload = BOOK.fill('', definition.payload, seededRandom(seed));
  try {
    const role = definition.roles[0] ?? 'system';
    const after = stepTrack(workflow, snapshot, { type, payload, ...recorded({ role }) });
    return isRefused(after) ? null : { step, snapshot: after.snapshot, place: after.state.join() };
  } catch {
    return null;
  }
}

/** Planning needs payloads that fit, and nobody's canaries. */
const BOOK = startBook({
  otherIntake: () => 'another',
  personOf: () => 'somebody',
  agency: 'federation',
  past: OPENED_AT,
  planned: OPENED_AT,
});

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item): [number, T] => [random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
