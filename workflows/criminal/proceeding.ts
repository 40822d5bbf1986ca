import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { criminal, dangerPoint, tellBoth } from './setup.ts';

const filed = { target: '#criminal.open.proceeding.investigated', actions: dangerPoint } as const;
const prosecuted = { target: '#criminal.open.proceeding.prosecuted', actions: dangerPoint } as const;
const over = { target: '#criminal.open.proceeding.over', actions: dangerPoint } as const;
const supervised = '#criminal.open.proceeding.refused.supervised';

const refused = criminal.createStateConfig({
  meta: { title: title('不予立案', 'Not filed') },
  initial: 'undelivered',
  states: {
    undelivered: {
      meta: { title: title('待送达通知书', 'Notice to be delivered'), deadlines: ['refusalNotice'] },
      on: {
        'refusal.delivered': {
          target: 'delivered',
          actions: assign({ refusalDeliveredAt: ({ event }) => event.payload.deliveredAt }),
        },
      },
    },
    delivered: {
      meta: { title: title('可以申请复议', 'Reconsideration is open'), deadlines: ['reconsideration'] },
      on: { 'reconsideration.filed': 'reconsidering' },
    },
    reconsidering: {
      meta: { title: title('复议中', 'Being reconsidered'), deadlines: ['reconsiderationAnswer'] },
      on: { 'refusal.upheld': 'upheld' },
    },
    upheld: {
      meta: { title: title('维持不予立案', 'Refusal upheld'), deadlines: ['upheldNext'] },
    },
    supervised: {
      meta: { title: title('立案监督中', 'With the procuratorate'), deadlines: ['supervisionAnswer'] },
      on: { 'refusal.upheld': 'upheld' },
    },
  },
  on: {
    'case.filed': filed,
    'supervision.requested': supervised,
    'prosecution.started': prosecuted,
    'refusal.accepted': over,
  },
});

/** From the report to the judgment in effect. */
export const proceeding = criminal.createStateConfig({
  meta: { title: title('刑事程序', 'Proceeding') },
  initial: 'reported',
  states: {
    reported: {
      meta: { title: title('已报案，立案审查', 'Reported, under review'), deadlines: ['filingReview'] },
      initial: 'reviewing',
      states: {
        reviewing: {
          meta: { title: title('审查中', 'Being reviewed'), waitsFor: ['police_liaison'] },
          on: { 'case.misdirected': 'misdirected' },
        },
        misdirected: {
          meta: { title: title('待移送管辖', 'To be moved to the right unit'), deadlines: ['forwarding'] },
          on: { 'case.forwarded': 'reviewing' },
        },
      },
      on: {
        // A longer limit counts from the same day: the clock is started anew at its old beginning.
        'review.extended': {
          target: 'reported',
          reenter: true,
          actions: assign({ reviewRule: ({ event }) => (event.payload.to === 'check' ? 'P20e' : 'P20f') }),
        },
        'case.filed': filed,
        'case.refused': { target: 'refused', actions: dangerPoint },
        'supervision.requested': supervised,
        'prosecution.started': prosecuted,
      },
    },
    refused,
    investigated: {
      meta: { title: title('侦查', 'Under inquiry'), deadlines: ['progress'] },
      on: {
        'progress.noted': { target: 'investigated', reenter: true },
        'prosecution.referred': 'underReview',
        'case.dropped': over,
      },
    },
    underReview: {
      meta: { title: title('审查起诉', 'With the procuratorate'), deadlines: ['rightsByProcuratorate'] },
      initial: 'waiting',
      states: {
        waiting: {
          meta: { title: title('审查中', 'Being reviewed'), deadlines: ['progress'] },
          on: { 'progress.noted': { target: 'waiting', reenter: true } },
        },
      },
      on: {
        'rights.told': {},
        'investigation.returned': 'investigated',
        'prosecution.declined': over,
        'prosecution.started': prosecuted,
      },
    },
    prosecuted: {
      meta: { title: title('审判', 'Before the court'), deadlines: ['rightsByCourt'] },
      initial: 'waiting',
      states: {
        waiting: {
          meta: { title: title('审理中', 'Being tried'), deadlines: ['progress'] },
          on: {
            'progress.noted': { target: 'waiting', reenter: true },
            'trial.held': { target: 'waiting', reenter: true, actions: dangerPoint },
          },
        },
      },
      on: {
        'rights.told': {},
        // 自诉 is hers to end, and ending it is what he presses her for.
        'prosecution.ended': [
          { guard: 'wishUnchecked', ...over, actions: [...dangerPoint, ...tellBoth] },
          over,
        ],
        'judgment.given': {
          target: 'judged',
          actions: [assign({ verdict: ({ event }) => event.payload.verdict }), ...dangerPoint],
        },
      },
    },
    judged: {
      meta: { title: title('已判决，未生效', 'Judged, not yet in effect'), deadlines: ['progress'] },
      on: {
        'progress.noted': { target: 'judged', reenter: true },
        'appeal.filed': prosecuted,
        'judgment.effective': over,
      },
    },
    over: {
      // A sentence may run for years: the file waits for it, and what is due is due in the region beside.
      meta: { title: title('程序终结', 'Proceeding over'), deadlines: ['wrapUp'] },
      on: {
        'progress.noted': { target: 'over', reenter: true },
        // 公诉转自诉, new evidence, or an application for compulsory treatment: nothing was judged yet.
        'prosecution.started': { guard: 'nothingJudged', ...prosecuted },
        'file.closed': {
          guard: and(['reviewSettled', 'nothingRestrains', 'sheKnows', 'defenderFound']),
          target: '#criminal.closed',
        },
      },
    },
  },
});
