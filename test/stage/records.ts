import type { Instant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import { type LoggedEvent, parseLogged } from '#src/engine/logged-event.ts';
import type { Stage } from './stage.ts';

/** One deadline row, as expectations look at it. */
export type Clock = {
  readonly name: string;
  readonly item: string | null;
  readonly rule: string;
  readonly startedAt: Instant;
  readonly safeDue: string;
  readonly legalDue: string;
  readonly outcome: string;
  readonly isProvisional: boolean;
};

/** The deadlines of a track in the order they started, those of one declaration if it is named. */
export async function clocksOf(stage: Stage, track: string, name?: string): Promise<Clock[]> {
  const rows = await stage.world.connection.db
    .selectFrom('deadlines')
    .selectAll()
    .where('track_id', '=', await stage.track(track))
    .orderBy('started_at')
    .orderBy('item')
    .execute();
  return rows
    .filter(({ declaration }) => name === undefined || declaration === name)
    .map((row) => ({
      name: row.declaration,
      item: row.item,
      rule: row.rule,
      startedAt: row.started_at,
      safeDue: row.safe_due,
      legalDue: row.legal_due,
      outcome: row.outcome,
      isProvisional: row.is_provisional,
    }));
}

/** What was recorded in a case, or on one of its tracks, in order. */
export async function eventsOf(
  stage: Stage,
  where: { inCase?: string; track?: string } = {},
): Promise<LoggedEvent[]> {
  const inCase = where.track?.includes('/') === true ? where.track.split('/')[0] : where.inCase;
  const trackId = where.track === undefined ? null : await stage.track(where.track);
  const rows = await stage.world.connection.db
    .selectFrom('case_events')
    .select('body')
    .where('case_id', '=', stage.caseId(inCase))
    .orderBy('seq')
    .execute();
  return rows
    .map(({ body }) => parseLogged(body))
    .filter((event) => trackId === null || event.track === trackId);
}

/** What the machine of a track remembers now. */
export async function contextOf(stage: Stage, track: string): Promise<JsonObject> {
  const row = await stage.world.connection.db
    .selectFrom('tracks')
    .select('snapshot')
    .where('track_id', '=', await stage.track(track))
    .executeTakeFirstOrThrow();
  return (row.snapshot as { context: JsonObject }).context;
}

/** The states a track is in now. */
export async function stateOf(stage: Stage, track: string): Promise<readonly string[]> {
  const row = await stage.world.connection.db
    .selectFrom('tracks')
    .select('state')
    .where('track_id', '=', await stage.track(track))
    .executeTakeFirstOrThrow();
  return row.state;
}

/** Which workflows run or ran in a case, in the order their tracks were opened. */
export async function workflowsOf(stage: Stage, inCase = 'her'): Promise<string[]> {
  const events = await eventsOf(stage, { inCase });
  return events.filter(({ type }) => type === 'track.opened').map(({ workflow }) => String(workflow));
}

/** Who was told what, in the inbox: kind, user name and when. */
export async function noticesOf(
  stage: Stage,
  kind?: string,
  inCase = 'her',
): Promise<{ kind: string; to: string; at: Instant }[]> {
  const rows = await stage.world.connection.db
    .selectFrom('notifications')
    .innerJoin('people', 'people.person_id', 'notifications.person_id')
    .select(['notifications.kind', 'people.username as to', 'notifications.at'])
    .where('notifications.case_id', '=', stage.caseId(inCase))
    .orderBy('notifications.serial')
    .execute();
  return rows.filter((row) => kind === undefined || row.kind === kind);
}

/** When the reminders of a track's deadlines of one declaration were set for, and what became of them. */
export async function remindersOf(
  stage: Stage,
  track: string,
  name: string,
): Promise<{ at: Instant; state: string }[]> {
  return stage.world.connection.db
    .selectFrom('reminders')
    .innerJoin('deadlines', 'deadlines.deadline_id', 'reminders.deadline_id')
    .select(['reminders.at', 'reminders.state'])
    .where('deadlines.track_id', '=', await stage.track(track))
    .where('deadlines.declaration', '=', name)
    .orderBy('reminders.at')
    .execute();
}
