import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import { breakersOf } from './breakers.ts';
import type { OrderContext, OrderEvent } from './context.ts';
import { isMandatory } from './ruling.ts';
import { isLastMandatory, noticeIsOver } from './service.ts';
import { dayOf, endOf, isOver, latestEnd } from './validity.ts';

const COURT = ['court_liaison'] as const;

/** Conditions on the order itself, its service and its measures. */
export const orderGuards = defineGuards<OrderContext, OrderEvent>()({
  madeThatDay: {
    text: title(
      '裁定作出日期就是事件发生日期；补录时写明实际作出时间',
      'The day it was made is the day it happened',
    ),
    who: COURT,
    test: ({ event }) => 'madeOn' in event.payload && event.payload.madeOn === dayOf(event.occurredAt),
  },
  fromDayMade: {
    text: title('自作出之日起生效', 'In force from the day it was made'),
    who: COURT,
    test: ({ event }) =>
      event.type !== 'order.granted' || (event.payload.from ?? event.payload.madeOn) === event.payload.madeOn,
  },
  termGiven: {
    text: title('载明有效期', 'Its term is stated'),
    who: COURT,
    test: ({ event }) =>
      event.type === 'order.granted' && endOf(event.payload.madeOn, event.payload) !== null,
  },
  atMostSixMonths: {
    text: title(
      '有效期不超过六个月，自作出之日起算（反家庭暴力法第30条，C5）',
      'At most six months from the day it was made (C5)',
    ),
    who: COURT,
    test: ({ event }) => {
      if (event.type !== 'order.granted') return false;
      const end = endOf(event.payload.madeOn, event.payload) ?? event.payload.madeOn;
      return end >= event.payload.madeOn && end <= latestEnd(event.payload.madeOn);
    },
  },
  extendedByAtMostSix: {
    text: title(
      '延长后的期限晚于原期限，延长不超过六个月（C5）',
      'Longer than before, by at most six months (C5)',
    ),
    who: COURT,
    test: ({ context, event }) =>
      event.type === 'order.extended' &&
      context.validTo !== null &&
      event.payload.to > context.validTo &&
      event.payload.to <= latestEnd(context.validTo),
  },
  assistSetComplete: {
    text: title('协助执行单位包括派出所和居（村）委会', 'Police station and committee are among the units'),
    who: COURT,
    test: ({ event }) =>
      event.type === 'order.granted' &&
      ['police_station', 'committee'].every((kind) => event.payload.units.some((unit) => unit.kind === kind)),
  },
  idsDistinct: {
    text: title('单位、措施的编号各不相同', 'Units and measures have ids of their own'),
    who: COURT,
    test: ({ context, event }) => idsOf(context, event).every((id, index, all) => all.indexOf(id) === index),
  },
  addresseeKnown: {
    text: title('该对象在待送达之列', 'This addressee is still to be served'),
    who: COURT,
    test: ({ context, event }) => {
      const to = 'to' in event.payload ? event.payload.to : '';
      return context.toServe.some(({ id }) => id === to);
    },
  },
  servedLawfully: {
    text: title(
      '电子送达须经同意；留置须有见证或者录像；公告须满三十日；张贴不得载明现住所',
      'Electronic: consent. Left: witnessed. Public notice: thirty days. Posted: without her address',
    ),
    who: COURT,
    test: ({ context, event }) => event.type === 'document.served' && isLawful(context, event),
  },
  addressHidden: {
    text: title(
      '申请人已搬离的，送达被申请人的文书不得载明其现住所',
      'She has moved out: his copy does not tell where she lives',
    ),
    who: COURT,
    test: ({ context, event }) =>
      event.type !== 'document.served' ||
      !context.movedOut ||
      context.respondents.every(({ id }) => id !== event.payload.to) ||
      event.payload.addressHidden === true,
  },
  lastMandatory: {
    text: title(
      '申请人、被申请人、派出所、居（村）委会均已送达',
      'Applicant, respondent, police and committee are all served',
    ),
    who: COURT,
    test: ({ context, event }) => {
      if (event.type === 'unit.released') return isLastMandatory(context, event.payload.unit);
      if (event.type === 'proceedings.terminated') return isLastMandatory(context, event.payload.party ?? '');
      return event.type === 'document.served' && isLastMandatory(context, event.payload.to);
    },
  },
  paymentHidden: {
    text: title(
      '禁止接触或者申请人已搬离的，款项不得当面交付',
      'Where contact is forbidden or she has moved, nothing is paid from hand to hand',
    ),
    who: COURT,
    test: ({ context, event }) =>
      !('measures' in event.payload) || paysApart(context, event.payload.measures as readonly Ordered[]),
  },
  pickupOwed: {
    text: title('该学校尚未核查接送名单', 'This school has not checked yet'),
    who: ['community_worker', 'case_manager'],
    test: ({ context, event }) =>
      event.type === 'pickup.checked' && context.pickups.some(({ id }) => id === event.payload.unit),
  },
  unitMandatory: {
    text: title('派出所或者居（村）委会', 'A police station or a committee'),
    who: [],
    test: ({ event }) => event.type === 'unit.added' && isMandatory(event.payload),
  },
  unitKnown: {
    text: title('该单位协助执行本保护令', 'The unit assists this order'),
    who: COURT,
    test: ({ context, event }) =>
      'unit' in event.payload &&
      context.units.some(({ id }) => 'unit' in event.payload && id === event.payload.unit),
  },
  anotherSuchUnit: {
    text: title('仍有派出所和居（村）委会协助执行', 'A police station and a committee remain'),
    who: COURT,
    test: ({ context, event }) => {
      if (event.type !== 'unit.released') return false;
      const left = context.units.filter(({ id }) => id !== event.payload.unit);
      return ['police_station', 'committee'].every((kind) => left.some((unit) => unit.kind === kind));
    },
  },
  respondentKnown: {
    text: title('该人受本保护令约束', 'The order binds this person'),
    who: ['case_manager', 'court_liaison'],
    test: ({ context, event }) =>
      event.type === 'violation.reported' &&
      context.respondents.some(({ id }) => id === event.payload.respondent),
  },
  actWhileInForce: {
    text: title('行为发生在保护令有效期内', 'The act was done while the order was in force'),
    who: ['case_manager', 'court_liaison'],
    test: ({ context, event }) => context.validTo !== null && !isOver(context.validTo, event.occurredAt),
  },
  breakersKnown: {
    text: title('写明由谁违反；该人受本保护令约束', 'It is said who broke it, and the order binds them'),
    who: ['community_worker', 'case_manager'],
    test: ({ context, event }) => {
      if (event.type !== 'visit.made') return false;
      const breakers = breakersOf(context, event);
      const bound = context.respondents.map(({ id }) => id);
      return breakers.length > 0 && breakers.every((id) => bound.includes(id));
    },
  },
  orderKept: {
    text: title('保护令得到遵守', 'The order is kept'),
    who: [],
    test: ({ event }) => event.type === 'visit.made' && event.payload.keptOrder,
  },
  sessionsProven: {
    text: title(
      '按次履行的措施，次数已满并有完成证明方为已履行',
      'What is attended in sessions is complied with when all were attended, with proof',
    ),
    who: ['court_liaison', 'community_worker'],
    test: ({ context, event }) => {
      if (event.type !== 'measure.performed' || event.payload.extent !== 'complied') return true;
      const { measure, sessionsHeld = 0, proof } = event.payload;
      const sessions = context.measures.find(({ id }) => id === measure)?.sessions ?? null;
      return sessions === null || (sessionsHeld >= sessions && proof !== undefined);
    },
  },
  measureKnown: {
    text: title('本保护令有该项措施', 'The order has this measure'),
    who: ['case_manager', 'court_liaison'],
    test: ({ context, event }) =>
      event.type === 'measure.performed' && context.measures.some(({ id }) => id === event.payload.measure),
  },
});

