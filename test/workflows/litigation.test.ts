import { describe, expect, test } from 'vitest';
import { strongestFacts } from '#src/base/facts.ts';
import { failingOpeningGuards } from '#src/workflow/opening.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/litigation.ts';

const timer = { role: 'system' } as const;
const DIVORCE = { kind: 'divorce', herRole: 'claimant' } as const;
const SUED = { kind: 'personality_right', herRole: 'respondent' } as const;
const FILED = { filedAt: OPENED_AT };
const JUDGED = { outcome: 'divorce_refused', servedAt: OPENED_AT } as const;
const HEARING = { at: '2026-02-10T09:30:00.000+08:00', mode: 'separated' } as const;
const onHim = { paper: 'summons', addressee: 'respondent', method: 'direct', servedAt: OPENED_AT } as const;
const REVIEW = { level: 'medium', safetyPlanRenewed: true } as const;
const atMedium = { facts: { risk: 'medium' } } as const;

function pending(): Story {
  const story = tell(workflow, DIVORCE);
  story.send('suit.filed', FILED);
  story.send('suit.docketed', {});
  story.send('risk.reviewed', REVIEW, atMedium);
  return story;
}

function refused(): Story {
  const story = pending();
  story.send('judgment.given', JUDGED);
  story.send('judgment.effective', { effectiveAt: OPENED_AT });
  return story;
}

describe('a suit is a danger in itself', () => {
  test.each([
    ['service.planned', { paper: 'summons' }],
    ['summons.served', onHim],
    ['service.failed', { why: 'threatened' }],
    ['hearing.scheduled', HEARING],
    ['hearing.held', { mode: 'online' }],
    ['judgment.given', { outcome: 'divorce_granted', servedAt: OPENED_AT }],
    ['custody.exchanged', { result: 'snatched' }],
  ])('%s makes a review of the risk due at once, and those who protect her hear of it', (type, payload) => {
    const story = pending();
    expect(story.now().facts.dangerPoint).toBe('none');
    const { state, facts, effects } = story.send(type, payload);
    expect(state).toContain('open.review.due');
    expect(facts.dangerPoint).toBe('due');
    for (const to of ['supervisor', 'case_manager']) {
      expect(effects).toContainEqual({ kind: 'notify', to, notice: 'danger.foreseen' });
    }
  });

  test('a summons served on herself is none', () => {
    const story = pending();
    story.send('summons.served', { ...onHim, addressee: 'survivor' });
    expect(story.now().state).toContain('open.review.quiet');
  });

  test('a review states the grade the case has; anything else is no review', () => {
    const story = pending();
    story.send('summons.served', onHim);
    expect(story.refused('risk.reviewed', REVIEW)).toEqual(['levelIsTheCases']);
    expect(story.refused('risk.reviewed', REVIEW, { facts: { risk: 'high' } })).toEqual(['levelIsTheCases']);
    expect(story.send('risk.reviewed', REVIEW, atMedium).state).toContain('open.review.quiet');
  });

  test('a second danger point before the review keeps the earlier clock', () => {
    const story = pending();
    story.send('service.planned', { paper: 'summons' });
    const { entered, exited } = story.send('summons.served', onHim);
    expect([...entered, ...exited].filter((path) => path.startsWith('open.review'))).toEqual([]);
  });

  test('she is safe at court a day before the hearing, and a new date asks anew', () => {
    const story = pending();
    story.send('hearing.scheduled', HEARING);
    expect(story.context()['hearingSafeBy']).toBe('2026-02-09T09:30:00.000+08:00');
    story.send('hearing.secured', { arrangements: ['separate_arrival', 'leaves_first'] });
    expect(story.now().state).toContain('open.suit.pending.scheduled.secured');
    const again = story.send('hearing.scheduled', { ...HEARING, at: '2026-03-03T09:30:00.000+08:00' });
    expect(again.state).toContain('open.suit.pending.scheduled.unsecured');
    expect(again.entered).toContain('open.suit.pending.scheduled');
  });

  test('whoever refuses the hearing stops nothing', () => {
    const story = pending();
    story.send('hearing.scheduled', HEARING);
    expect(story.send('hearing.refused', { by: 'respondent' }).exited).toEqual([]);
    expect(story.send('hearing.held', { mode: 'online', absent: 'respondent' }).state).toContain(
      'open.suit.pending.waiting',
    );
  });
});

