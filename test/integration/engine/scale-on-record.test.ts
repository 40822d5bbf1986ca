import { expect, test } from 'vitest';
import type { JsonObject } from '#src/base/json.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { RISK_SCALE } from '#src/workflow/risk-scale.ts';
import { ANONYMOUS } from '#test/support/intake-moves.ts';
import { changeField } from '#test/support/plant-field.ts';
import { pick, seededRandom } from '#test/support/random-payload.ts';
import { openCase, send, trackOf } from '#test/support/story.ts';
import { type TestEngine, testEngine } from '#test/support/test-engine.ts';

const SCORINGS = 25;
const ITEMS = [...Object.keys(RISK_SCALE.items), ...Object.keys(RISK_SCALE.specials)];

/** Scores a case again and again with random answers; what the log does not hold of it, as sentences. */
async function unrecorded(world: TestEngine): Promise<string[]> {
  const random = seededRandom(31);
  const { operator } = world.people;
  const { id: caseId } = await openCase(world);
  const intake = await trackOf(world, caseId, 'intake');
  await send(world, operator, intake, { type: 'call.answered' });
  await send(world, operator, intake, { type: 'safety.confirmed' });
  await send(world, operator, intake, { type: 'caller.registered', payload: ANONYMOUS });
  const asked: JsonObject[] = [];
  for (let round = 0; round < SCORINGS; round += 1) {
    const answered = ITEMS.filter(() => random() < 0.8).map((item) => [
      item,
      pick(random, ['yes', 'no', 'unknown']),
    ]);
    const answers: JsonObject = Object.fromEntries(answered);
    asked.push(answers);
    await send(world, operator, intake, { type: 'risk.scored', payload: { answers } });
    await send(world, operator, intake, { type: 'incident.reported' });
  }
  const { items } = await world.engine.viewTimeline(world.people.supervisor, caseId, { limit: 200 });
  const scorings = items
    .filter(({ type }) => type === 'risk.scored')
    .map(({ payload }) => payload as JsonObject);
  const kept = scorings.map(({ answers }) => JSON.stringify(answers)).reverse();
  return [
    ...scorings
      .filter(({ scale }) => scale !== `${RISK_SCALE.id}.v${RISK_SCALE.version}`)
      .map(() => 'no scale'),
    ...(JSON.stringify(kept) === JSON.stringify(asked.map((answers) => JSON.stringify(answers)))
      ? []
      : ['answers']),
  ];
}

test('INV-31: the log holds each scoring: the scale, its version, and every answer as it was given', async () => {
  await using world = await testEngine();
  expect(await unrecorded(world)).toEqual([]);
});

test('INV-31: a planted form that forgets its scale is found', async () => {
  const registry = await loadWorkflows();
  const intake = registry.latest('intake') as Workflow;
  const { intake: planted } = changeField({ intake }, 'intake risk.scored', ['scale', undefined]);
  const workflows: WorkflowRegistry = {
    ...registry,
    latest: (id) => (id === 'intake' ? planted : registry.latest(id)),
    version: (id, version) => (id === 'intake' ? planted : registry.version(id, version)),
  };
  await using world = await testEngine({ workflows });
  expect(await unrecorded(world)).toContain('no scale');
});
