import type { Pool } from '#db/connect.ts';
import { IN_APP, type Told } from './in-app.ts';
import { RECIPIENTS } from './recipients.ts';

/** One reminder that was settled by this call. */
export type SettledReminder = Told & {
  readonly id: string;
  readonly kind: 'remind' | 'escalate';
  /** `cancelled`: its deadline had been settled without calling it off; nobody was told. */
  readonly state: 'sent' | 'cancelled';
  /** Between the moment it was due and the moment it was sent. */
  readonly latenessMs: number;
};

const BATCH_LIMIT = 100;

/**
 * Sends reminders that are due, oldest first, at most 100 of them, and says which. Safe to run from any number of
 * processes at once: a reminder that somebody else is just sending or calling off is skipped, and one statement
 * both tells people and settles it.
 */
export async function tellOfDueReminders(pool: Pool): Promise<SettledReminder[]> {
  const result = await pool.query({ name: 'tell-of-due-reminders', text: statement('') });
  return result.rows as SettledReminder[];
}

/** Sends one reminder, if it is due and nobody has dealt with it; null otherwise. */
export async function tellOfReminder(pool: Pool, reminderId: string): Promise<SettledReminder | null> {
  const text = statement('and r.reminder_id = $1::uuid');
  const result = await pool.query({ name: 'tell-of-reminder', text, values: [reminderId] });
  return (result.rows[0] as SettledReminder | undefined) ?? null;
}

// The reminder's row is locked against "met" (which calls it off) and the deadline's against being settled, both
// without waiting: either the send comes first, or it never happens. A lapsed deadline still owes what fell due
// while it was open, and its escalations.
function statement(scope: string): string {
  return `
with due as materialized (
  select r.reminder_id, r.case_id, d.track_id, r.deadline_id, r.kind, r.audience, r.at,
    d.outcome in ('open', 'lapsed') as is_owed
  from reminders r join deadlines d on d.deadline_id = r.deadline_id
  where r.state = 'armed' and r.at <= (select haolin_now()) ${scope}
  order by r.at, r.reminder_id limit ${BATCH_LIMIT}
  for update of r skip locked
  for share of d skip locked
), asked as (
  select reminder_id as source_id, case_id, track_id, deadline_id, audience, null::uuid as person_id,
    null::uuid as agency_id, case kind when 'escalate' then 'deadline.escalated' else 'deadline.reminder' end as notice
  from due where is_owed
), ${RECIPIENTS}, ${IN_APP}, settled as (
  update reminders set state = case when due.is_owed then 'sent' else 'cancelled' end, settled_at = haolin_now()
  from due where reminders.reminder_id = due.reminder_id and reminders.state = 'armed'
  returning reminders.reminder_id, reminders.kind, reminders.state, reminders.settled_at - reminders.at as lateness
)
select settled.reminder_id as id, settled.kind, settled.state,
  (extract(epoch from settled.lateness) * 1000)::float8 as "latenessMs",
  count(told.person_id)::integer as "recipientCount", coalesce(bool_or(told.choice > 1), false) as "isStandIn"
from settled left join told on told.source_id = settled.reminder_id
group by settled.reminder_id, settled.kind, settled.state, settled.lateness`;
}
