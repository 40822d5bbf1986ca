import { assign } from 'xstate';
import { FACTS, type FactValue } from '#src/base/facts.ts';
import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { openedContext, type PlacementContext, regraded } from './placement/context.ts';
import { deadlines } from './placement/deadlines.ts';
import { events, input } from './placement/events.ts';
import { guardianship, guidance, suspension } from './placement/guardianship.ts';
import { guards } from './placement/guards.ts';
import { place } from './placement/place.ts';
import { placement } from './placement/setup.ts';

const machine = placement.createMachine({
  id: 'placement',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      meta: { title: title('办理中', 'Open'), deadlines: ['answer'] },
      states: { place, guardianship, suspension, guidance },
      on: {
        'guardian.assessed': { actions: assign(({ context, event }) => regraded(context, event)) },
        // Whoever sides with the suspect neither consents for the child nor takes a consent back.
        'consent.given': { guard: 'guardianIsProtective' },
        'recommendation.sent': {
          guard: 'notYetAwaited',
          actions: assign({
            awaited: ({ context, event }) => [
              ...context.awaited,
              { id: event.payload.to, receivedAt: event.payload.receivedAt },
            ],
          }),
        },
        'recommendation.answered': {
          guard: 'isAwaited',
          actions: assign({
            awaited: ({ context, event }) => context.awaited.filter(({ id }) => id !== event.payload.by),
          }),
        },
        'death.recorded': { target: 'died', actions: notify('supervisor', 'death.recorded') },
      },
    },
    closed: { type: 'final', meta: { title: title('已办结', 'Closed') } },
    died: { type: 'final', meta: { title: title('安置对象死亡', 'The child died') } },
  },
});

/** 安置与监护: where a child is, and who may speak for it. */
export const workflow = defineWorkflow({
  id: 'placement',
  version: 1,
  title: title('安置与监护', 'Placement'),
  openedBy: [
    'shelter_worker',
    'police_liaison',
    'court_liaison',
    'case_manager',
    'supervisor',
    'community_worker',
  ],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: ({ context, state }) => ({
    guardian: worstGrade(context),
    protectiveGuardian: context.guardians.some(({ grade }) => grade === 'protective') ? 'known' : 'none',
    placement: placementOf(state),
  }),
});

function worstGrade({ guardians }: PlacementContext): FactValue<'guardian'> {
  const grades: readonly string[] = guardians.map(({ grade }) => grade);
  return FACTS.guardian.findLast((grade) => grades.includes(grade)) ?? 'unknown';
}

function placementOf(state: readonly string[]): FactValue<'placement'> {
  if (state.includes('open.place.unplaced')) return 'needed';
  return state.some((path) => path === 'open.place.placed' || path === 'open.place.returning')
    ? 'placed'
    : 'none';
}
