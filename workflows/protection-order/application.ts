import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import type { OrderContext, OrderEvent } from './context.ts';
import { isGroundless, standardOn } from './papers.ts';
import { granted, order, safetyOwed, tellIfThin } from './setup.ts';
import { dayOf, startOfDay } from './validity.ts';

const recordFiling = order.assign(({ context, event }) =>
  event.type === 'application.filed'
    ? {
        proxy: event.payload.proxy?.kind ?? null,
        urgencyAsked: event.payload.urgencyAsked === true || event.case.facts.risk === 'high',
        coercion: 'unchecked' as const,
        filingSafetyRule: isInDanger(event) ? ('H21' as const) : null,
        safetyDue: context.safetyDue || isInDanger(event),
      }
    : {},
);
const filing = {
  guard: and(['proxyFits', 'wishRecorded', 'proxyApart']),
  target: '#protection-order.filed',
  actions: [recordFiling, notify('case_manager', 'order.filed'), ...tellIfThin],
} as const;

const recordAcceptance = (decisionRule: 'C2' | 'C3') =>
  order.assign({
    acceptedAt: ({ event }) => event.occurredAt,
    standard: ({ event }) => standardOn(dayOf(event.occurredAt)),
    decisionRule,
    safetyDue: false,
  });
const acceptance = [
  {
    guard: and(['basisInForce', 'isUrgent']),
    target: '#protection-order.deciding',
    actions: recordAcceptance('C3'),
  },
  { guard: 'basisInForce', target: '#protection-order.deciding', actions: recordAcceptance('C2') },
] as const;

const unheard = [
  safetyOwed,
  notify('supervisor', 'order.unaccepted'),
  notify('case_manager', 'order.unaccepted'),
] as const;
const notTaken = {
  'supplement.requested': {
    target: '#protection-order.supplementing',
    actions: [order.assign(({ event }) => supplementTerm(event)), ...unheard],
  },
  'application.turnedaway': { target: '#protection-order.unaccepted.turnedAway', actions: unheard },
  'acceptance.refused': { target: '#protection-order.unaccepted.refusedAcceptance', actions: unheard },
} as const;
const ends = {
  'application.withdrawn': { guard: 'freeOfPressure', target: '#protection-order.withdrawn' },
  'application.deemedwithdrawn': '#protection-order.deemedWithdrawn',
} as const;

/** The case turned high while nothing is decided: the court is to know, and the papers have less time. */
const urgencyKnown = [
  order.assign({ urgencyAsked: true, preparationRule: 'H19high' }),
  notify('handler', 'urgency.suggested'),
  notify('case_manager', 'urgency.suggested'),
] as const;
const suggested = { 'urgency.suggested': { actions: urgencyKnown } } as const;

export const preparing = order.createStateConfig({
  meta: { title: title('准备申请', 'Being prepared'), deadlines: ['preparation'] },
  on: {
    'application.filed': filing,
    'application.abandoned': '#protection-order.abandoned',
    'urgency.suggested': { target: 'preparing', reenter: true, actions: urgencyKnown },
  },
});

/** 已提交: handing a paper over starts no clock of the court. Only acceptance does. */
export const filed = order.createStateConfig({
  meta: {
    title: title('已提交，待受理', 'Filed, not yet accepted'),
    deadlines: ['acceptance', 'courtContact', 'filingSafety'],
  },
  on: {
    ...suggested,
    'application.accepted': acceptance,
    'court.contacted': {},
    'collection.requested': {},
    'safety.arranged': { actions: order.assign({ safetyDue: false, filingSafetyRule: null }) },
    ...notTaken,
    ...ends,
  },
});

export const supplementing = order.createStateConfig({
  meta: {
    title: title('待补正材料', 'Papers to be supplied'),
    deadlines: ['supplement', 'supplementSafety'],
  },
  on: {
    ...suggested,
    'supplement.filed': '#protection-order.filed',
    'application.accepted': acceptance,
    'safety.arranged': { actions: order.assign({ safetyDue: false }) },
    'application.turnedaway': notTaken['application.turnedaway'],
    'complaint.made': { target: '#protection-order.unaccepted.complained', actions: safetyOwed },
    'acceptance.refused': notTaken['acceptance.refused'],
    ...ends,
  },
});

/** 未受理: sent home at the counter, or refused on paper. Nobody protects her tonight, so hours count. */
export const unaccepted = order.createStateConfig({
  meta: { title: title('未受理', 'Not accepted'), deadlines: ['safety'] },
  initial: 'turnedAway',
  states: {
    turnedAway: {
      meta: { title: title('被口头退回', 'Turned away'), deadlines: ['refiling'] },
      on: { 'acceptance.refused': 'refusedAcceptance', 'complaint.made': 'complained' },
    },
    refusedAcceptance: {
      meta: { title: title('不予受理', 'Acceptance refused'), deadlines: ['refiling'] },
      on: { 'complaint.made': 'complained' },
    },
    complained: {
      meta: { title: title('已投诉、申请监督', 'Complaint made'), deadlines: ['complaint'] },
      on: { 'complaint.answered': 'refusedAcceptance' },
    },
  },
  on: {
    ...suggested,
    'safety.arranged': { actions: order.assign({ safetyDue: false }) },
    'application.filed': filing,
    'application.accepted': acceptance,
    'application.abandoned': '#protection-order.abandoned',
  },
});

export const deciding = order.createStateConfig({
  meta: { title: title('已受理，审查中', 'Accepted, being decided'), deadlines: ['decision'] },
  on: {
    ...suggested,
    'urgency.found': {
      target: '#protection-order.deciding',
      reenter: true,
      actions: order.assign({ decisionRule: 'C3' }),
    },
    'hearing.scheduled': { actions: notify('case_manager', 'danger.foreseen') },
    'hearing.held': { actions: order.assign({ hearings: ({ context }) => context.hearings + 1 }) },
    'collection.requested': {},
    'order.granted': granted,
    'order.refused': {
      target: '#protection-order.refusing',
      actions: [
        order.assign({
          refusedAt: ({ event }) => event.occurredAt,
          refusal: ({ event }) => (event.type === 'order.refused' ? event.payload.reason : null),
          refusalServedAt: null,
        }),
        safetyOwed,
        notify('supervisor', 'order.refused'),
        notify('case_manager', 'order.refused'),
      ],
    },
    ...ends,
  },
});

function supplementTerm(event: OrderEvent): Partial<OrderContext> {
  if (event.type !== 'supplement.requested') return {};
  const { dueOn, papers = [] } = event.payload;
  const groundless = isGroundless(papers);
  return dueOn === undefined
    ? { groundless, supplementRule: 'H20', supplementFrom: event.occurredAt }
    : { groundless, supplementRule: 'H29', supplementFrom: startOfDay(dueOn) };
}

/** Urgency is claimed or the risk is high: filing is itself a moment at which he may act. */
function isInDanger(event: OrderEvent): boolean {
  return (
    event.type === 'application.filed' &&
    (event.payload.urgencyAsked === true || event.case.facts.risk === 'high')
  );
}
