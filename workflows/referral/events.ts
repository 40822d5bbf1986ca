import { Type } from 'typebox';
import { title } from '#src/base/title.ts';
import { Codes, Id, label, Payload } from '#src/workflow/field.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { WORKING_ROLES } from '#src/workflow/working-roles.ts';

export const HANDOFF_KINDS = {
  referral: ['转介', 'Referral: they do a service, the owner stays'],
  transfer: ['移送', 'Transfer: ownership moves on acceptance'],
  notice: ['通报', 'Notice: a statutory copy'],
} as const;

/** 问题之紧急性 of the 转介接收单. */
const URGENCY = {
  very_urgent: ['非常紧急（数小时内）', 'Very urgent (within hours)'],
  urgent: ['紧急（一天内）', 'Urgent (within a day)'],
  slightly_urgent: ['轻微紧急（数天内）', 'Slightly urgent (within days)'],
  not_urgent: ['不紧急', 'Not urgent'],
} as const;

export const DECLINE_REASONS = {
  not_competent: ['不属于本单位职责', 'Not our competence'],
  wrong_area: ['不属于本辖区', 'Not our area'],
  no_capacity: ['目前没有承接能力', 'No capacity now'],
  conflict_of_interest: ['存在利益冲突', 'Conflict of interest'],
  incomplete: ['材料不全', 'Papers incomplete'],
  survivor_declined: ['当事人不同意', 'The survivor does not agree'],
  other: ['其他', 'Other'],
} as const;

/** What a receiver may give her, said in its written result. */
const HELP = {
  judicial_aid: ['司法救助金', 'Judicial aid'],
  social_relief: ['社会救助、慈善救助', 'Relief'],
  schooling: ['学费减免、入学转学', 'School fees waived, schooling'],
  work: ['就业帮扶', 'Help to find work'],
  counselling: ['心理疏导', 'Counselling'],
  medical: ['医疗救治、费用减免', 'Treatment, fees waived'],
  housing: ['住处', 'A place to live'],
  records: ['调取、提供材料', 'Records handed over'],
} as const;

/** What follows on a returned referral. */
const REROUTES = {
  other_agency: ['转介其他单位', 'Another agency was asked'],
  again: ['补充后再次转介', 'Sent again, completed'],
  own_work: ['由本单位办理', 'Done here'],
  not_needed: ['经本人确认不再需要', 'She says that it is no longer needed'],
} as const;

/** The name of a field, never its value: letters and dots, so that neither a name in Chinese nor a number fits. */
const FieldName = Type.String({ pattern: '^[A-Za-z][A-Za-z._-]{0,63}$' });

/** What the sender states when offering a handoff (转介函). */
export const input = Payload({
  kind: Codes(HANDOFF_KINDS, '移交种类', 'Kind of handoff'),
  from: Id('转出单位', 'Sending agency'),
  to: Id('接收单位', 'Receiving agency'),
  subjectTrack: Type.Optional(Id('所移交的办理环节', 'Track handed over')),
  urgency: Type.Optional(Codes(URGENCY, '问题之紧急性', 'Urgency')),
  purpose: Sealed('narrative', 2000, label('移交目的', 'Purpose')),
  basis: Sealed('narrative', 200, label('依据（同意或者法定职责）', 'Basis')),
  fields: Type.Array(FieldName, {
    maxItems: 50,
    ...label('一并移交的信息', 'Fields handed over'),
  }),
});

export const events = defineEvents({
  'handoff.delivered': {
    domainCode: 'referral.DELIVERED',
    title: title('移交已送达', 'Handoff delivered'),
    roles: [],
    payload: Payload({}),
  },
  'handoff.accepted': {
    domainCode: 'referral.ACCEPT',
    title: title('接受', 'Accept'),
    roles: WORKING_ROLES,
    by: 'candidate',
    payload: Payload({}),
  },
  'handoff.declined': {
    domainCode: 'referral.RETURN',
    title: title('退回', 'Decline'),
    roles: WORKING_ROLES,
    by: 'candidate',
    payload: Payload({
      reason: Codes(DECLINE_REASONS, '退回理由', 'Reason'),
      note: Type.Optional(Sealed('narrative', 1000, label('说明', 'Note'))),
    }),
  },
  'handoff.recalled': {
    domainCode: 'referral.RECALL',
    title: title('撤回', 'Recall'),
    roles: WORKING_ROLES,
    payload: Payload({}),
  },
  'handoff.expired': {
    domainCode: 'referral.EXPIRED',
    title: title('逾期未答复', 'Not answered in time'),
    roles: [],
    payload: Payload({}),
  },
  'matter.rerouted': {
    domainCode: 'referral.REROUTE',
    title: title('退回后另行安排', 'Arranged elsewhere'),
    roles: WORKING_ROLES,
    payload: Payload({ how: Codes(REROUTES, '安排', 'How') }),
    follows: ['handoff.declined'],
  },
  'progress.noted': {
    domainCode: 'referral.PROGRESS',
    title: title('记录进展', 'Note progress'),
    roles: WORKING_ROLES,
    by: 'handler',
    payload: Payload({ text: Sealed('narrative', 4000, label('进展情况', 'Progress')) }),
    follows: ['handoff.accepted'],
  },
  'result.written': {
    domainCode: 'referral.RESULT',
    title: title('书面反馈办理结果', 'Written result'),
    roles: WORKING_ROLES,
    by: 'handler',
    payload: Payload({
      text: Sealed('narrative', 4000, label('办理结果', 'Result')),
      granted: Type.Optional(
        Type.Array(Codes(HELP, '落实的帮扶', 'Help given'), {
          maxItems: 8,
          ...label('落实的帮扶', 'Help given'),
        }),
      ),
      amountFen: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 100_000_000_000, ...label('金额（分）', 'Amount (fen)') }),
      ),
      decisionNo: Type.Optional(Sealed('identity', 80, label('决定书文号', 'Number of the decision'))),
    }),
    follows: ['handoff.accepted'],
  },
});
