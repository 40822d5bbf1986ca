import { describe, expect, test } from 'vitest';
import { strongestFacts } from '#src/base/facts.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import { failingOpeningGuards } from '#src/workflow/opening.ts';
import { tell } from '#test/support/step-with.ts';
import { handoffStatusOf, statesOfStatus } from '#workflows/referral/handoff-status.ts';
import { workflow } from '#workflows/referral.ts';

const timer = { role: 'system' } as const;
const atCourt = { role: 'court_liaison', agency: 'court' } as const;

function handoff(kind: 'referral' | 'transfer' | 'notice', more: object = {}) {
  const basis = '当事人同意';
  return { kind, from: 'federation', to: 'court', purpose: { sealed: 'p' }, basis, fields: [], ...more };
}

function told(effects: readonly object[], notice: string) {
  return ['federation', 'court'].every((agency) =>
    effects.some(
      (effect) => JSON.stringify(effect) === JSON.stringify({ kind: 'notify', to: { agency }, notice }),
    ),
  );
}

test('a written result says what help was given, with its amount and decision', () => {
  const story = tell(workflow, handoff('referral'));
  story.send('handoff.accepted', {}, atCourt);
  const help = { granted: ['judicial_aid', 'schooling'], amountFen: 2_300_000, decisionNo: { sealed: 'd' } };
  expect(story.send('result.written', { text: { sealed: 't' }, ...help }, atCourt).state).toEqual(['done']);
});

describe('an offered handoff', () => {
  test('stays with the sender, is offered to the receiver, and asks a worker to confirm delivery', () => {
    const { state, effects, facts } = tell(workflow, handoff('transfer')).now();
    expect(state).toEqual(['offered.sending']);
    expect(effects).toContainEqual({ kind: 'assign', agency: 'federation', candidate: 'court' });
    expect(effects).toContainEqual({ kind: 'send_later', event: 'handoff.delivered' });
    expect(told(effects, 'handoff.offered')).toBe(true);
    expect(facts.transfer).toBe('offered');
  });

  test('its clock starts with the offer and not with the delivery', () => {
    const story = tell(workflow, handoff('referral'));
    const { entered, exited, effects } = story.send('handoff.delivered', {}, timer);
    expect([entered, exited]).toEqual([['offered.delivered'], ['offered.sending']]);
    expect(told(effects, 'handoff.delivered')).toBe(true);
  });

  test.each([
    ['very_urgent', 'R8now'],
    ['urgent', 'R8urgent'],
    ['slightly_urgent', 'R8'],
    [undefined, 'R8'],
  ])('urgency %s is answered within %s', (urgency, rule) => {
    const story = tell(workflow, handoff('referral', urgency === undefined ? {} : { urgency }));
    expect(story.context()['answerRule']).toBe(rule);
  });

  test('a referral that is accepted is worked by the receiver, with its track', () => {
    const story = tell(workflow, handoff('referral', { subjectTrack: 'track' }));
    const tracks = { track: { agency: 'federation', isOpen: true } };
    const { state, effects } = story.send('handoff.accepted', {}, { ...atCourt, tracks });
    expect(state).toEqual(['accepted']);
    expect(effects).toContainEqual({ kind: 'assign', agency: 'court', candidate: null });
    expect(effects).toContainEqual({ kind: 'assign', track: 'track', agency: 'court' });
    expect(told(effects, 'handoff.accepted')).toBe(true);
    expect(effects.map(({ kind }) => kind)).not.toContain('transfer_case');
    story.send('progress.noted', { text: { sealed: 't' } }, atCourt);
    expect(story.send('result.written', { text: { sealed: 't' } }, atCourt).state).toEqual(['done']);
  });

  test.each([
    ['moved on', { track: { agency: 'police', isOpen: true } }],
    ['ended', { track: { agency: 'federation', isOpen: false } }],
    ['never was', {}],
  ])('a track that has %s meanwhile does not go along', (_, tracks) => {
    const story = tell(workflow, handoff('referral', { subjectTrack: 'track' }));
    expect(story.refused('handoff.accepted', {}, { ...atCourt, tracks })).toContain('trackStillSenders');
  });

  test('a transfer that is accepted moves the case, and it is over', () => {
    const story = tell(workflow, handoff('transfer'));
    const { isFinal, state, effects, facts } = story.send('handoff.accepted', {}, atCourt);
    expect([isFinal, state]).toEqual([true, ['transferred']]);
    expect(effects).toContainEqual({ kind: 'transfer_case', to: 'court' });
    expect(facts.transfer).toBe('none');
  });

  test('a transfer is refused when the sender no longer owns the case', () => {
    const story = tell(workflow, handoff('transfer'));
    const elsewhere = { ...atCourt, ownerAgency: 'town' };
    expect(story.refused('handoff.accepted', {}, elsewhere)).toContain('senderStillOwns');
  });

  test('a notice is acknowledged and nothing else changes hands', () => {
    const { state, effects } = tell(workflow, handoff('notice')).send('handoff.accepted', {}, atCourt);
    expect(state).toEqual(['acknowledged']);
    expect(effects).toContainEqual({ kind: 'assign', candidate: null });
    expect(effects.some((effect) => 'agency' in effect)).toBe(false);
  });

  test('only the sender recalls', () => {
    const story = tell(workflow, handoff('referral'));
    expect(story.refused('handoff.recalled', {}, atCourt)).toEqual(['bySender']);
    expect(story.send('handoff.recalled').state).toEqual(['recalled']);
  });

  test('a referral that is returned stays the sender’s task until it is arranged elsewhere', () => {
    const story = tell(workflow, handoff('referral'));
    expect(story.send('handoff.declined', { reason: 'no_capacity' }, atCourt).state).toEqual(['returned']);
    expect(handoffStatusOf(story.now().state)).toBe('declined');
    expect(story.refused('matter.rerouted', { how: 'again' }, atCourt)).toEqual(['bySender']);
    expect(story.send('matter.rerouted', { how: 'other_agency' }).isFinal).toBe(true);
    expect(handoffStatusOf(story.now().state)).toBe('declined');
  });

  test('a transfer or a notice that is declined leaves nothing to arrange', () => {
    for (const kind of ['transfer', 'notice'] as const) {
      const { isFinal } = tell(workflow, handoff(kind)).send(
        'handoff.declined',
        { reason: 'wrong_area' },
        atCourt,
      );
      expect(isFinal).toBe(true);
    }
  });

  test('unanswered it expires, and both sides and the supervisor hear of it', () => {
    const { state, effects } = tell(workflow, handoff('referral')).send('handoff.expired', {}, timer);
    expect(state).toEqual(['expired']);
    expect(told(effects, 'handoff.expired')).toBe(true);
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'handoff.expired' });
  });
});

