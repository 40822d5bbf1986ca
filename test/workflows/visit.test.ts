import { describe, expect, test } from 'vitest';
import { fits } from '#src/workflow/check-input.ts';
import { OPENED_AT, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/visit.ts';

const INPUT = { purpose: 'care' };
const TEAM = { lead: 'one', second: 'two', safetyChecked: true };
const SEEN = { subject: 'adult', signs: ['fear'], notAskedBeforeOthers: true, safeContactAgreed: true };
const OF_A_CHILD = { ...SEEN, subject: 'minor' };
const REPORT = { receiptNo: { sealed: 'r' }, madeAt: OPENED_AT };
const WRITTEN = { newViolence: false, issueCount: 2 };
const VISITED = { visitedAt: OPENED_AT, seenAlone: true };

describe('the team', () => {
  test.each([[{ lead: 'one', safetyChecked: true }], [{ lead: 'one', second: 'one', safetyChecked: true }]])(
    '%j is one person and does not go',
    (team) => {
      expect(tell(workflow, INPUT).refused('team.assigned', team)).toEqual(['teamOfTwo']);
    },
  );

  test.each([
    [TEAM],
    [{ lead: 'one', others: [{ unit: 'police', count: 1 }], safetyChecked: true }],
    [
      {
        ...TEAM,
        others: [
          { unit: 'court', count: 2 },
          { unit: 'education', count: 1 },
        ],
      },
    ],
  ])('%j goes, whatever agencies it joins', (team) => {
    const { effects } = tell(workflow, INPUT).send('team.assigned', team);
    expect(effects).toContainEqual({ kind: 'assign', assignee: 'one' });
  });
});

describe('a door that stays shut', () => {
  test('starts the clock anew, and after the third a supervisor decides', () => {
    const story = tell(workflow, INPUT);
    for (const type of ['household.absent', 'entry.refused']) {
      story.send('team.assigned', TEAM);
      const { entered, exited } = story.send(type, { noNoteLeft: true });
      expect(entered).toContain('open.work.ahead');
      expect(exited).toContain('open.work.ahead');
    }
    story.send('team.assigned', TEAM);
    expect(story.send('household.absent', { noNoteLeft: true }).state).toContain('open.work.undecided');
  });
});

describe('danger', () => {
  test('is left and reported before anything else is decided', () => {
    const story = tell(workflow, INPUT);
    story.send('team.assigned', TEAM);
    const { effects } = story.send('danger.met', { kind: 'weapon', left: true });
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'emergency.declared' });
    expect(workflow.deadlines['dangerReport']).toMatchObject({ rule: 'H87' });
    expect(story.refused('visit.abandoned', { reason: 'unsafe' }, { role: 'supervisor' })).toEqual([
      'dangerReported',
    ]);
    expect(story.send('danger.reported', { toPolice: true }).state).toContain('open.work.undecided');
  });

  test('is only met by leaving', () => {
    const schema = workflow.events['danger.met']?.payload;
    expect(schema && fits(schema, { kind: 'weapon', left: false })).toBe(false);
  });
});

describe('signs of violence', () => {
  test('are told to those who answer for the case, and start nothing', () => {
    const { effects, facts } = tell(workflow, INPUT).send('signs.seen', SEEN);
    expect(effects).toEqual([
      { kind: 'notify', to: 'case_manager', notice: 'signs.seen' },
      { kind: 'notify', to: 'supervisor', notice: 'signs.seen' },
    ]);
    expect(facts).toMatchObject({ disclosure: 'signs', mandatoryReport: 'none' });
  });

  test('keep the visit open until they have been taken up', () => {
    const story = tell(workflow, INPUT);
    story.send('team.assigned', TEAM);
    story.send('household.visited', VISITED);
    story.send('signs.seen', SEEN);
    story.send('visit.recorded', WRITTEN);
    expect(story.refused('visit.closed')).toEqual(['signsAnswered']);
    story.send('signs.answered', { spokenAlone: true });
    expect(story.send('visit.closed').isFinal).toBe(true);
  });

  test('on a child owe a report at once; on somebody without capacity too; both clocks run', () => {
    const story = tell(workflow, INPUT);
    const { state, facts } = story.send('signs.seen', { ...SEEN, subject: 'limited_capacity' });
    expect([state.includes('open.report.due'), facts.mandatoryReport]).toEqual([true, 'due']);
    story.send('signs.seen', OF_A_CHILD);
    expect(story.context()).toMatchObject({ childrenOwed: [{ id: 'minor' }] });
    expect(story.context()).toMatchObject({ adultsOwed: [{ id: 'limited_capacity' }] });
    expect(workflow.deadlines['childReport']).toMatchObject({ rule: 'R2p', per: 'childrenOwed' });
    expect(story.send('report.filed', REPORT).facts.mandatoryReport).toBe('reported');
    expect(story.context()).toMatchObject({ childrenOwed: [], adultsOwed: [] });
  });
});

test('a case at high risk is visited every three days, whatever is ticked', () => {
  const story = tell(workflow, INPUT);
  expect(story.context()['visitRule']).toBe('H86');
  story.send('team.assigned', TEAM);
  story.send('household.visited', VISITED);
  story.send('visit.recorded', WRITTEN);
  story.send('visit.repeated', { highRisk: false }, { facts: { risk: 'high' } });
  expect(story.context()['visitRule']).toBe('H86high');
});

test('a household is one, however often somebody was let in', () => {
  const story = tell(workflow, { ...INPUT, campaign: 'spring' });
  for (let round = 0; round < 3; round += 1) {
    story.send('team.assigned', TEAM);
    story.send('household.visited', VISITED);
    story.send('visit.recorded', WRITTEN);
    story.send('visit.repeated', { highRisk: true });
  }
  expect(story.context()).toMatchObject({
    entries: 3,
    issueCount: 6,
    campaign: 'spring',
    visitRule: 'H86high',
  });
});
