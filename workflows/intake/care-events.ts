import { type TProperties, Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, ColleagueId, Confirmed, Flag, label, Payload, Stamped } from '#src/workflow/field.ts';
import { RISK_SCALE, type RiskAnswer, type RiskItem } from '#src/workflow/risk-scale.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { WORKING_ROLES } from '#src/workflow/working-roles.ts';
import { HER_ROLES, SUIT_KINDS } from '../litigation/codes.ts';
import { HAUNTS, OTHERS, REACHED, SERVICES } from './codes.ts';

const DESK: readonly Role[] = ['operator', 'case_manager', 'supervisor'];
const OFFICERS: readonly Role[] = ['case_manager', 'supervisor'];

const ANSWERS = { yes: ['是', 'Yes'], no: ['否', 'No'], unknown: ['不详', 'Unknown'] } as const;
const LEVELS = {
  low: ['低危', 'Low'],
  medium: ['中危', 'Medium'],
  high: ['高危致命', 'High, lethal'],
} as const;
const WITHDRAWAL_REASONS = {
  own_wish: ['本人不再需要帮助', 'She no longer wants help'],
  solved: ['问题已经解决', 'Solved'],
  returned_home: ['已回到家中', 'Went back home'],
  other: ['其他', 'Other'],
} as const;
const CLOSING_GROUNDS = {
  self_handled: ['本单位办结', 'Handled here'],
  referral_answered: ['转介单位已书面反馈', 'The receiving agency answered in writing'],
} as const;

/** One field per item of the scale; the type says which items there are, the loop writes them. */
type AnswerFields = { [Item in RiskItem]: ReturnType<typeof answerField> };

function answerField(zh: string, en: string) {
  return Type.Optional(Type.Unsafe<RiskAnswer>(Codes(ANSWERS, zh, en)));
}

function answerFields(): AnswerFields {
  const fields: TProperties = {};
  for (const [item, words] of Object.entries({ ...RISK_SCALE.items, ...RISK_SCALE.specials })) {
    fields[item] = answerField(words.zh, words.en);
  }
  return fields as AnswerFields;
}

const suit = Payload({
  kind: Codes(SUIT_KINDS, '案由', 'Cause of action'),
  herRole: Codes(HER_ROLES, '当事人诉讼地位', 'Her role in the suit'),
});

