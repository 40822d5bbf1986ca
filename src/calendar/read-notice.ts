import { title } from '#src/base/title.ts';
import { NoticeRefusedError, type NoticeRule } from './calendar-errors.ts';
import { type DayNumber, dateOf, parseDay, weekdayOf, yearOf } from './day-number.ts';
import type { Holiday, HolidayNotice } from './holiday-notice.ts';

type RestPeriod = { readonly name: string; readonly from: DayNumber; readonly to: DayNumber };
type Swapped = { readonly day: DayNumber; readonly name: string };
type Draft = {
  readonly year: number;
  readonly rests: readonly RestPeriod[];
  readonly swaps: readonly Swapped[];
};

/** English names of the holidays every year has; another one keeps its Chinese name. */
const ENGLISH: { readonly [name: string]: string } = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn',
  国庆节: 'National Day',
  '国庆节、中秋节': 'National Day and Mid-Autumn',
};

/**
 * Reads a holiday file: `{year, notice: {number, title}, restDays: [{name, from, to}], swappedWorkdays: [{date, for}]}`, dates
 * as `YYYY-MM-DD`. Throws NoticeRefusedError with the first rule it breaks: nothing of a doubtful file is taken.
 */
export function readNotice(text: string): HolidayNotice {
  const file = objectOf(parse(text), 'the file');
  keysOf(file, ['year', 'notice', 'restDays', 'swappedWorkdays'], 'the file');
  const year = file['year'];
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2999)
    refuse('shape', '"year" is a year from 2000 to 2999.');
  const document = documentOf(file['notice'], year);
  const draft: Draft = {
    year,
    rests: listOf(file['restDays'], 'restDays').map((entry, index) => restOf(entry, `restDays[${index}]`)),
    swaps: listOf(file['swappedWorkdays'], 'swappedWorkdays').map((entry, index) =>
      swapOf(entry, `swappedWorkdays[${index}]`),
    ),
  };
  if (draft.rests.length === 0) refuse('shape', 'a notice names at least one rest period.');
  for (const check of CHECKS) check(draft);
  return { year, document, holidays: draft.rests.map((rest, index) => holidayOf(rest, index, draft)) };
}

const CHECKS: readonly ((draft: Draft) => void)[] = [
  ({ year, rests, swaps }) => {
    for (const day of [...rests.flatMap(({ from, to }) => [from, to]), ...swaps.map((swap) => swap.day)]) {
      if (yearOf(day) !== year)
        refuse('wrong_year', `${dateOf(day)} is not in ${year}, the year of the file.`);
    }
  },
  ({ rests }) => {
    for (const { name, from, to } of rests) {
      if (to < from) refuse('order', `${name} ends on ${dateOf(to)}, before it begins on ${dateOf(from)}.`);
    }
  },
  ({ rests }) => {
    const sorted = [...rests].sort((a, b) => a.from - b.from);
    for (const [index, { name, from }] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before !== undefined && from <= before.to)
        refuse(
          'overlap',
          `${dateOf(from)} rests for ${before.name} and for ${name}; a day rests for one of them.`,
        );
    }
  },
  ({ rests, swaps }) => {
    for (const { day } of swaps) {
      const rest = rests.find(({ from, to }) => from <= day && day <= to);
      if (rest !== undefined)
        refuse(
          'swapped_day_rests',
          `${dateOf(day)} is worked in exchange and rests for ${rest.name} as well.`,
        );
    }
  },
  ({ swaps }) => {
    for (const [index, { day }] of swaps.entries()) {
      if (weekdayOf(day) > 0 && weekdayOf(day) < 6)
        refuse('swapped_day_is_workday', `${dateOf(day)} is no Saturday or Sunday and is worked anyway.`);
      if (swaps.findIndex((other) => other.day === day) !== index)
        refuse('swapped_twice', `${dateOf(day)} is worked in exchange twice.`);
    }
  },
  ({ rests, swaps }) => {
    for (const { day, name } of swaps) {
      if (!rests.some((rest) => rest.name === name))
        refuse('swapped_for_nothing', `${dateOf(day)} is worked for ${name}, which the file does not name.`);
    }
  },
];

/** A day that is worked belongs to the first period of its holiday: it is only named once. */
function holidayOf({ name, from, to }: RestPeriod, index: number, { rests, swaps }: Draft): Holiday {
  const isFirst = rests.findIndex((rest) => rest.name === name) === index;
  const workedOn = isFirst ? swaps.filter((swap) => swap.name === name).map(({ day }) => dateOf(day)) : [];
  return { title: title(name, ENGLISH[name] ?? name), from: dateOf(from), to: dateOf(to), workedOn };
}

function documentOf(notice: unknown, year: number): string {
  if (notice === undefined || notice === null)
    refuse('notice_missing', 'the file names no notice: its number and its title.');
  const given = objectOf(notice, '"notice"');
  keysOf(given, ['number', 'title'], '"notice"');
  const number = textOf(given['number'], 'notice_missing', 'the number of the notice');
  const heading = textOf(given['title'], 'notice_missing', 'the title of the notice');
  if (!heading.includes(`${year}年`))
    refuse('wrong_year', `the title of the notice does not speak of ${year}年, the year of the file.`);
  return `${heading}（${number}）`;
}

function restOf(entry: unknown, where: string): RestPeriod {
  const rest = objectOf(entry, where);
  keysOf(rest, ['name', 'from', 'to'], where);
  const name = textOf(rest['name'], 'shape', `${where}.name`);
  return { name, from: dayOf(rest['from'], `${where}.from`), to: dayOf(rest['to'], `${where}.to`) };
}

function swapOf(entry: unknown, where: string): Swapped {
  const swap = objectOf(entry, where);
  keysOf(swap, ['date', 'for'], where);
  return { day: dayOf(swap['date'], `${where}.date`), name: textOf(swap['for'], 'shape', `${where}.for`) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('shape', 'the file is no JSON.');
  }
}

function objectOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('shape', `${where} is no object.`);
  return value as Readonly<Record<string, unknown>>;
}

function keysOf(value: Readonly<Record<string, unknown>>, known: readonly string[], where: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined)
    refuse('shape', `${where} has ${JSON.stringify(unknown)}; known are ${known.join(', ')}.`);
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) return refuse('shape', `"${where}" is no list.`);
  return value;
}

function textOf(value: unknown, rule: NoticeRule, where: string): string {
  if (typeof value !== 'string' || value.trim() === '') return refuse(rule, `${where} is missing.`);
  return value.trim();
}

function dayOf(value: unknown, where: string): DayNumber {
  const day = typeof value === 'string' ? parseDay(value) : null;
  return day ?? refuse('shape', `${where} is no date in the shape YYYY-MM-DD.`);
}

function refuse(rule: NoticeRule, sentence: string): never {
  throw new NoticeRefusedError(rule, sentence);
}
