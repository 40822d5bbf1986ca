import { epochMsOf } from '#src/base/instant.ts';
import type { StepRows } from '#src/store/step-rows.ts';
import type { Bell } from './engine.ts';

/** What the doorbell is told after a step. */
export function bellOf(rows: Pick<StepRows, 'outbox' | 'reminders'>, now: string): Bell {
  return {
    messages: rows.outbox.map((message) => message.id),
    reminders: rows.reminders.map((reminder) => ({
      id: reminder.id,
      delayMs: Math.max(0, epochMsOf(reminder.at) - epochMsOf(now)),
    })),
  };
}
