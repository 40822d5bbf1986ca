import { describe, expect, test } from 'vitest';
import { CALL, CLEAN, DELIVERED, EDUCATED, LETTER, MEDIATED, SCENE } from '#test/support/letter-moves.ts';
import { type Circumstances, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/warning-letter.ts';

const TIMER = { role: 'system' } as const;
const sealed = { sealed: 's' };
function deciding(input: object = CALL, scene: object = SCENE, always: Circumstances = {}): Story {
  const story = tell(workflow, input, always);
  story.send('scene.reached', scene);
  return story;
}

function delivered(input: object = CALL): Story {
  const story = deciding(input);
  story.send('letter.issued', LETTER);
  story.send('letter.delivered', DELIVERED);
  return story;
}

const isIn = (story: Story, path: string) => story.now().state.includes(path);

describe('the answer of the police', () => {
  test('is due seventy-two hours after the report was accepted, not after the call', () => {
    const story = deciding(CALL, { ...SCENE, acceptedAt: '2026-01-05T08:00:00.000+08:00' });
    expect(story.context()).toMatchObject({
      acceptedAt: '2026-01-05T08:00:00.000+08:00',
      appraisalRule: 'P16',
    });
  });

  test('an opinion on injuries has a day of its own, or seven, and takes none of the seventy-two hours', () => {
    const story = deciding();
    expect(story.refused('appraisal.received')).toEqual(['opinionAwaited']);
    story.send('appraisal.commissioned', { complex: true });
    expect(story.context()['opinionAwaited']).toMatchObject([{ id: 'opinion', rule: 'P16d' }]);
    story.send('appraisal.received');
    expect(story.context()['opinionAwaited']).toEqual([]);
    story.send('appraisal.commissioned');
    expect(story.context()['opinionAwaited']).toMatchObject([{ rule: 'P16b' }]);
  });

  test('before the opinion of 2024 there was no such period and no such bar', () => {
    const story = deciding({ ...CALL, priorReports: 3 }, SCENE, { at: '2024-12-05T23:59:00.000+08:00' });
    expect(story.send('letter.issued', LETTER).state).toEqual(['issued']);
  });

  test.each([
    [{ admits: true, victimStatement: false, witness: false }, false],
    [{ admits: true, victimStatement: false, witness: true }, true],
    [{ admits: false, victimStatement: true }, false],
    [{ admits: false, victimStatement: true, evidence: ['medical'] }, true],
    [{ admits: false, victimStatement: false, evidence: ['medical'] }, false],
  ])('facts %o are enough: %s', (more, isEnough) => {
    const story = deciding();
    if (isEnough) story.send('letter.issued', { ...LETTER, ...more });
    else expect(story.refused('letter.issued', { ...LETTER, ...more })).toEqual(['factTestMet']);
  });

  test.each([
    ['he does not stop before the police', CALL, { ...SCENE, wontStop: true }, {}],
    ['it is the third time', { ...CALL, priorReports: 2 }, SCENE, {}],
    ['there was violence during mediation', CALL, SCENE, { mediationViolence: 'yes' }],
    ['there was a letter before', CALL, SCENE, { policeHistory: 'warned' }],
    ['the police had reconciled them before', CALL, SCENE, { policeHistory: 'mediated' }],
    ['he was punished before', CALL, SCENE, { punished: 'yes' }],
  ] as const)('no letter and no criticism where he must be punished: %s', (_why, input, scene, facts) => {
    const story = deciding(input, scene, { facts });
    expect(story.refused('letter.issued', LETTER)).toEqual(['notToBePunished']);
    expect(story.refused('offender.educated', EDUCATED)).toContain('notToBePunished');
    const { effects } = story.send('case.punished');
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'start_track', workflow: 'enforcement' }));
  });

  test('criticism alone needs a first and light case, freely forgiven, and a reason where a letter is due', () => {
    const second = deciding({ ...CALL, priorReports: 1 });
    expect(second.refused('offender.educated', EDUCATED)).toContain('lightAndFirst');
    const forgiven = deciding();
    const light = { ground: 'light_forgiven' };
    expect(forgiven.refused('offender.educated', light)).toEqual(['lightAndFirst']);
    const pregnant = deciding({ ...CALL, fragile: ['pregnant'] });
    expect(pregnant.refused('offender.educated', EDUCATED)).toEqual(['letterNotDue']);
    expect(pregnant.send('offender.educated', { ...EDUCATED, whyNoLetter: sealed }).facts.policeHistory).toBe(
      'educated',
    );
    const asked = deciding();
    asked.send('letter.requested');
    expect(asked.refused('offender.educated', EDUCATED)).toEqual(['letterNotDue']);
    expect(forgiven.send('offender.educated', { ...light, forgivenAlone: true }).state).toEqual(['educated']);
  });

  test.each([
    [{}, {}, true],
    [{ priorReports: 1 }, {}, false],
    [{}, { risk: 'high' }, false],
    [{}, { protectionOrder: 'applied' }, false],
    [{}, { policeHistory: 'educated' }, false],
  ] as const)('mediated with %o and %o: %s', (more, facts, isAllowed) => {
    const story = deciding({ ...CALL, ...more }, SCENE, { facts });
    if (isAllowed) expect(story.send('dispute.mediated', MEDIATED).state).toEqual(['mediated']);
    else expect(story.refused('dispute.mediated', MEDIATED)).toEqual(['mediable']);
  });

  test('a shortcut that was taken anyway is put on record, and the answer is still owed', () => {
    const story = deciding({ ...CALL, priorReports: 7 });
    const { state, exited, facts, effects } = story.send('decision.disputed', { kind: 'mediated' });
    expect([state, exited]).toEqual([['deciding.scene'], []]);
    expect(facts.mediationMisuse).toBe('flagged');
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'handling.disputed' });
  });

  test('his call first proves nothing: nothing milder than a letter before she was heard apart', () => {
    const story = deciding({ ...CALL, reporter: 'respondent' }, { ...SCENE, separated: false });
    expect(story.refused('offender.educated', EDUCATED)).toEqual(['victimHeard']);
    expect(story.refused('dispute.mediated', MEDIATED)).toEqual(['victimHeard']);
    expect(story.refused('case.dismissed', { reasonsTold: true })).toEqual(['victimHeard']);
    story.send('victim.heard', { apart: true });
    story.send('case.dismissed', { reasonsTold: true });
  });

  test('turned away, or sent to another station, she has a clock and not a walk', () => {
    const story = tell(workflow, CALL);
    story.send('report.transferred');
    story.send('report.turnedaway', { said: sealed });
    expect(story.send('report.renewed').state).toEqual(['dispatched']);
  });
});

