import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { breached, enforce } from './breach.ts';
import {
  extended,
  granted,
  lawfulService,
  order,
  recordService,
  releaseUnit,
  startAnother,
} from './setup.ts';

const renewed = { actions: startAnother } as const;
const reviewed = { actions: order.assign({ safetyDue: false }) } as const;

/** 驳回: she has reconsideration, and with new facts another application at any time. */
export const refusing = order.createStateConfig({
  meta: {
    title: title('已驳回，复议期内', 'Refused, reconsideration open'),
    deadlines: ['refusalReconsideration', 'review'],
  },
  initial: 'unserved',
  states: {
    unserved: {
      meta: {
        title: title('驳回裁定待送达', 'Refusal to be served'),
        waitsFor: ['court_liaison', 'case_manager'],
      },
      on: {
        'refusal.served': {
          target: 'served',
          actions: order.assign({ refusalServedAt: ({ event }) => event.occurredAt }),
        },
        'reconsideration.filed': { guard: 'byApplicant', target: 'reconsidering' },
      },
    },
    served: {
      meta: {
        title: title('可以申请复议', 'Reconsideration may be asked for'),
        deadlines: ['refusalReconsiderationLegal'],
      },
      on: {
        'reconsideration.filed': { guard: 'byApplicant', target: 'reconsidering' },
        'reconsideration.lapsed': '#protection-order.refused',
      },
    },
    reconsidering: {
      meta: { title: title('复议中', 'Being reconsidered'), deadlines: ['refusalReconsidered'] },
      on: { 'reconsideration.upheld': '#protection-order.refused', 'order.granted': granted },
    },
  },
  on: {
    'reconsideration.waived': '#protection-order.refused',
    'risk.reviewed': reviewed,
    'application.renewed': renewed,
  },
});

const closeable = { 'order.closed': { guard: 'papersBack', target: '#protection-order.ended' } } as const;

/** 期满: what the units saw goes back to the court, the risk is judged anew, and she is told that she may ask again. */
export const expired = order.createStateConfig({
  meta: { title: title('已期满失效', 'Expired'), deadlines: ['review', 'feedback', 'closing'] },
  initial: 'handing',
  states: {
    handing: {
      meta: { title: title('收齐回访单', 'Visit sheets being collected'), waitsFor: ['case_manager'] },
      on: closeable,
    },
    // The law does not say what holds while an extension asked for in time is undecided: red alert.
    undecided: {
      meta: {
        title: title('期满而延长、变更申请未决', 'Expired with a change undecided'),
        deadlines: ['lateChange'],
      },
      entry: [notify('supervisor', 'order.undecided'), notify('case_manager', 'order.undecided')],
      on: {
        'order.extended': { ...extended, target: '#protection-order.inForce' },
        'change.denied': {
          target: 'handing',
          actions: order.assign({ asked: [], changeAskedAt: null }),
        },
        'change.withdrawn': {
          guard: 'byApplicantSide',
          target: 'handing',
          actions: order.assign({ asked: [], changeAskedAt: null }),
        },
      },
    },
  },
  on: {
    // What he did while it was in force is answered for, whenever she can tell of it.
    'violation.reported': {
      guard: and(['respondentKnown', 'actWhileInForce']),
      actions: [breached, ...enforce],
    },
    'feedback.returned': { actions: order.assign({ papersReturned: true }) },
    'risk.reviewed': reviewed,
    'application.renewed': renewed,
  },
});

/** 已撤销: those who enforced it have to learn that it no longer holds. */
export const lifted = order.createStateConfig({
  meta: { title: title('已撤销，待送达', 'Revoked, to be served'), deadlines: ['revocationService'] },
  on: {
    'document.served': [
      {
        guard: and([...lawfulService, 'lastMandatory']),
        target: '#protection-order.revoked',
        actions: recordService,
      },
      { guard: and([...lawfulService]), actions: recordService },
    ],
    'unit.released': { guard: 'anotherSuchUnit', actions: releaseUnit },
    'order.closed': '#protection-order.revoked',
  },
});
