import type { AnyStateNode } from 'xstate';
import { type Title, title } from '#src/base/title.ts';
import type { StateMeta, Workflow } from '#src/workflow/define-workflow.ts';
import { nodesOf } from '#src/workflow/state-paths.ts';

/** A guard as XState keeps it: a name, or `and`, `or`, `not` over others. */
type GuardTree = string | { readonly type: string } | GuardFunction;
type GuardFunction = ((...args: never) => unknown) & { readonly guards?: readonly GuardTree[] };

/** What an event does: in which states, where to (null: it stays), and what must hold, in words. */
export type Route = {
  readonly from: readonly Title[];
  readonly to: Title | null;
  readonly conditions: readonly Title[];
};

const ANYWHERE = title('任一状态', 'any state');

/** Everything an event does in a workflow, ways alike in target and conditions taken together. */
export function routesOf(workflow: Workflow, eventType: string): Route[] {
  const nodes = [workflow.machine.root, ...nodesOf(workflow.machine)];
  const ways = nodes.flatMap((node) =>
    (node.transitions.get(eventType) ?? []).map((transition) => {
      const targets = (transition.target ?? []) as readonly AnyStateNode[];
      const to = targets.map((target) => stateTitle(workflow, target));
      const isStaying = targets.length === 0;
      return {
        from: stateTitle(workflow, node),
        to: isStaying ? null : title(to.map(({ zh }) => zh).join('、'), to.map(({ en }) => en).join(', ')),
        conditions: conditionsIn(workflow, transition.guard as GuardTree | undefined),
      };
    }),
  );
  const alike = Map.groupBy(ways, ({ to, conditions }) => JSON.stringify([to, conditions]));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, from: same.map(({ from }) => from) }];
  });
}

/** The title of a state; where another state has the same one, with the title of the state around it. */
function stateTitle(workflow: Workflow, node: AnyStateNode): Title {
  if (node.parent === undefined) return ANYWHERE;
  const own = titleOf(node);
  const isShared = nodesOf(workflow.machine).some((other) => other !== node && titleOf(other).zh === own.zh);
  if (!isShared || node.parent.parent === undefined) return own;
  const around = titleOf(node.parent);
  return title(`${around.zh}—${own.zh}`, `${around.en} – ${own.en}`);
}

function titleOf(node: AnyStateNode): Title {
  return (node.meta as StateMeta<Record<string, unknown>>).title;
}

function conditionsIn(workflow: Workflow, guard: GuardTree | undefined): Title[] {
  if (guard === undefined) return [];
  if (typeof guard === 'function' && guard.name === 'and')
    return (guard.guards ?? []).flatMap((part) => conditionsIn(workflow, part));
  return [wordsOf(workflow, guard)];
}

function wordsOf(workflow: Workflow, guard: GuardTree): Title {
  if (typeof guard !== 'function') {
    const name = typeof guard === 'string' ? guard : guard.type;
    const text = workflow.guards[name]?.text;
    if (text === undefined) throw new TypeError(`${workflow.id} has no guard ${name}`);
    return text;
  }
  const parts = (guard.guards ?? []).map((part) => wordsOf(workflow, part));
  const joined = (zh: string, en: string) =>
    title(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en));
  if (guard.name === 'and') return joined('，并且', ' and ');
  if (guard.name === 'or') return joined('；或者', '; or ');
  if (guard.name === 'not') return title(`并非：${joined('', '').zh}`, `not: ${joined('', '').en}`);
  throw new TypeError('a guard without a name');
}
