import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { riskReviewed } from '../danger-points/risk-review.ts';
import {
  CHILD_WISHES,
  FILING_REFUSALS,
  HANDOVERS,
  HER_ROLES,
  LISTENERS,
  NEW_CIRCUMSTANCES,
  PARTIES,
  SUIT_KINDS,
  SUPPORT_ANSWERS,
  TERMINATION_GROUNDS,
  WITHDRAWAL_GROUNDS,
} from './codes.ts';
import { EVIDENCE_KINDS } from '../protection-order/codes.ts';
import { EVIDENCE_ORIGINS } from '../protection-order/papers.ts';
import { courtEvents } from './court-events.ts';
import { proofs } from './proofs.ts';

const SIDE: readonly Role[] = ['lawyer', 'case_manager', 'supervisor'];
const WITH_COURT: readonly Role[] = [...SIDE, 'court_liaison'];

/** What opens a suit: what it is about and on which side of it she stands. */
export const input = Payload({
  kind: Codes(SUIT_KINDS, '案由', 'Cause of action'),
  herRole: Codes(HER_ROLES, '当事人诉讼地位', 'Her role in the suit'),
  newCircumstances: Type.Optional(Codes(NEW_CIRCUMSTANCES, '新情况', 'New circumstances')),
});

const sideEvents = defineEvents({
  'suit.filed': {
    domainCode: 'litigation.FILE',
    title: title('提交起诉状', 'Claim filed'),
    roles: SIDE,
    payload: Payload({
      filedAt: PastInstant(label('法院收到起诉状的时间', 'Claim received by the court at')),
      court: Type.Optional(Sealed('narrative', 120, label('法院', 'Court'))),
      newCircumstances: Type.Optional(Codes(NEW_CIRCUMSTANCES, '新情况', 'New circumstances')),
      violenceShownBy: Type.Optional(proofs('主张家庭暴力的证据', 'Evidence of the violence claimed')),
    }),
  },
  'claim.received': {
    domainCode: 'litigation.SUED',
    title: title('收到对方起诉状（申请书）副本', 'A claim against her received'),
    roles: WITH_COURT,
    payload: Payload({ receivedAt: PastInstant(label('收到时间', 'Received at')) }),
  },
  'supplement.requested': {
    domainCode: 'litigation.SUPPLEMENT_REQUIRED',
    title: title('法院要求补正', 'Court asks for more papers'),
    roles: WITH_COURT,
    payload: Payload({
      list: Type.Optional(Sealed('narrative', 2000, label('补正事项', 'What is missing'))),
    }),
    follows: ['suit.filed'],
  },
  'supplement.supplied': {
    domainCode: 'litigation.SUPPLEMENTED',
    title: title('已补正', 'Papers supplied'),
    roles: SIDE,
    payload: Payload({}),
    follows: ['supplement.requested'],
  },
  'filing.refused': {
    domainCode: 'litigation.REFUSE_ACCEPT',
    title: title('法院未予立案', 'Court does not accept the suit'),
    roles: WITH_COURT,
    payload: Payload({
      how: Codes(FILING_REFUSALS, '形式', 'How'),
      reason: Type.Optional(Sealed('narrative', 2000, label('理由', 'Reason'))),
    }),
    follows: ['suit.filed'],
  },
  'suit.docketed': {
    domainCode: 'litigation.ACCEPT',
    title: title('法院立案', 'Suit accepted by the court'),
    roles: WITH_COURT,
    payload: Payload({ caseNo: Type.Optional(Sealed('identity', 80, label('案号', 'Case number'))) }),
    follows: ['suit.filed'],
  },
  'suit.dropped': {
    domainCode: 'litigation.DROP',
    title: title('决定不起诉', 'She decides not to sue'),
    roles: SIDE,
    payload: Payload({
      spokenAlone: Confirmed('已在安全环境中单独向其确认', 'Asked alone and in a safe place'),
    }),
  },
  'suit.withdrawn': {
    domainCode: 'litigation.WITHDRAW',
    title: title('准予撤诉', 'Suit withdrawn'),
    roles: WITH_COURT,
    payload: Payload({
      by: Codes(PARTIES, '撤诉方', 'By'),
      ground: Codes(WITHDRAWAL_GROUNDS, '原因', 'Ground'),
      spokenAlone: Type.Optional(Flag('已单独向其核实意愿', 'She was asked alone')),
    }),
  },
  'suit.lapsed': {
    domainCode: 'litigation.DEEMED_WITHDRAWN',
    title: title('按撤诉处理', 'Deemed withdrawn'),
    roles: WITH_COURT,
    payload: Payload({}),
  },
  'suit.terminated': {
    domainCode: 'litigation.TERMINATED',
    title: title('终结诉讼', 'Suit terminated'),
    roles: WITH_COURT,
    payload: Payload({ ground: Codes(TERMINATION_GROUNDS, '事由', 'Ground') }),
  },
  'progress.noted': {
    domainCode: 'litigation.PROGRESS',
    title: title('核实进展', 'Progress checked'),
    roles: WITH_COURT,
    payload: Payload({ text: Type.Optional(Sealed('narrative', 2000, label('进展', 'Progress'))) }),
  },
  'breach.noted': {
    domainCode: 'litigation.ORDER_BREACHED',
    title: title('保护令被违反，构成新情况', 'An order was breached: new circumstances'),
    roles: [],
    payload: Payload({}),
  },
  'bar.lifted': {
    domainCode: 'litigation.BAR_LIFTED',
    title: title('有新情况，不受六个月限制', 'New circumstances lift the bar'),
    roles: SIDE,
    payload: Payload({ ground: Codes(NEW_CIRCUMSTANCES, '新情况', 'New circumstances') }),
  },
  'bar.ended': {
    domainCode: 'litigation.BAR_ENDED',
    title: title('六个月限制届满', 'The six-month bar has ended'),
    roles: [],
    payload: Payload({}),
  },
  'evidence.added': {
    domainCode: 'litigation.EVIDENCE',
    title: title('提交证据', 'Evidence handed in'),
    roles: [...WITH_COURT, 'police_liaison', 'community_worker'],
    payload: Payload({
      kind: Codes(EVIDENCE_KINDS, '证据种类', 'Kind'),
      origin: Type.Optional(Codes(EVIDENCE_ORIGINS, '来源', 'From whom')),
      about: Type.Optional(Sealed('narrative', 2000, label('证明内容', 'What it shows'))),
    }),
  },
  'support.requested': {
    domainCode: 'litigation.SUPPORT_ASKED',
    title: title('申请检察机关、妇联支持起诉', 'Support for the suit asked for'),
    roles: SIDE,
    payload: Payload({}),
  },
  'support.decided': {
    domainCode: 'litigation.SUPPORT_DECIDED',
    title: title('支持起诉决定', 'Support for the suit decided'),
    roles: WITH_COURT,
    payload: Payload({
      answer: Codes(SUPPORT_ANSWERS, '决定', 'Decision'),
      decisionNo: Type.Optional(Sealed('identity', 80, label('决定书文号', 'Number of the decision'))),
    }),
    follows: ['support.requested'],
  },
  'custody.exchanged': {
    domainCode: 'litigation.CUSTODY_HANDOVER',
    title: title('子女交接', 'Handover of a child'),
    roles: [...WITH_COURT, 'community_worker', 'police_liaison'],
    payload: Payload({ result: Codes(HANDOVERS, '结果', 'Result') }),
  },
  'child.heard': {
    domainCode: 'litigation.CHILD_HEARD',
    title: title('听取子女意愿', 'A child is heard'),
    roles: [...WITH_COURT, 'community_worker'],
    payload: Payload({
      wish: Codes(CHILD_WISHES, '意愿', 'Wish'),
      present: Type.Array(Codes(LISTENERS, '在场人', 'Who was present'), {
        minItems: 1,
        maxItems: 5,
        ...label('在场人', 'Who was present'),
      }),
    }),
  },
  'risk.reviewed': riskReviewed('litigation.RISK_REVIEWED'),
  'suit.closed': {
    domainCode: 'litigation.CLOSE',
    title: title('诉讼环节办结', 'Litigation closed'),
    roles: SIDE,
    payload: Payload({
      clientTold: Confirmed(
        '已告知当事人裁判结果和后续权利',
        'She knows the result and what she may do next',
      ),
    }),
  },
});

export const events = { ...sideEvents, ...courtEvents };
