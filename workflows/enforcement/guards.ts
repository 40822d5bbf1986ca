import { ruleOf } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import { reviewGuards } from '../danger-points/risk-review.ts';
import { daysAfter, startOfDay } from '../protection-order/validity.ts';
import { nextLimit, standsOut } from './case-limit.ts';
import { ceilingGuards } from './ceiling-guards.ts';
import { closingGuards } from './closing-guards.ts';
import { custodyGuards } from './custody-guards.ts';
import type { POLICE_GROUNDS } from './codes.ts';
import type { EnforcementContext, EnforcementEvent } from './context.ts';

const COURT = ['court_liaison'] as const;
const POLICE = ['police_liaison'] as const;

/** Longest detention of each ground, in days. */
const POLICE_CEILINGS: { readonly [G in keyof typeof POLICE_GROUNDS]: number } = {
  beating: ruleOf('P14').amount ?? 0,
  aggravated: ruleOf('P14b').amount ?? 0,
  merged: ruleOf('P14c').amount ?? 0,
  letter: ruleOf('P13').amount ?? 0,
  no_contact: ruleOf('P12b').amount ?? 0,
  harassment: 10,
  maltreatment: 10,
  confinement: 15,
};
const COURT_CEILING_DAYS = ruleOf('C8b').amount ?? 0;
/** 反家庭暴力法 34, and for obstruction of the court 民事诉讼法 118, of a natural person. */
const FINE_CEILING_YUAN = { order: 1000, obstruction: 100_000 } as const;
const NO_REASON = ['family_matter', 'court_only'];

const define = defineGuards<EnforcementContext, EnforcementEvent>();

const policeGuards = define({
  noticeOwed: {
    text: title('须通报法院', 'The court must be told'),
    who: [],
    test: ({ context }) => context.noticeOwed,
  },
  notForPolice: {
    text: title('只是妨害诉讼，不由公安机关处理', 'Obstruction only: nothing for the police'),
    who: [],
    test: ({ context }) =>
      context.basis === 'obstruction' &&
      !context.acts.includes('violence') &&
      !context.acts.includes('threat'),
  },
  lawfulReason: {
    text: title(
      '不得以家庭纠纷为由或者只让当事人找法院而结束处理',
      'Neither a family matter nor a matter for the court alone ends it',
    ),
    who: POLICE,
    test: ({ event }) => event.type === 'police.closed' && !NO_REASON.includes(event.payload.reason),
  },
  courtTold: {
    text: title('有生效保护令的，已通报法院', 'Where an order is in force, the court was told'),
    who: POLICE,
    test: ({ context }) => (context.notice !== 'due' && !context.noticeOwed) || context.court !== 'unaware',
  },
  extensible: {
    text: title('未延长满法定次数', 'May still be extended'),
    who: POLICE,
    test: ({ context }) => nextLimit(context) !== null,
  },
  standsOut: {
    text: title(
      '办案时适用的法律规定该时间不计入期限（治安管理处罚法118，P9）',
      'The law of the case takes such time out (P9)',
    ),
    who: POLICE,
    test: ({ context, event }) => event.type === 'time.excluded' && standsOut(context, event.payload.kind),
  },
  notOutYet: {
    text: title('尚未在鉴定（听证）中', 'Not out already'),
    who: POLICE,
    test: ({ context, event }) =>
      event.type === 'time.excluded' && context.out.every(({ id }) => id !== event.payload.kind),
  },
  isOut: {
    text: title('正在鉴定（听证）中', 'Is out'),
    who: POLICE,
    test: ({ context, event }) =>
      event.type === 'time.resumed' && context.out.some(({ id }) => id === event.payload.kind),
  },
  othersOut: {
    text: title('还有未结束的鉴定（听证）', 'Something else is still out'),
    who: [],
    test: ({ context }) => context.out.length > 1,
  },
  withinPoliceCeiling: {
    text: title('拘留不超过该项依据的上限（P12b至P14c）', 'No longer than the ground allows'),
    who: POLICE,
    test: ({ event }) =>
      event.type === 'punishment.decided' &&
      (event.payload.days ?? 0) <= POLICE_CEILINGS[event.payload.ground] &&
      endsWithin(event.payload.endsAt, event.occurredAt, POLICE_CEILINGS[event.payload.ground]),
  },
  policeDetains: {
    text: title('处以行政拘留', 'Detention by the police'),
    who: [],
    test: ({ event }) => event.type === 'punishment.decided' && event.payload.kind.startsWith('detention'),
  },
  policeDaysGiven: {
    text: title('行政拘留写明日数', 'Detention has a number of days'),
    who: POLICE,
    test: ({ event }) =>
      event.type === 'punishment.decided' &&
      (!event.payload.kind.startsWith('detention') || event.payload.days !== undefined),
  },
  takenAtOnce: {
    text: title('决定当日即交付执行', 'Carried out with the decision'),
    who: [],
    test: ({ event }) => event.type === 'punishment.decided' && event.payload.endsAt !== undefined,
  },
  withinPoliceDays: {
    text: title('自交付执行起不超过决定的日数', 'No longer than was decided, from the day he is taken in'),
    who: POLICE,
    test: ({ context, event }) =>
      event.type === 'custody.entered' &&
      endsWithin(event.payload.endsAt, event.occurredAt, context.policeDays),
  },
});

