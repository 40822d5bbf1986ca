import { isRuleCode } from '#src/base/rules.ts';

/** The rule has no number of its own: its policy row, `<code>p`, has one, or it is a condition that has none at all. */
export class RuleHasNoPeriodError extends Error {
  readonly rule: string;

  constructor(rule: string) {
    const instead = isRuleCode(`${rule}p`) ? `our own number is rule ${rule}p` : 'it is a condition';
    super(`Rule ${rule} gives no number to compute with; ${instead}.`);
    this.name = 'RuleHasNoPeriodError';
    this.rule = rule;
  }
}

/** Somebody asked whether a day is a rest day, and that year's holiday notice is not in the calendar. */
export class CalendarYearUnknownError extends Error {
  readonly year: number;
  /** The rule whose arithmetic asked; null when a day was asked about directly. */
  readonly rule: string | null;

  constructor(year: number, rule: string | null) {
    const asker = rule === null ? 'The answer' : `Rule ${rule}`;
    super(`${asker} depends on the rest days of ${year}, whose holiday notice is not in the calendar.`);
    this.name = 'CalendarYearUnknownError';
    this.year = year;
    this.rule = rule;
  }
}

/** A start that is no date or minute, names no real day, or lacks the minute an hour rule needs. */
export class StartInvalidError extends Error {
  readonly start: string;
  readonly expected: 'minute' | 'date';

  constructor(start: string, expected: 'minute' | 'date') {
    const shape = expected === 'minute' ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD';
    super(`${JSON.stringify(start)} is no ${expected} of the years 2000 to 2999 in the shape ${shape}.`);
    this.name = 'StartInvalidError';
    this.start = start;
    this.expected = expected;
  }
}

/** Excluded days that are no count, or given for a period from which no law excludes any. */
export class ExcludedDaysInvalidError extends Error {
  readonly rule: string;
  readonly excludedDays: number;

  constructor(rule: string, excludedDays: number) {
    super(
      `Rule ${rule} cannot be lengthened by ${excludedDays} excluded days: it takes 0 to 3650, and only a rolling period of days takes any.`,
    );
    this.name = 'ExcludedDaysInvalidError';
    this.rule = rule;
    this.excludedDays = excludedDays;
  }
}

/** What a holiday file must be; the name of the one it breaks is told. */
export type NoticeRule =
  | 'shape'
  | 'notice_missing'
  | 'wrong_year'
  | 'order'
  | 'overlap'
  | 'swapped_day_rests'
  | 'swapped_day_is_workday'
  | 'swapped_twice'
  | 'swapped_for_nothing';

/** A holiday file that is not imported: the rule it breaks, and a sentence that names the place. */
export class NoticeRefusedError extends Error {
  readonly rule: NoticeRule;

  constructor(rule: NoticeRule, sentence: string) {
    super(`Refused (${rule}): ${sentence}`);
    this.name = 'NoticeRefusedError';
    this.rule = rule;
  }
}
