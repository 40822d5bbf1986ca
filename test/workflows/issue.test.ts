import { describe, expect, test } from 'vitest';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import { explore, type Move } from '#test/support/every-path.ts';
import { withoutGuards, withTransitions } from '#test/support/plant.ts';
import { tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/issue.ts';

const INPUT = { source: 'visit', text: { sealed: 't' } };
const TRIAGED = { category: 'work', owner: 'village', noViolence: true };

const MOVES: readonly Move[] = [
  ['issue.triaged', TRIAGED],
  ['issue.solved', { onSpot: true }],
  ['issue.referred', { to: 'labour' }],
  ['referral.returned'],
  ['issue.explained', { why: 'no_basis', toldInPerson: true }],
  ['callback.passed', { askedHer: true }],
  ['callback.failed'],
  ['issue.closed'],
  ['issue.withdrawn', { askedHer: true }],
  ['issue.decided', { decision: 'accepted', reason: { sealed: 'r' } }, { role: 'supervisor' }],
  ['signs.seen'],
  ['signs.answered'],
];

test('solved on the spot is not closed: she is called back first', () => {
  const story = tell(workflow, INPUT);
  expect(story.send('issue.solved', { onSpot: true }).state).toContain('open.work.solved');
  expect(story.refused('issue.closed')).toEqual(['event_not_in_state']);
  story.send('callback.passed', { askedHer: true });
  expect(story.context()['closedCount']).toBe(0);
  expect(story.send('issue.closed').state).toEqual(['closed']);
  expect(story.context()).toMatchObject({ collectedCount: 1, closedCount: 1, solvedOnSpot: true });
});

test('the clock of the handling goes on while another agency has it', () => {
  const story = tell(workflow, INPUT);
  story.send('issue.triaged', TRIAGED);
  story.send('issue.referred', { to: 'labour' });
  story.send('referral.returned');
  expect(story.send('issue.explained', { why: 'no_means', toldInPerson: true }).state).toContain(
    'open.work.explained',
  );
});

test('whoever is not content three times is heard by a supervisor, and it does not count as closed', () => {
  const story = tell(workflow, INPUT);
  for (let round = 1; round <= 3; round += 1) {
    story.send('issue.solved', { onSpot: false });
    story.send('callback.failed');
  }
  expect(story.now().state).toContain('open.work.undecided');
  const decided = { decision: 'accepted', reason: { sealed: 'r' } };
  expect(story.send('issue.decided', decided, { role: 'supervisor' }).state).toEqual(['settled']);
  expect(story.context()['closedCount']).toBe(0);
});

test('signs of violence are told at once and keep it open', () => {
  const story = tell(workflow, INPUT);
  const { effects, facts } = story.send('signs.seen');
  expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'signs.seen' });
  expect(facts.disclosure).toBe('signs');
  expect(story.refused('issue.withdrawn', { askedHer: true })).toEqual(['signsAnswered']);
  story.send('signs.answered');
  expect(story.send('issue.withdrawn', { askedHer: true }).isFinal).toBe(true);
});

describe('on every path', () => {
  test('no more is closed than was collected, nothing without a call-back, and every state is reached', () => {
    const { states } = explore(workflow, [INPUT], MOVES, { limitCount: 2000 });
    expect(states.filter((at) => !countsWell(at))).toEqual([]);
    const visited = new Set(states.flatMap(({ entered }) => entered));
    expect(
      nodesOf(workflow.machine)
        .map(pathOf)
        .filter((path) => !visited.has(path)),
    ).toEqual([]);
  });

  test('it ends with no signs left unanswered, and a workflow that lets it is found out', () => {
    expect(endsWithSigns(workflow)).toBe(false);
    expect(endsWithSigns(withoutGuards(workflow, ['signsAnswered']))).toBe(true);
  });

  test('a workflow that closes what is only solved is found out', () => {
    const early = { 'issue.withdrawn': { target: '#issue.closed' } };
    const planted = withTransitions(workflow, 'open.work.solved', early);
    const { states } = explore(planted, [INPUT], MOVES, { limitCount: 2000 });
    expect(states.filter((at) => !countsWell(at)).length).toBeGreaterThan(0);
  });
});

/** 办结 is one exactly in the state of that name, and never more than 收集. */
function countsWell({ state, snapshot: { context } }: Stepped): boolean {
  const isClosed = state.includes('closed');
  return (
    context['closedCount'] === (isClosed ? 1 : 0) &&
    Number(context['closedCount']) <= Number(context['collectedCount'])
  );
}

function endsWithSigns(subject: Workflow): boolean {
  const { edges } = explore(subject, [INPUT], MOVES, { limitCount: 2000 });
  return edges.some(({ from, to }) => to.isFinal && from.state.includes('open.signs.seen'));
}
