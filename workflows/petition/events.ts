import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, Id, label, Payload, PersonId } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { BODIES, CATEGORIES, CHANNELS, DECLINE_REASONS, PROCEDURES, ROUTES, URGENCIES } from './codes.ts';

const DESK: readonly Role[] = ['operator', 'case_manager', 'supervisor'];
const OFFICERS: readonly Role[] = ['case_manager', 'supervisor'];
const toldInWriting = () => Confirmed('已书面告知信访人', 'The petitioner was told in writing');

/** What opens a petition. */
export const input = Payload({
  body: Codes(BODIES, '受理单位', 'Who received it'),
  channel: Codes(CHANNELS, '来源', 'Channel'),
  receivedAt: PastInstant(label('收到时间', 'Received at')),
});

/** 登记、分流、告知. */
export const entryEvents = defineEvents({
  'petition.registered': {
    domainCode: 'petition.REGISTER',
    title: title('登记', 'Registered'),
    roles: DESK,
    payload: Payload({
      petitioner: Type.Optional(Sealed('identity', 80, label('信访人', 'Petitioner'))),
      contact: Type.Optional(Sealed('contact', 80, label('联系方式', 'How to reach the petitioner'))),
      content: Sealed('narrative', 6000, label('信访事项', 'The matter')),
      accused: Type.Optional(Sealed('conflict', 80, label('被检举、控告人', 'Who is accused'))),
      accusedAgency: Type.Optional(Id('被检举、控告的单位', 'Agency that is accused')),
      accusedPerson: Type.Optional(Id('被检举、控告的工作人员', 'Member of staff who is accused')),
      category: Codes(CATEGORIES, '类别', 'Category'),
      route: Codes(ROUTES, '分类处理', 'Route'),
      headCount: Type.Integer({ minimum: 1, maximum: 10_000, ...label('人次', 'People') }),
    }),
  },
  'petition.reclassified': {
    domainCode: 'petition.RECLASSIFY',
    title: title('重新分类', 'Reclassified'),
    roles: OFFICERS,
    payload: Payload({ route: Codes(ROUTES, '分类处理', 'Route') }),
  },
  'petition.led': {
    domainCode: 'petition.LED_IN',
    title: title('导入法定程序', 'Led into its procedure'),
    roles: DESK,
    payload: Payload({
      procedure: Codes(PROCEDURES, '程序', 'Procedure'),
      helped: Confirmed('已协助进入该程序，不止于告知', 'Helped on the way and not only told'),
      told: toldInWriting(),
    }),
  },
  'petition.declined': {
    domainCode: 'petition.DECLINE',
    title: title('不予受理', 'Not accepted'),
    roles: OFFICERS,
    payload: Payload({ reason: Codes(DECLINE_REASONS, '理由', 'Reason'), told: toldInWriting() }),
  },
  'petition.routed': {
    domainCode: 'petition.ROUTE',
    title: title('转送、交办有权机关', 'Passed on to the competent body'),
    roles: OFFICERS,
    payload: Payload({ to: Id('有权机关、单位', 'Competent body'), told: toldInWriting() }),
  },
  'transfer.disputed': {
    domainCode: 'petition.DISPUTE',
    title: title('对转送、交办提出异议', 'Transfer disputed'),
    roles: OFFICERS,
    payload: Payload({ reason: Sealed('narrative', 1000, label('理由', 'Reason')) }),
  },
  'dispute.expired': {
    domainCode: 'petition.DISPUTE_EXPIRED',
    title: title('异议期限届满', 'Too late to dispute'),
    roles: [],
    payload: Payload({}),
  },
  'dispute.upheld': {
    domainCode: 'petition.RETURNED',
    title: title('异议成立，退回', 'Dispute upheld, returned'),
    roles: OFFICERS,
    payload: Payload({}),
    follows: ['transfer.disputed'],
  },
  'dispute.rejected': {
    domainCode: 'petition.DISPUTE_REJECTED',
    title: title('异议不成立，继续办理', 'Dispute rejected, the matter stays'),
    roles: OFFICERS,
    payload: Payload({}),
    follows: ['transfer.disputed'],
  },
  'urgency.found': {
    domainCode: 'petition.URGENT',
    title: title('发现重大、紧急事项', 'Grave or urgent'),
    roles: DESK,
    payload: Payload({ kind: Codes(URGENCIES, '情形', 'Kind') }),
  },
  'urgency.reported': {
    domainCode: 'petition.URGENT_REPORTED',
    title: title('已报告重大、紧急事项', 'Reported at once'),
    roles: DESK,
    payload: Payload({ measuresTaken: Flag('已先行采取措施', 'First measures were taken') }),
  },
  'petition.withdrawn': {
    domainCode: 'petition.WITHDRAW',
    title: title('信访人撤回', 'Withdrawn by the petitioner'),
    roles: OFFICERS,
    payload: Payload({ spokenAlone: Confirmed('已单独向本人确认', 'Asked alone') }),
  },
});

