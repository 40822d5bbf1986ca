import { expect, test } from 'vitest';
import { title } from '#src/base/title.ts';
import { moveTrack } from '#src/engine/move-track.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { shelterWorld } from '#test/support/shelter-world.ts';
import { trackOf } from '#test/support/story.ts';
import { asks } from '#test/support/test-engine.ts';

test('siblings hear of a fact that a move brings, in the same step, and their clocks follow', async () => {
  await using world = await shelterWorld();
  const { db } = world.connection;
  const trackId = await world.stay('adult');
  const { case_id: caseId } = await db
    .selectFrom('tracks')
    .select('case_id')
    .where('track_id', '=', trackId)
    .executeTakeFirstOrThrow();
  const input = { body: 'committee', dispute: '家务琐事', free: true };
  await world.engine.openTrack({ ...asks(world.people.manager), caseId, workflow: 'mediation', input });
  // A second version that says of every stay that the risk is high.
  const to = { ...world.versions.to, facts: () => ({ shelter: 'requested', risk: 'high' }) as const };
  const known = world.deps.workflows;
  const workflows: WorkflowRegistry = {
    ...known,
    version: (id, version) => (id === 'shelter' && version === 2 ? to : known.version(id, version)),
  };
  const move = { ...world.versions.move, facts: { risk: title('测试', 'Test') } };
  const shown = await moveTrack({ ...world.parts, workflows }, { ...world.versions, to, move }, trackId);
  expect(shown?.facts).toEqual([{ fact: 'risk', before: 'unknown', after: 'high' }]);
  const log = await db
    .selectFrom('case_events')
    .select('type')
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(2)
    .execute();
  expect(log.map(({ type }) => type)).toEqual(['mediation.locked', 'track.moved']);
  const clocks = await db
    .selectFrom('deadlines')
    .select(['declaration', 'outcome'])
    .where('track_id', '=', await trackOf(world, caseId, 'mediation'))
    .execute();
  expect(clocks).toContainEqual({ declaration: 'screening', outcome: 'cancelled' });
  expect(clocks.map(({ outcome }) => outcome)).toContain('open');
  expect(await expectSoundCases(db, workflows)).toBe(1);
});
