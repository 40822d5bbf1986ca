import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { review, support } from './litigation/beside.ts';
import { openedContext } from './litigation/context.ts';
import { deadlines } from './litigation/deadlines.ts';
import { events, input } from './litigation/events.ts';
import { guards, openingGuards } from './litigation/guards.ts';
import { dangerPoint, litigation, newCircumstances } from './litigation/setup.ts';
import { suit } from './litigation/suit.ts';

const machine = litigation.createMachine({
  id: 'litigation',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      meta: { title: title('办理中', 'Open') },
      states: { suit, review, support },
      on: {
        // Said with a party in the room it is not the child's wish yet, and somebody may have spoken to it.
        'child.heard': [
          { guard: 'heardApart' },
          { actions: [notify('supervisor', 'wish.doubtful'), notify('case_manager', 'wish.doubtful')] },
        ],
        'custody.exchanged': { actions: dangerPoint },
        'breach.noted': { actions: [newCircumstances, notify('handler', 'order.breached')] },
        'evidence.added': {
          actions: litigation.assign({
            evidence: ({ context, event }) =>
              event.type === 'evidence.added'
                ? [...new Set([...context.evidence, event.payload.kind])].sort()
                : context.evidence,
          }),
        },
        'suit.terminated': [
          {
            guard: 'endedByDeath',
            target: 'terminated',
            actions: notify('supervisor', 'death.recorded'),
          },
          'terminated',
        ],
      },
    },
    closed: { type: 'final', meta: { title: title('已办结', 'Closed') } },
    terminated: { type: 'final', meta: { title: title('诉讼终结', 'Terminated') } },
  },
});

const isIn = (state: readonly string[], part: string): boolean =>
  state.some((path) => `${path}.`.startsWith(`open.suit.${part}.`));

/** 诉讼 (离婚、抚养、人格权侵害禁令等): thin, but its summons, hearings and judgments are danger points. */
export const workflow = defineWorkflow({
  id: 'litigation',
  version: 1,
  title: title('诉讼', 'Litigation'),
  openedBy: ['lawyer', 'court_liaison', 'case_manager', 'supervisor'],
  openingGuards,
  input,
  events,
  guards,
  deadlines,
  machine,
  hears: [{ fact: 'breach', becomes: 'yes', event: 'breach.noted' }],
  facts: ({ context, state }) => ({
    litigation: isIn(state, 'pending') || isIn(state, 'judged') ? 'pending' : stageOf(state),
    divorceBar: isIn(state, 'barred') ? 'running' : 'none',
    dangerPoint: context.review,
  }),
});

function stageOf(state: readonly string[]): 'none' | 'preparing' {
  return ['preparing', 'filed', 'turnedAway'].some((part) => isIn(state, part)) ? 'preparing' : 'none';
}
