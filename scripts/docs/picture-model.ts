import type { AnyStateNode } from 'xstate';
import type { Title } from '#src/base/title.ts';
import type { StateMeta, Workflow } from '#src/workflow/define-workflow.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';

/** A state as a picture shows it. `path` is '' for the whole workflow. */
export type PictureState = {
  readonly path: string;
  readonly title: Title;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  /** Codes of the rules whose periods run here; `…` where the case decides which. */
  readonly rules: readonly string[];
  /** What can be recorded here without leaving it. */
  readonly notes: readonly Happening[];
  readonly children: readonly PictureState[];
  /** Where it begins, when it has parts. */
  readonly initial: string | null;
};

/** Something that is recorded, as one line of a label. */
export type Happening = {
  readonly title: Title;
  /** Some condition must hold. */
  readonly isGuarded: boolean;
  /** Nobody records it: it happens when a period has run out, or when a condition has come true. */
  readonly isAutomatic: boolean;
  /** The state is left and entered again, so that its periods start anew. */
  readonly restarts: boolean;
};

/** A way from one state to another, with everything that leads along it. */
export type Way = { readonly from: string; readonly to: string; readonly happening: Happening };

/** What is to be drawn of a workflow: its states, and the ways between them. */
export type PictureModel = { readonly root: PictureState; readonly ways: readonly Way[] };

const AUTOMATIC: Title = { zh: '条件成就', en: 'Condition met' };

/** Reads from a workflow's machine what its picture shows. */
export function modelOf(workflow: Workflow): PictureModel {
  const steps = [workflow.machine.root, ...nodesOf(workflow.machine)].flatMap((node) =>
    stepsOf(workflow, node),
  );
  const ways = steps.flatMap(({ from, to, happening }) => (to === null ? [] : [{ from, to, happening }]));
  const notes = Map.groupBy(
    steps.filter(({ to }) => to === null),
    ({ from }) => from,
  );
  const stateOf = (node: AnyStateNode): PictureState => {
    const meta = node.meta as StateMeta<Record<string, unknown>> | undefined;
    return {
      path: pathOf(node),
      title: meta?.title ?? workflow.title,
      kind: kindOf(node),
      rules: [...new Set((meta?.deadlines ?? []).map((id) => ruleIn(workflow, id)))],
      notes: merged((notes.get(pathOf(node)) ?? []).map(({ happening }) => happening)),
      children: Object.values(node.states).map(stateOf),
      initial: node.type === 'compound' ? initialOf(node) : null,
    };
  };
  return { root: stateOf(workflow.machine.root), ways };
}

/** The same happening once, conditional only where it always is. */
export function merged(happenings: readonly Happening[]): Happening[] {
  const byTitle = Map.groupBy(happenings, ({ title }) => title.zh);
  return [...byTitle.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const isGuarded = same.every((one) => one.isGuarded);
    return [{ ...first, isGuarded, restarts: same.some((one) => one.restarts) }];
  });
}

type Step = { readonly from: string; readonly to: string | null; readonly happening: Happening };

function stepsOf(workflow: Workflow, node: AnyStateNode): Step[] {
  const from = pathOf(node);
  return transitionsOf(node).flatMap((transition): Step[] => {
    const into = (transition.target ?? []) as readonly AnyStateNode[];
    const isSelf = into.includes(node);
    // What only remembers something when a condition comes true is no step anybody sees.
    if (transition.eventType === '' && into.length === 0) return [];
    const restarts = isSelf && (transition.reenter || node.type === 'compound');
    const happening = { ...happeningOf(workflow, transition), restarts };
    if (into.length === 0 || isSelf) return [{ from, to: null, happening }];
    return into.map((state) => ({ from, to: pathOf(state), happening }));
  });
}

type Transition = { readonly eventType: string; readonly guard?: unknown };

function transitionsOf(node: AnyStateNode) {
  return [...node.transitions.values(), node.always ?? []].flat();
}

function happeningOf(workflow: Workflow, { eventType, guard }: Transition): Omit<Happening, 'restarts'> {
  if (eventType === '') return { title: AUTOMATIC, isGuarded: false, isAutomatic: true };
  const event = workflow.events[eventType];
  if (event === undefined) throw new TypeError(`${workflow.id}: ${eventType}?`);
  return { title: event.title, isGuarded: guard !== undefined, isAutomatic: event.roles.length === 0 };
}

function kindOf(node: AnyStateNode): PictureState['kind'] {
  if (node.type === 'history') throw new TypeError(`${pathOf(node)}: histories cannot be drawn`);
  return node.type;
}

function initialOf(node: AnyStateNode): string | null {
  const [first] = (node.initial?.target ?? []) as readonly AnyStateNode[];
  return first === undefined ? null : pathOf(first);
}

function ruleIn(workflow: Workflow, deadlineId: string): string {
  const rule = workflow.deadlines[deadlineId]?.rule;
  return typeof rule === 'string' ? rule : '…';
}
