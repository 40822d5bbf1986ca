import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACTS, type FactName } from '#src/base/facts.ts';
import { ROLES } from '#src/base/roles.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { foreseeRefusal } from '#src/workflow/foresee-event.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { restoreSnapshot } from '#src/workflow/restore-snapshot.ts';
import { pathOf } from '#src/workflow/state-paths.ts';
import { isRefused, type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { loadEveryWorkflow } from '#test/support/load-every-workflow.ts';
import { pick, type Random, randomPayload, seededRandom } from '#test/support/random-payload.ts';
import { OPENED_AT, recorded } from '#test/support/step-with.ts';

// Long enough to get from the first call through closing and back again more than once.
const STEPS = 60;
const HINTS = { ids: ['federation', 'court', 'lawyer-1', 'lawyer-2'], moment: OPENED_AT };

function randomRecorded(random: Random) {
  return recorded({
    role: pick(random, [...ROLES, 'system'] as const),
    person: pick(random, HINTS.ids),
    agency: pick(random, HINTS.ids),
    ownerAgency: pick(random, HINTS.ids),
    openTracks: pick(random, [0, 0, 1]),
    openDeadlines: pick(random, [0, 0, 1]),
    facts: Object.fromEntries(
      Object.entries(FACTS).map(([name, values]: [string, readonly string[]]) => [
        name,
        pick(random, values),
      ]),
    ),
  });
}

function open(workflow: Workflow, random: Random): Stepped {
  const payload = randomPayload(workflow.input, random, HINTS);
  return startTrack(workflow, { payload, openedAt: OPENED_AT, agency: 'federation' });
}

/** The next state, or the same one where the event was refused; null at the end of the track. */
function randomStep(workflow: Workflow, before: Stepped, random: Random): Stepped | null {
  const heard = eventsOfState(workflow, before.snapshot);
  if (heard.length === 0) return null;
  const type = pick(random, heard);
  const definition = workflow.events[type];
  if (definition === undefined) throw new Error(`${type} is not declared`);
  const facts = randomRecorded(random);
  const event = { ...facts, type, payload: randomPayload(definition.payload, random, HINTS) };
  const foreseen = foreseeRefusal(workflow, before.snapshot, type, facts);
  const after = stepTrack(workflow, before.snapshot, event);
  expect(stepTrack(workflow, before.snapshot, event), 'the same step gives the same answer').toEqual(after);
  if (isRefused(after)) {
    expect(after.reason, 'an event that is heard is only refused by guards').toBe('guard_refused');
    return before;
  }
  expect(foreseen, `${type} was foreseen to be refused`).toBeNull();
  expectSound(workflow, before, after);
  return after;
}

function expectSound(workflow: Workflow, before: Stepped | null, after: Stepped): void {
  expect(JSON.parse(JSON.stringify(after.snapshot)), 'a snapshot is plain JSON').toStrictEqual(
    after.snapshot,
  );
  expect(after.state).toEqual([...after.state].sort());
  expect(after.isFinal).toBe(after.snapshot.status === 'done');
  for (const [name, value] of Object.entries(after.facts)) {
    expect(FACTS[name as FactName]).toContain(value);
  }
  const left = activePaths(workflow, before).filter((path) => !after.exited.includes(path));
  const active = [...new Set([...left, ...after.entered])].sort();
  expect(activePaths(workflow, after), 'entered and exited tell the whole difference').toEqual(active);
  if (!after.isFinal) expect(movers(workflow, after), 'somebody can move it').not.toEqual([]);
}

function activePaths(workflow: Workflow, at: Stepped | null): string[] {
  if (at === null) return [];
  return restoreSnapshot(workflow, at.snapshot)._nodes.map(pathOf).filter(Boolean).sort();
}

function movers(workflow: Workflow, at: Stepped): string[] {
  return eventsOfState(workflow, at.snapshot);
}

describe.each(await loadEveryWorkflow())('a random walk through $file', ({ workflow }) => {
  test('never throws, keeps its context plain, and says truly what it entered and left', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        let at: Stepped | null = open(workflow, random);
        expectSound(workflow, null, at);
        for (let step = 0; step < STEPS && at !== null; step += 1) at = randomStep(workflow, at, random);
      }),
      { numRuns: 60 },
    );
  });
});
