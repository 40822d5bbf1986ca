import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import type { Change } from './context.ts';
import { newRuling, variedOrder } from './ruling.ts';
import { extended, order, tellSiblings } from './setup.ts';

const ask = (change: Change) => [
  order.assign({
    asked: ({ context }) => [...context.asked.filter((one) => one !== change), change].sort(),
    changeAskedAt: ({ context, event }) => context.changeAskedAt ?? event.occurredAt,
  }),
  notify('supervisor', 'order.changing'),
];
const decided = (change: Change) =>
  order.assign({ asked: ({ context }) => context.asked.filter((one) => one !== change) });
const nothingAsked = order.assign({ asked: [], changeAskedAt: null });

const asking = (
  change: Change,
  conditions: readonly ('byApplicantSide' | 'beforeLapse' | 'freeOfPressure')[],
) =>
  ({
    guard: and([...conditions]),
    target: '#protection-order.inForce.change.pending',
    actions: ask(change),
  }) as const;
const requests = {
  'extension.requested': asking('extend', ['byApplicantSide', 'beforeLapse']),
  'variation.requested': asking('vary', ['byApplicantSide', 'beforeLapse']),
  // Who asks that her protection ends is first asked alone whether she wants that.
  'revocation.requested': asking('revoke', ['byApplicantSide', 'beforeLapse', 'freeOfPressure']),
} as const;

const varied = order.assign(({ context, event }) =>
  event.type === 'order.varied' || event.type === 'reconsideration.changed'
    ? variedOrder(context, event)
    : {},
);
/** A revocation is a ruling too: police and committee learn of it as they learnt of the order. */
const revoked = [
  order.assign(({ context, event }) => ({ ...newRuling(context, event.occurredAt), asked: [] })),
  notify('supervisor', 'order.revoked'),
  notify('case_manager', 'order.revoked'),
  ...tellSiblings('order.revoked'),
] as const;

const variation = ['variationAsked', 'madeThatDay', 'idsDistinct', 'paymentHidden'] as const;

/** 撤销、变更、延长 on the applicant's request only; the order runs on meanwhile. */
export const change = order.createStateConfig({
  meta: { title: title('撤销、变更、延长', 'Changes') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('无未决申请', 'Nothing pending'), waitsFor: ['lawyer', 'case_manager'] },
      entry: order.assign({ changeAskedAt: null }),
      on: requests,
    },
    pending: {
      meta: { title: title('申请待裁定', 'Request to be decided'), deadlines: ['change'] },
      on: {
        'extension.requested': { ...requests['extension.requested'], target: undefined },
        'variation.requested': { ...requests['variation.requested'], target: undefined },
        'revocation.requested': { ...requests['revocation.requested'], target: undefined },
        'order.extended': [
          {
            ...extended,
            guard: and(['extensionAsked', 'madeThatDay', 'extendedByAtMostSix', 'onlyOneAsked']),
            target: 'none',
          },
          extended,
        ],
        'order.varied': [
          {
            guard: and([...variation, 'onlyOneAsked']),
            target: 'none',
            actions: [varied, decided('vary'), notify('case_manager', 'order.changed')],
          },
          {
            guard: and([...variation]),
            actions: [varied, decided('vary'), notify('case_manager', 'order.changed')],
          },
        ],
        'order.revoked': {
          guard: and(['revocationAsked', 'madeThatDay']),
          target: '#protection-order.lifted',
          actions: revoked,
        },
        'change.denied': { target: 'none', actions: nothingAsked },
        'change.withdrawn': { guard: 'byApplicantSide', target: 'none', actions: nothingAsked },
      },
    },
  },
});

/** 复议 by a respondent, to the same court. It never pauses the order: the regions beside it do not hear of it. */
export const reconsideration = order.createStateConfig({
  meta: { title: title('复议', 'Reconsideration') },
  initial: 'open',
  states: {
    open: {
      meta: { title: title('复议期内', 'May be asked for'), deadlines: ['reconsideration'] },
      on: {
        'reconsideration.filed': { guard: 'byRespondent', target: 'pending' },
        'reconsideration.lapsed': 'over',
      },
    },
    pending: {
      meta: { title: title('复议中', 'Pending'), deadlines: ['reconsidered'] },
      on: {
        'reconsideration.upheld': 'over',
        'reconsideration.changed': {
          guard: and(['madeThatDay', 'idsDistinct', 'paymentHidden']),
          target: 'over',
          actions: [varied, notify('case_manager', 'order.changed')],
        },
        'reconsideration.revoked': {
          guard: 'madeThatDay',
          target: '#protection-order.lifted',
          actions: revoked,
        },
      },
    },
    over: {
      meta: { title: title('复议已结束', 'Over'), waitsFor: ['court_liaison', 'case_manager'] },
      // A new ruling may be reconsidered as the first was.
      on: {
        'order.extended': { guard: extended.guard, target: 'open' },
        'order.varied': { guard: and([...variation]), target: 'open' },
      },
    },
  },
});
