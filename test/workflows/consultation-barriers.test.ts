import { expect, test } from 'vitest';
import { type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/consultation.ts';

const supervisor = { role: 'supervisor' } as const;
const lawyer = { role: 'lawyer', person: 'lawyer-1' } as const;
const aid = { role: 'legal_aid', agency: 'legal-aid' } as const;

function engaged(): Story {
  const story = tell(workflow, { clientAgrees: true });
  story.send('lawyer.assigned', { lawyer: 'lawyer-1' }, supervisor);
  story.send('conflict.cleared', {}, lawyer);
  story.send('offer.accepted', {}, lawyer);
  return story;
}

function applied(payload: object = {}, at = '2026-01-05T09:00:00.000+08:00'): Story {
  const story = engaged();
  story.send('representation.needed', {}, lawyer);
  story.send('aid.applied', payload, { ...lawyer, at });
  return story;
}

test('a client who cannot be seen is looked for; the matter waits for her', () => {
  const story = engaged();
  const { state, effects } = story.send('client.unreachable', { why: 'confined' }, lawyer);
  expect(state).toEqual(['counsel.unreachable']);
  expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'wish.doubtful' });
  expect(story.refused('advice.given', { memo: { sealed: 'm' } }, lawyer)).toEqual(['event_not_in_state']);
  expect(story.send('client.reached', { spokenAlone: true }).state).toEqual(['counsel.engaged.waiting']);
});

test('so is one whose legal-aid lawyer cannot meet her', () => {
  const story = applied();
  story.send('aid.granted', {}, aid);
  story.send('aid.assigned', { lawyer: 'lawyer-2' }, aid);
  expect(story.send('client.unreachable', { why: 'kept_away' }, lawyer).state).toEqual([
    'legalAid.unreachable',
  ]);
  expect(story.send('client.met', {}, aid).state).toEqual(['legalAid.inProgress']);
});

test('nobody is refused aid for her means', () => {
  expect(applied().refused('aid.refused', { reason: 'means' }, aid)).toEqual(['notForMeans']);
  expect(applied().send('aid.refused', { reason: 'not_competent' }, aid).state).toEqual(['legalAid.refused']);
});

test.each([
  ['2024-12-05T23:59:00.000+08:00', null],
  ['2024-12-06T00:00:00.000+08:00', 'warning_letter'],
])('a warning letter shown at %s is a voucher: %s', (at, voucher) => {
  expect(applied({ voucher: 'warning_letter' }, at).context()['voucher']).toBe(voucher);
});

test('an order or a record of the police always was one', () => {
  const at = '2022-03-01T09:00:00.000+08:00';
  expect(applied({ voucher: 'police_paper' }, at).context()['voucher']).toBe('police_paper');
});
