import type { Words } from '#web/words/words.ts';
import { checkInput } from './check-input.ts';
import type { FieldOf } from './read-schema.ts';

/** Where the server says that something is wrong with the time of an event. */
export const OCCURRED_AT = '/occurredAt';

/** When it happened, as a field of every event. */
export const OCCURRED_FIELD: FieldOf<'moment'> = {
  kind: 'moment',
  key: 'occurredAt',
  isPlanned: false,
  isRequired: false,
  sealed: null,
  help: null,
  words: { zh: '发生时间', en: 'When it happened' },
};

/** What is wrong with a time at which something is said to have happened; null: nothing, or none was given. */
export function checkOccurredAt(typed: string, nowMs: number | null): Words | null {
  return checkInput([OCCURRED_FIELD], { occurredAt: typed }, nowMs).problems[0]?.words ?? null;
}
