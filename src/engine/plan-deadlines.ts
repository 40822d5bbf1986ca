import { durationMs } from '#src/base/duration.ts';
import { addMs, type Instant } from '#src/base/instant.ts';
import { isRuleCode, ruleOf } from '#src/base/rules.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import { computeDue } from '#src/calendar/compute-due.ts';
import { startOfRule } from '#src/calendar/start.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import type { DeadlineSettlement, DeadlineStart, ReminderRow } from '#src/store/step-rows.ts';
import type { DeadlineDeclaration } from '#src/workflow/deadline.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { activeDeadlines } from '#src/workflow/active-deadlines.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import type { TrackState } from './case-state.ts';

type Declaration = DeadlineDeclaration<string, Record<string, unknown>>;

/** How one track moved, as far as its clocks care. */
export type Movement = {
  readonly workflow: Workflow;
  readonly before: TrackState | null;
  readonly after: TrackState;
  readonly step: Stepped;
  readonly event: { readonly type: string; readonly occurredAt: Instant; readonly now: Instant };
};

export type ClockChanges = {
  readonly started: readonly DeadlineStart[];
  readonly settled: readonly DeadlineSettlement[];
  readonly disarmed: readonly string[];
  readonly reminders: readonly ReminderRow[];
};

export type ClockContext = {
  readonly calendar: Calendar;
  readonly drawId: () => string;
  /** Of the moved track: open ones, and lapsed ones whose escalation may still run. */
  readonly rows: readonly DeadlineRow[];
  /** The deadline whose end this event is. */
  readonly lapsedId: string | null;
};

/**
 * What one movement does to the clocks of its track. Entering a state starts its deadlines; an event in `metBy`
 * settles one; any other way out cancels it; a state that was left and entered again starts its clock anew; two states
 * that name the same deadline share it. Pure.
 */
