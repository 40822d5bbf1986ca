import { canonicalJson } from '#src/base/json.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { isRefused, type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { type Circumstances, OPENED_AT, recorded } from './step-with.ts';

/** One way an event may come: by whom, with what. */
export type Move = readonly [type: string, payload?: object, circumstances?: Circumstances];

/** One step somewhere in the machine. */
export type Edge = { readonly from: Stepped; readonly move: Move; readonly to: Stepped };

export type Explored = {
  readonly states: readonly Stepped[];
  readonly edges: readonly Edge[];
  /** Moves that were refused by a guard. */
  readonly refusals: readonly { readonly at: Stepped; readonly move: Move }[];
};

type Bounds = {
  /** Throws beyond so many states: a test that silently looked at half of them would prove nothing. */
  readonly limitCount: number;
  /** Context keys that no guard reads: states that differ in nothing else are one. */
  readonly ignore?: readonly string[];
};

/** Every state that these moves can reach from these openings, and every step between them. */
export function explore(
  workflow: Workflow,
  inputs: readonly object[],
  moves: readonly Move[],
  { limitCount, ignore = [] }: Bounds,
): Explored {
  const found = new Map<string, Stepped>();
  const edges: Edge[] = [];
  const refusals: { at: Stepped; move: Move }[] = [];
  const queue: Stepped[] = [];
  const visit = (at: Stepped): void => {
    const context = Object.entries(at.snapshot.context).filter(([name]) => !ignore.includes(name));
    const key = canonicalJson([at.snapshot.value, Object.fromEntries(context)]);
    if (found.has(key)) return;
    if (found.size === limitCount) throw new Error(`more than ${limitCount} states; fewer moves are needed`);
    found.set(key, at);
    queue.push(at);
  };
  for (const payload of inputs) {
    visit(startTrack(workflow, { payload, openedAt: OPENED_AT, agency: 'federation' }));
  }
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    const heard = eventsOfState(workflow, from.snapshot);
    for (const move of moves) {
      const [type, payload = {}, circumstances = {}] = move;
      if (!heard.includes(type)) continue;
      const to = stepTrack(workflow, from.snapshot, { type, payload, ...recorded(circumstances) });
      if (isRefused(to)) refusals.push({ at: from, move });
      else {
        edges.push({ from, move, to });
        visit(to);
      }
    }
  }
  return { states: [...found.values()], edges, refusals };
}
