import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { NO_REVIEW } from './danger-points/risk-review.ts';
import { CUSTODIAL } from './criminal/codes.ts';
import { type CriminalContext, FREE, openedContext } from './criminal/context.ts';
import { deadlines } from './criminal/deadlines.ts';
import { events, input } from './criminal/events.ts';
import { guards } from './criminal/guards.ts';
import { proceeding } from './criminal/proceeding.ts';
import { restraint } from './criminal/restraint.ts';
import { review } from './criminal/review.ts';
import { criminal, dangerPoint, tellBoth } from './criminal/setup.ts';

const machine = criminal.createMachine({
  id: 'criminal',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      meta: { title: title('办理中', 'Open'), deadlines: ['defender'] },
      states: { proceeding, restraint, review },
      on: {
        // Somebody took back what she said: that ends nothing, it says that somebody spoke to her.
        'statement.changed': { actions: [...dangerPoint, ...tellBoth] },
        // 一次完成 (未成年人保护法 112): every further time hurts again, and somebody has to say why.
        'minor.interviewed': [
          { guard: 'askedOnce' },
          {
            actions: [
              notify('supervisor', 'interview.repeated'),
              notify('case_manager', 'interview.repeated'),
            ],
          },
        ],
        'defence.claimed': { guard: 'sheIsSuspect' },
        'defender.arranged': {
          guard: 'sheIsSuspect',
          actions: criminal.assign({ defenderRule: null }),
        },
        'relief.granted': {},
        'death.recorded': [
          {
            guard: 'suspectDied',
            target: 'ended',
            actions: [
              criminal.assign({ ...FREE, ...NO_REVIEW }),
              notify('supervisor', 'death.recorded'),
              notify('case_manager', 'death.recorded'),
            ],
          },
          { actions: notify('supervisor', 'death.recorded') },
        ],
      },
    },
    closed: { type: 'final', meta: { title: title('已办结', 'Closed') } },
    ended: { type: 'final', meta: { title: title('嫌疑人死亡，终止', 'Ended by the death of the suspect') } },
  },
});

/** 刑事程序: a lifecycle of its own, in which every release is announced to her before it happens. */
export const workflow = defineWorkflow({
  id: 'criminal',
  version: 1,
  title: title('刑事程序', 'Criminal proceeding'),
  openedBy: ['police_liaison', 'court_liaison', 'lawyer', 'case_manager', 'supervisor'],
  input,
  events,
  guards,
  deadlines,
  machine,
  // A proceeding against her says nothing of him, and takes nothing from her.
  facts: ({ context, state }) =>
    context.suspect === 'survivor'
      ? { dangerPoint: context.review }
      : { criminal: stageOf(context, state), custody: custodyOf(context), dangerPoint: context.review },
});

function stageOf({ verdict }: CriminalContext, state: readonly string[]) {
  const isIn = (part: string) => state.some((path) => `${path}.`.startsWith(`open.proceeding.${part}.`));
  if (verdict === 'convicted' || verdict === 'exempted') return 'convicted';
  if (isIn('prosecuted') || isIn('judged')) return 'prosecuted';
  if (isIn('investigated') || isIn('underReview')) return 'filed';
  return isIn('reported') ? 'reported' : 'none';
}

function custodyOf({ restraint: kind }: CriminalContext) {
  if (kind === null) return 'none';
  return CUSTODIAL.includes(kind) ? 'held' : 'restricted';
}
