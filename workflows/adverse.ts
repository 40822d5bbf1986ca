import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { defineWorkflow, workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { deadlines } from './adverse/deadlines.ts';
import { events, input } from './adverse/events.ts';
import { type AdverseContext, guards } from './adverse/guards.ts';

const adverse = workflowSetup<AdverseContext>()({ input, events, guards, deadlines });

const warnAll = [
  notify('supervisor', 'location.locked'),
  notify('case_manager', 'location.locked'),
  notify('handler', 'location.locked'),
  notify({ handlersOf: 'siblings' }, 'location.locked'),
] as const;

const machine = adverse.createMachine({
  id: 'adverse',
  context: ({ input: { payload } }) => ({
    kind: payload.kind,
    seen: 'unseen' as const,
    agencies: 'untold' as const,
    answered: false,
    exposed: payload.kind === 'exposure',
  }),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      meta: { title: title('处置中，住址已锁定', 'Open, the place is locked') },
      entry: warnAll,
      states: {
        person: {
          meta: { title: title('核实本人意愿', 'What she wishes') },
          initial: 'unseen',
          states: {
            unseen: {
              meta: { title: title('待单独会见', 'To be seen alone'), deadlines: ['seenAlone'] },
              on: {
                'person.seen': { target: 'seen', actions: adverse.assign({ seen: 'seen' }) },
                'access.refused': { actions: notify('supervisor', 'wish.doubtful') },
                'access.abandoned': {
                  target: 'unreachable',
                  actions: adverse.assign({ seen: 'unreachable' }),
                },
              },
            },
            seen: {
              meta: {
                title: title('已单独会见', 'Seen alone'),
                waitsFor: ['operator', 'case_manager', 'supervisor', 'police_liaison', 'shelter_worker'],
              },
            },
            unreachable: {
              meta: {
                title: title('见不到本人', 'She cannot be seen'),
                waitsFor: ['supervisor', 'police_liaison'],
              },
              on: { 'person.seen': { target: 'seen', actions: adverse.assign({ seen: 'seen' }) } },
            },
          },
        },
        // 个人信息保护法 57: at once, and whoever is concerned is told, with the authority.
        exposure: {
          meta: { title: title('信息公开的补救', 'What became public') },
          initial: 'none',
          states: {
            none: {
              meta: {
                title: title('没有公开的信息', 'Nothing is public'),
                waitsFor: ['operator', 'case_manager', 'supervisor'],
              },
              always: { guard: 'isExposed', target: 'open' },
            },
            open: {
              meta: { title: title('待补救', 'To be remedied'), deadlines: ['exposure'] },
              on: { 'exposure.removed': { target: 'none', actions: adverse.assign({ exposed: false }) } },
            },
          },
        },
        agencies: {
          meta: { title: title('通知各单位保密', 'Agencies told to keep silent') },
          initial: 'untold',
          states: {
            untold: {
              meta: { title: title('待通知', 'To be told'), deadlines: ['agenciesTold'] },
              on: { 'agencies.told': { target: 'told', actions: adverse.assign({ agencies: 'told' }) } },
            },
            told: {
              meta: {
                title: title('已通知', 'Told'),
                waitsFor: ['operator', 'case_manager', 'supervisor', 'police_liaison', 'shelter_worker'],
              },
            },
          },
        },
      },
      on: {
        'inquiry.repeated': [
          { guard: 'saysExposed', actions: [adverse.assign({ exposed: true }), ...warnAll] },
          { actions: warnAll },
        ],
        'inquiry.answered': {
          guard: 'seenAlone',
          actions: adverse.assign({ answered: true }),
        },
        'inquiry.closed': {
          guard: and(['seenOrUnreachable', 'agenciesTold', 'exposureOver']),
          target: 'locked',
        },
        'lock.lifted': {
          guard: and(['seenAlone', 'agenciesTold', 'exposureOver', 'sheWishesIt']),
          target: 'lifted',
        },
      },
    },
    locked: {
      type: 'final',
      meta: { title: title('已处置，住址继续保密', 'Closed, the place stays locked') },
    },
    lifted: {
      type: 'final',
      meta: { title: title('已处置，应本人要求解除', 'Closed, lock lifted at her wish') },
    },
  },
});

/** 不利查询、不利报案: he uses an agency to find her. Nobody answers before she was seen alone. */
export const workflow = defineWorkflow({
  id: 'adverse',
  version: 1,
  title: title('不利查询处置', 'Adverse inquiry'),
  openedBy: [
    'operator',
    'case_manager',
    'supervisor',
    'police_liaison',
    'court_liaison',
    'shelter_worker',
    'lawyer',
    'community_worker',
  ],
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: ({ state }) => ({
    location: state.includes('lifted') ? 'unlocked' : 'locked',
    inquiry: state.some((path) => path.startsWith('open.')) ? 'open' : 'none',
  }),
});
