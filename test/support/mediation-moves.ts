import type { Facts } from '#src/base/facts.ts';
import { OPENED_AT } from './step-with.ts';

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