describe('who may offer one', () => {
  const actor = { id: 'somebody', role: 'case_manager', agency: 'federation' } as const;
  const view = {
    facts: strongestFacts([]),
    ownerAgency: 'federation',
    openTracks: 1,
    openDeadlines: 0,
    tracks: {},
  };

  test('anybody in the name of their own agency, to another', () => {
    expect(failingOpeningGuards(workflow, { payload: handoff('referral'), actor, case: view })).toEqual([]);
    const forged = handoff('referral', { from: 'court' });
    expect(failingOpeningGuards(workflow, { payload: forged, actor, case: view })).toEqual([
      'sentByOwnAgency',
      'toAnotherAgency',
    ]);
  });

  test('only the owner transfers, and not while another transfer is offered', () => {
    const payload = handoff('transfer');
    const owned = { ...view, ownerAgency: 'town' };
    expect(failingOpeningGuards(workflow, { payload, actor, case: owned })).toEqual(['transferredByOwner']);
    const offered = { ...view, facts: { ...view.facts, transfer: 'offered' as const } };
    expect(failingOpeningGuards(workflow, { payload, actor, case: offered })).toEqual(['oneTransferAtATime']);
    expect(failingOpeningGuards(workflow, { payload: handoff('notice'), actor, case: offered })).toEqual([]);
  });
});

test('every leaf state belongs to one status', () => {
  const leaves = nodesOf(workflow.machine).filter(({ type }) => type === 'atomic' || type === 'final');
  const statuses = ['offered', 'accepted', 'declined', 'recalled', 'expired'] as const;
  expect(statuses.flatMap((status) => [...statesOfStatus(status)]).sort()).toEqual(leaves.map(pathOf).sort());
  expect(() => handoffStatusOf(['matching.requested'])).toThrow('no handoff');
});