/** 办理、答复、复查、复核. */
export const answerEvents = defineEvents({
  'petition.accepted': {
    domainCode: 'petition.ACCEPT',
    title: title('受理', 'Accepted'),
    roles: OFFICERS,
    payload: Payload({
      told: toldInWriting(),
      handler: Type.Optional(
        PersonId(['case_manager', 'supervisor', 'operator'], '承办人员', 'Who handles it'),
      ),
    }),
  },
  'extension.approved': {
    domainCode: 'petition.EXTEND',
    title: title('经批准延长', 'Extended with approval'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({
      approvedByHead: Confirmed('经本机关、单位负责人批准', 'Approved by the head'),
      told: Confirmed('已告知信访人延期理由', 'The petitioner was told why'),
    }),
    follows: ['petition.accepted'],
  },
  'finishing.lapsed': {
    domainCode: 'petition.FINISH_LAPSED',
    title: title('办理期限届满', 'Time to finish has run out'),
    roles: [],
    payload: Payload({}),
  },
  'chase.repeated': {
    domainCode: 'petition.CHASE',
    title: title('再次督办', 'Chased again'),
    roles: [],
    payload: Payload({}),
  },
  'opinion.delivered': {
    domainCode: 'petition.OPINION',
    title: title('送达信访处理意见书', 'Opinion delivered'),
    roles: OFFICERS,
    payload: Payload({
      text: Sealed('narrative', 6000, label('处理意见', 'Opinion')),
      deliveredAt: PastInstant(label('送达时间', 'Delivered at')),
      reviewRightTold: Confirmed('已告知复查权利', 'Told of the right to a review'),
    }),
    follows: ['petition.accepted'],
  },
  'duty.performed': {
    domainCode: 'petition.DUTY_DONE',
    title: title('已履行职责或者答复', 'Duty performed or answered'),
    roles: OFFICERS,
    payload: Payload({ told: toldInWriting() }),
    follows: ['petition.accepted'],
  },
  'opinion.accepted': {
    domainCode: 'petition.CONTENT',
    title: title('信访人息诉', 'The petitioner is content'),
    roles: DESK,
    payload: Payload({}),
  },
  'review.requested': {
    domainCode: 'petition.REVIEW',
    title: title('请求复查', 'Review asked for'),
    roles: DESK,
    payload: Payload({}),
    follows: ['opinion.delivered'],
  },
  'review.forfeited': {
    domainCode: 'petition.REVIEW_EXPIRED',
    title: title('逾期未请求复查', 'No review asked for in time'),
    roles: [],
    payload: Payload({}),
  },
  'review.answered': {
    domainCode: 'petition.REVIEWED',
    title: title('答复复查', 'Review answered'),
    roles: OFFICERS,
    payload: Payload({
      deliveredAt: PastInstant(label('送达时间', 'Delivered at')),
      upheld: Flag('维持原处理意见', 'The opinion stands'),
    }),
    follows: ['review.requested'],
  },
  'recheck.requested': {
    domainCode: 'petition.RECHECK',
    title: title('请求复核', 'Second review asked for'),
    roles: DESK,
    payload: Payload({}),
    follows: ['review.answered'],
  },
  'recheck.forfeited': {
    domainCode: 'petition.RECHECK_EXPIRED',
    title: title('逾期未请求复核', 'No second review asked for in time'),
    roles: [],
    payload: Payload({}),
  },
  'recheck.answered': {
    domainCode: 'petition.RECHECKED',
    title: title('答复复核，信访终结', 'Second review answered: the end'),
    roles: OFFICERS,
    payload: Payload({ upheld: Flag('维持复查意见', 'The answer stands') }),
    follows: ['recheck.requested'],
  },
});
