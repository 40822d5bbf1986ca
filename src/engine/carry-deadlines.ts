import { type Instant, parseInstant } from '#src/base/instant.ts';
import { canonicalJson } from '#src/base/json.ts';
import type { Title } from '#src/base/title.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import type { DeadlineStart } from '#src/store/step-rows.ts';
import { activeDeadlines } from '#src/workflow/active-deadlines.ts';
import type { DeadlineAnswer } from '#src/workflow/define-move.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { MoveVersions } from '#src/workflow/map-track.ts';
import { type MoveBlock, moveBlock } from '#src/workflow/move-block.ts';
import { carriedTo } from '#src/workflow/move-problems.ts';
import type { Restored } from '#src/workflow/restore-state.ts';
import type { TrackState } from './case-state.ts';
import { itemsOf, startDeadline } from './start-deadline.ts';

/** What a move does to one deadline of its track. */
export type CarriedDeadline =
  | { readonly change: 'kept'; readonly row: DeadlineRow; readonly declaration: string }
  | {
      readonly change: 'recomputed';
      readonly row: DeadlineRow;
      readonly declaration: string;
      /** The same start under the new declaration: rule, dates and what they leave out. */
      readonly by: DeadlineStart;
      readonly because: Title;
    }
  | { readonly change: 'ended'; readonly row: DeadlineRow; readonly because: Title }
  | { readonly change: 'started'; readonly start: DeadlineStart; readonly because: Title };

export type Carriage = {
  readonly versions: MoveVersions;
  readonly track: TrackState;
  readonly mapped: Restored;
  /** Every deadline of the track, settled ones too. */
  readonly rows: readonly DeadlineRow[];
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly drawId: () => string;
};

export type CarriedOrBlocked = {
  readonly carried: readonly CarriedDeadline[];
  readonly blocks: readonly MoveBlock[];
};

/**
 * What becomes of the deadlines of a track that is moved: each running one goes on, is computed again or ends as the
 * mapping says, and what the new state asks for besides starts. Whatever the mapping does not say blocks. Pure.
 */
export function carryDeadlines(carriage: Carriage): CarriedOrBlocked {
  const before = activeDeadlines(carriage.versions.from, carriage.track.state);
  // What lapsed on an earlier visit of its state is history; what lapsed in this one still escalates.
  const live = carriage.rows.filter(
    ({ outcome, declaration }) => outcome === 'open' || (outcome === 'lapsed' && before.has(declaration)),
  );
  const results = [...live.map((row) => carriedOf(carriage, row)), ...startsOf(carriage, [...before.keys()])];
  const carried = results.filter((result) => 'change' in result);
  const blocks = results.filter((result) => 'code' in result);
  return { carried, blocks: [...blocks, ...doubled(carried)] };
}

function carriedOf(carriage: Carriage, row: DeadlineRow): CarriedDeadline | MoveBlock {
  const { versions, now } = carriage;
  const answer = versions.move.deadlines[row.declaration];
  const onLapse = versions.from.deadlines[row.declaration]?.onLapse;
  if (answer === undefined) return moveBlock('deadline_unmapped', row.declaration);
  if (row.outcome === 'open' && onLapse !== undefined && row.legalDueAt <= now)
    return moveBlock('lapse_due', row.declaration);
  if (answer.kind === 'ended') return { change: 'ended', row, because: answer.because };
  const declaration = answer.as ?? row.declaration;
  // Its end is past and written; only its name and its escalation go along.
  if (row.outcome !== 'open') return { change: 'kept', row, declaration };
  return goesOn(carriage, row, { ...answer, declaration });
}

type GoesOn = Exclude<DeadlineAnswer, { kind: 'ended' }> & { readonly declaration: string };

function goesOn(carriage: Carriage, row: DeadlineRow, answer: GoesOn): CarriedDeadline | MoveBlock {
  const { versions, mapped } = carriage;
  const { declaration } = answer;
  const { item, startedAt } = row;
  const old = clockIn(carriage, 'from', { id: row.declaration, item, at: startedAt });
  const fresh = clockIn(carriage, 'to', { id: declaration, item, at: startedAt });
  const isActive = activeDeadlines(versions.to, mapped.state).has(declaration);
  const isListed = itemIds(versions.to.deadlines[declaration], trackIn(carriage, 'to')).includes(item);
  if (!isActive || !isListed) return moveBlock('deadline_lost', row.declaration);
  if (old?.startedAt !== fresh?.startedAt) return moveBlock('anchor_moved', row.declaration);
  return answer.kind === 'kept'
    ? keptAs(row, declaration, hasSameRule(old, fresh))
    : recomputedBy(carriage, row, { declaration, because: answer.because, fresh });
}