export function planDeadlines(movement: Movement, context: ClockContext): ClockChanges {
  const before = movement.before === null ? NONE : activeDeadlines(movement.workflow, movement.before.state);
  const after = movement.after.isFinal ? NONE : activeDeadlines(movement.workflow, movement.after.state);
  const settled: DeadlineSettlement[] = [];
  const disarmed: string[] = [];
  const kept = new Set<string>();
  for (const row of context.rows) {
    // What lapsed on an earlier visit of its state is history.
    if (row.outcome !== 'open' && !before.has(row.declaration)) continue;
    const isRunning = after.has(row.declaration) && !isRestarted(movement, before, after, row.declaration);
    const outcome = outcomeOf(movement, context, row, isRunning);
    if (outcome !== null && maySettle(row, outcome))
      settled.push({ id: row.id, outcome, at: movement.event.now });
    if (outcome !== null && outcome !== 'lapsed') disarmed.push(row.id);
    if (outcome === null) kept.add(keyOf(row.declaration, row.item));
  }
  const starts = [...after.keys()].flatMap((id) => {
    const isNew = !before.has(id) || isRestarted(movement, before, after, id);
    return startsOf(movement, context, id, { isNew, kept });
  });
  return {
    settled,
    disarmed,
    started: starts,
    reminders: starts.flatMap((start) => remindersOf(movement, context, start)),
  };
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

/** Left and entered again by this very movement: the clock starts anew. */
function isRestarted(
  movement: Movement,
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
  id: string,
): boolean {
  const { entered, exited } = movement.step;
  const nodes = (after.get(id) ?? []).filter((node) => before.get(id)?.includes(node) === true);
  return nodes.some((node) => entered.includes(node) && exited.includes(node));
}

/** What lapsed because nobody typed it in time is still judged by when it happened. */
function maySettle(row: DeadlineRow, outcome: DeadlineSettlement['outcome']): boolean {
  return row.outcome === 'open' || outcome === 'met' || outcome === 'met_late';
}

function outcomeOf(
  { workflow, event, after }: Movement,
  context: ClockContext,
  row: DeadlineRow,
  isRunning: boolean,
): DeadlineSettlement['outcome'] | null {
  if (row.id === context.lapsedId) return 'lapsed';
  const declaration = workflow.deadlines[row.declaration];
  const isGone = !isRunning || (row.item !== '' && !itemsOf(declaration, after).includes(row.item));
  const isMet = declaration?.metBy.includes(event.type) === true && (row.item === '' || isGone);
  if (isMet) return event.occurredAt <= row.legalDueAt ? 'met' : 'met_late';
  return isGone ? 'cancelled' : null;
}

function startsOf(
  movement: Movement,
  context: ClockContext,
  id: string,
  { isNew, kept }: { isNew: boolean; kept: ReadonlySet<string> },
): DeadlineStart[] {
  const declaration = movement.workflow.deadlines[id];
  if (declaration === undefined)
    throw new TypeError(`workflow ${movement.workflow.id} has no deadline ${id}`);
  if (declaration.per === undefined && !isNew) return [];
  const items = declaration.per === undefined ? [''] : itemsOf(declaration, movement.after);
  const fresh = items.filter((item) => !kept.has(keyOf(id, item)));
  return fresh.flatMap((item) => startOf(movement, context, declaration, { id, item }) ?? []);
}

function startOf(
  movement: Movement,
  context: ClockContext,
  declaration: Declaration,
  { id, item }: { readonly id: string; readonly item: string },
): DeadlineStart | null {
  const memory = movement.after.snapshot.context as Readonly<Record<string, unknown>>;
  const code = typeof declaration.rule === 'string' ? declaration.rule : memory[declaration.rule.context];
  const anchor =
    declaration.anchor === 'entry' ? movement.event.occurredAt : memory[declaration.anchor.context];
  // A context that holds null says: this clock does not run now.
  if (typeof code !== 'string' || typeof anchor !== 'string') return null;
  if (!isRuleCode(code))
    throw new TypeError(`workflow ${movement.workflow.id} remembers an unknown rule ${code}`);
  const rule = ruleOf(code);
  const due = computeDue(rule, startOfRule(rule, anchor), {
    calendar: context.calendar,
    onUnknownYear: 'provisional',
  });
  return {
    id: context.drawId(),
    trackId: movement.after.id,
    declaration: id,
    item,
    rule: code,
    startedAt: anchor,
    safeDue: due.safeDue,
    legalDue: due.legalDue,
    safeDueAt: due.safeDueAt,
    legalDueAt: due.legalDueAt,
    isProvisional: due.provisional,
    explanation: due.explanation,
  };
}

function remindersOf(
  { workflow, event }: Movement,
  context: ClockContext,
  start: DeadlineStart,
): ReminderRow[] {
  const declaration = workflow.deadlines[start.declaration];
  if (declaration === undefined) return [];
  const arm = (at: Instant, kind: ReminderRow['kind'], audience: string): ReminderRow => ({
    id: context.drawId(),
    deadlineId: start.id,
    at,
    kind,
    audience,
  });
  const moments = declaration.remind.map((before) => addMs(start.safeDueAt, -durationMs(before)));
  const ahead = moments.filter((at) => at > event.now);
  // Moments already past when the clock starts (recorded late, or a short period) become one reminder, now.
  const owed = ahead.length < moments.length ? [event.now, ...ahead] : ahead;
  return [
    ...owed.map((at) => arm(at, 'remind', declaration.remindTo ?? 'handler')),
    ...declaration.escalate.map(({ after, to }) =>
      arm(addMs(start.safeDueAt, durationMs(after)), 'escalate', to),
    ),
  ];
}

function itemsOf(declaration: Declaration | undefined, track: TrackState): string[] {
  if (declaration?.per === undefined) return [];
  const list = (track.snapshot.context as Readonly<Record<string, unknown>>)[declaration.per];
  return Array.isArray(list) ? list.map((item: { id: string }) => item.id) : [];
}

function keyOf(declaration: string, item: string): string {
  return `${declaration}\n${item}`;
}
