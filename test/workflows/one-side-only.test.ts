import { expect, test } from 'vitest';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { isRefused, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { withoutGuards } from '#test/support/plant.ts';
import { pick, randomPayload, seededRandom } from '#test/support/random-payload.ts';
import { OPENED_AT, recorded } from '#test/support/step-with.ts';
import { workflow as consultation } from '#workflows/consultation.ts';

const WALKS = 150;
const STEPS = 60;
const HINTS = { ids: ['lawyer-1', 'lawyer-2', 'lawyer-3'], moment: OPENED_AT };

/** Steps of random walks after which a lawyer who is on the other side, or gave the matter back, has it again. */
function broughtBack(workflow: Workflow): string[] {
  const found = new Set<string>();
  for (let seed = 0; seed < WALKS; seed += 1) {
    const random = seededRandom(seed);
    const payload = randomPayload(workflow.input, random, HINTS);
    let { snapshot } = startTrack(workflow, { payload, openedAt: OPENED_AT, agency: 'federation' });
    for (let step = 0; step < STEPS && snapshot.status === 'active'; step += 1) {
      const type = pick(random, eventsOfState(workflow, snapshot));
      const definition = workflow.events[type];
      if (definition === undefined) throw new Error(`${type} is not declared`);
      const sent = { type, payload: randomPayload(definition.payload, random, HINTS) };
      const role = pick(random, [...definition.roles, 'system'] as const);
      const next = stepTrack(workflow, snapshot, { ...sent, ...recorded({ role }) });
      if (isRefused(next)) continue;
      snapshot = next.snapshot;
      const { candidate, lawyer, ruledOut } = snapshot.context as Record<string, unknown>;
      const isBack = [candidate, lawyer].some((person) => (ruledOut as unknown[]).includes(person));
      if (isBack) found.add(type);
    }
  }
  return [...found].sort();
}

test('INV-08: whoever was found to be on the other side never has the matter again', () => {
  expect(broughtBack(consultation)).toEqual([]);
});

test('INV-08: a planted roster that forgets is found', () => {
  expect(broughtBack(withoutGuards(consultation, ['notRuledOut']))).toContain('lawyer.assigned');
});