const courtGuards = define({
  courtKnows: {
    text: title('法院自行发现', 'The court found it itself'),
    who: [],
    test: ({ context }) => context.source === 'court' || context.basis === 'obstruction',
  },
  courtHasPower: {
    text: title(
      '法院只对违反保护令和妨害诉讼的行为采取强制措施',
      'The court sanctions breaches of its order and obstruction',
    ),
    who: POLICE,
    test: ({ context }) => context.orderInForce || context.basis === 'obstruction',
  },
  oncePerAct: {
    text: title('同一行为的罚款、拘留不得连续适用', 'One act is fined or detained for once'),
    who: COURT,
    test: ({ context }) => !context.sanctioned,
  },
  sanctionNamed: {
    text: title('写明罚款金额或者拘留日数', 'A fine or a number of days is stated'),
    who: COURT,
    test: ({ event }) =>
      event.type === 'sanction.decided' &&
      (event.payload.fineYuan !== undefined || event.payload.days !== undefined),
  },
  withinFineCeiling: {
    text: title('罚款不超过上限：违反保护令1000元，妨害诉讼10万元', 'Fine within its ceiling'),
    who: COURT,
    test: ({ context, event }) =>
      event.type === 'sanction.decided' &&
      (event.payload.fineYuan ?? 0) <=
        (context.basis === 'obstruction' ? FINE_CEILING_YUAN.obstruction : FINE_CEILING_YUAN.order),
  },
  withinCourtCeiling: {
    text: title('司法拘留不超过十五日（C8b）', 'Detention of at most fifteen days (C8b)'),
    who: COURT,
    test: ({ event }) =>
      event.type === 'detention.began'
        ? endsWithin(event.payload.endsAt, event.occurredAt, COURT_CEILING_DAYS)
        : event.type === 'sanction.decided' && (event.payload.days ?? 0) <= COURT_CEILING_DAYS,
  },
  courtDetains: {
    text: title('决定拘留', 'Detention by the court'),
    who: [],
    test: ({ event }) => event.type === 'sanction.decided' && event.payload.days !== undefined,
  },
  admonishedOrReasoned: {
    text: title(
      '已训诫，或者已说明不采取措施的理由（训诫是底线）',
      'Admonished, or reasons given: admonition is the floor',
    ),
    who: COURT,
    test: ({ context }) => context.admonished || context.reasonedNoMeasure || !context.orderInForce,
  },
  notAdmonished: {
    text: title('尚未采取任何措施', 'No measure was taken'),
    who: COURT,
    test: ({ context }) => !context.admonished && !context.sanctioned,
  },
  wishFree: {
    text: title(
      '以受害人意愿为由的，已单独征询并记录，未发现受到胁迫',
      'Where it is her wish: she was asked alone, and nobody pressed her',
    ),
    who: ['court_liaison', 'case_manager'],
    test: ({ context, event }) =>
      event.type !== 'measure.declined' ||
      !event.payload.herWish ||
      (context.wish !== null && !context.wishPressed),
  },
  unadmonished: {
    text: title('尚未训诫', 'Not admonished yet'),
    who: COURT,
    test: ({ context }) => !context.admonished,
  },
  appealRevokes: {
    text: title('上级法院撤销', 'Revoked by the upper court'),
    who: [],
    test: ({ context, event }) =>
      event.type === 'appeal.decided' && event.payload.outcome === 'revoked' && context.appeal === 'pending',
  },
  toldOrally: {
    text: title('先口头通知', 'Told orally first'),
    who: [],
    test: ({ event }) => event.type === 'appeal.decided' && event.payload.oral,
  },
});

export const guards = {
  ...policeGuards,
  ...courtGuards,
  ...closingGuards,
  ...ceilingGuards,
  ...custodyGuards,
  ...reviewGuards,
};

/** A ceiling counted to its latest reading: the end of the last day, the day of the start not counted. */
function endsWithin(endsAt: string | undefined, from: string, days: number): boolean {
  return (
    endsAt === undefined || (endsAt >= from && endsAt <= startOfDay(daysAfter(from.slice(0, 10), days + 1)))
  );
}