describe('after the letter', () => {
  test('refusing to sign is delivery only with a note and a recording', () => {
    const story = deciding();
    story.send('letter.issued', LETTER);
    const refusal = { ...DELIVERED, signed: false, refusalNoted: true };
    expect(story.refused('letter.delivered', refusal)).toEqual(['deliveredProperly']);
    expect(story.send('letter.delivered', { ...refusal, recorded: true }).facts.warningLetter).toBe(
      'monitoring',
    );
  });

  test('each of the three bodies is told, each with its own clock', () => {
    const story = delivered();
    expect(story.context()['unnotified']).toEqual([
      { id: 'committee' },
      { id: 'federation' },
      { id: 'governance' },
    ]);
    story.send('notice.acknowledged', { body: 'federation' });
    expect(story.refused('notice.acknowledged', { body: 'federation' })).toContain('bodyUntold');
    story.send('notice.acknowledged', { body: 'committee' });
    story.send('notice.acknowledged', { body: 'governance' });
    expect(isIn(story, 'delivered.notices.done')).toBe(true);
  });

  test.each([
    [false, 4],
    [true, 3],
  ])('three clean visits end it; the first counts: %s', (countFirst, visits) => {
    const story = delivered({ ...CALL, countFirst });
    for (const body of ['committee', 'federation', 'governance']) story.send('notice.acknowledged', { body });
    for (let made = 1; made < visits; made += 1) {
      story.send('visit.made', CLEAN);
      expect(isIn(story, 'delivered.visits.watching.later')).toBe(true);
    }
    expect(story.send('visit.made', CLEAN).state).toEqual(['ended']);
  });

  test('a visit without asking her apart is no clean visit', () => {
    expect(delivered().refused('visit.made', { ...CLEAN, victimApart: false })).toContain('foundClean');
  });

  test('a visit that finds nobody leaves the clock running', () => {
    const story = delivered();
    const { exited } = story.send('visit.made', { ...CLEAN, finding: 'not_seen' });
    expect(exited).toEqual([]);
  });

  test('an overdue visit climbs from the station to the federation to the procuratorate, and ends there', () => {
    const story = delivered();
    story.send('visit.missed', {}, TIMER);
    story.send('ladder.raised', {}, TIMER);
    story.send('ladder.raised', {}, TIMER);
    expect(isIn(story, 'delivered.visits.watching.overdue.procuratorate')).toBe(true);
    expect(story.refused('ladder.raised', {}, TIMER)).toEqual(['event_not_in_state']);
    story.send('visit.made', CLEAN);
    expect(isIn(story, 'delivered.visits.watching.later')).toBe(true);
  });

  test('the file moves with the household, and the clock of the first visit still runs from the letter', () => {
    const story = delivered();
    story.send('household.moved', { district: 'other' });
    story.send('file.received');
    expect(isIn(story, 'delivered.visits.watching.first')).toBe(true);
    story.send('visit.made', CLEAN);
    story.send('household.moved', { district: 'own' });
    story.send('file.received');
    expect(isIn(story, 'delivered.visits.watching.later')).toBe(true);
  });

  test('violence again starts from nothing and must be punished', () => {
    const story = delivered();
    story.send('visit.made', CLEAN);
    story.send('visit.made', CLEAN);
    const { facts } = story.send('visit.made', { ...CLEAN, finding: 'repeat' });
    expect(facts).toMatchObject({ warningLetter: 'violated', policeHistory: 'warned' });
    expect(story.context()['clean']).toBe(0);
    expect(story.refused('letter.issued', LETTER)).toEqual(['event_not_in_state']);
    expect(story.refused('visit.made', CLEAN)).toEqual(['event_not_in_state']);
    const { effects } = story.send('case.punished', {}, { facts: { protectionOrder: 'in_force' } });
    expect(effects).toContainEqual({
      kind: 'start_track',
      workflow: 'enforcement',
      input: {
        basis: 'letter',
        respondent: 'r1',
        source: 'police',
        acts: ['violence'],
        victim: [],
        orderInForce: true,
      },
    });
  });
});
