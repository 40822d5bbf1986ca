import { expect, test } from 'vitest';
import { strongestFacts } from '#src/base/facts.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { isRefused, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { loadEveryWorkflow } from '#test/support/load-every-workflow.ts';
import { pick, randomPayload, seededRandom } from '#test/support/random-payload.ts';
import { OPENED_AT, recorded } from '#test/support/step-with.ts';

// 人民调解法 3(3): mediation never keeps anybody from police, court or legal aid. A guard that does not know that there is
// a mediation cannot wait for it.
const FACTS_OF_MEDIATION = ['mediation', 'mediationMisuse'];
const WALKS = 40;
const STEPS = 60;
const HINTS = { ids: ['federation', 'court', 'person'], moment: OPENED_AT };

const others = (await loadEveryWorkflow()).filter(({ file }) => file !== 'mediation');

test.each(others)('$file asks nowhere whether there is a mediation', ({ workflow }) => {
  expect(factsReadBy(workflow).filter((name) => FACTS_OF_MEDIATION.includes(name))).toEqual([]);
});

test('a workflow that waits for the end of a mediation is found out', () => {
  const [{ workflow } = { workflow: undefined }] = others.filter(({ file }) => file === 'referral');
  if (workflow === undefined) throw new Error('there is no workflow to plant it in');
  const waits = ({ event }: { event: { case: { facts: { mediation: string } } } }) =>
    event.case.facts.mediation === 'none';
  const planted = {
    ...workflow,
    machine: workflow.machine.provide({ guards: { isReferral: waits as never } }),
  };
  expect(factsReadBy(planted)).toContain('mediation');
});

/** The names of the facts that guards look at on random walks. */
function factsReadBy(workflow: Workflow): string[] {
  const read = new Set<string>();
  for (let seed = 1; seed <= WALKS; seed += 1) walk(workflow, seed, read);
  return [...read].sort();
}

function walk(workflow: Workflow, seed: number, read: Set<string>): void {
  const random = seededRandom(seed);
  const payload = randomPayload(workflow.input, random, HINTS);
  let at = startTrack(workflow, { payload, openedAt: OPENED_AT, agency: 'federation' });
  for (let step = 0; step < STEPS; step += 1) {
    const heard = eventsOfState(workflow, at.snapshot);
    if (heard.length === 0) return;
    const type = pick(random, heard);
    const definition = workflow.events[type];
    if (definition === undefined) throw new Error(`${type} is not declared`);
    const role = pick(random, definition.roles.length === 0 ? (['system'] as const) : definition.roles);
    const about = recorded({ role, ownerAgency: pick(random, HINTS.ids) });
    const event = { ...about, case: { ...about.case, facts: watched(read) } };
    const next = stepTrack(workflow, at.snapshot, {
      ...event,
      type,
      payload: randomPayload(definition.payload, random, HINTS),
    });
    if (!isRefused(next)) at = next;
  }
}

function watched(read: Set<string>) {
  return new Proxy(strongestFacts([]), {
    get: (facts, name) => {
      if (typeof name === 'string') read.add(name);
      return Reflect.get(facts, name);
    },
  });
}
