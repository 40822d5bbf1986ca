import { AppError } from '#src/base/errors.ts';
import { INPUT_FAULTS, type InputProblem, inputProblem } from '#src/base/input-faults.ts';
import { type Instant, parseInstant } from '#src/base/instant.ts';
import type { Json, JsonObject } from '#src/base/json.ts';
import { type RuleCode, ruleOf } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import type { DeadlineStart } from '#src/store/step-rows.ts';
import type { Plan } from './plan-step.ts';
import { timeBounds } from './prepared-or-refused.ts';

type Asked = {
  readonly now: Instant;
  readonly occurredAt?: string | undefined;
  readonly payload: JsonObject;
};

// Later than any time a payload may plan: a time beyond it is refused by every plan.
const ANY_TIME: Instant = '2099-12-31T23:59:59.999+08:00';

/**
 * Plans with the latest time at which something may have happened. What is refused because it lies ahead names the rules
 * that would be counted from it; and no period of law ever starts ahead of its time, whatever a workflow anchors it at.
 */
export function refuseFutureAnchors<T extends { readonly plan: Plan }>(
  asked: Asked,
  plan: (latest: Instant) => T,
): T {
  const { latest } = timeBounds(asked.now);
  try {
    const planned = plan(latest);
    const ahead = startsOf(planned).filter((start) => start.startedAt > latest && isOfLaw(start));
    if (ahead.length === 0) return planned;
    throw new AppError('occurred_at_invalid', { errors: [naming(futureProblem('/occurredAt'), ahead)] });
  } catch (error) {
    const errors = error instanceof AppError ? (error.details.errors ?? []) : [];
    if (!errors.some(isPlainFuture)) throw error;
    throw new AppError('occurred_at_invalid', { errors: named(errors, asked, plan) }, { cause: error });
  }
}

function named<T extends { readonly plan: Plan }>(
  errors: readonly InputProblem[],
  asked: Asked,
  plan: (latest: Instant) => T,
): InputProblem[] {
  const starts = wouldStart(plan);
  return errors.map((problem) => {
    const at = isPlainFuture(problem) ? timeAt(problem.pointer, asked) : null;
    return naming(
      problem,
      starts.filter(({ startedAt }) => startedAt === at),
    );
  });
}

/** Which deadlines would start if the time were right; none, when the event is refused for something else as well. */
function wouldStart<T extends { readonly plan: Plan }>(plan: (latest: Instant) => T): DeadlineStart[] {
  try {
    return startsOf(plan(ANY_TIME));
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

function startsOf({ plan }: { readonly plan: Plan }): DeadlineStart[] {
  return plan.clocks.flatMap(({ started }) => started);
}

function isOfLaw({ rule }: DeadlineStart): boolean {
  return ruleOf(rule as RuleCode).kind === 'statute';
}

function isPlainFuture({ message }: InputProblem): boolean {
  return message === INPUT_FAULTS.future;
}

function futureProblem(pointer: string): InputProblem {
  return inputProblem(pointer, 'future');
}

function naming(problem: InputProblem, starts: readonly DeadlineStart[]): InputProblem {
  if (starts.length === 0) return problem;
  const codes = [...new Set(starts.map(({ rule }) => rule))];
  const { zh, en } = problem.message;
  const message = title(
    `${zh}：${codes.join('、')}自此起算`,
    `${en}: ${codes.join(', ')} would be counted from it`,
  );
  return { ...problem, message };
}

/** The refused time itself, which the answer never repeats. */
function timeAt(pointer: string, { occurredAt, payload }: Asked): Instant | null {
  if (pointer === '/occurredAt' && occurredAt !== undefined) return parseInstant(occurredAt);
  const value = pointer
    .slice(1)
    .split('/')
    .reduce<Json | undefined>((inside, key) => (inside as JsonObject | undefined)?.[key], payload);
  return typeof value === 'string' ? parseInstant(value) : null;
}
