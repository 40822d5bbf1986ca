import { INTAKE_INPUT } from '#test/support/intake-moves.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/intake.ts';
import { type Abstraction, isIndifferent, type View } from '../abstraction.ts';
import { ALARM_MOVES, CARE_MOVES, DESK_MOVES, REPORT_MOVES } from './moves.ts';

/** Guards ask whether she is a minor or lacks capacity, never which. */
const lacksCapacity: View = (_, context) =>
  context['minor'] === true || context['capacity'] === 'limited' || context['capacity'] === 'none';
const isHigh: View = (level) => level === 'high';

/** An intake, with all of its regions together. Low and medium differ in periods, which no guard reads. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [INTAKE_INPUT, { ...INTAKE_INPUT, minor: true }],
  unread: (
    'channel callerRelation canTalkNow okToText window survivorName respondentName relation ageGroup anonymous ' +
    'scoreLower scoreUpper gradedAt planRule reviewRule services rightsTold needs reportRule feedbackFrom ' +
    'followUpRule followUpFrom closedAt others household guardianSuspected ' +
    'reportFrom hops contactDoubtful contactThrough ticketCount safePerson conflicts places'
  ).split(' '),
  views: {
    minor: lacksCapacity,
    capacity: isIndifferent,
    priorCases: isIndifferent,
    repeat: isIndifferent,
    risk: (risk) => (risk === 'medium' ? 'low' : risk),
    judged: isHigh,
    // They hold up one way out and change nothing else.
    tickets: isIndifferent,
    followUps: (list) => (Array.isArray(list) ? list.length : 0),
  },
  ids: ['federation', 'officer'],
  moments: [OPENED_AT],
  walks: {
    all: { moves: [...CARE_MOVES, ...ALARM_MOVES, ...REPORT_MOVES] },
    // What is written down beside the work moves none of it: walked by itself, the other walk answers for the states.
    desk: {
      moves: DESK_MOVES,
      inputs: [INTAKE_INPUT],
      blindTo: Object.keys(workflow.machine.root.states),
      views: { tickets: (list) => (Array.isArray(list) ? Math.min(list.length, 2) : 0) },
    },
  },
};
