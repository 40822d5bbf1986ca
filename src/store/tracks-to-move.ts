import { type Instant, parseInstant } from '#src/base/instant.ts';
import type { Queries } from './holiday-years.ts';

/** A version of a workflow. */
export type PinnedVersion = { readonly workflow: string; readonly version: number };

/** Ids of tracks pinned to a version, after an id, in the order of their ids. */
export async function listPinnedTracks(
  queries: Queries,
  { workflow, version }: PinnedVersion,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const result = await queries.query({
    name: 'list-pinned-tracks',
    text: `select track_id from tracks where workflow = $1 and workflow_version = $2 and track_id > $3::uuid
      order by track_id limit $4`,
    values: [workflow, version, after, limit],
  });
  return result.rows.map((row: { track_id: string }) => row.track_id);
}

/** How many tracks are pinned to a version. */
export async function countPinnedTracks(
  queries: Queries,
  { workflow, version }: PinnedVersion,
): Promise<number> {
  const result = await queries.query({
    name: 'count-pinned-tracks',
    text: 'select count(*) from tracks where workflow = $1 and workflow_version = $2',
    values: [workflow, version],
  });
  return (result.rows[0] as { count: number }).count;
}

/** What is still to come for a track besides its deadlines. */
export type PendingOfTrack = {
  /** Types of events that a worker has still to send to it. */
  readonly sends: readonly string[];
  /** Reminders and escalations of its deadlines that have not been sent. */
  readonly armed: readonly {
    readonly deadlineId: string;
    readonly kind: 'remind' | 'escalate';
    readonly at: Instant;
  }[];
};

/** Reads what is still to come for a track. */
export async function readPendingOfTrack(queries: Queries, trackId: string): Promise<PendingOfTrack> {
  const result = await queries.query({
    name: 'read-pending-of-track',
    text: `select
      (select coalesce(jsonb_agg(distinct detail ->> 'event'), '[]') from outbox
       where track_id = $1::uuid and topic = 'send' and handled_at is null) as sends,
      (select coalesce(jsonb_agg(jsonb_build_object('deadlineId', r.deadline_id, 'kind', r.kind, 'at', r.at)), '[]')
       from deadlines d join reminders r using (deadline_id)
       where d.case_id = (select case_id from tracks where track_id = $1::uuid) and d.track_id = $1::uuid
         and r.state = 'armed') as armed`,
    values: [trackId],
  });
  const { sends, armed } = result.rows[0] as PendingOfTrack;
  return { sends, armed: armed.map((row) => ({ ...row, at: canonical(row.at) })) };
}

/** Timestamps inside jsonb come in Postgres's spelling. */
function canonical(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error('a timestamp that is none');
  return instant;
}