function hasSameRule(old: DeadlineStart | null, fresh: DeadlineStart | null): boolean {
  const spansOf = (start: DeadlineStart | null) => canonicalJson([...(start?.excluded ?? [])]);
  return old?.rule === fresh?.rule && spansOf(old) === spansOf(fresh);
}

function keptAs(row: DeadlineRow, declaration: string, isSame: boolean): CarriedDeadline | MoveBlock {
  return isSame ? { change: 'kept', row, declaration } : moveBlock('rule_changed', row.declaration);
}

type Fresh = { readonly declaration: string; readonly because: Title; readonly fresh: DeadlineStart | null };

function recomputedBy(
  { now }: Carriage,
  row: DeadlineRow,
  { declaration, because, fresh }: Fresh,
): CarriedDeadline | MoveBlock {
  if (fresh === null) return moveBlock('deadline_lost', row.declaration);
  // What the track remembers has moved on since this clock started: by it another start would be told.
  if (parseInstant(fresh.startedAt) !== row.startedAt) return moveBlock('anchor_moved', row.declaration);
  if (fresh.legalDueAt <= now) return moveBlock('overdue_at_once', declaration);
  return { change: 'recomputed', row, declaration, by: fresh, because };
}

type Asked = { readonly id: string; readonly item: string; readonly at: Instant };

/** What a deadline would be if it started at an instant, in the old version or the new; null: it would not run. */
function clockIn(carriage: Carriage, version: 'from' | 'to', { id, item, at }: Asked): DeadlineStart | null {
  const workflow = carriage.versions[version];
  const declaration = workflow.deadlines[id];
  const track = trackIn(carriage, version);
  if (declaration === undefined || !itemIds(declaration, track).includes(item)) return null;
  const starting = { workflow, track, occurredAt: at, calendar: carriage.calendar, drawId: carriage.drawId };
  const start = startDeadline(starting, declaration, { id, item });
  return start !== null && 'started' in start ? start.started : null;
}

function trackIn({ track, mapped }: Carriage, version: 'from' | 'to'): TrackState {
  return version === 'from' ? track : { ...track, ...mapped };
}

function itemIds(declaration: Workflow['deadlines'][string] | undefined, track: TrackState): string[] {
  return declaration?.per === undefined ? [''] : itemsOf(declaration, track).map(({ id }) => String(id));
}

/** What the new state asks for and the old one did not. */
function startsOf(carriage: Carriage, before: readonly string[]): (CarriedDeadline | MoveBlock)[] {
  const { versions, mapped, now } = carriage;
  if (mapped.isFinal) return [];
  const ranBefore = (old: string, item: string) =>
    clockIn(carriage, 'from', { id: old, item, at: now }) !== null;
  return [...activeDeadlines(versions.to, mapped.state).keys()].flatMap((id) => {
    const declaration = versions.to.deadlines[id];
    if (declaration === undefined) return [];
    const ancestors = before.filter((old) => carriedTo(old, versions.move.deadlines[old]) === id);
    return itemIds(declaration, trackIn(carriage, 'to'))
      .filter((item) => !ancestors.some((old) => ranBefore(old, item)))
      .flatMap((item) => startOf(carriage, id, item) ?? []);
  });
}

function startOf(carriage: Carriage, id: string, item: string): CarriedDeadline | MoveBlock | null {
  const { versions, now } = carriage;
  const start = clockIn(carriage, 'to', { id, item, at: now });
  if (start === null) return null;
  const because = versions.move.starts?.[id];
  if (because === undefined) return moveBlock('deadline_unforeseen', id);
  // A period of no length ends when it starts, and that is meant.
  if (start.startedAt < now && start.legalDueAt <= now) return moveBlock('overdue_at_once', id);
  return { change: 'started', start, because };
}

function doubled(carried: readonly CarriedDeadline[]): MoveBlock[] {
  const names = carried.flatMap((one) => {
    if (one.change === 'ended') return [];
    const { item } = one.change === 'started' ? one.start : one.row;
    const id = one.change === 'started' ? one.start.declaration : one.declaration;
    const isOpen = one.change === 'started' || one.row.outcome === 'open';
    return isOpen ? [[id, item].filter(Boolean).join(' ')] : [];
  });
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => moveBlock('deadline_doubled', name));
}
