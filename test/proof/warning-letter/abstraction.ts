import { CALL, CLEAN, DELIVERED, EDUCATED, LETTER, MEDIATED, SCENE } from '#test/support/letter-moves.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/warning-letter.ts';
import type { LetterContext } from '#workflows/warning-letter/context.ts';
import {
  type Abstraction,
  capped,
  isIndifferent,
  isSome,
  type Move,
  type View,
  viewOf,
} from '../abstraction.ts';

/** A day before 公通字〔2024〕34号: there was no bar on a letter then. */
export const BEFORE_OPINION = '2024-12-05T09:00:00.000+08:00';

const sealed = { sealed: 's' };
const YES_OR_NO = [true, false];

/** Until the police have answered; no guard after a letter asks for it. */
const untilAnswered = (view: View): View =>
  viewOf((value, context) => (context['outcome'] === 'open' ? view(value as never, context) : null));

/** Whatever makes a letter generally due is as good as anything else that does. */
const isLetterDue = untilAnswered((_, context) => {
  const { fragile, publicPlace, letterAsked } = context as unknown as LetterContext;
  return fragile.length > 0 || publicPlace || letterAsked;
});

/** One payload for each kind that a guard tells apart; every other event has one. */
const PAYLOADS: { readonly [type: string]: readonly object[] } = {
  'scene.reached': YES_OR_NO.flatMap((separated) =>
    YES_OR_NO.flatMap((wontStop) =>
      YES_OR_NO.map((publicPlace) => ({ ...SCENE, separated, wontStop, publicPlace })),
    ),
  ),
  'report.accepted': [{ receipt: true, injured: false }],
  'report.turnedaway': [{ said: sealed }],
  'report.abandoned': [{ spokenAlone: true }],
  'victim.heard': [{ apart: true }],
  'decision.disputed': [{ kind: 'nothing' }, { kind: 'mediated' }],
  'letter.issued': [LETTER, { ...LETTER, admits: false }],
  'offender.educated': [EDUCATED, { ground: 'light_forgiven' }, { ...EDUCATED, whyNoLetter: sealed }],
  'dispute.mediated': [MEDIATED],
  'case.dismissed': [{ reasonsTold: true }],
  'letter.delivered': [DELIVERED, { ...DELIVERED, signed: false }],
  'notice.acknowledged': ['committee', 'federation', 'governance'].map((body) => ({ body })),
  'visit.made': [
    CLEAN,
    { ...CLEAN, victimApart: false },
    { ...CLEAN, finding: 'repeat' },
    { ...CLEAN, finding: 'not_seen' },
  ],
  'household.moved': [{ district: 'other' }],
  'monitoring.ended': [{ who: 'victim' }],
};

/** A call to the police, from it to the last visit; how often they were called before, and whom he harmed. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [0, 1, 2].flatMap((priorReports) =>
    [[], ['pregnant']].flatMap((fragile) =>
      YES_OR_NO.map((countFirst) => ({ ...CALL, priorReports, fragile, countFirst })),
    ),
  ),
  unread: 'relation reporter awaitedFrom acceptedAt appraisalRule shortcuts deliveredAt lastVisitAt'.split(
    ' ',
  ),
  views: {
    priorReports: untilAnswered(capped(2)),
    fragile: isLetterDue,
    publicPlace: isIndifferent,
    letterAsked: isIndifferent,
    heardApart: untilAnswered((value) => value),
    wontStop: untilAnswered((value) => value),
    opinionAwaited: isSome,
  },
  ids: ['r1'],
  moments: [OPENED_AT, BEFORE_OPINION],
  walks: {
    all: {
      moves: [
        ...Object.keys(workflow.events).flatMap((type) =>
          (PAYLOADS[type] ?? [{}]).map((payload): Move => [type, payload]),
        ),
        ['letter.issued', LETTER, { at: BEFORE_OPINION }],
      ],
    },
  },
};
