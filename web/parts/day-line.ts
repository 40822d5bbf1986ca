import type { Words } from '#web/words/words.ts';
import type { CalendarDay, DayKind } from './calendar-months.ts';

/** Whose period it is: one of law, or one we gave ourselves, which is never to be shown as law. */
export type PeriodKind = 'statute' | 'policy';

/** What a day is to a period. */
export const DAY_WORDS: Readonly<Record<DayKind, Words>> = {
  start: { zh: '开始之日', en: 'The day it starts' },
  counted: { zh: '计入', en: 'Counted' },
  runs: { zh: '期间之内，计入', en: 'Within the period, counted' },
  skipped: { zh: '不计入', en: 'Not counted' },
  outside: { zh: '不在期间之内', en: 'Not in the period' },
};

/** The sign that stands for it beside the number of the day. */
export const DAY_SIGNS: Readonly<Record<DayKind, Words>> = {
  start: { zh: '起', en: '▸' },
  counted: { zh: '计', en: '✓' },
  runs: { zh: '·', en: '·' },
  skipped: { zh: '不计', en: '✕' },
  outside: { zh: '', en: '' },
};

export const SAFE_DUE: Words = { zh: '内部安全期限', en: 'Internal limit' };

const LAWFUL_DUE: Words = { zh: '法定期限', en: 'Lawful end' };
const HOUSE_DUE: Words = { zh: '平台时限', en: 'House limit' };

/** What the last day is called. */
export function lastDayWords(kind: PeriodKind): Words {
  return kind === 'policy' ? HOUSE_DUE : LAWFUL_DUE;
}

/** Everything there is to say of a day: what it is to the period, why, and which limit ends on it. */
export function dayLine(day: CalendarDay, kind: PeriodKind): Words {
  const words = [
    DAY_WORDS[day.kind],
    ...day.whys,
    ...(day.isSafeDue ? [SAFE_DUE] : []),
    ...(day.isLegalDue ? [lastDayWords(kind)] : []),
  ];
  return { zh: words.map(({ zh }) => zh).join('；'), en: words.map(({ en }) => en).join('; ') };
}
