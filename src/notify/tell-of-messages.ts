import type { Pool } from '#db/connect.ts';
import { IN_APP, type Told } from './in-app.ts';
import { RECIPIENTS } from './recipients.ts';

/** One message of topic `notify` that was handled by this call. */
export type ToldMessage = Told & { readonly id: string };

const BATCH_LIMIT = 100;

/**
 * Delivers messages of topic `notify` whose time has come, oldest first, at most 100, and marks them handled in the
 * same statement. One message that cannot be delivered fails them all: then take them one by one.
 */
export async function tellOfDueMessages(pool: Pool): Promise<ToldMessage[]> {
  const result = await pool.query({ name: 'tell-of-due-messages', text: statement('') });
  return result.rows as ToldMessage[];
}

/** Delivers one message of topic `notify`, if it is due and unhandled; null otherwise. */
export async function tellOfMessage(pool: Pool, messageId: string): Promise<ToldMessage | null> {
  const text = statement('and message_id = $1::uuid');
  const result = await pool.query({ name: 'tell-of-message', text, values: [messageId] });
  return (result.rows[0] as ToldMessage | undefined) ?? null;
}

function statement(scope: string): string {
  return `
with due as materialized (
  select message_id, case_id, track_id, detail from outbox
  where topic = 'notify' and handled_at is null and retry_at <= (select clock_timestamp()) ${scope}
  order by retry_at, message_id limit ${BATCH_LIMIT}
  for update skip locked
), asked as (
  select message_id as source_id, case_id, track_id, null::uuid as deadline_id, detail ->> 'notice' as notice,
    case jsonb_typeof(detail -> 'to') when 'string' then detail ->> 'to' end as audience,
    (detail -> 'to' ->> 'person')::uuid as person_id, (detail -> 'to' ->> 'agency')::uuid as agency_id
  from due
), ${RECIPIENTS}, ${IN_APP}, handled as (
  update outbox set handled_at = clock_timestamp() from due where outbox.message_id = due.message_id
  returning outbox.message_id
)
select handled.message_id as id, count(told.person_id)::integer as "recipientCount",
  coalesce(bool_or(told.choice > 1), false) as "isStandIn"
from handled left join told on told.source_id = handled.message_id
group by handled.message_id`;
}
