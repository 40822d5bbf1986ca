import { OPENED_AT } from './step-with.ts';

const DAY = OPENED_AT.slice(0, 10);

/** An application of one against one. */
export const ORDER_INPUT = {
  relation: 'spouse',
  basis: 'violence',
  applicants: [{ id: 'a1' }],
  respondents: [{ id: 'r1' }],
} as const;

export const FILED = { court: 'applicant_residence', mode: 'written', measures: ['no_violence'] } as const;
export const UNITS = [
  { id: 'police1', kind: 'police_station', district: 'own' },
  { id: 'village1', kind: 'committee', district: 'own' },
] as const;

/** An order made that day, with its last day. */
export function grantOf(to: string, madeOn: string = DAY, more: object = {}) {
  return { madeOn, to, measures: [{ id: 'm1', code: 'no_violence' }], units: UNITS, ...more };
}
