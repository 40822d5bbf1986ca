import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { breached, enforce, enforceVisit } from './breach.ts';
import { change, reconsideration } from './changes.ts';
import type { OrderContext, OrderEventOf } from './context.ts';
import { partyDied, tellOfDeath } from './deaths.ts';
import { startedEarly, withStatus } from './ruling.ts';
import { withUnit, visited } from './service.ts';
import { extended, lawfulService, order, recordService, releaseUnit, tellSiblings } from './setup.ts';
import { dayOf, isOver } from './validity.ts';

const unitAdded = order.assign(({ context, event }) =>
  event.type === 'unit.added' ? withUnit(context, event) : {},
);

/** One ruling on its way to everybody: it is through when the mandatory four have it. Others do not hold it up. */
const ruling = order.createStateConfig({
  meta: { title: title('本裁定的送达', 'Service of this ruling'), deadlines: ['service', 'publicNotice'] },
  initial: 'unserved',
  states: {
    unserved: {
      meta: { title: title('待送达', 'To be served'), waitsFor: ['court_liaison', 'case_manager'] },
      on: {
        'document.served': [
          { guard: and([...lawfulService, 'lastMandatory']), target: 'active', actions: recordService },
          { guard: and([...lawfulService]), actions: recordService },
        ],
        // Nobody serves the dead: where only he was left, the ruling is through.
        'proceedings.terminated': {
          guard: and(['oneOfSeveral', 'lastMandatory']),
          target: 'active',
          actions: [partyDied, ...tellOfDeath],
        },
      },
    },
    active: {
      meta: { title: title('已全部送达', 'Served on all'), waitsFor: ['court_liaison', 'case_manager'] },
      entry: notify('case_manager', 'order.served'),
      on: { 'document.served': { guard: and([...lawfulService]), actions: recordService } },
    },
  },
  on: {
    'unit.added': [
      { guard: and(['idsDistinct', 'unitMandatory']), target: '.unserved', actions: unitAdded },
      { guard: 'idsDistinct', actions: unitAdded },
    ],
    'unit.released': [
      {
        guard: and(['unitKnown', 'anotherSuchUnit', 'lastMandatory']),
        target: '.active',
        actions: releaseUnit,
      },
      { guard: and(['unitKnown', 'anotherSuchUnit']), actions: releaseUnit },
    ],
  },
});

/** 送达: each new ruling is entered anew, so that the twenty-four hours start again for each addressee. */
const service = order.createStateConfig({
  meta: { title: title('送达', 'Service') },
  initial: 'ruling',
  states: { ruling },
  on: {
    'order.extended': { target: '.ruling', guard: extended.guard },
    'order.varied': {
      target: '.ruling',
      guard: and(['variationAsked', 'madeThatDay', 'idsDistinct', 'paymentHidden']),
    },
    'reconsideration.changed': {
      target: '.ruling',
      guard: and(['madeThatDay', 'idsDistinct', 'paymentHidden']),
    },
    'service.failed': {
      guard: 'addresseeKnown',
      actions: [
        order.assign({ serviceFailures: ({ context }) => context.serviceFailures + 1 }),
        notify('case_manager', 'service.failed'),
      ],
    },
    'notice.published': {
      guard: 'addresseeKnown',
      actions: assign({
        published: ({ context, event }) => [
          ...context.published.filter(({ id }) => id !== event.payload.to),
          { id: event.payload.to, from: event.occurredAt },
        ],
      }),
    },
  },
});

/** 有效期: it runs to 24:00 of the printed day, whatever happens in the regions beside it and whatever day that is. */
const validity = order.createStateConfig({
  meta: { title: title('有效期', 'Validity') },
  initial: 'running',
  states: {
    running: {
      meta: { title: title('有效', 'In force'), deadlines: ['validity', 'extension'] },
      on: {
        'order.extended': { guard: extended.guard, target: 'running', reenter: true },
        'extension.requested': { guard: and(['byApplicantSide', 'beforeLapse']) },
        'order.expired': [
          {
            guard: 'changeUndecided',
            target: '#protection-order.expired.undecided',
            actions: order.assign({ safetyDue: true }),
          },
          {
            target: '#protection-order.expired.handing',
            actions: [
              order.assign({ safetyDue: true }),
              notify('case_manager', 'order.expired'),
              notify('supervisor', 'order.expired'),
              ...tellSiblings('order.expired'),
            ],
          },
        ],
      },
    },
  },
});

const overdue = [
  order.assign({
    // Still owed, without a date ahead: doing it in part settles nothing, doing it late is late.
    owed: ({ context, event }) =>
      context.owed.map((one) =>
        one.from !== null && isOver(one.from.slice(0, 10), event.now) ? { ...one, from: null } : one,
      ),
  }),
  notify('case_manager', 'measure.overdue'),
  notify('supervisor', 'measure.overdue'),
] as const;

/** 强制执行 of what has to be done (意见 15), beside whatever the court does to him for the breach. */
const execution = order.createStateConfig({
  meta: { title: title('强制执行', 'Enforcement of measures') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('未申请', 'Not asked for'), waitsFor: ['lawyer', 'case_manager'] },
      on: { 'execution.requested': 'pending', 'measure.lapsed': { target: 'suggested', actions: overdue } },
    },
    // What he had to do by a day and did not: the court enforces it only if it is asked to.
    suggested: {
      meta: {
        title: title('逾期未履行，建议申请强制执行', 'Not done in time, enforcement suggested'),
        deadlines: ['executionChoice'],
      },
      on: { 'execution.requested': 'pending', 'execution.declined': 'none' },
    },
    pending: {
      meta: { title: title('执行中', 'Pending'), deadlines: ['execution'] },
      on: { 'execution.answered': 'none' },
    },
  },
});

/** 已作出: in force from the moment it was made. Nothing but its own end, its court or her own request ends it. */
export const inForce = order.createStateConfig({
  type: 'parallel',
  meta: { title: title('保护令有效', 'Order in force'), deadlines: ['visits', 'obligations', 'pickups'] },
  states: { validity, service, change, reconsideration, execution },
  on: {
    'visit.made': [
      { guard: and(['unitKnown', 'orderKept']), actions: recordVisit() },
      { guard: and(['unitKnown', 'breakersKnown']), actions: [recordVisit(), ...enforceVisit] },
    ],
    'violation.reported': { guard: 'respondentKnown', actions: [breached, ...enforce] },
    'measure.performed': {
      guard: and(['measureKnown', 'sessionsProven']),
      actions: order.assign(({ context, event }) =>
        event.type === 'measure.performed' ? performed(context, event) : {},
      ),
    },
    'pickup.checked': {
      guard: 'pickupOwed',
      actions: order.assign({
        pickups: ({ context, event }) =>
          context.pickups.filter(({ id }) => event.type !== 'pickup.checked' || id !== event.payload.unit),
      }),
    },
    'measure.lapsed': { actions: overdue },
    'risk.reviewed': { actions: order.assign({ safetyDue: false }) },
  },
});

function performed(context: OrderContext, { payload, occurredAt }: OrderEventOf<'measure.performed'>) {
  const kept = withStatus(context, [payload.measure], payload.extent);
  if (payload.extent !== 'complied') return kept;
  return { ...kept, ...startedEarly({ ...context, ...kept }, payload.measure, dayOf(occurredAt)) };
}

function recordVisit() {
  return order.assign(({ context, event }) => (event.type === 'visit.made' ? visited(context, event) : {}));
}