type Ordered = { readonly code?: string; readonly payBy?: string };

function paysApart({ movedOut }: OrderContext, measures: readonly Ordered[]): boolean {
  const isApart = movedOut || measures.some(({ code }) => code === 'no_contact' || code === 'keep_away');
  return !isApart || measures.every(({ payBy }) => payBy !== 'handed');
}

function idsOf(context: OrderContext, event: OrderEvent): string[] {
  const known = [...context.applicants, ...context.respondents].map(({ id }) => id);
  switch (event.type) {
    case 'order.granted':
      return [
        ...known,
        ...event.payload.units.map(({ id }) => id),
        ...event.payload.measures.map(({ id }) => id),
      ];
    case 'order.varied':
    case 'reconsideration.changed':
      return event.payload.measures.map(({ id }) => id);
    case 'unit.added':
      return [...known, ...context.units.map(({ id }) => id), event.payload.id];
    default:
      return [];
  }
}

function isLawful(context: OrderContext, event: Extract<OrderEvent, { type: 'document.served' }>): boolean {
  const { method, consented, witnessed, addressHidden, to } = event.payload;
  switch (method) {
    case 'electronic':
      return consented === true;
    case 'left_behind':
      return witnessed === true;
    case 'posted':
      return addressHidden === true && witnessed === true;
    case 'public_notice':
      return noticeIsOver(context, to, event.occurredAt);
    default:
      return true;
  }
}
