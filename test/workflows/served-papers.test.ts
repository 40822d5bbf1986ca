import { expect, test } from 'vitest';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { isRefused, stepTrack } from '#src/workflow/step-track.ts';
import { withoutGuards } from '#test/support/plant.ts';
import { FILED, grantOf, ORDER_INPUT } from '#test/support/order-moves.ts';
import { randomPayload, seededRandom } from '#test/support/random-payload.ts';
import { OPENED_AT, recorded, tell } from '#test/support/step-with.ts';
import { workflow as order } from '#workflows/protection-order.ts';

const HINTS = { ids: ['federation', 'lawyer-1'], moment: OPENED_AT };
const COURT = { role: 'court_liaison', agency: 'court' } as const;
const SERVICES = 400;

/** Papers for him that were taken as served without its being said that they do not tell where she lives. */
function tellingPapers(workflow: Workflow, movesLater: boolean): object[] {
  const story = tell(workflow, { ...ORDER_INPUT, movedOut: !movesLater });
  story.send('application.filed', FILED);
  story.send('application.accepted', {}, COURT);
  story.send('order.granted', grantOf('2026-07-05'), COURT);
  if (movesLater) story.send('residence.changed', { who: 'a1', district: 'other' });
  const definition = workflow.events['document.served'];
  if (definition === undefined) throw new Error('nothing is served');
  const random = seededRandom(2);
  const papers = Array.from({ length: SERVICES }, () => randomPayload(definition.payload, random, HINTS));
  return papers.filter((paper) => {
    const event = { type: 'document.served', payload: { ...paper, to: 'r1' }, ...recorded(COURT) };
    return paper['addressHidden'] !== true && !isRefused(stepTrack(workflow, story.now().snapshot, event));
  });
}

test('INV-02 INV-16: once she has moved no paper for him is served that may tell where she lives', () => {
  expect(tellingPapers(order, true)).toEqual([]);
  expect(tellingPapers(order, false)).toEqual([]);
});

test('INV-02 INV-16: a planted service that does not ask is found', () => {
  const planted = withoutGuards(order, ['addressHidden']);
  expect(tellingPapers(planted, true).length).toBeGreaterThan(10);
  expect(tellingPapers(planted, false).length).toBeGreaterThan(10);
});
