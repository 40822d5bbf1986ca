import { ANONYMOUS, HANDLED_HERE, REPORT, scale, WITHDRAWAL } from '#test/support/intake-moves.ts';
import type { Move } from '../abstraction.ts';

const reason = { sealed: 'reason' };
const plan = (name: string, more: object = {}) => ({
  services: [{ service: name, consent: true }],
  officer: 'officer',
  declined: ['protection-order', 'shelter'],
  ...more,
});
const judged = (to: string) => ({ override: { to, reason } });

/** The contact, the assessment, closing and the time after. */
export const CARE_MOVES: readonly Move[] = [
  ['call.answered'],
  ['talk.postponed'],
  ['safety.confirmed'],
  ['caller.reached'],
  ['call.unanswered'],
  ['welfare.requested'],
  ['contact.abandoned', { reason: 'no_trace' }],
  ['caller.informed', { rightsTold: true, legalAidTold: true }],
  ['caller.registered', ANONYMOUS],
  ['risk.scored', scale()],
  ['risk.scored', { ...scale(), injured: true }],
  ['risk.scored', scale(['s1'])],
  ['risk.scored', { ...scale(), suicideRisk: true }],
  ['risk.scored', { ...scale(['s1']), suicideRisk: true }],
  ['risk.scored', { ...scale(), ...judged('low') }],
  ['risk.scored', { ...scale(), ...judged('medium') }],
  ['risk.scored', { ...scale(), ...judged('high') }],
  ['risk.scored', { ...scale(), suicideRisk: true, ...judged('low') }],
  ['risk.scored', { ...scale(), suicideRisk: true, ...judged('high') }],
  ['plan.agreed', plan('visit')],
  ['plan.agreed', plan('mediation')],
  ['plan.agreed', plan('consultation')],
  ['incident.reported'],
  ['review.requested'],
  ['review.due'],
  ['review.triggered'],
  ['plan.completed', HANDLED_HERE],
  ['survivor.withdrew', WITHDRAWAL],
  ['followup.passed'],
  ['followup.failed'],
  ['followup.missed'],
  ['call.repeated'],
  ['file.archived', { reason }],
  ['statement.retracted', { by: 'child', spokenAlone: false }],
  ['survivor.returned', { spokenAlone: true, safetyPlanRenewed: true }],
  ['circumstances.changed', { kind: 'separated' }],
  ['circumstances.changed', { kind: 'other' }],
  ['household.linked', { linkedIntake: 'other', tie: 'child' }],
  ['household.incident'],
  ['death.recorded', { who: 'survivor' }],
  ['death.recorded', { who: 'child' }],
  ['crisis.declared', { source: 'medical' }],
  ['inquiry.received', { kind: 'missing_report', through: 'police' }],
];

/** What the desk writes down beside the work, and the one way out that waits for it. */
export const DESK_MOVES: readonly Move[] = [
  ['call.answered'],
  ['safety.confirmed'],
  ['caller.registered', ANONYMOUS],
  ['risk.scored', scale()],
  ['plan.agreed', plan('visit')],
  ['plan.completed', HANDLED_HERE],
  ['followup.passed'],
  ['survivor.withdrew', WITHDRAWAL],
  ['ticket.linked', { channel: 'ticket_12345' }],
  ['ticket.answered', { ticket: 't1', safely: true }],
  ['safeperson.named', { relation: 'guardian', herChoice: true }],
  ['safeperson.withdrawn'],
  ['account.conflicted', { about: 'time', sources: ['media', 'court'] }],
];

/** The alarm, whenever it is raised. */
export const ALARM_MOVES: readonly Move[] = [
  ['danger.declared'],
  ['police.arrived'],
  ['police.unconfirmed'],
  ['danger.passed', { how: 'safe_place' }],
  ['police.informed'],
  ['federation.informed'],
];

/** The mandatory report, and a survivor for whom it is due. */
export const REPORT_MOVES: readonly Move[] = [
  ['caller.registered', { ...ANONYMOUS, minor: true }],
  ['caller.registered', { ...ANONYMOUS, minor: true, harmSuspected: false }],
  ['report.required', { subject: 'limited_capacity' }],
  ['report.filed', REPORT],
  ['report.passed', { to: 'youth_league' }],
  ['contact.doubted'],
  ['contact.verified', { spokenAlone: true, okToText: false }],
  ['feedback.received', { answer: 'accepted' }],
  ['report.docketed', { docketedAt: REPORT.madeAt }],
  ['feedback.escalated'],
];
