import { Type } from 'typebox';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, label, Payload, PersonId } from '#src/workflow/field.ts';
import { PlannedDate } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import {
  ADVICE,
  BARRIERS,
  CONFLICT_KINDS,
  DECLINE_REASONS,
  DRAFTED_DOCUMENTS,
  NEXT_STEPS,
  REPLACEMENT_REASONS,
  RETURN_REASONS,
  SESSION_CHANNELS,
} from './codes.ts';

/** What opens a consultation: enough for the conflict check and nothing of what happened to her. */
export const input = Payload({
  respondentName: Type.Optional(Sealed('conflict', 80, label('对方当事人姓名', 'Name of the other side'))),
  respondentIdHash: Type.Optional(
    Sealed('conflict', 64, label('对方证件号码摘要', 'Digest of the other side’s id')),
  ),
  highRisk: Type.Optional(Type.Boolean(label('高危', 'High risk'))),
  minor: Type.Optional(Type.Boolean(label('当事人为未成年人', 'The client is a minor'))),
  clientAgrees: Confirmed(
    '当事人同意向律师提供必要信息',
    'The client agrees to share the minimum with a lawyer',
  ),
});

/** Finding a lawyer, and the lawyer's own work. */
export const counselEvents = defineEvents({
  'lawyer.assigned': {
    domainCode: 'consult.ASSIGN',
    title: title('指派律师', 'Assign a lawyer'),
    roles: ['case_manager', 'supervisor'],
    payload: Payload({ lawyer: PersonId(['lawyer'], '律师', 'Lawyer') }),
  },
  'conflict.found': {
    domainCode: 'consult.CONFLICT',
    title: title('存在利益冲突', 'Conflict of interest found'),
    roles: ['lawyer'],
    by: 'candidate',
    payload: Payload({ kind: Codes(CONFLICT_KINDS, '冲突情形', 'Kind of conflict') }),
    follows: ['lawyer.assigned'],
  },
  'conflict.cleared': {
    domainCode: 'consult.CLEAR',
    title: title('确认无利益冲突', 'No conflict of interest'),
    roles: ['lawyer'],
    by: 'candidate',
    payload: Payload({}),
    follows: ['lawyer.assigned'],
  },
  'check.expired': {
    domainCode: 'consult.CHECK_TIMEOUT',
    title: title('逾期未完成利益冲突审查', 'Conflict check not made in time'),
    roles: [],
    payload: Payload({}),
  },
  'offer.accepted': {
    domainCode: 'consult.ACCEPT',
    title: title('接受咨询', 'Accept the consultation'),
    roles: ['lawyer'],
    by: 'candidate',
    payload: Payload({}),
    follows: ['conflict.cleared'],
  },
  'offer.declined': {
    domainCode: 'consult.DECLINE',
    title: title('不接受咨询', 'Decline the consultation'),
    roles: ['lawyer'],
    by: 'candidate',
    payload: Payload({ reason: Codes(DECLINE_REASONS, '理由', 'Reason') }),
    follows: ['conflict.cleared'],
  },
  'offer.expired': {
    domainCode: 'consult.OFFER_TIMEOUT',
    title: title('逾期未答复', 'Offer not answered in time'),
    roles: [],
    payload: Payload({}),
  },
  'session.held': {
    domainCode: 'consult.SESSION',
    title: title('记录会谈', 'Session held'),
    roles: ['lawyer'],
    by: 'assignee',
    payload: Payload({
      channel: Codes(SESSION_CHANNELS, '方式', 'Channel'),
      advice: Type.Optional(Codes(ADVICE, '咨询意见', 'Advice')),
      nextStep: Type.Optional(Codes(NEXT_STEPS, '下一步', 'Next step')),
      nextOn: Type.Optional(PlannedDate(label('下一步日期', 'Day of the next step'))),
      minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 600, ...label('时长（分钟）', 'Minutes') })),
      notes: Type.Optional(Sealed('privileged', 8000, label('会谈笔记（保密）', 'Notes (privileged)'))),
    }),
    follows: ['offer.accepted'],
  },
  'advice.given': {
    domainCode: 'consult.ADVICE_GIVEN',
    title: title('出具书面法律意见', 'Written advice given'),
    roles: ['lawyer'],
    by: 'assignee',
    payload: Payload({ memo: Sealed('privileged', 8000, label('法律意见（保密）', 'Advice (privileged)')) }),
    follows: ['offer.accepted'],
  },
  'draft.made': {
    domainCode: 'consult.DRAFT',
    title: title('起草法律文书', 'Document drafted'),
    roles: ['lawyer'],
    by: 'assignee',
    payload: Payload({
      document: Codes(DRAFTED_DOCUMENTS, '文书种类', 'Document'),
      text: Sealed('privileged', 12_000, label('文书内容（保密）', 'Text (privileged)')),
    }),
    follows: ['offer.accepted'],
  },
  'draft.confirmed': {
    domainCode: 'consult.VICTIM_CONFIRMS',
    title: title('当事人确认文书', 'Client confirmed the document'),
    roles: ['lawyer'],
    by: 'assignee',
    payload: Payload({}),
    follows: ['draft.made'],
  },
  'document.filed': {
    domainCode: 'consult.FILED',
    title: title('文书已提交', 'Document filed'),
    roles: ['lawyer'],
    by: 'assignee',
    payload: Payload({}),
    follows: ['draft.confirmed'],
  },
  'client.unreachable': {
    domainCode: 'consult.CLIENT_UNREACHABLE',
    title: title('见不到当事人，无法签署委托', 'The client cannot be seen'),
    roles: ['lawyer'],
    by: 'assignee',
    payload: Payload({ why: Codes(BARRIERS, '原因', 'Why') }),
  },
  'client.reached': {
    domainCode: 'consult.CLIENT_REACHED',
    title: title('已单独联系上当事人', 'The client was reached, alone'),
    roles: ['lawyer', 'police_liaison', 'case_manager', 'supervisor'],
    payload: Payload({ spokenAlone: Confirmed('单独交谈', 'Spoken with alone') }),
    follows: ['client.unreachable'],
  },
  'engagement.returned': {
    domainCode: 'consult.RETURN',
    title: title('有正当理由退回委派', 'Engagement given back for a proper reason'),
    roles: ['lawyer'],
    by: 'assignee',
    payload: Payload({ reason: Codes(RETURN_REASONS, '正当理由', 'Proper reason') }),
    follows: ['offer.accepted'],
  },
  'lawyer.replaced': {
    domainCode: 'consult.REPLACED',
    title: title('更换承办律师', 'Another lawyer in place of this one'),
    roles: ['legal_aid', 'case_manager', 'supervisor'],
    payload: Payload({
      reason: Codes(REPLACEMENT_REASONS, '更换原因', 'Reason'),
      clientTold: Confirmed('已告知当事人', 'The client was told'),
    }),
  },
  'risk.noticed': {
    domainCode: 'consult.NEW_RISK',
    title: title('发现人身安全的紧急风险', 'Imminent danger noticed'),
    roles: ['lawyer'],
    by: 'assignee',
    payload: Payload({ what: Type.Optional(Sealed('narrative', 2000, label('情况', 'What was noticed'))) }),
    follows: ['offer.accepted'],
  },
  'conflict.discovered': {
    domainCode: 'consult.CONFLICT_FOUND_LATE',
    title: title('承办中发现利益冲突', 'Conflict discovered after engagement'),
    roles: ['lawyer', 'supervisor'],
    payload: Payload({ kind: Codes(CONFLICT_KINDS, '冲突情形', 'Kind of conflict') }),
  },
  'urgency.raised': {
    domainCode: 'consult.URGENT',
    title: title('个案升为高危，加急办理', 'The case turned high: urgent from now on'),
    roles: [],
    payload: Payload({}),
  },
  'consultation.withdrawn': {
    domainCode: 'consult.WITHDRAW',
    title: title('当事人不再需要咨询', 'The client no longer wants the consultation'),
    roles: ['lawyer', 'case_manager', 'supervisor'],
    payload: Payload({
      spokenAlone: Confirmed('已在安全环境中单独向其确认', 'Asked alone and in a safe place'),
    }),
  },
  'consultation.closed': {
    domainCode: 'consult.CLOSE',
    title: title('咨询办结', 'Consultation closed'),
    roles: ['lawyer', 'case_manager', 'supervisor'],
    payload: Payload({
      clientTold: Confirmed('已告知当事人下一步', 'The client was told the next steps'),
    }),
  },
});
