import type { Workflow } from '#src/workflow/define-workflow.ts';
import { eventsOfState } from '#src/workflow/list-states.ts';
import { type Stepped, startTrack, stepIfAccepted } from '#src/workflow/step-track.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import { type Abstraction, answeredFor, hiddenKeys, keyOf, type Move, type Walk } from './abstraction.ts';
import { branches } from './branches.ts';
import { circumstancesOf, type Surroundings } from './circumstances.ts';
import { meetStates } from './met-states.ts';
import { canBeSent } from './running-deadlines.ts';
import { watchGuards } from './watched-guards.ts';

/** One step somewhere in a machine, with everything it depended on. */
export type Step = {
  readonly from: Stepped;
  readonly type: string;
  readonly payload: object;
  /** What was asked for on the way, e.g. `role`, `fact risk`, and what the move prescribed. */
  readonly under: Readonly<Record<string, unknown>>;
  readonly to: Stepped;
};

/** What must hold on every step. */
export type Rule = { readonly says: string; readonly holds: (step: Step) => boolean };

/** A step of the graph by the numbers of its states. */
export type Arc = { readonly from: number; readonly to: number; readonly type: string };

/** All that a walk met. */
export type Walked = {
  readonly workflow: Workflow;
  readonly states: readonly Stepped[];
  readonly arcs: readonly Arc[];
  /** The texts of all that it answers for. */
  readonly covered: ReadonlySet<string>;
  /** Of each rule that was broken: the first step that breaks it, which no shorter story reaches. */
  readonly broken: ReadonlyMap<string, Step>;
  /** The steps from an opening to a state, as few as possible. */
  readonly pathTo: (state: Stepped) => readonly Step[];
};

type Options = {
  /** The workflow walked; default the abstraction's own. A planted one goes here. */
  readonly workflow?: Workflow;
  readonly rules?: readonly Rule[];
  readonly limitCount?: number;
  /** Whether the first broken rule is enough. */
  readonly stopAtFirst?: boolean;
};

const STATES_MAX = 60_000;

/**
 * Walks every path of one part of a machine, breadth first, so that the first step that breaks a rule ends the shortest
 * story that does. Throws `StoppedEarlyError` beyond the limit, and when a guard reads what the abstraction leaves out.
 */
export function walkEveryPath(abstraction: Abstraction, walk: Walk, options: Options = {}): Walked {
  const workflow = options.workflow ?? abstraction.workflow;
  const limitCount = options.limitCount ?? STATES_MAX;
  const watched = watchGuards(workflow, hiddenKeys(abstraction, walk));
  const { states, meet, pathTo } = meetStates(workflow.id, keyOf(abstraction, walk), limitCount);
  const arcs: Arc[] = [];
  const broken = new Map<string, Step>();
  for (const payload of walk.inputs ?? abstraction.inputs) {
    meet(startTrack(watched, { payload, openedAt: OPENED_AT, agency: 'federation' }), null);
  }
  // The list grows while it is walked: breadth first.
  for (const [from, state] of states.entries()) {
    if (options.stopAtFirst === true && broken.size > 0) break;
    for (const step of stepsFrom(watched, state, walk.moves)) {
      noteBroken(options.rules ?? [], step, broken);
      arcs.push({ from, to: meet(step.to, step), type: step.type });
    }
  }
  const answers = answeredFor(abstraction, walk);
  const covered = new Set(states.flatMap((state) => answers(state) ?? []));
  return { workflow, states, arcs, covered, broken, pathTo };
}

/** Notes the rules of which this is the first step that breaks them. */
function noteBroken(rules: readonly Rule[], step: Step, broken: Map<string, Step>): void {
  for (const { says, holds } of rules) {
    if (!broken.has(says) && !holds(step)) broken.set(says, step);
  }
}

/** Every step that these moves can take from a state, under every circumstance that makes a difference. */
export function stepsFrom(
  workflow: Workflow,
  from: Stepped,
  moves: readonly Move[],
  around: Surroundings = {},
): Step[] {
  const heard = new Set(eventsOfState(workflow, from.snapshot));
  return moves.flatMap(([type, payload = {}, given = {}]) => {
    if (!heard.has(type) || !canBeSent(workflow, from, type)) return [];
    const taken = branches((choose) => {
      const recorded = circumstancesOf(choose, { workflow, type, given }, from.facts, around);
      return stepIfAccepted(workflow, from.snapshot, { type, payload, ...recorded });
    });
    return taken.flatMap(({ answer, chosen }) =>
      answer === null ? [] : [{ from, type, payload, under: { ...given, ...chosen }, to: answer }],
    );
  });
}
