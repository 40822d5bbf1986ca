import { expect, test } from 'vitest';
import { withTransitions } from '#test/support/plant.ts';
import { branches } from './branches.ts';
import { abstraction } from './intake/abstraction.ts';
import { StoppedEarlyError } from './met-states.ts';
import { leavesWalks } from './real-runs.ts';
import { walkEveryPath } from './walk.ts';
import { UnreadKeyReadError } from './watched-guards.ts';

const all = abstraction.walks['all'] ?? { moves: [] };

test('a walk that meets more states than its limit proves nothing, and says so', () => {
  expect(() => walkEveryPath(abstraction, all, { limitCount: 50 })).toThrow(StoppedEarlyError);
});

test('a guard that reads what the abstraction leaves out is caught', () => {
  const blind = { ...abstraction, unread: [...abstraction.unread, 'risk'] };
  expect(() => walkEveryPath(blind, all)).toThrow(UnreadKeyReadError);
});

test('a real run finds out a walk that misses a way', () => {
  const moves = all.moves.filter(([type]) => type !== 'danger.declared');
  const walk = { ...all, moves };
  const poor = { ...abstraction, walks: { all: walk } };
  const parts = [{ name: 'all', walked: walkEveryPath(poor, walk) }];
  const stories = Array.from({ length: 100 }, (_, seed) => leavesWalks(poor, parts, seed)).filter(Boolean);
  expect(stories[0]).toContain('danger.declared');
}, 90_000);

test('a real run finds out a view that takes two states for one', () => {
  const walk = { moves: all.moves, unread: ['policePages'] };
  expect(() => walkEveryPath({ ...abstraction, walks: { all: walk } }, walk)).toThrow('policePages');
});

test('what runs is run once for each course it can take, and what nobody asks is not multiplied', () => {
  const answers = branches((choose) => {
    const isWet = choose('rain', [true, false]);
    return isWet ? `wet, ${choose('wind', ['calm', 'storm'])}` : `dry, ${choose('rain', [true, false])}`;
  }).map(({ answer }) => answer);
  expect(answers.sort()).toEqual(['dry, false', 'wet, calm', 'wet, storm']);
});

test('the shortest story is told', () => {
  const broken = withTransitions(abstraction.workflow, 'open', { 'call.repeated': '.work' });
  const walked = walkEveryPath(abstraction, all, {
    workflow: broken,
    rules: [{ says: 'no repeated call before it is closed', holds: ({ type }) => type !== 'call.repeated' }],
    stopAtFirst: true,
  });
  const step = walked.broken.get('no repeated call before it is closed');
  expect(step && walked.pathTo(step.from).map(({ type }) => type)).toEqual(['call.answered']);
});
