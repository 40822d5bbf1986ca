import { SYSTEM_ID } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import { canonicalJson } from '#src/base/json.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import { calendarWith, noticeOf } from '#src/calendar/china-calendar.ts';
import type { HolidayNotice } from '#src/calendar/holiday-notice.ts';
import { readProductNow } from '#src/store/product-clock.ts';
import { insertHolidayYear, type Queries, readHolidayYears } from '#src/store/holiday-years.ts';
import {
  listRunningDeadlines,
  moveDeadlines,
  type RunningDeadline,
  withClocksHeld,
} from '#src/store/running-deadlines.ts';
import { readCommand } from '#src/store/read-command.ts';
import { writeStep } from '#src/store/write-step.ts';
import type { EngineDeps } from './engine-deps.ts';
import { DEADLINE_RECOMPUTED } from './logged-event.ts';
import { planContextOf } from './plan-context.ts';
import type { Draft } from './consequences.ts';
import { planStep } from './plan-step.ts';
import { recomputeDeadline, type Recomputed } from './recompute-deadline.ts';
import { caseChangeOf, plannedRows, stateOf } from './step-rows-of.ts';

/** A running deadline that a holiday notice moves, or settles what was provisional about it. */
export type MovedDeadline = {
  readonly id: string;
  readonly caseId: string;
  readonly rule: string;
  readonly before: ShownDue;
  readonly after: ShownDue;
};

type ShownDue = { readonly safeDue: string; readonly legalDue: string; readonly provisional: boolean };
type Parts = Pick<EngineDeps, 'pool' | 'workflows' | 'drawId' | 'fault'>;
type Change = { readonly running: RunningDeadline; readonly recomputed: Recomputed };

/** `unchanged`: this very notice is already the one that counts for its year. */
export type HolidayOutcome = { readonly unchanged: boolean; readonly moved: readonly MovedDeadline[] };

/** What importing a notice would do to the deadlines that run now. Changes nothing. */
export async function foreseeHolidays(parts: Parts, notice: HolidayNotice): Promise<HolidayOutcome> {
  const imported = await importedNotices(parts.pool);
  if (isInForce(notice, imported)) return { unchanged: true, moved: [] };
  const calendar = calendarWith([...imported, notice]);
  const changes = await findChanges(parts, parts.pool, calendar, await readProductNow(parts.pool));
  return { unchanged: false, moved: changes.map(movedOf) };
}

/**
 * Imports a notice and computes every running deadline again, with its reminders, in one transaction: all of it or
 * nothing. Each track whose clocks moved has it in its log.
 */
export async function importHolidays(parts: Parts, notice: HolidayNotice): Promise<HolidayOutcome> {
  return withClocksHeld(parts.pool, async (queries) => {
    const imported = await importedNotices(queries);
    if (isInForce(notice, imported)) return { unchanged: true, moved: [] };
    await insertHolidayYear(queries, notice.year, notice);
    const calendar = calendarWith([...imported, notice]);
    const changes = await findChanges(parts, queries, calendar, await readProductNow(queries));
    for (const ofCase of Map.groupBy(changes, ({ running }) => running.caseId).values()) {
      await writeChanges(parts, queries, { calendar, notice, changes: ofCase });
    }
    return { unchanged: false, moved: changes.map(movedOf) };
  });
}

async function importedNotices(queries: Queries): Promise<readonly HolidayNotice[]> {
  return (await readHolidayYears(queries)).notices as readonly HolidayNotice[];
}

function isInForce(notice: HolidayNotice, imported: readonly HolidayNotice[]): boolean {
  const known = noticeOf(notice.year, imported);
  return known !== undefined && canonicalJson(known) === canonicalJson(notice);
}

// A page fits into memory whatever a deadline's explanation holds; the number of pages has no limit but the ledger's.
const PAGE = 1000;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

