import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { petition } from './setup.ts';

const OFFICERS = ['case_manager', 'supervisor'] as const;

const register = petition.assign(({ event }) => {
  if (event.type !== 'petition.registered') return {};
  const { category, route, headCount, accusedAgency = null, accusedPerson = null } = event.payload;
  return { category, route, headCount, accusedAgency, accusedPerson };
});

/** Another class may come out at any time before an answer; the law's procedure goes before ours. */
export const reclassify = petition.assign({
  route: ({ context, event }) =>
    event.type === 'petition.reclassified' ? event.payload.route : context.route,
});

/** 导入法定程序 (31(1)-(4)): this is the way out and not a refusal. */
export const leadIn = { guard: and(['hasProcedure', 'urgencyReported']), target: '#petition.ledIn' } as const;

const accept = petition.assign({
  acceptedAt: ({ event }) => event.occurredAt,
  // Sixty days are for matters that end with an opinion; a duty is done as its own law says.
  finishRule: ({ context }) => (context.route === 'opinion' ? 'X4' : 'H93'),
});

/** 登记、分流: the clocks run from the day it came, whatever is disputed meanwhile. */
export const entry = petition.createStateConfig({
  meta: { title: title('登记、分流', 'Registration and routing'), deadlines: ['route', 'inform', 'dispute'] },
  initial: 'received',
  states: {
    received: {
      meta: { title: title('已收到，待登记', 'Received'), waitsFor: ['operator', 'case_manager'] },
      on: { 'petition.registered': { target: 'registered', actions: register } },
    },
    registered: {
      meta: { title: title('已登记，待分流', 'Registered'), waitsFor: OFFICERS },
      on: {
        'petition.reclassified': { actions: reclassify },
        'petition.led': leadIn,
        'petition.accepted': {
          guard: and(['noProcedure', 'handlerNotAccused']),
          target: '#petition.open.work.handling',
          actions: [
            accept,
            {
              type: 'effect',
              params: ({ event }) =>
                event.payload.handler === undefined
                  ? { kind: 'assign' }
                  : { kind: 'assign', assignee: event.payload.handler },
            },
          ],
        },
        'petition.declined': { guard: 'urgencyReported', target: '#petition.declined' },
        'petition.routed': { guard: and(['notToAccused', 'urgencyReported']), target: '#petition.routed' },
        'transfer.disputed': {
          guard: 'mayDispute',
          target: 'disputed',
          // Once: the answer to it settles whose matter it is.
          actions: petition.assign({ mayDispute: false, disputeRule: null }),
        },
      },
    },
    disputed: {
      meta: { title: title('异议中', 'Disputed'), deadlines: ['disputeAnswer'] },
      on: { 'dispute.upheld': '#petition.returned', 'dispute.rejected': 'registered' },
    },
  },
  on: { 'dispute.expired': { actions: petition.assign({ mayDispute: false, disputeRule: null }) } },
});
