import { expect, test } from 'vitest';
import { FACTS } from '#src/base/facts.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { isRefused, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { loosen } from '#test/exposure/loose-workflow.ts';
import { pick, type Random, randomPayload, seededRandom } from '#test/support/random-payload.ts';
import { OPENED_AT, recorded } from '#test/support/step-with.ts';
import { workflow as litigation } from '#workflows/litigation.ts';

const HINTS = { ids: ['federation', 'lawyer-1'], moment: OPENED_AT };
const WALKS = 150;
const PLANTED_WALKS = 20;
const STEPS = 50;

/** Steps of a suit that come out otherwise when only the order on the case is another one. */
function stepsThatHeedAnOrder(workflow: Workflow, walks = WALKS): string[] {
  const found = new Set<string>();
  for (let seed = 0; seed < walks; seed += 1) {
    const random = seededRandom(seed);
    const payload = randomPayload(workflow.input, random, HINTS);
    let { snapshot } = startTrack(workflow, { payload, openedAt: OPENED_AT, agency: 'federation' });
    for (let step = 0; step < STEPS && snapshot.status === 'active'; step += 1) {
      const { type, answers } = underEachOrder(workflow, snapshot, random);
      if (new Set(answers.map((answer) => JSON.stringify(answer))).size > 1) found.add(type);
      const [answer] = answers;
      if (answer !== undefined && !isRefused(answer)) snapshot = answer.snapshot;
    }
  }
  return [...found];
}

function underEachOrder(workflow: Workflow, snapshot: Parameters<typeof stepTrack>[1], random: Random) {
  const type = pick(random, eventsOfState(workflow, snapshot));
  const definition = workflow.events[type];
  if (definition === undefined) throw new Error(`${type} is not declared`);
  const payload = randomPayload(definition.payload, random, HINTS);
  const role = pick(random, [...definition.roles, 'system'] as const);
  const others = Object.entries(FACTS).map(([name, values]: [string, readonly string[]]) => [
    name,
    pick(random, values),
  ]);
  const answers = FACTS.protectionOrder.map((protectionOrder) => {
    // That nothing is paid from hand to hand while an order holds is her safety; a locked place asks for it just as well.
    const facts = { ...Object.fromEntries(others), location: 'locked', protectionOrder };
    return stepTrack(workflow, snapshot, { type, payload, ...recorded({ role, facts }) });
  });
  return { type, answers };
}

test('INV-17: in a divorce suit nothing follows from an order alone', () => {
  expect(stepsThatHeedAnOrder(litigation)).toEqual([]);
});

test('INV-17: a planted suit that takes the order for proof is found', () => {
  const heeds = ({ event }: { event: { case: { facts: { protectionOrder: string } } } }) =>
    event.case.facts.protectionOrder === 'in_force';
  const { conditions } = loosen(litigation);
  const guarding = conditions.filter((name) => {
    const machine = litigation.machine.provide({ guards: { [name]: heeds as never } });
    return stepsThatHeedAnOrder({ ...litigation, machine }, PLANTED_WALKS).length > 0;
  });
  expect(guarding.length).toBeGreaterThan(conditions.length / 2);
});