describe('filed is not accepted', () => {
  test('the seven days run from the claim, and anew from the day its papers are complete', () => {
    const story = tell(workflow, DIVORCE);
    story.send('suit.filed', FILED);
    expect(workflow.deadlines['docketing']).toMatchObject({ rule: 'C16', anchor: { context: 'filedAt' } });
    story.send('supplement.requested', {});
    const later = '2026-01-09T10:00:00.000+08:00';
    story.send('supplement.supplied', {}, { at: later });
    expect(story.context()['filedAt']).toBe(later);
  });

  test('turned away at the counter is kept, dangerous, and not the end', () => {
    const story = tell(workflow, DIVORCE);
    story.send('suit.filed', FILED);
    const { state } = story.send('filing.refused', { how: 'oral' });
    expect(state).toEqual(['open.review.due', 'open.suit.turnedAway', 'open.support.none']);
    expect(story.send('suit.filed', FILED).state).toContain('open.suit.filed.waiting');
  });
});

describe('a divorce that was refused to her', () => {
  const view = { ownerAgency: 'federation', openTracks: 1, openDeadlines: 0, tracks: {} };
  const actor = { id: 'somebody', role: 'lawyer', agency: 'lawyers' } as const;
  const barred = { ...view, facts: { ...strongestFacts([]), divorceBar: 'running' as const } };
  const failing = (payload: object) => failingOpeningGuards(workflow, { payload, actor, case: barred });

  test('bars the next for six months, which end by themselves', () => {
    const story = refused();
    expect(story.now().facts.divorceBar).toBe('running');
    expect(failing(DIVORCE)).toEqual(['notBarred']);
    expect(story.send('bar.ended', {}, timer).facts.divorceBar).toBe('none');
  });

  test('a breach of the order lifts the bar, and new circumstances open a new suit at once', () => {
    expect(refused().send('bar.lifted', { ground: 'order_breached' }).facts.divorceBar).toBe('none');
    expect(failing({ ...DIVORCE, newCircumstances: 'order_breached' })).toEqual([]);
    const breached = { ...barred, facts: { ...barred.facts, breach: 'yes' as const } };
    expect(failingOpeningGuards(workflow, { payload: DIVORCE, actor, case: breached })).toEqual([]);
  });

  test('bars neither another suit nor an answer to his', () => {
    expect(failing({ ...DIVORCE, kind: 'custody' })).toEqual([]);
    expect(failing({ ...DIVORCE, herRole: 'respondent' })).toEqual([]);
  });

  test('a suit prepared before is held at the door as well', () => {
    const story = tell(workflow, DIVORCE);
    const during = { facts: { divorceBar: 'running' } } as const;
    expect(story.refused('suit.filed', FILED, during)).toEqual(['barIsOver']);
    story.send('suit.filed', { ...FILED, newCircumstances: 'new_violence' }, during);
  });
});

test('a suit against her: she is the respondent of that paper and a survivor everywhere else', () => {
  const story = tell(workflow, SUED);
  expect(story.refused('suit.filed', FILED)).toEqual(['sheSues']);
  const { state, facts } = story.send('claim.received', { receivedAt: OPENED_AT });
  expect(state).toContain('open.suit.pending.waiting');
  expect(Object.keys(facts).sort()).toEqual(['dangerPoint', 'divorceBar', 'litigation']);
  story.send('judgment.given', { outcome: 'granted', servedAt: OPENED_AT });
  expect(story.send('judgment.effective', { effectiveAt: OPENED_AT }).state).toContain('open.suit.over');
  expect(story.refused('judgment.given', JUDGED)).toEqual(['event_not_in_state']);
});

test('while an order or a lock holds, nothing that was settled is paid from hand to hand', () => {
  const settled = (payBy: string) => ({ outcome: 'settled', servedAt: OPENED_AT, payBy });
  for (const facts of [{ protectionOrder: 'in_force' }, { location: 'locked' }] as const) {
    expect(pending().refused('judgment.given', settled('handed'), { facts })).toEqual(['paymentHidden']);
    expect(pending().send('judgment.given', settled('bank'), { facts }).state).toContain('open.suit.over');
  }
  expect(pending().send('judgment.given', settled('handed')).state).toContain('open.suit.over');
});

test('what is handed in is known by its kind, whoever brought it', () => {
  const story = pending();
  story.send('evidence.added', { kind: 'reports_to_bodies', origin: 'unit' });
  story.send('evidence.added', { kind: 'medical' });
  expect(story.context()['evidence']).toEqual(['medical', 'reports_to_bodies']);
});

test.each([
  [['judge', 'counsellor'], false],
  [['judge', 'respondent'], true],
])('what a child says with %j in the room is doubted: %s', (present, isDoubted) => {
  const story = tell(workflow, { kind: 'custody', herRole: 'claimant' });
  const { effects } = story.send('child.heard', { wish: 'with_him', present });
  const doubted = effects.some((effect) => effect.kind === 'notify' && effect.notice === 'wish.doubtful');
  expect(doubted).toBe(isDoubted);
});
