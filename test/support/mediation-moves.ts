import type { Facts } from '#src/base/facts.ts';
import { OPENED_AT } from './step-with.ts';
import type { Move } from './every-path.ts';

/** Of a case that may be mediated. */
export const LIGHT: Partial<Facts> = { risk: 'low' };

/** Each thing a case may say against it, by the guard that reads it. */
export const CASE_BARS: readonly (readonly [guard: string, facts: Partial<Facts>])[] = [
  ['riskBelowHigh', { risk: 'high' }],
  ['riskBelowHigh', { risk: 'unknown' }],
  ['noProtectionOrder', { ...LIGHT, protectionOrder: 'applied' }],
  ['noProtectionOrder', { ...LIGHT, protectionOrder: 'in_force' }],
  ['noWarningLetter', { ...LIGHT, warningLetter: 'monitoring' }],
  ['notRepeated', { ...LIGHT, repeat: 'yes' }],
  ['notRepeated', { ...LIGHT, mediationViolence: 'yes' }],
  ['noOffence', { ...LIGHT, criminal: 'filed' }],
  ['notRepeated', { ...LIGHT, punished: 'yes' }],
  ['noOffence', { ...LIGHT, breach: 'yes' }],
  ['noOffence', { ...LIGHT, enforcement: 'open' }],
  ['noReportDue', { ...LIGHT, mandatoryReport: 'due' }],
];

export const PASSED = {
  askedAlone: true,
  violence: 'none',
  afraid: false,
  refuses: false,
  wantsLawfulHandling: false,
  offence: false,
  childAtRisk: false,
  toldOfPolice: true,
  toldOfWarning: true,
  womanAmongMediators: true,
} as const;

export const SIGNED = {
  signedAt: OPENED_AT,
  terms: ['no_violence'],
  text: { sealed: 't' },
  readToHerAlone: true,
  keepsProtectionOrder: true,
  keepsPoliceReport: true,
  keepsChildSafety: true,
} as const;

export const SCHEDULED = { at: OPENED_AT, arriveApart: true } as const;
export const RECORDED = { by: 'police', madeAt: OPENED_AT, agreed: true, grounds: [], waives: [] } as const;

export const consentOf = (party: string) => ({ party, askedApart: true, freely: true, mayStop: true });

/** One step forward, under everything a case may say. */
function forward(type: string, payload: object): Move[] {
  return [LIGHT, ...CASE_BARS.map(([, facts]) => facts)].map((facts): Move => [type, payload, { facts }]);
}

/** All that can be recorded on a mediation. */
export const MEDIATION_MOVES: readonly Move[] = [
  ...forward('screening.passed', PASSED),
  ...forward('consent.given', consentOf('survivor')),
  ...forward('consent.given', consentOf('respondent')),
  ...forward('session.scheduled', SCHEDULED),
  ...forward('session.opened', {}),
  ...forward('agreement.signed', SIGNED),
  ...forward('mediation.recorded', RECORDED),
  ['mediation.recorded', { ...RECORDED, agreed: false }, { facts: LIGHT }],
  ['mediation.recorded', { ...RECORDED, waives: ['police_report'] }, { facts: LIGHT }],
  ['screening.barred', { grounds: ['coercion'] }],
  ['party.refused', { party: 'survivor', ground: 'refuses' }],
  ['session.closed'],
  ['session.missed', { party: 'respondent' }],
  ['mediation.failed', { reason: 'no_agreement' }],
  ['period.ended', {}, { role: 'system' }],
  ['violence.occurred', { kind: 'threat' }],
  ['police.reported', { madeAt: OPENED_AT }],
  ['violence.disclosed'],
  ...forward('mediation.resumed', { reassessedAt: OPENED_AT }),
  ['mediation.resumed', { reassessedAt: '2026-01-01T00:00:00.000+08:00' }, { facts: LIGHT }],
  ['rights.told', { ways: ['police'], spokenAlone: true }],
  ['misuse.answered', { measure: 'urged' }, { role: 'supervisor' }],
  ['confirmation.applied', { jointly: true }],
  ['confirmation.waived'],
  ['confirmation.expired', {}, { role: 'system' }],
  ['confirmation.granted'],
  ['confirmation.refused'],
  ['followup.held', { askedAlone: true }],
  ['agreement.fulfilled', { confirmedByHer: true }],
  ['agreement.breached'],
];
