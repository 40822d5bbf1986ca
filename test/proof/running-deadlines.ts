import { activeDeadlines } from '#src/workflow/active-deadlines.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Stepped } from '#src/workflow/step-track.ts';

type Item = { readonly [key: string]: unknown };

/** The deadlines that run in a state: declared on it, with a rule and something to count from. */
export function runningDeadlines(workflow: Workflow, { state, snapshot }: Stepped): string[] {
  const { context } = snapshot;
  return [...activeDeadlines(workflow, state).keys()].filter((id) => {
    const { rule, anchor, per } = workflow.deadlines[id] ?? {};
    const items = per === undefined ? [{}] : (context[per] as readonly Item[]);
    return items.some((item) => isSet(rule, item) && isSet(anchor, item));
  });

  function isSet(from: unknown, item: Item): boolean {
    if (typeof from !== 'object' || from === null) return true;
    if ('context' in from) return (context[String(from.context)] ?? null) !== null;
    return !('item' in from) || (item[String(from.item)] ?? null) !== null;
  }
}

/** Whether the timer can send this event here: a deadline whose end it is runs. Events of people and workers always can. */
export function canBeSent(workflow: Workflow, at: Stepped, type: string): boolean {
  const isLapse = Object.values(workflow.deadlines).some(({ onLapse }) => onLapse === type);
  return !isLapse || runningDeadlines(workflow, at).some((id) => workflow.deadlines[id]?.onLapse === type);
}
