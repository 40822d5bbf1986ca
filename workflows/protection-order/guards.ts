import type { Static } from 'typebox';
import { title } from '#src/base/title.ts';
import { defineGuards, defineOpeningGuards } from '#src/workflow/guard.ts';
import type { input } from './opening.ts';
import { BASIS_SINCE } from './codes.ts';
import type { Change, OrderContext, OrderEvent } from './context.ts';
import { deathGuards } from './death-guards.ts';
import { orderGuards } from './order-guards.ts';
import { apartFromSuspects, proxyFits, wishRecorded } from './proxy.ts';
import { dayOf, isOver } from './validity.ts';

const define = defineGuards<OrderContext, OrderEvent>();

export const openingGuards = defineOpeningGuards<Static<typeof input>>()({
  partiesDistinct: {
    text: title('每名当事人编号不同', 'Every party has its own id'),
    who: ['case_manager', 'supervisor', 'lawyer'],
    test: ({ payload }) => {
      const all = [...payload.applicants, ...payload.respondents, ...(payload.protectedPersons ?? [])];
      return new Set(all.map(({ id }) => id)).size === all.length;
    },
  },
});

const applicationGuards = define({
  proxyFits: {
    text: title(
      '代为申请的单位、人员及事由符合当时的规定，或者法院同意',
      'Who applies for her, and why, is on the list of that day, or the court agrees',
    ),
    who: ['case_manager', 'supervisor', 'court_liaison'],
    test: ({ event }) =>
      event.type !== 'application.filed' || proxyFits(event.payload.proxy, event.occurredAt),
  },
  wishRecorded: {
    text: title(
      '代为申请的，尊重并记录其本人意愿；受强制、威吓而无法征询的，予以注明',
      'Her wish is on record; where coercion keeps her from being asked, that is',
    ),
    who: ['case_manager', 'supervisor'],
    test: ({ event }) => event.type !== 'application.filed' || wishRecorded(event.payload.proxy),
  },
  proxyApart: {
    text: title(
      '父母双方均为被申请人的，代为申请的近亲属不是被申请人、与其没有利害一致',
      'Where both parents are to be bound, kin who apply for the child are neither of them nor on their side',
    ),
    who: ['case_manager', 'supervisor'],
    test: ({ context, event }) =>
      event.type !== 'application.filed' ||
      apartFromSuspects(event.payload.proxy, context.respondents.length, event.case.facts),
  },
  basisInForce: {
    text: title('受理时申请依据已经施行', 'The ground was law when the application was accepted'),
    who: ['court_liaison'],
    test: ({ context, event }) => dayOf(event.occurredAt) >= BASIS_SINCE[context.basis],
  },
  isUrgent: {
    text: title('情况紧急', 'Urgent'),
    who: [],
    test: ({ event }) => event.type === 'application.accepted' && event.payload.urgent,
  },
  freeOfPressure: {
    text: title('经单独核查，未发现受到胁迫', 'Asked alone, and no pressure found'),
    who: ['case_manager', 'supervisor'],
    test: ({ context }) => context.coercion === 'none',
  },
});

const asks = (change: Change, zh: string, en: string) => ({
  text: title(zh, en),
  who: ['case_manager', 'supervisor', 'lawyer'] as const,
  test: ({ context }: { context: OrderContext }) => context.asked.includes(change),
});

const changeGuards = define({
  byApplicantSide: {
    text: title(
      '撤销、变更、延长只能由申请人一方提出；被申请人可以申请复议',
      'Only the applicant’s side asks for this; a respondent has reconsideration',
    ),
    who: ['lawyer', 'case_manager', 'supervisor'],
    test: ({ event }) =>
      'by' in event.payload && event.payload.by !== 'respondent' && event.type !== 'reconsideration.filed',
  },
  beforeLapse: {
    text: title('在保护令失效前提出', 'Asked for before the order lapses'),
    who: ['lawyer', 'case_manager', 'supervisor'],
    test: ({ context, event }) => context.validTo !== null && !isOver(context.validTo, event.occurredAt),
  },
  extensionAsked: asks('extend', '已有延长申请', 'An extension was asked for'),
  variationAsked: asks('vary', '已有变更申请', 'A variation was asked for'),
  revocationAsked: asks('revoke', '申请人已申请撤销', 'The applicant asked for revocation'),
  onlyOneAsked: {
    text: title('没有其他未决申请', 'Nothing else is pending'),
    who: [],
    test: ({ context }) => context.asked.length <= 1,
  },
  changeUndecided: {
    text: title('撤销、变更、延长申请尚未裁定', 'A change is undecided'),
    who: [],
    test: ({ context }) => context.asked.length > 0,
  },
  byRespondent: {
    text: title('复议由被申请人提出', 'Asked for by a respondent'),
    who: ['court_liaison'],
    test: ({ context, event }) =>
      event.type === 'reconsideration.filed' && context.respondents.some(({ id }) => id === event.payload.by),
  },
  byApplicant: {
    text: title('对驳回裁定的复议由申请人提出', 'Asked for by an applicant'),
    who: ['lawyer', 'case_manager', 'supervisor'],
    test: ({ context, event }) =>
      event.type === 'reconsideration.filed' && context.applicants.some(({ id }) => id === event.payload.by),
  },
  papersBack: {
    text: title('回访单已收齐反馈，风险已复评', 'Visit sheets are back and the risk was reviewed'),
    who: ['community_worker', 'case_manager'],
    test: ({ context }) => context.papersReturned && !context.safetyDue,
  },
});

export const guards = { ...applicationGuards, ...orderGuards, ...changeGuards, ...deathGuards };