/** Assessment, plan, review, closing and the time after. */
export const careEvents = defineEvents({
  'risk.scored': {
    domainCode: 'intake.SCORED',
    title: title('完成危险性评估', 'Risk scored'),
    roles: DESK,
    payload: Payload({
      answers: Type.Object(answerFields(), {
        additionalProperties: false,
        ...label(RISK_SCALE.title.zh, RISK_SCALE.title.en),
      }),
      // The answers mean something only with the scale they were given to.
      scale: Stamped(`${RISK_SCALE.id}.v${RISK_SCALE.version}`, '量表及版本', 'Scale and its version'),
      signedByHer: Type.Optional(Flag('受害人已签名', 'Signed by her')),
      injured: Type.Optional(Flag('已经造成人身伤害', 'Somebody was injured')),
      realDanger: Type.Optional(Flag('具有现实危险性', 'There is a real danger')),
      suicideRisk: Type.Optional(Flag('当事人有自杀风险', 'She may harm herself')),
      selfHarmed: Type.Optional(Flag('当事人曾自伤、自杀未遂', 'She has harmed herself')),
      override: Type.Optional(
        Payload({
          to: Codes(LEVELS, '专业判断等级', 'Professional judgement'),
          reason: Sealed('narrative', 1000, label('理由', 'Reason')),
        }),
      ),
    }),
  },
  'plan.agreed': {
    domainCode: 'intake.PLAN_AGREED',
    title: title('商定服务计划', 'Plan agreed'),
    roles: DESK,
    payload: Payload({
      services: Type.Array(
        Payload({
          service: Codes(SERVICES, '服务', 'Service'),
          consent: Confirmed('当事人同意该项服务', 'She agrees to this service'),
        }),
        { minItems: 1, maxItems: 20, ...label('服务项目', 'Services') },
      ),
      declined: Type.Optional(
        Type.Array(Codes(SERVICES, '服务', 'Service'), {
          maxItems: 20,
          ...label('已提出、当事人目前不需要的服务', 'Offered, and not wanted for now'),
        }),
      ),
      suit: Type.Optional(suit),
      officer: Type.Optional(ColleagueId(WORKING_ROLES, '承办人员', 'Case officer')),
    }),
    follows: ['risk.scored'],
  },
  'incident.reported': {
    domainCode: 'intake.NEW_INCIDENT',
    title: title('发生新的家庭暴力', 'New incident'),
    roles: DESK,
    payload: Payload({
      what: Type.Optional(Sealed('narrative', 4000, label('情况', 'What happened'))),
      places: Type.Optional(
        Type.Array(Codes(HAUNTS, '地点', 'Place'), { maxItems: 7, ...label('发生地点', 'Where') }),
      ),
      others: Type.Optional(
        Type.Array(Codes(OTHERS, '其他参与、威胁的人', 'Who else'), {
          maxItems: 7,
          ...label('其他参与、威胁的人', 'Who else takes part or threatens'),
        }),
      ),
    }),
  },
  'review.requested': {
    domainCode: 'intake.REVIEW',
    title: title('提前复评', 'Risk review requested'),
    roles: DESK,
    payload: Payload({}),
    follows: ['plan.agreed'],
  },
  'review.triggered': {
    domainCode: 'intake.DANGER_POINT',
    title: title('其他环节出现危险情形，立即复评', 'A danger seen elsewhere: review now'),
    roles: [],
    payload: Payload({}),
  },
  'review.due': {
    domainCode: 'intake.RISK_REVIEW_DUE',
    title: title('到期复评', 'Risk review due'),
    roles: [],
    payload: Payload({}),
  },
  'plan.completed': {
    domainCode: 'intake.ALL_CHILDREN_FINAL',
    title: title('结案', 'Plan completed, case closed'),
    roles: OFFICERS,
    payload: Payload({
      ground: Codes(CLOSING_GROUNDS, '结案依据', 'Ground'),
      satisfied: Type.Optional(Flag('当事人表示满意', 'She is satisfied')),
      planClear: Type.Optional(Flag('当事人清楚后续安排', 'She knows what comes next')),
      writtenReply: Type.Optional(Flag('已收到书面反馈', 'The written reply is here')),
    }),
    follows: ['plan.agreed'],
  },
  'survivor.withdrew': {
    domainCode: 'intake.VICTIM_WITHDRAWS',
    title: title('当事人撤回求助', 'She withdraws'),
    roles: DESK,
    payload: Payload({
      reason: Codes(WITHDRAWAL_REASONS, '理由', 'Reason'),
      spokenAlone: Confirmed('已在安全环境中单独向其确认', 'Asked alone and in a safe place'),
      safetyInfoGiven: Confirmed('已提供安全信息，告知可随时再求助', 'Safety information given, door open'),
    }),
  },
  'followup.passed': {
    domainCode: 'intake.FOLLOWUP_OK',
    title: title('回访：安全', 'Follow-up: safe'),
    roles: DESK,
    payload: Payload({
      spokenAlone: Type.Optional(Flag('在安全环境中单独了解', 'Asked alone and in a safe place')),
      through: Type.Optional(Codes(REACHED, '了解情况的人', 'Who was asked')),
    }),
    follows: ['plan.completed'],
  },
  'followup.failed': {
    domainCode: 'intake.FOLLOWUP_UNSAFE',
    title: title('回访：不安全', 'Follow-up: unsafe'),
    roles: DESK,
    payload: Payload({ what: Type.Optional(Sealed('narrative', 2000, label('情况', 'What was found'))) }),
    follows: ['plan.completed'],
  },
  'followup.missed': {
    domainCode: 'intake.FOLLOWUP_MISSED',
    title: title('到期未回访', 'Follow-up not made in time'),
    roles: [],
    payload: Payload({}),
  },
  'call.repeated': {
    domainCode: 'intake.REPEAT_CALL',
    title: title('再次求助', 'She calls again'),
    roles: DESK,
    payload: Payload({}),
    follows: ['plan.completed'],
  },
  'file.archived': {
    domainCode: 'intake.ARCHIVE',
    title: title('回访无法完成，归档', 'Archived without the remaining follow-ups'),
    roles: ['supervisor'],
    payload: Payload({ reason: Sealed('narrative', 1000, label('理由', 'Reason')) }),
  },
});
