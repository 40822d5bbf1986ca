import { OPENED_AT } from './step-with.ts';

/** A proceeding against him, and one against her. */
export const REPORTED = {
  suspect: 'abuser',
  offence: 'injury',
  source: 'report',
  reportedAt: OPENED_AT,
} as const;
export const HERSELF = { ...REPORTED, suspect: 'survivor' } as const;

export const END = '2026-01-20T00:00:00.000+08:00';
export const DETAINED = { kind: 'detention', from: OPENED_AT, plannedEnd: END } as const;
export const BAILED = { kind: 'bail', from: OPENED_AT, terms: ['no_contact'] } as const;
export const FREED = { how: 'expired', endedAt: OPENED_AT } as const;
export const WARNED = { bySafeContact: true } as const;
