import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { NO_REVIEW } from './danger-points/risk-review.ts';
import { FREE, openedContext } from './enforcement/context.ts';
import { appeal, court } from './enforcement/court.ts';
import { courtCustody, policeCustody } from './enforcement/custody.ts';
import { deadlines } from './enforcement/deadlines.ts';
import { events, input } from './enforcement/events.ts';
import { guards } from './enforcement/guards.ts';
import { courtNotice, police } from './enforcement/police.ts';
import { review } from './enforcement/review.ts';
import { enforcement } from './enforcement/setup.ts';

const machine = enforcement.createMachine({
  id: 'enforcement',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      meta: { title: title('办理中', 'Open') },
      states: { police, courtNotice, court, appeal, policeCustody, courtCustody, review },
      on: {
        'wish.recorded': {
          actions: [
            enforcement.assign(({ event }) =>
              event.type === 'wish.recorded'
                ? { wish: event.payload.wish, wishPressed: event.payload.pressed }
                : {},
            ),
            notify('supervisor', 'wish.checked'),
          ],
        },
        // Nobody is punished and nobody comes out: she is not told that a dead man is free.
        'respondent.died': {
          target: 'ended',
          actions: [
            enforcement.assign({ ...FREE, ...NO_REVIEW }),
            notify('supervisor', 'death.recorded'),
            notify('case_manager', 'death.recorded'),
          ],
        },
        'enforcement.closed': {
          guard: and(['policeSettled', 'courtSettled', 'nobodyHeld', 'appealSettled', 'reviewSettled']),
          target: 'closed',
        },
      },
    },
    closed: { type: 'final', meta: { title: title('已办结', 'Closed') } },
    ended: { type: 'final', meta: { title: title('违反人死亡，终止', 'Ended by his death') } },
  },
});

/** 法院与公安的衔接: 民事诉讼强制措施 ↔ 治安管理处罚, side by side, for one act of one person. */
export const workflow = defineWorkflow({
  id: 'enforcement',
  version: 1,
  title: title('违反保护令的处置', 'Enforcement'),
  openedBy: ['case_manager', 'supervisor', 'court_liaison', 'police_liaison', 'lawyer'],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: ({ context, state }) => ({
    enforcement: state.some((path) => path.startsWith('open.')) ? 'open' : 'none',
    breach: context.basis === 'order' ? 'yes' : 'no',
    punished: context.punished ? 'yes' : 'no',
    custody: context.policeHeld || context.courtHeld ? 'held' : 'none',
    dangerPoint: context.review,
  }),
});
