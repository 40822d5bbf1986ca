import { about, type Words } from './words.ts';

export type PeriodUnit = 'hour' | 'day' | 'working_day' | 'month';

const WORDS = {
  hour: { zh: '{} 小时', en: '{} h' },
  minute: { zh: '{} 分钟', en: '{} min' },
  day: { zh: '{} 日', en: '{} days' },
  working_day: { zh: '{} 个工作日', en: '{} working days' },
  month: { zh: '{} 个月', en: '{} months' },
  oneDay: { zh: '1 日', en: '1 day' },
  oneWorkingDay: { zh: '1 个工作日', en: '1 working day' },
  oneMonth: { zh: '1 个月', en: '1 month' },
  sameDay: { zh: '当日', en: 'The same day' },
};

const ONE: Readonly<Partial<Record<PeriodUnit, Words>>> = {
  day: WORDS.oneDay,
  working_day: WORDS.oneWorkingDay,
  month: WORDS.oneMonth,
};

/** How long a period is; a quarter of an hour is 15 minutes, no days is the same day. */
export function periodWords(amount: number, unit: PeriodUnit): Words {
  if (unit === 'hour' && amount < 1) return about(WORDS.minute, Math.round(amount * 60));
  if (unit === 'day' && amount === 0) return WORDS.sameDay;
  return (amount === 1 ? ONE[unit] : undefined) ?? about(WORDS[unit], amount);
}

/** A length as workflows write it (`PT24H`, `P3D`, `PT15M`), in words; what is written otherwise stays as it is. */
export function durationWords(text: string): Words {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  if (match === null) return { zh: text, en: text };
  const [days = 0, hours = 0, minutes = 0] = match
    .slice(1)
    .map(Number)
    .map((count) => count || 0);
  const parts = [
    ...(days > 0 ? [periodWords(days, 'day')] : []),
    ...(hours > 0 ? [periodWords(hours, 'hour')] : []),
    ...(minutes > 0 ? [about(WORDS.minute, minutes)] : []),
  ];
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(' ') };
}
