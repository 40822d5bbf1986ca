import type { JsonObject } from '#src/base/json.ts';
import type { Title } from '#src/base/title.ts';
import type { FactName, Facts } from '#src/base/facts.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import type { MoveBlock } from '#src/workflow/move-block.ts';
import type { CarriedDeadline } from './carry-deadlines.ts';

/** A deadline before and after a move, for the log and for the operator. */
export type ShownDeadline = {
  readonly deadline: string;
  readonly change: CarriedDeadline['change'];
  readonly item: string;
  readonly before: ShownClock | null;
  readonly after: ShownClock | null;
  readonly because: Title | null;
};

type ShownClock = {
  readonly declaration: string;
  readonly rule: string;
  readonly startedAt: string;
  readonly safeDue: string;
  readonly legalDue: string;
};

/** A fact of the case before and after. */
export type ShownFact = { readonly fact: FactName; readonly before: string; readonly after: string };

/** One line of a dry run, or of what was done. */
export type ShownMove = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trackId: string;
  readonly outcome: 'moves' | 'moved' | 'blocked' | 'stays' | 'busy';
  readonly stateBefore: readonly string[];
  /** Null where nothing is moved. */
  readonly stateAfter: readonly string[] | null;
  readonly deadlines: readonly ShownDeadline[];
  readonly facts: readonly ShownFact[];
  readonly blocks: readonly MoveBlock[];
  readonly because: Title | null;
};

/** Open deadlines and those that start; one that lapsed only keeps its name. */
export function shownDeadlines(carried: readonly CarriedDeadline[]): ShownDeadline[] {
  return carried.flatMap((one) =>
    one.change !== 'started' && one.row.outcome !== 'open' ? [] : [shownDeadline(one)],
  );
}

function shownDeadline(one: CarriedDeadline): ShownDeadline {
  if (one.change === 'started') {
    const { id, item } = one.start;
    const after = clockOf(one.start);
    return { deadline: id, change: one.change, item, before: null, after, because: one.because };
  }
  const { row } = one;
  const shared = { deadline: row.id, change: one.change, item: row.item, before: clockOf(row) };
  if (one.change === 'ended') return { ...shared, after: null, because: one.because };
  const { declaration } = one;
  if (one.change === 'kept') return { ...shared, after: clockOf({ ...row, declaration }), because: null };
  return {
    ...shared,
    after: clockOf({ ...one.by, declaration }),
    because: one.because,
  };
}

function clockOf(
  row: Pick<DeadlineRow, 'declaration' | 'rule' | 'startedAt' | 'safeDue' | 'legalDue'>,
): ShownClock {
  const { declaration, rule, startedAt, safeDue, legalDue } = row;
  return { declaration, rule, startedAt, safeDue, legalDue };
}

/** The facts of a case that a move changes. */
export function shownFacts(before: Facts, after: Facts): ShownFact[] {
  return (Object.keys(before) as FactName[])
    .filter((fact) => before[fact] !== after[fact])
    .map((fact) => ({ fact, before: before[fact], after: after[fact] }));
}

/** A shown deadline as it stands in the log. */
export function loggedDeadline({ deadline, change, item, before, after }: ShownDeadline): JsonObject {
  return { deadline, change, item, before, after };
}
