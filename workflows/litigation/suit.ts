import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { hearingTimes } from './context.ts';
import { notify } from '#src/workflow/effect.ts';
import { dangerPoint, litigation, newCircumstances } from './setup.ts';

const filed = {
  target: '#litigation.open.suit.filed',
  actions: litigation.assign({
    filedAt: ({ context, event }) => (event.type === 'suit.filed' ? event.payload.filedAt : context.filedAt),
  }),
} as const;

const scheduled = {
  target: '#litigation.open.suit.pending.scheduled',
  reenter: true,
  actions: [
    litigation.assign(({ event }) =>
      event.type === 'hearing.scheduled' ? hearingTimes(event.payload.at) : {},
    ),
    ...dangerPoint,
  ],
} as const;

const beforeCourt = {
  'service.planned': { actions: dangerPoint },
  'summons.served': [{ guard: 'servedOnHim', actions: dangerPoint }, {}],
  'service.failed': { actions: dangerPoint },
} as const;

const pending = litigation.createStateConfig({
  meta: { title: title('审理中', 'Before the court') },
  initial: 'waiting',
  states: {
    waiting: {
      meta: { title: title('待开庭或者裁判', 'Waiting for a hearing or judgment'), deadlines: ['progress'] },
      on: { 'progress.noted': { target: 'waiting', reenter: true } },
    },
    scheduled: {
      meta: { title: title('已定开庭时间', 'Hearing scheduled'), deadlines: ['hearingResult'] },
      initial: 'unsecured',
      states: {
        unsecured: {
          meta: { title: title('待落实安全安排', 'Safety to be arranged'), deadlines: ['hearingSafety'] },
          on: { 'hearing.secured': 'secured' },
        },
        secured: {
          meta: {
            title: title('已落实安全安排', 'Safety arranged'),
            waitsFor: ['court_liaison', 'lawyer', 'case_manager'],
          },
        },
      },
      on: {
        // Whoever stays away does not stop the court; her own refusal is hers to make.
        'hearing.refused': {},
        'hearing.adjourned': 'waiting',
      },
    },
  },
  on: {
    ...beforeCourt,
    'hearing.scheduled': scheduled,
    'hearing.held': { target: '.waiting', reenter: true, actions: dangerPoint },
    'judgment.given': [
      {
        guard: and(['outcomeFitsKind', 'notOrderAlone', 'paymentHidden', 'settledInCourt']),
        target: 'over',
        actions: [assign({ outcome: 'settled' }), ...dangerPoint],
      },
      {
        guard: and(['outcomeFitsKind', 'notOrderAlone', 'paymentHidden']),
        target: 'judged',
        actions: [
          assign({
            outcome: ({ event }) => event.payload.outcome,
            judgedAt: ({ event }) => event.payload.servedAt,
          }),
          ...dangerPoint,
        ],
      },
    ],
    'suit.withdrawn': { target: 'over', actions: dangerPoint },
    'suit.lapsed': 'over',
  },
});

/** From the first draft to the judgment in effect, on whichever side she stands. */
export const suit = litigation.createStateConfig({
  meta: { title: title('诉讼', 'Suit') },
  initial: 'preparing',
  states: {
    preparing: {
      meta: { title: title('准备起诉、应诉', 'Being prepared'), deadlines: ['preparation'] },
      on: {
        'suit.filed': { guard: and(['sheSues', 'barIsOver', 'notOrderAlone']), ...filed },
        'claim.received': { guard: 'sheIsSued', target: 'pending', actions: dangerPoint },
        'suit.dropped': 'over',
      },
    },
    filed: {
      meta: { title: title('已起诉，待立案', 'Filed, not yet accepted') },
      initial: 'waiting',
      states: {
        waiting: { meta: { title: title('待立案', 'Waiting'), deadlines: ['docketing'] } },
        supplementing: {
          meta: { title: title('补正中', 'Papers to be supplied'), deadlines: ['supplement'] },
          on: {
            // The seven days run from the day the papers were complete (民诉法解释 208).
            'supplement.supplied': {
              target: 'waiting',
              actions: assign({ filedAt: ({ event }) => event.occurredAt }),
            },
          },
        },
      },
      on: {
        'supplement.requested': '.supplementing',
        'filing.refused': { target: 'turnedAway', actions: dangerPoint },
        'suit.docketed': { target: 'pending', actions: dangerPoint },
        'suit.withdrawn': { target: 'over', actions: dangerPoint },
      },
    },
    turnedAway: {
      meta: { title: title('未予立案', 'Not accepted'), deadlines: ['turnedAway'] },
      on: { 'suit.filed': { guard: and(['barIsOver', 'notOrderAlone']), ...filed }, 'suit.dropped': 'over' },
    },
    pending,
    judged: {
      meta: { title: title('已裁判，未生效', 'Judged, not yet in effect'), deadlines: ['appeal'] },
      on: {
        ...beforeCourt,
        'appeal.filed': { target: 'pending', actions: dangerPoint },
        'judgment.effective': [
          {
            guard: 'divorceRefusedToHer',
            target: 'barred',
            actions: [assign({ effectiveAt: ({ event }) => event.payload.effectiveAt }), ...dangerPoint],
          },
          {
            target: 'over',
            actions: [assign({ effectiveAt: ({ event }) => event.payload.effectiveAt }), ...dangerPoint],
          },
        ],
      },
    },
    barred: {
      meta: {
        title: title('不准离婚，六个月内不得再诉', 'Divorce refused, barred'),
        deadlines: ['divorceBar'],
      },
      on: {
        'bar.lifted': 'over',
        'bar.ended': 'over',
        // 法释〔2022〕17号 11: a breach is a new circumstance by itself; nobody has to find that first.
        'breach.noted': {
          target: 'over',
          actions: [newCircumstances, notify('handler', 'bar.lifted'), notify('case_manager', 'bar.lifted')],
        },
      },
    },
    over: {
      meta: { title: title('程序终结，待收尾', 'Proceeding over'), deadlines: ['wrapUp'] },
      on: { 'suit.closed': { guard: 'reviewSettled', target: '#litigation.closed' } },
    },
  },
});
