import { assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { consultation, withoutCandidate } from './setup.ts';

const countReassignment = consultation.assign({ reassignments: ({ context }) => context.reassignments + 1 });
const ruleOutCandidate = consultation.assign({
  ruledOut: ({ context }) =>
    context.candidate === null ? context.ruledOut : [...context.ruledOut, context.candidate],
});
const tellDeclined = [
  notify('case_manager', 'consultation.declined'),
  notify('supervisor', 'consultation.declined'),
] as const;

/** Another lawyer is asked; after the third time the roster is exhausted and legal aid takes over. */
const askAnother = [
  {
    guard: 'rosterNotExhausted',
    target: '#consultation.matching.requested',
    actions: [countReassignment, ...withoutCandidate, ...tellDeclined],
  },
  {
    target: '#consultation.legalAid.preparing',
    actions: [countReassignment, ...withoutCandidate, notify('supervisor', 'consultation.unstaffed')],
  },
] as const;
const askAnotherThan = [
  { ...askAnother[0], actions: [ruleOutCandidate, ...askAnother[0].actions] },
  { ...askAnother[1], actions: [ruleOutCandidate, ...askAnother[1].actions] },
] as const;

/** What was left of a day becomes two hours, counted from the grade. */
const urgent = consultation.assign({
  highRisk: true,
  assignmentRule: 'H14high',
  conflictRule: 'H1high',
});

const withAssignment = consultation.createStateConfig({
  meta: { title: title('待指派律师', 'Lawyer to be assigned'), deadlines: ['assignment'] },
  on: {
    'lawyer.assigned': {
      guard: 'notRuledOut',
      target: '#consultation.matching.conflictCheck',
      actions: [
        assign({
          candidate: ({ event }) => event.payload.lawyer,
          conflictRule: ({ context, event }) =>
            context.highRisk || event.case.facts.risk === 'high' ? 'H1high' : 'H1',
        }),
        {
          type: 'effect',
          params: ({ event }) => ({ kind: 'assign', candidate: event.payload.lawyer }),
        },
        {
          type: 'effect',
          params: ({ event }) => ({
            kind: 'notify',
            to: { person: event.payload.lawyer },
            notice: 'track.assigned',
          }),
        },
      ],
    },
  },
});

/** From the request to a lawyer who has accepted. Until then a candidate sees the conflict-check input only. */
export const matching = consultation.createStateConfig({
  meta: { title: title('匹配律师', 'Finding a lawyer') },
  initial: 'requested',
  states: {
    requested: { ...withAssignment, on: { ...withAssignment.on, 'urgency.raised': hurry('requested') } },
    suspended: {
      ...withAssignment,
      on: { ...withAssignment.on, 'urgency.raised': hurry('suspended') },
      meta: { title: title('暂停，待改派', 'Suspended, to be reassigned'), deadlines: ['assignment'] },
    },
    conflictCheck: {
      meta: { title: title('利益冲突审查', 'Conflict check'), deadlines: ['conflictCheck'] },
      on: {
        'conflict.cleared': {
          target: 'offered',
          actions: {
            type: 'effect',
            params: ({ context }) => ({
              kind: 'notify',
              to: { person: context.candidate ?? '' },
              notice: 'consultation.offered',
            }),
          },
        },
        'conflict.found': askAnotherThan,
        'urgency.raised': hurry('conflictCheck'),
        'check.expired': askAnother,
      },
    },
    offered: {
      meta: { title: title('待律师答复', 'Offered to a lawyer'), deadlines: ['offer'] },
      on: {
        'offer.accepted': {
          target: '#consultation.counsel.engaged',
          actions: [
            {
              type: 'effect',
              params: ({ context }) => ({ kind: 'assign', assignee: context.candidate, candidate: null }),
            },
            assign({ lawyer: ({ context }) => context.candidate, candidate: null }),
            notify('case_manager', 'track.assigned'),
          ],
        },
        'offer.declined': askAnother,
        'offer.expired': askAnother,
      },
    },
  },
});

function hurry(step: 'requested' | 'suspended' | 'conflictCheck') {
  return {
    target: `#consultation.matching.${step}`,
    reenter: true,
    actions: [urgent, notify('handler', 'risk.raised')],
  } as const;
}
