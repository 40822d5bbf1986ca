import type { Calendar } from '#src/calendar/calendar.ts';
import { ruleOf } from '#src/base/rules.ts';
import type { Instant } from '#src/base/instant.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import type { EventRow, OutboxRow } from '#src/store/step-rows.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import type { Refused } from '#src/workflow/explain-refusal.ts';
import type { EventActor } from '#src/workflow/workflow-event.ts';
import { type Applied, applyLogged } from './apply-logged.ts';
import { type CaseState, trackOf } from './case-state.ts';
import { breachOf, type Draft, type Echo, echoesOf, messagesOf, openingsOf } from './consequences.ts';
import { bodyOf, chainNext, DEADLINE_UNRULED, type LoggedEvent } from './logged-event.ts';
import { type ClockChanges, planDeadlines } from './plan-deadlines.ts';
import type { Unruled } from './start-deadline.ts';

export type PlanContext = {
  readonly workflows: WorkflowRegistry;
  readonly calendar: Calendar;
  readonly drawId: () => string;
  readonly now: Instant;
  readonly actor: EventActor;
  readonly caseId: string;
  readonly chainHead: Buffer;
  readonly deadlines: readonly DeadlineRow[];
  readonly lapsedId: string | null;
};

/** What a command will change, still as values. */
export type Plan = {
  readonly state: CaseState;
  readonly chainHead: Buffer;
  readonly events: readonly EventRow[];
  readonly clocks: readonly ClockChanges[];
  readonly outbox: readonly OutboxRow[];
};

type Pending = { drafts: (Draft | Echo)[]; state: CaseState | null; chainHead: Buffer };

// A step that opens tracks that open tracks … is a mistake in a workflow; real steps write one to six events.
const EVENT_LIMIT = 32;

/**
 * From the case as it is and the events that are to happen, everything that follows: the case afterwards, the log
 * lines with their hashes, the clocks, the messages, the tracks that these events open in turn, and what siblings hear of
 * them. Pure but for the ids it draws. `refused` when the machine of the first event does not move.
 */
export function planStep(
  context: PlanContext,
  start: CaseState | null,
  drafts: readonly Draft[],
): Plan | { refused: Refused } {
  const breach = breachOf(context, start);
  const pending: Pending = { drafts: [...drafts, ...breach], state: start, chainHead: context.chainHead };
  const events: EventRow[] = [];
  const clocks: ClockChanges[] = [];
  const outbox: OutboxRow[] = [];
  const movedIds = new Set<string>();
  for (let draft = pending.drafts.shift(); draft !== undefined; draft = pending.drafts.shift()) {
    if (events.length >= EVENT_LIMIT) throw new Error(`a step of more than ${EVENT_LIMIT} events`);
    const isEcho = 'actor' in draft;
    // One movement of a track in a step, or one statement would have to start a clock and settle it.
    if (isEcho && movedIds.has(draft.track ?? '')) continue;
    const event = placed(context, pending.state, draft);
    const applied = applyLogged(context.workflows, pending.state, event);
    if ('refused' in applied) {
      if (isEcho) continue;
      return applied;
    }
    const said = echoesUnmoved(context, pending.state, applied, event);
    const body = bodyOf(event);
    pending.chainHead = chainNext(pending.chainHead, body);
    pending.state = applied.state;
    events.push(rowOf(event, body, pending.chainHead));
    pending.drafts.push(...said);
    if (applied.moved === null) continue;
    const moved = clocksOf(context, applied.moved, event);
    clocks.push(moved, ...stilledClocks(context, applied.moved));
    movedIds.add(applied.moved.after.id);
    outbox.push(...messagesOf(context, applied.state, applied.moved));
    pending.drafts.push(
      ...moved.unruled.map((unruled) => unruledDraft(event, unruled)),
      ...openingsOf(context, applied.moved, event),
      ...echoesOf(context, applied.state, applied.moved, event),
    );
  }
  if (pending.state === null) throw new Error('a plan without an event');
  return { state: pending.state, chainHead: pending.chainHead, events, clocks, outbox };
}

/** A version left for another may change what a track publishes without its machine having moved. */
function echoesUnmoved(
  context: PlanContext,
  earlier: CaseState | null,
  { state, moved }: Applied,
  event: LoggedEvent,
): Echo[] {
  const before = earlier === null ? undefined : trackOf(earlier, String(event.track));
  const after = trackOf(state, String(event.track));
  if (moved !== null || before === undefined || after === undefined) return [];
  return echoesOf(context, state, { before, after }, event);
}

function placed(context: PlanContext, state: CaseState | null, draft: Draft | Echo): LoggedEvent {
  const others = context.deadlines.filter((row) => row.outcome === 'open' && row.trackId !== draft.track);
  return {
    actor: context.actor,
    ...draft,
    case: context.caseId,
    seq: (state?.seq ?? 0) + 1,
    recordedAt: context.now,
    read: { openDeadlines: others.length },
  };
}

function rowOf(event: LoggedEvent, body: string, hash: Buffer): EventRow {
  const { seq, track, type, occurredAt, recordedAt } = event;
  return { seq, trackId: track, type, occurredAt, recordedAt, body, hash };
}

function clocksOf(
  context: PlanContext,
  moved: NonNullable<Applied['moved']>,
  event: LoggedEvent,
): ClockChanges {
  const rows = context.deadlines.filter(
    (row) => row.trackId === moved.after.id && (row.outcome === 'open' || row.outcome === 'lapsed'),
  );
  return planDeadlines(
    { ...moved, event: { type: event.type, occurredAt: event.occurredAt, now: event.recordedAt } },
    { calendar: context.calendar, drawId: context.drawId, rows, lapsedId: context.lapsedId },
  );
}

/** Why a clock that the workflow names does not run: a line of the log, for whoever looks for it. */
function unruledDraft(
  { track, workflow, workflowVersion, occurredAt }: LoggedEvent,
  unruled: Unruled,
): Draft {
  const { article, inForce } = ruleOf(unruled.rule);
  return {
    ...{ track, workflow, workflowVersion, occurredAt },
    type: DEADLINE_UNRULED,
    code: DEADLINE_UNRULED,
    payload: { ...unruled, article, inForce },
  };
}

/** What `still_clocks` does: every other track's open deadlines end, and their reminders with them. */
function stilledClocks(
  { deadlines, now }: PlanContext,
  { after, step }: NonNullable<Applied['moved']>,
): ClockChanges[] {
  if (!step.effects.some(({ kind }) => kind === 'still_clocks')) return [];
  const others = deadlines.filter((row) => row.trackId !== after.id);
  const settled = others
    .filter(({ outcome }) => outcome === 'open')
    .map(({ id }) => ({ id, outcome: 'cancelled' as const, at: now }));
  return [{ settled, disarmed: others.map(({ id }) => id), started: [], reminders: [], unruled: [] }];
}
