import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { vouches } from './codes.ts';
import { conflictDiscovered, consultation, replacedInto, tellUnreachable } from './setup.ts';

/** The aid stands; who gives it changes, within the three days of an assignment (L2). */
const changesHands = {
  'lawyer.replaced': replacedInto('#consultation.legalAid.granted'),
  'engagement.returned': replacedInto('#consultation.legalAid.granted'),
} as const;

const granted = {
  target: '#consultation.legalAid.granted',
  actions: notify('handler', 'track.assigned'),
} as const;

const applied = consultation.createStateConfig({
  meta: {
    title: title('已申请，待审查决定', 'Applied, waiting for the decision'),
    deadlines: ['aidDecision', 'aidDecisionBeijing'],
  },
  initial: 'reviewing',
  states: {
    reviewing: { meta: { title: title('审查中', 'Under review'), waitsFor: ['legal_aid'] } },
    awaitingPapers: {
      meta: { title: title('待补充材料', 'Waiting for missing papers'), deadlines: ['papers'] },
      on: { 'papers.supplied': 'reviewing', 'aid.withdrawn': '#consultation.legalAid.preparing' },
    },
    awaitingAdvance: {
      meta: { title: title('待先行提供', 'Waiting for aid in advance'), deadlines: ['advance'] },
      on: { 'aid.advanced': granted },
    },
  },
  on: {
    'papers.requested': {
      guard: 'papersNotYetRequested',
      target: '.awaitingPapers',
      actions: assign({ papersRequested: true }),
    },
    'advance.requested': '.awaitingAdvance',
    'aid.granted': granted,
    'aid.refused': { guard: and(['voucherEnough', 'notForMeans']), target: 'refused' },
  },
});

/** 法律援助: 申请、审查、指派、承办、结案归档; 不予援助的异议. */
export const legalAid = consultation.createStateConfig({
  meta: { title: title('法律援助', 'Legal aid') },
  initial: 'preparing',
  on: { 'conflict.discovered': conflictDiscovered },
  states: {
    preparing: {
      meta: { title: title('准备申请', 'Application being prepared'), deadlines: ['aidApplication'] },
      on: {
        'aid.applied': {
          target: 'applied',
          actions: assign({
            aidReceivedAt: ({ event }) => event.payload.receivedAt ?? event.occurredAt,
            voucher: ({ context, event }) =>
              event.payload.voucher !== undefined &&
              vouches(event.payload.voucher, event.occurredAt.slice(0, 10))
                ? event.payload.voucher
                : context.voucher,
            papersRequested: false,
          }),
        },
      },
    },
    applied,
    granted: {
      meta: {
        title: title('已决定援助，待指派', 'Granted, lawyer to be assigned'),
        deadlines: ['aidAssignment'],
      },
      on: {
        'aid.assigned': [
          {
            guard: and(['lawyerNamed', 'notRuledOut']),
            target: 'assigned',
            actions: [
              assign({ lawyer: ({ event }) => event.payload.lawyer ?? null }),
              {
                type: 'effect',
                params: ({ event }) => ({ kind: 'assign', assignee: event.payload.lawyer ?? null }),
              },
              {
                type: 'effect',
                params: ({ event }) => ({
                  kind: 'notify',
                  to: { person: event.payload.lawyer ?? '' },
                  notice: 'track.assigned',
                }),
              },
            ],
          },
          // A lawyer outside this network: whoever works the track records for her.
          { guard: and(['notRuledOut', 'lawyerOutside']), target: 'assigned' },
        ],
      },
    },
    assigned: {
      meta: { title: title('已指派，待会见', 'Assigned, client to be met'), deadlines: ['meeting'] },
      on: { ...changesHands, 'client.met': 'inProgress', 'client.unreachable': 'unreachable' },
    },
    unreachable: {
      meta: { title: title('见不到受援人', 'The client cannot be seen'), deadlines: ['clientContact'] },
      entry: tellUnreachable,
      on: { ...changesHands, 'client.reached': 'assigned', 'client.met': 'inProgress' },
    },
    inProgress: {
      meta: { title: title('承办中', 'In progress'), deadlines: ['progress'] },
      on: {
        ...changesHands,
        'progress.reported': { target: 'inProgress', reenter: true },
        'representation.reported': 'reported',
      },
    },
    reported: {
      meta: { title: title('已办结，待归档', 'Reported, papers to be filed'), deadlines: ['closingPapers'] },
      on: { 'papers.filed': 'filed' },
    },
    filed: {
      meta: { title: title('已归档', 'Filed'), deadlines: ['aidWrapUp'] },
      on: { 'consultation.closed': '#consultation.closed' },
    },
    refused: {
      meta: { title: title('不予援助', 'Refused'), deadlines: ['objection'] },
      on: { 'objection.filed': 'objected', 'consultation.closed': '#consultation.closed' },
    },
    objected: {
      meta: { title: title('异议审查中', 'Objection pending'), deadlines: ['objectionAnswer'] },
      on: { 'refusal.upheld': 'upheld', 'aid.ordered': granted },
    },
    upheld: {
      meta: { title: title('维持不予援助', 'Refusal upheld'), deadlines: ['aidWrapUp'] },
      on: { 'consultation.closed': '#consultation.closed' },
    },
  },
});
