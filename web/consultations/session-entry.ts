import { dayAfter, instantOf, momentMs } from '#web/words/time.ts';
import type { Words } from '#web/words/words.ts';
import type { Step } from './record-steps.ts';

/** What stands in the form; times as their fields hold them, in Shanghai. */
export type SessionEntry = {
  /** Empty: just now, and so it stays until she says otherwise. */
  readonly when: string;
  readonly channel: string;
  readonly advice: string;
  readonly nextStep: string;
  readonly nextOn: string;
  readonly minutes: string;
  readonly notes: string;
};

/** A form nobody has written in. */
export const FRESH_ENTRY: SessionEntry = {
  when: '',
  channel: '',
  advice: '',
  nextStep: '',
  nextOn: '',
  minutes: '',
  notes: '',
};

export type Problems = { readonly [F in keyof SessionEntry]?: Words };

const MINUTES_MAX = 600;

/** What is still missing or cannot be, field by field; nothing: it can be sent. */
export function problemsOf(entry: SessionEntry, nowMs: number): Problems {
  return {
    ...(entry.when !== '' && momentMs(entry.when) > nowMs && { when: WORDS.future }),
    ...(entry.channel === '' && { channel: WORDS.missing }),
    ...(entry.advice === '' && { advice: WORDS.missing }),
    ...(entry.nextStep === '' && { nextStep: WORDS.missing }),
    ...(entry.nextOn === '' && { nextOn: WORDS.missing }),
    ...(entry.minutes !== '' && !isMinutes(entry.minutes) && { minutes: WORDS.minutes }),
  };
}

/** The event it becomes; only for an entry without problems. */
export function stepOf(entry: SessionEntry): Step {
  const { when, channel, advice, nextStep, nextOn, minutes, notes } = entry;
  return {
    type: 'session.held',
    ...(when !== '' && { occurredAt: instantOf(when) }),
    payload: {
      channel,
      advice,
      nextStep,
      nextOn,
      ...(minutes !== '' && { minutes: Number(minutes) }),
      ...(notes.trim() !== '' && { notes: notes.trim() }),
    },
  };
}

/** A day so many days after another, both `YYYY-MM-DD`. */
export function daysAfter(day: string, count: number): string {
  return count === 0 ? day : daysAfter(dayAfter(day), count - 1);
}

/** What was kept of a form, as far as it is one of these. */
export function entryOf(kept: Readonly<Record<string, unknown>>): SessionEntry {
  const texts = Object.keys(FRESH_ENTRY).filter((key) => typeof kept[key] === 'string');
  return { ...FRESH_ENTRY, ...Object.fromEntries(texts.map((key) => [key, kept[key]])) };
}

function isMinutes(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MINUTES_MAX;
}

const WORDS = {
  missing: { zh: '请填这一项', en: 'Please fill this in' },
  future: { zh: '还没有到这个时间', en: 'This has not come yet' },
  minutes: { zh: '请填 1 到 600 之间的数', en: 'A number from 1 to 600' },
};
