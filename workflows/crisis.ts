import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { defineWorkflow, workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { deadlines } from './crisis/deadlines.ts';
import { events, input } from './crisis/events.ts';
import { type CrisisContext, guards } from './crisis/guards.ts';

const crisis = workflowSetup<CrisisContext>()({ input, events, guards, deadlines });

const contacted = {
  target: 'watched',
  reenter: true,
  actions: crisis.assign({ contacts: ({ context }) => Math.min(context.contacts + 1, 2) }),
} as const;
const again = {
  target: 'acute',
  reenter: true,
  actions: crisis.assign({ contacts: 0, referred: false }),
} as const;

const machine = crisis.createMachine({
  id: 'crisis',
  context: ({ input: { payload } }) => ({ source: payload.source, contacts: 0, referred: false }),
  initial: 'acute',
  states: {
    acute: {
      meta: { title: title('待首次联系', 'First contact to be made'), deadlines: ['firstContact'] },
      entry: [notify('supervisor', 'crisis.declared'), notify('handler', 'crisis.declared')],
      on: { 'crisis.contacted': contacted },
    },
    watched: {
      meta: { title: title('跟进中', 'Followed up'), deadlines: ['followUp'] },
      on: {
        'crisis.contacted': contacted,
        'contact.missed': { target: 'unreached', actions: notify('supervisor', 'crisis.declared') },
        'crisis.ended': { guard: and(['seenTwice', 'withProfessional']), target: 'ended' },
      },
    },
    unreached: {
      meta: {
        title: title('跟进逾期，待督导决定', 'Missed, the supervisor decides'),
        deadlines: ['decision'],
      },
      on: { 'crisis.contacted': contacted, 'welfare.requested': again },
    },
    ended: { type: 'final', meta: { title: title('危机解除', 'Ended') } },
    died: { type: 'final', meta: { title: title('当事人死亡', 'She died') } },
  },
  on: {
    'crisis.referred': { actions: assign({ referred: true }) },
    'attempt.recorded': { ...again, target: '.acute' },
    'death.recorded': { target: '.died', actions: notify('supervisor', 'death.recorded') },
  },
});

/** 自杀、自伤危机干预: the scale asks what he may do to her, this what she may do to herself. */
export const workflow = defineWorkflow({
  id: 'crisis',
  version: 1,
  title: title('危机干预', 'Crisis'),
  openedBy: ['operator', 'case_manager', 'supervisor', 'shelter_worker', 'community_worker', 'lawyer'],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: ({ state }) => ({ crisis: LEVELS[state[0] ?? ''] ?? 'none' }),
});

const LEVELS: { readonly [state: string]: 'watched' | 'acute' } = {
  acute: 'acute',
  unreached: 'acute',
  watched: 'watched',
};
