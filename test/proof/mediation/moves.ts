import { consentOf, PASSED, RECORDED, SCHEDULED, SIGNED } from '#test/support/mediation-moves.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import type { Move } from '../abstraction.ts';

/** Whether violence was light and for the first time decides what the risk may be. */
export const TALKS: readonly Move[] = [
  ['screening.passed', PASSED],
  ['screening.passed', { ...PASSED, violence: 'light_first' }],
  ['consent.given', consentOf('survivor')],
  ['consent.given', consentOf('respondent')],
  ['session.scheduled', SCHEDULED],
  ['session.opened'],
  ['session.closed'],
  ['session.missed', { party: 'respondent' }],
  ['agreement.signed', SIGNED],
  ['mediation.recorded', RECORDED],
  ['mediation.recorded', { ...RECORDED, agreed: false }],
  ['mediation.recorded', { ...RECORDED, waives: ['police_report'] }],
  ['mediation.failed', { reason: 'no_agreement' }],
  ['period.ended'],
];

/** Every way out, and what comes after an agreement. */
export const ENDINGS: readonly Move[] = [
  ['mediation.locked'],
  ['screening.barred', { grounds: ['coercion'] }],
  ['party.refused', { party: 'survivor', ground: 'refuses' }],
  ['violence.occurred', { kind: 'threat' }],
  ['police.reported', { madeAt: OPENED_AT }],
  ['violence.disclosed'],
  ['mediation.resumed', { reassessedAt: OPENED_AT }],
  ['rights.told', { ways: ['police'], spokenAlone: true }],
  ['misuse.answered', { measure: 'urged' }],
  ['confirmation.applied', { jointly: true }],
  ['confirmation.waived'],
  ['confirmation.expired'],
  ['confirmation.granted'],
  ['confirmation.refused'],
  ['followup.held', { askedAlone: true }],
  ['agreement.fulfilled', { confirmedByHer: true }],
  ['agreement.breached'],
];
