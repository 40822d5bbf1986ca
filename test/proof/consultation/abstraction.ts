import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/consultation.ts';
import type { ConsultationContext } from '#workflows/consultation/context.ts';
import { type Abstraction, isSome, type Move, viewOf } from '../abstraction.ts';

/** Three can be ruled out in one search; there is always another. */
const LAWYERS = ['lawyer-1', 'lawyer-2', 'lawyer-3', 'lawyer-4'];

/** Whether somebody works it, and whether that is somebody who must not. */
const lawyer = viewOf<string | null>((who, context) => [
  who !== null,
  (context as unknown as ConsultationContext).ruledOut.includes(who ?? ''),
]);

/** One payload for each kind that a guard tells apart; every other event has one. */
const PAYLOADS: { readonly [type: string]: readonly object[] } = {
  'lawyer.assigned': LAWYERS.map((who) => ({ lawyer: who })),
  'session.held': [{ minutes: 30, channel: 'phone' }],
  'draft.made': [{ document: 'evidence_list' }],
  'aid.refused': [{ reason: 'means' }, { reason: 'conditions_not_met' }, { reason: 'not_in_scope' }],
  'aid.assigned': [{}, ...LAWYERS.map((who) => ({ lawyer: who }))],
};

const movesOf = (type: string): Move[] =>
  (PAYLOADS[type] ?? [{}]).flatMap((payload): Move[] =>
    type === 'conflict.discovered'
      ? ['somebody', ...LAWYERS].map((person): Move => [type, payload, { person }])
      : [[type, payload]],
  );

/** A consultation; lawyers are told apart by who works it and who was ruled out. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [{ clientAgrees: true }],
  unread: (
    'respondentName respondentIdHash highRisk minor candidate assignmentRule conflictRule sessions minutes drafts ' +
    'aidReceivedAt voucher meetingRule'
  ).split(' '),
  views: { lawyer, ruledOut: isSome },
  ids: [...LAWYERS, 'somebody'],
  moments: [OPENED_AT],
  walks: { all: { moves: Object.keys(workflow.events).flatMap(movesOf) } },
};
