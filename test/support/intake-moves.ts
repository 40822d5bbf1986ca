import { RISK_SCALE, type RiskAnswer, type RiskItem } from '#src/workflow/risk-scale.ts';
import { REGISTRATION_GROUPS } from '#workflows/intake/codes.ts';

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
