import type { ShownDeadline, ShownMove } from '#src/engine/shown-move.ts';
import type { Title } from '#src/base/title.ts';
import type { MoveVersions } from '#src/workflow/map-track.ts';

/** What is said of a run: a line or more for each track as it comes, and the sums. */
export type Report = {
  readonly add: (shown: ShownMove) => void;
  /** Says the sums; gives how many tracks stayed behind. */
  readonly end: () => number;
};

type Asked = {
  readonly action: 'check' | 'apply';
  readonly json: boolean;
  readonly range: { readonly limit: number };
  /** How many tracks were of the new version before. */
  readonly there: number;
};

type Counts = Record<ShownMove['outcome'], number>;

/** For people as text, or for programs as JSON: one object a line, the last one the sums. */
export function createReport(
  { action, json, range, there }: Asked,
  { move, to }: MoveVersions,
  print: (line: string) => void,
): Report {
  const counts: Counts = { moves: 0, moved: 0, blocked: 0, stays: 0, busy: 0 };
  const seen = { count: 0, last: '' };
  if (!json) print(`${to.title.zh} ${to.title.en}: ${move.from} → ${move.to}. ${both(move.title)}`);
  return {
    add: (shown) => {
      counts[shown.outcome] += 1;
      seen.count += 1;
      seen.last = shown.trackId;
      if (json) print(JSON.stringify(shown));
      else for (const line of linesOf(shown)) print(line);
    },
    end: () => {
      const next = seen.count < range.limit ? null : seen.last;
      const { workflow, from } = move;
      if (json) print(JSON.stringify({ action, workflow, from, to: move.to, there, counts, next }));
      else for (const line of sumsOf(counts, there, next)) print(line);
      return counts.blocked + counts.busy;
    },
  };
}

function linesOf(shown: ShownMove): string[] {
  const { caseNumber, trackId, outcome, stateBefore, stateAfter, facts } = shown;
  const to = stateAfter === null ? '' : ` → ${stateAfter.join(' + ')}`;
  return [
    `${caseNumber}  ${trackId}  ${outcome}`,
    `    ${stateBefore.join(' + ')}${to}`,
    ...shown.deadlines.map((deadline) => `    ${lineOf(deadline)}`),
    ...facts.map(({ fact, before, after }) => `    fact ${fact}: ${before} → ${after}`),
    ...shown.blocks.map(({ code, about, text }) => `    ${code} ${about}: ${both(text)}`),
    ...(shown.because === null ? [] : [`    ${both(shown.because)}`]),
  ];
}

function lineOf({ change, item, before, after, because }: ShownDeadline): string {
  const clocks = [before, after].map((clock) =>
    clock === null ? '–' : `${clock.declaration} ${clock.rule} safe ${clock.safeDue} legal ${clock.legalDue}`,
  );
  const dates = change === 'kept' && clocks[0] === clocks[1] ? clocks.slice(1) : clocks;
  const why = because === null ? '' : ` (${both(because)})`;
  return `${change} ${item === '' ? '' : `[${item}] `}${dates.join(' → ')}${why}`;
}

function sumsOf(counts: Counts, there: number, next: string | null): string[] {
  const said = Object.entries(counts).map(([outcome, count]) => `${outcome} ${count}`);
  return [
    `${said.join(', ')}; of the new version before: ${there}`,
    ...(next === null ? [] : [`There may be more: --after ${next}`]),
  ];
}

function both({ zh, en }: Title): string {
  return `${zh} / ${en}`;
}
