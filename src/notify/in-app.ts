/** Any number nobody else uses: the lock under which inbox rows get their serials. */
const SERIAL_LOCK = 4_210_713;

/**
 * The one channel there is today: a row that the person's inbox shows. The part of a statement that fills it, after
 * `asked (…, deadline_id, notice)` and `told`. The same source tells the same person once, however often it runs.
 * One writer at a time, so that a serial never becomes visible after a higher one: whoever follows the inbox by
 * serial would miss it.
 */
export const IN_APP = `in_turn as materialized (
  select pg_advisory_xact_lock(${SERIAL_LOCK}) from told limit 1
), shown as (
  insert into notifications (notification_id, person_id, kind, case_id, track_id, deadline_id, source_id, at)
  select gen_random_uuid(), told.person_id, asked.notice, asked.case_id, asked.track_id, asked.deadline_id,
    asked.source_id, haolin_now()
  from in_turn cross join told join asked using (source_id)
  on conflict (source_id, person_id) do nothing
)`;

/** How one source fared: whom it reached. */
export type Told = {
  readonly recipientCount: number;
  /** Nobody it was meant for could be told: the owner agency's supervisors or case managers were. */
  readonly isStandIn: boolean;
};
