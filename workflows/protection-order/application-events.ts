import { Type } from 'typebox';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PlannedDate, PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import {
  ATTENDANCE,
  COMPLAINT_TO,
  COURT_BASES,
  EVIDENCE_KINDS,
  FILING_MODES,
  FINDINGS,
  MEASURES,
  REFUSALS,
  TERMINATIONS,
} from './codes.ts';
import { ASKED_PAPERS, EVIDENCE_ORIGINS, STANCES } from './papers.ts';
import { Proxy } from './proxy-field.ts';
import { APPLYING, CASE_DESK, COURT_DESK, FIELD, HER_SIDE, Ref, Text } from './fields.ts';

const nothing = Payload({});

/** From the first paper to the court's ruling on it. */
export const applicationEvents = defineEvents({
  'evidence.added': {
    domainCode: 'po.EVIDENCE_ADDED',
    title: title('补充证据', 'Evidence added'),
    roles: FIELD,
    payload: Payload({
      kind: Codes(EVIDENCE_KINDS, '证据种类', 'Kind'),
      origin: Type.Optional(Codes(EVIDENCE_ORIGINS, '来源', 'From whom')),
      about: Type.Optional(Text(2000, '证明内容', 'What it shows')),
      hash: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$', ...label('文件摘要', 'Digest') })),
    }),
  },
  'collection.requested': {
    domainCode: 'po.COLLECTION_REQUESTED',
    title: title('申请法院调取证据', 'The court is asked to collect evidence'),
    roles: APPLYING,
    payload: Payload({ kind: Codes(EVIDENCE_KINDS, '证据种类', 'Kind') }),
  },
  'urgency.suggested': {
    domainCode: 'po.URGENCY_SUGGESTED',
    title: title('个案升为高危，建议按情况紧急处理', 'The case turned high: urgency is suggested'),
    roles: [],
    payload: nothing,
  },
  'letter.known': {
    domainCode: 'po.LETTER_KNOWN',
    title: title('已有家庭暴力告诫书，列为证据', 'A warning letter is there: it is evidence'),
    roles: [],
    payload: nothing,
  },
  'application.filed': {
    domainCode: 'po.FILE',
    title: title('提交申请', 'Application filed'),
    roles: [...APPLYING, 'operator'],
    payload: Payload({
      court: Codes(COURT_BASES, '管辖依据', 'Why this court'),
      mode: Codes(FILING_MODES, '申请方式', 'How'),
      measures: Type.Array(Codes(MEASURES, '措施', 'Measure'), {
        minItems: 1,
        maxItems: 14,
        ...label('请求的措施', 'Measures asked for'),
      }),
      urgencyAsked: Type.Optional(Flag('请求按情况紧急处理', 'Urgency is claimed')),
      proxy: Type.Optional(Proxy),
    }),
  },
  'application.abandoned': {
    domainCode: 'po.ABANDONED',
    title: title('决定不申请', 'No application after all'),
    roles: CASE_DESK,
    by: 'owner',
    payload: Payload({ spokenAlone: Confirmed('已与本人单独确认', 'She was asked alone') }),
  },
  'court.contacted': {
    domainCode: 'po.COURT_CONTACTED',
    title: title('就受理情况联系法院', 'Court asked about acceptance'),
    roles: CASE_DESK,
    payload: nothing,
    follows: ['application.filed'],
  },
  'application.accepted': {
    domainCode: 'po.ACCEPT',
    title: title('受理', 'Accepted'),
    roles: COURT_DESK,
    payload: Payload({
      urgent: Flag('情况紧急', 'Urgent'),
      caseNo: Type.Optional(Sealed('identity', 80, label('案号', 'Case number'))),
    }),
    follows: ['application.filed'],
  },
  'urgency.found': {
    domainCode: 'po.URGENT',
    title: title('认定情况紧急', 'Found urgent'),
    roles: COURT_DESK,
    payload: nothing,
    follows: ['application.accepted'],
  },
  'supplement.requested': {
    domainCode: 'po.SUPPLEMENT_REQUIRED',
    title: title('要求补正材料', 'Papers asked for'),
    roles: APPLYING,
    payload: Payload({
      list: Text(1000, '需要补正的材料', 'Missing papers'),
      oral: Flag('口头要求', 'Asked orally'),
      papers: Type.Optional(
        Type.Array(Codes(ASKED_PAPERS, '材料', 'Paper'), { maxItems: 8, ...label('材料种类', 'Papers') }),
      ),
      dueOn: Type.Optional(PlannedDate(label('补正期限', 'Due on'))),
    }),
    follows: ['application.filed'],
  },
  'supplement.filed': {
    domainCode: 'po.SUPPLEMENTED',
    title: title('已补正', 'Papers supplied'),
    roles: APPLYING,
    payload: nothing,
    follows: ['supplement.requested'],
  },
  'application.turnedaway': {
    domainCode: 'po.TURNED_AWAY',
    title: title('被口头退回', 'Turned away at the counter'),
    roles: APPLYING,
    payload: Payload({ said: Text(1000, '退回时的说法', 'What was said') }),
    follows: ['application.filed'],
  },
  'acceptance.refused': {
    domainCode: 'po.REFUSE_ACCEPT',
    title: title('不予受理', 'Acceptance refused'),
    roles: APPLYING,
    payload: Payload({
      written: Flag('有书面裁定', 'In writing'),
      reason: Text(1000, '理由', 'Reason'),
    }),
    follows: ['application.filed'],
  },
  'safety.arranged': {
    domainCode: 'po.SAFETY_ARRANGED',
    title: title('已作安全安排', 'Her safety arranged'),
    roles: [...CASE_DESK, 'operator'],
    payload: Payload({
      shelterOffered: Confirmed('已提供庇护', 'Shelter was offered'),
      policeTold: Confirmed('已告知公安机关', 'Police were told'),
    }),
  },
  'complaint.made': {
    domainCode: 'po.COMPLAIN',
    title: title('投诉或者申请监督', 'Complaint made'),
    roles: APPLYING,
    payload: Payload({ to: Codes(COMPLAINT_TO, '向何处提出', 'To whom') }),
  },
  'complaint.answered': {
    domainCode: 'po.COMPLAINT_ANSWERED',
    title: title('投诉已答复', 'Complaint answered'),
    roles: APPLYING,
    payload: nothing,
    follows: ['complaint.made'],
  },
  'hearing.scheduled': {
    domainCode: 'po.HEARING_SET',
    title: title('确定听证（询问）时间', 'Hearing set'),
    roles: COURT_DESK,
    payload: Payload({
      at: PlannedInstant(label('听证时间', 'When')),
      online: Flag('线上', 'Online'),
      apart: Flag('分别到场、隔离', 'Kept apart'),
    }),
    follows: ['application.accepted'],
  },
  'hearing.held': {
    domainCode: 'po.HEARING',
    title: title('听证（询问）', 'Hearing held'),
    roles: COURT_DESK,
    payload: Payload({
      attendance: Codes(ATTENDANCE, '到场情况', 'Who came'),
      stance: Type.Optional(Codes(STANCES, '被申请人的意见', 'What he says')),
      online: Flag('线上', 'Online'),
    }),
    follows: ['application.accepted'],
  },
  'pressure.checked': {
    domainCode: 'po.COERCION_CHECK',
    title: title('核查是否受到胁迫', 'Checked for pressure'),
    roles: CASE_DESK,
    by: 'owner',
    payload: Payload({
      spokenAlone: Confirmed('经安全联系方式单独核实', 'Asked alone, by a safe channel'),
      finding: Codes(FINDINGS, '核查结果', 'Finding'),
    }),
  },
  'application.withdrawn': {
    domainCode: 'po.WITHDRAW',
    title: title('准予撤回申请', 'Withdrawal allowed'),
    roles: COURT_DESK,
    payload: nothing,
    follows: ['application.filed'],
  },
  'application.deemedwithdrawn': {
    domainCode: 'po.DEEMED_WITHDRAWN',
    title: title('按撤回申请处理', 'Counts as withdrawn'),
    roles: COURT_DESK,
    payload: nothing,
    follows: ['application.filed'],
  },
  'proceedings.terminated': {
    domainCode: 'po.TERMINATE',
    title: title('终结', 'Terminated'),
    roles: COURT_DESK,
    payload: Payload({
      ground: Codes(TERMINATIONS, '终结事由', 'Ground'),
      party: Type.Optional(Ref('死亡的当事人', 'Who died')),
    }),
  },
  'order.refused': {
    domainCode: 'po.REFUSE',
    title: title('裁定驳回申请', 'Application refused'),
    roles: COURT_DESK,
    payload: Payload({ reason: Codes(REFUSALS, '驳回理由', 'Reason') }),
    follows: ['application.accepted'],
  },
  'refusal.served': {
    domainCode: 'po.REFUSAL_SERVED',
    title: title('驳回裁定送达申请人', 'Refusal served on her'),
    roles: COURT_DESK,
    payload: nothing,
    follows: ['order.refused'],
  },
  'reconsideration.waived': {
    domainCode: 'po.RECON_WAIVED',
    title: title('申请人决定不申请复议', 'She does not ask for reconsideration'),
    roles: HER_SIDE,
    payload: Payload({ spokenAlone: Confirmed('已与本人单独确认', 'She was asked alone') }),
  },
  'application.renewed': {
    domainCode: 'po.NEW_APPLICATION',
    title: title('重新申请', 'New application'),
    roles: APPLYING,
    payload: nothing,
  },
});