async function findChanges(
  { workflows }: Parts,
  queries: Queries,
  calendar: Calendar,
  now: Instant,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (let after: string | undefined = BEFORE_ALL_IDS; after !== undefined; ) {
    const page = await listRunningDeadlines(queries, { after, limit: PAGE });
    for (const running of page) {
      const workflow = workflows.version(running.workflow, running.workflowVersion);
      // Skipped, its clock would stay behind the calendar for good.
      if (workflow === undefined)
        throw new Error(`no version ${running.workflowVersion} of workflow ${running.workflow}`);
      const recomputed = recomputeDeadline(running, workflow, { calendar, now });
      if (recomputed !== null) changes.push({ running, recomputed });
    }
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
  }
  return changes;
}

type CaseChanges = {
  readonly calendar: Calendar;
  readonly notice: HolidayNotice;
  readonly changes: readonly Change[];
};

async function writeChanges(parts: Parts, queries: Queries, job: CaseChanges): Promise<void> {
  const { calendar, changes, notice } = job;
  const caseId = changes[0]?.running.caseId ?? null;
  const read = await readCommand(queries, { personId: null, idempotencyKey: null, trackId: null, caseId });
  if (read.case === null) throw new Error(`case ${caseId} vanished`);
  const before = stateOf(read.case, read.tracks);
  const deps = { ...parts, calendar: { current: () => calendar } };
  const actor = { id: SYSTEM_ID, role: 'system' as const, agency: SYSTEM_ID };
  const { id, chainHead, version, wrappedKey } = read.case;
  const context = planContextOf(deps, read, { actor, caseId: id, chainHead, lapsedId: null });
  const byTrack = Map.groupBy(changes, ({ running }) => running.trackId);
  const drafts = [...byTrack.values()].map((ofTrack) => draftOf(ofTrack, notice, read.now));
  const plan = planStep(context, before, drafts);
  if ('refused' in plan) throw new Error('an engine event was refused');
  parts.fault('before_write');
  const outcome = await writeStep(queries, {
    ...plannedRows(plan, before),
    caseRow: caseChangeOf(plan, { readVersion: version, wrappedKey }),
    calendarSerial: read.calendarSerial,
    disarmed: changes.map(({ running }) => running.id),
    reminders: changes.flatMap(({ running, recomputed }) =>
      recomputed.moments.map((moment) => ({ id: parts.drawId(), deadlineId: running.id, ...moment })),
    ),
    ...{ vaultEntries: [], phoneTokens: [], handoffs: [], actor: null, answer: null },
    audit: { action: `timer:${DEADLINE_RECOMPUTED}`, trackId: null },
  });
  if (outcome !== 'written') throw new Error(`case ${id} moved while its clocks were held`);
  await moveDeadlines(
    queries,
    changes.map(({ running, recomputed }) => ({ id: running.id, ...recomputed.after })),
  );
}

/** One line of the log for each track whose clocks moved: what the dates were, what they are, by which notice. */
function draftOf(changes: readonly Change[], notice: HolidayNotice, now: Instant): Draft {
  const [first] = changes;
  if (first === undefined) throw new Error('a track without a change');
  return {
    track: first.running.trackId,
    workflow: first.running.workflow,
    workflowVersion: first.running.workflowVersion,
    type: DEADLINE_RECOMPUTED,
    code: DEADLINE_RECOMPUTED,
    occurredAt: now,
    payload: {
      year: notice.year,
      document: notice.document,
      deadlines: changes.map((change) => {
        const { id, rule, before, after } = movedOf(change);
        const { declaration, item } = change.running;
        return { deadline: id, declaration, item, rule, before, after };
      }),
    },
  };
}

function movedOf({ running, recomputed: { after } }: Change): MovedDeadline {
  const { id, caseId, rule, safeDue, legalDue, isProvisional } = running;
  return {
    id,
    caseId,
    rule,
    before: { safeDue, legalDue, provisional: isProvisional },
    after: { safeDue: after.safeDue, legalDue: after.legalDue, provisional: after.isProvisional },
  };
}
