import type { RuleCode } from '#src/base/rules.ts';

/** One period worked out by hand: rule, start, excluded days, and both due minutes. */
export type GoldenPeriod = {
  readonly id: string;
  readonly rule: RuleCode;
  readonly start: string;
  readonly excludedDays: number;
  readonly safeDue: string;
  readonly legalDue: string;
};

type Line = readonly [
  id: string,
  rule: RuleCode,
  start: string,
  safeDue: string,
  legalDue: string,
  excluded?: number,
];

// Each line has a reason to be here; the awkward ones say which.
const LINES: readonly Line[] = [
  ['G01 hours run through National Day', 'C2', '2025-09-30T16:45', '2025-10-03T16:45', '2025-10-03T17:00'],
  ['G03 the next hour is past midnight', 'C4', '2025-09-30T23:30', '2025-10-01T23:30', '2025-10-02T00:00'],
  ['G04 starts on a worked Sunday', 'C7', '2025-09-28', '2025-10-03T24:00', '2025-10-09T24:00'],
  ['G06 no 31 February', 'C5', '2025-08-31', '2026-02-28T24:00', '2026-02-28T24:00'],
  ['G07 an order ends in Spring Festival', 'C5', '2025-08-15', '2026-02-15T24:00', '2026-02-15T24:00'],
  ['G09 an order ends on National Day', 'C5', '2026-04-01', '2026-10-01T24:00', '2026-10-01T24:00'],
  ['G11 day 7 is New Year’s Day', 'P7', '2026-02-10', '2026-02-17T24:00', '2026-02-24T24:00'],
  ['G12a a Sunday', 'P8', '2026-02-17', '2026-05-17T24:00', '2026-05-18T24:00'],
  ['G12b', 'P8', '2026-05-17', '2026-08-17T24:00', '2026-08-17T24:00'],
  ['G12c', 'P8', '2026-08-17', '2026-11-17T24:00', '2026-11-17T24:00'],
  ['G14a ends on a worked Saturday', 'P9', '2026-01-15', '2026-02-14T24:00', '2026-02-14T24:00'],
  ['G14b', 'P9b', '2026-01-15', '2026-03-16T24:00', '2026-03-16T24:00'],
  ['G14c', 'P9c', '2026-01-15', '2026-04-15T24:00', '2026-04-15T24:00'],
  ['G15 twelve days of appraisal', 'P9', '2026-01-15', '2026-02-26T24:00', '2026-02-26T24:00', 12],
  ['G17', 'L1', '2025-09-28', '2025-10-05T24:00', '2025-10-09T24:00'],
  [
    'G17b the fifth working day is a worked Saturday',
    'L1bj',
    '2025-09-28',
    '2025-10-11T24:00',
    '2025-10-11T24:00',
  ],
  ['G20 counts a worked Saturday', 'X3', '2026-02-12', '2026-02-26T24:00', '2026-02-26T24:00'],
  ['G21a', 'X4', '2025-12-01', '2026-01-30T24:00', '2026-01-30T24:00'],
  ['G21b ends on a Sunday', 'X4b', '2025-12-01', '2026-03-01T24:00', '2026-03-02T24:00'],
  ['G22', 'C10', '2025-09-30', '2025-10-03T24:00', '2025-10-09T24:00'],
  ['G22 at the upper court', 'C10up', '2025-10-09', '2025-10-14T24:00', '2025-10-14T24:00'],
  ['G26a the first working day is a Sunday', 'P17', '2026-09-18', '2026-09-22T24:00', '2026-09-22T24:00'],
  ['G26b', 'P17b', '2026-09-22', '2026-10-09T24:00', '2026-10-09T24:00'],
  ['G28 an exact hour', 'C2', '2026-01-02T09:00', '2026-01-05T09:00', '2026-01-05T10:00'],
  ['G29 a ceiling', 'S1', '2026-09-24', '2026-10-04T24:00', '2026-10-04T24:00'],
  ['G29 the review of the stay', 'S1review', '2026-09-24', '2026-10-01T24:00', '2026-10-01T24:00'],
  ['a quarter of an hour over midnight', 'R7p', '2025-12-31T23:50', '2026-01-01T00:05', '2026-01-01T00:05'],
  ['the same day', 'C1p', '2026-10-01', '2026-10-01T24:00', '2026-10-01T24:00'],
  ['a leap day', 'C5', '2027-08-30', '2028-02-29T24:00', '2028-02-29T24:00'],
  ['a minute given where a date is enough', 'P7', '2026-03-02T09:30', '2026-03-09T24:00', '2026-03-09T24:00'],
];

/** The golden table. */
export const GOLDEN_PERIODS: readonly GoldenPeriod[] = LINES.map(
  ([id, rule, start, safeDue, legalDue, excludedDays = 0]) => ({
    id,
    rule,
    start,
    safeDue,
    legalDue,
    excludedDays,
  }),
);
