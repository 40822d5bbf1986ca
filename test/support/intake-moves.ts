import { RISK_SCALE, type RiskAnswer, type RiskItem } from '#src/workflow/risk-scale.ts';
import { REGISTRATION_GROUPS } from '#workflows/intake/codes.ts';
import type { Move } from './every-path.ts';

/** An intake opened from a call by herself. */
export const INTAKE_INPUT = {
  channel: 'hotline_12338',
  caller: { relation: 'self' },
  safeContact: { canTalkNow: true },
  priorCases: 0,
} as const;

/** A registration that gives nothing away: an anonymous caller. */
export const ANONYMOUS = { anonymous: true, refused: Object.keys(REGISTRATION_GROUPS) } as const;

/** A filled-in scale: every item no, except these. */
export function scale(yes: readonly RiskItem[] = []): { answers: Record<string, RiskAnswer> } {
  const items = Object.keys({ ...RISK_SCALE.items, ...RISK_SCALE.specials }) as RiskItem[];
  return { answers: Object.fromEntries(items.map((item) => [item, yes.includes(item) ? 'yes' : 'no'])) };
}

export const REPORT = {
  receiptNo: { sealed: 'r' },
  to: { sealed: 't' },
  madeAt: '2026-01-05T09:00:00.000+08:00',
};
export const WITHDRAWAL = { reason: 'own_wish', spokenAlone: true, safetyInfoGiven: true } as const;
export const HANDLED_HERE = { ground: 'self_handled', satisfied: true, planClear: true } as const;

const service = (name: string) => ({ service: name, consent: true });
const reason = { sealed: 'reason' };

/** The contact, the assessment, closing and the time after. */
export const CARE_MOVES: readonly Move[] = [
  ['call.answered'],
  ['talk.postponed', {}],
  ['safety.confirmed'],
  ['caller.reached'],
  ['call.unanswered'],
  ['welfare.requested', {}, { role: 'supervisor' }],
  ['contact.abandoned', { reason: 'no_trace' }, { role: 'supervisor' }],
  ['caller.informed', { rightsTold: true, legalAidTold: true }],
  ['caller.registered', ANONYMOUS],
  ['risk.scored', scale()],
  ['risk.scored', scale(['s1'])],
  ['risk.scored', { ...scale(['s1']), override: { to: 'low', reason } }],
  ['risk.scored', { ...scale(['s1']), override: { to: 'low', reason } }, { role: 'supervisor' }],
  ['plan.agreed', { services: [service('visit')], officer: 'officer' }],
  ['plan.agreed', { services: [service('mediation')], officer: 'officer' }],
  ['incident.reported', {}],
  ['review.requested'],
  ['review.due', {}, { role: 'system' }],
  ['plan.completed', HANDLED_HERE],
  ['plan.completed', HANDLED_HERE, { openTracks: 1 }],
  ['plan.completed', HANDLED_HERE, { openDeadlines: 1 }],
  ['survivor.withdrew', WITHDRAWAL],
  ['followup.passed', {}],
  ['followup.failed', {}],
  ['followup.missed', {}, { role: 'system' }],
  ['call.repeated'],
  ['file.archived', { reason }, { role: 'supervisor' }],
  ['statement.retracted', { by: 'child', spokenAlone: false }],
  ['survivor.returned', { spokenAlone: true, safetyPlanRenewed: true }],
  ['crisis.declared', { source: 'medical' }],
  ['inquiry.received', { kind: 'missing_report', through: 'police' }],
];

/** The alarm, whenever it is raised. */
export const ALARM_MOVES: readonly Move[] = [
  ['danger.declared', {}],
  ['police.arrived'],
  ['police.unconfirmed', {}, { role: 'system' }],
  ['danger.passed', { how: 'safe_place' }, { role: 'supervisor' }],
  ['police.informed', {}],
  ['federation.informed'],
];

/** The mandatory report, and a survivor for whom it is due. */
export const REPORT_MOVES: readonly Move[] = [
  ['caller.registered', { ...ANONYMOUS, minor: true }],
  ['report.required', { subject: 'limited_capacity' }],
  ['report.filed', REPORT],
  ['feedback.received', { answer: 'accepted' }],
  ['feedback.escalated', {}, { role: 'supervisor' }],
];

/** What an intake remembers that no guard reads. */
export const INTAKE_UNREAD: readonly string[] = (
  'others scoreLower scoreUpper gradedAt planRule reviewRule services rightsTold needs reportRule feedbackFrom ' +
  'followUpRule followUpFrom closedAt anonymous window'
).split(' ');
