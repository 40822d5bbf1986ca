import type { ExcludedSpan } from '#src/base/excluded-span.ts';
import type { Instant } from '#src/base/instant.ts';
import { isRuleCode, type RuleCode, ruleInForce } from '#src/base/rules.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import type { DeadlineStart } from '#src/store/step-rows.ts';
import type { DeadlineDeclaration } from '#src/workflow/deadline.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { TrackState } from './case-state.ts';
import { dueOf } from './due-of.ts';

type Declaration = DeadlineDeclaration<string, Record<string, unknown>>;

/** A deadline that no law gave when its trigger happened: it does not run, and the log says why. */
export type Unruled = {
  readonly declaration: string;
  readonly item: string;
  readonly rule: RuleCode;
  readonly startedAt: Instant;
};

export type Starting = {
  readonly workflow: Workflow;
  readonly track: TrackState;
  /** When the event that starts it happened in the world. */
  readonly occurredAt: Instant;
  readonly calendar: Calendar;
  readonly drawId: () => string;
};

/**
 * The row of one declared deadline (with `item`, of one item of its list). Its rule is the row in force on the day of its
 * anchor. Null: a context that holds null says that this clock does not run now. Pure but for the id it draws.
 */
export function startDeadline(
  starting: Starting,
  declaration: Declaration,
  { id, item }: { readonly id: string; readonly item: string },
): { readonly started: DeadlineStart } | { readonly unruled: Unruled } | null {
  const { workflow, track, occurredAt, calendar } = starting;
  const memory = track.snapshot.context as Readonly<Record<string, unknown>>;
  const own = itemsOf(declaration, track).find((one) => one['id'] === item) ?? {};
  const read = (from: { readonly context: string } | { readonly item: string }): unknown =>
    'context' in from ? memory[from.context] : own[from.item];
  const code = typeof declaration.rule === 'string' ? declaration.rule : read(declaration.rule);
  const startedAt = declaration.anchor === 'entry' ? occurredAt : read(declaration.anchor);
  if (typeof code !== 'string' || typeof startedAt !== 'string') return null;
  if (!isRuleCode(code)) throw new TypeError(`workflow ${workflow.id} remembers an unknown rule ${code}`);
  const rule = ruleInForce(code, startedAt.slice(0, 10));
  if (rule === null) return { unruled: { declaration: id, item, rule: code, startedAt } };
  const spans = declaration.excluded === undefined ? [] : (read(declaration.excluded) as ExcludedSpan[]);
  const excluded = spans.filter(({ kind }) => rule.excludes.includes(kind));
  const due = dueOf(rule, { startedAt, excluded }, calendar);
  const base = { id: starting.drawId(), trackId: track.id, declaration: id, item, rule: rule.code };
  return { started: { ...base, startedAt, excluded, ...due } };
}

/** The items of the list that a declaration has one row for each of. */
export function itemsOf(
  declaration: Pick<Declaration, 'per'> | undefined,
  track: TrackState,
): readonly Readonly<Record<string, unknown>>[] {
  if (declaration?.per === undefined) return [];
  const list = (track.snapshot.context as Readonly<Record<string, unknown>>)[declaration.per];
  return Array.isArray(list) ? list : [];
}
