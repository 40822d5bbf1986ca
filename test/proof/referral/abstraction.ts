import { OPENED_AT } from '#test/support/step-with.ts';
import { HANDOFF_KINDS } from '#workflows/referral/events.ts';
import { workflow } from '#workflows/referral.ts';
import { type Abstraction, isIndifferent, type Move } from '../abstraction.ts';

const sealed = { sealed: 's' };
const atReceiver = { agency: 'court' };

/** A handoff from the federation to the court; `subject` is the track that goes along. */
const handoff = (kind: string, more: object = {}) => ({
  ...{ kind, from: 'federation', to: 'court', fields: [], purpose: sealed, basis: sealed },
  ...more,
});

const subjectIs = (agency: string, isOpen: boolean) => ({
  ...atReceiver,
  tracks: { subject: { agency, isOpen } },
});

/** Each side may try everything, and the track that goes along may have ended or changed hands meanwhile. */
const MOVES: readonly Move[] = [
  ...Object.keys(workflow.events).map((type): Move => [type, {}]),
  ['handoff.accepted', {}, atReceiver],
  ['handoff.accepted', {}, { ...atReceiver, ownerAgency: 'town' }],
  ['handoff.accepted', {}, subjectIs('federation', true)],
  ['handoff.accepted', {}, subjectIs('federation', false)],
  ['handoff.accepted', {}, subjectIs('town', true)],
  ['handoff.declined', { reason: 'no_capacity' }, atReceiver],
  ['handoff.recalled', {}, atReceiver],
];

/** A handoff of each kind. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [
    ...Object.keys(HANDOFF_KINDS).map((kind) => handoff(kind)),
    handoff('referral', { subjectTrack: 'subject' }),
  ],
  unread: ['to', 'answerRule', 'progressNotes'],
  views: {
    // Only a referral takes a track along.
    subjectTrack: (track, context) => context['kind'] === 'referral' && track !== null,
    from: isIndifferent,
  },
  ids: ['federation', 'court', 'subject'],
  moments: [OPENED_AT],
  walks: { all: { moves: MOVES } },
};
