import type { Told } from '#src/notify/in-app.ts';
import { type SettledReminder, tellOfDueReminders, tellOfReminder } from '#src/notify/tell-of-reminders.ts';
import { listDueReminders } from '#src/store/due.ts';
import type { JobDeps } from './job-deps.ts';
import { causeOf } from './job-log.ts';

const SINGLES_LIMIT = 100;

/** Sends one reminder if it is due and nobody has; otherwise does nothing. Throws only when the database does. */
export async function fireReminder(deps: JobDeps, reminderId: string): Promise<void> {
  const settled = await tellOfReminder(deps.pool, reminderId);
  if (settled !== null) account(deps, settled);
}

/** Sends up to a batch of due reminders and says how many it settled. */
export async function fireDueReminders(deps: JobDeps): Promise<number> {
  try {
    const settled = await tellOfDueReminders(deps.pool);
    for (const reminder of settled) account(deps, reminder);
    return settled.length;
  } catch (error) {
    deps.metrics.failures.inc({ work: 'reminders' });
    deps.log.warn(
      { code: 'reminders_failed', cause: causeOf(error) },
      'A batch of reminders failed; one by one now.',
    );
    return fireOneByOne(deps);
  }
}

/** One that cannot be sent must not hold up the others. */
async function fireOneByOne(deps: JobDeps): Promise<number> {
  let settledCount = 0;
  for (const id of await listDueReminders(deps.pool, { limit: SINGLES_LIMIT })) {
    try {
      const settled = await tellOfReminder(deps.pool, id);
      if (settled === null) continue;
      account(deps, settled);
      settledCount += 1;
    } catch (error) {
      deps.metrics.failures.inc({ work: 'reminders' });
      const fields = { code: 'reminder_failed', reminderId: id, cause: causeOf(error) };
      deps.log.error(fields, 'A reminder could not be sent; it stays due.');
    }
  }
  return settledCount;
}

function account({ metrics, log }: JobDeps, reminder: SettledReminder): void {
  if (reminder.state === 'cancelled') return;
  metrics.remindersSent.inc({ kind: reminder.kind });
  metrics.reminderLateness.observe(reminder.latenessMs / 1000);
  warnOfRecipients({ metrics, log }, reminder.id, reminder);
}

/** Says so when a notice reached nobody, or not those it was meant for. */
export function warnOfRecipients(
  { metrics, log }: Pick<JobDeps, 'metrics' | 'log'>,
  sourceId: string,
  told: Told,
): void {
  if (told.recipientCount === 0) {
    metrics.noticesWithoutRecipient.inc();
    log.error(
      { code: 'notice_without_recipient', sourceId },
      'A notice reached nobody: its agency has no people.',
    );
  } else if (told.isStandIn) {
    log.warn({ code: 'notice_to_stand_in', sourceId }, 'A notice went to the owner agency instead.');
  }
}
