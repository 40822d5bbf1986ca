import type { Title } from '#src/base/title.ts';

/** One holiday of a notice: the days off, and the weekend days worked in exchange (调休). */
export type Holiday = {
  readonly title: Title;
  readonly from: string;
  readonly to: string;
  readonly workedOn: readonly string[];
};

/** A year's holiday arrangement as the State Council's General Office announced it. */
export type HolidayNotice = {
  readonly year: number;
  readonly document: string;
  readonly holidays: readonly Holiday[];
};
