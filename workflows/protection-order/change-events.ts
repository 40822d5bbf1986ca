import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Flag, label, Payload } from '#src/workflow/field.ts';
import { PlannedDate } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { ASKERS } from './codes.ts';
import { APPLYING, CASE_DESK, COURT_DESK, FIELD, HER_SIDE, Measures, Ref } from './fields.ts';
import { parties } from './opening.ts';

const nothing = Payload({});
const asker = Codes(ASKERS, '申请人身份', 'Who asks');
/** 民保更: a change has a number of its own beside that of the order. */
const caseNo = Type.Optional(Sealed('identity', 80, label('变更案案号', 'Number of the change case')));
const madeOn = PlannedDate(label('裁定作出日期', 'Day it was made'));
const asked = (domainCode: string, zh: string, en: string, roles: readonly Role[] = APPLYING) => ({
  domainCode,
  title: title(zh, en),
  roles,
  payload: Payload({ by: asker }),
});

/** 撤销、变更、延长 (反家庭暴力法 30), 复议 (31), and the end of an order. */
export const changeEvents = defineEvents({
  'extension.requested': asked('po.APPLY_EXTEND', '申请延长', 'Extension asked for'),
  'variation.requested': asked('po.APPLY_VARY', '申请变更', 'Variation asked for'),
  'revocation.requested': asked('po.APPLY_REVOKE', '申请撤销', 'Revocation asked for', HER_SIDE),
  'order.extended': {
    domainCode: 'po.EXTENDED',
    title: title('裁定延长', 'Extended'),
    roles: COURT_DESK,
    payload: Payload({ madeOn, caseNo, to: PlannedDate(label('延长至', 'Extended to')) }),
    follows: ['extension.requested'],
  },
  'order.varied': {
    domainCode: 'po.VARIED',
    title: title('裁定变更', 'Varied'),
    roles: COURT_DESK,
    payload: Payload({
      madeOn,
      caseNo,
      measures: Measures,
      protectedPersons: Type.Optional(parties(0, '受保护的相关近亲属', 'Protected relatives')),
    }),
    follows: ['variation.requested'],
  },
  'order.revoked': {
    domainCode: 'po.REVOKED',
    title: title('裁定撤销', 'Revoked'),
    roles: COURT_DESK,
    payload: Payload({ madeOn, caseNo }),
    follows: ['revocation.requested'],
  },
  'change.denied': {
    domainCode: 'po.DENIED',
    title: title('驳回撤销、变更、延长申请', 'Change denied'),
    roles: COURT_DESK,
    payload: nothing,
  },
  'change.withdrawn': {
    domainCode: 'po.CHANGE_WITHDRAWN',
    title: title('撤回撤销、变更、延长申请', 'Request for a change withdrawn'),
    roles: HER_SIDE,
    payload: Payload({ by: asker }),
  },
  'reconsideration.filed': {
    domainCode: 'po.RECON_FILED',
    title: title('申请复议', 'Reconsideration asked for'),
    roles: APPLYING,
    payload: Payload({ by: Ref('申请复议的当事人', 'Which party') }),
  },
  'reconsideration.upheld': {
    domainCode: 'po.RECON_UPHELD',
    title: title('复议：驳回', 'Reconsideration: upheld'),
    roles: COURT_DESK,
    payload: nothing,
    follows: ['reconsideration.filed'],
  },
  'reconsideration.changed': {
    domainCode: 'po.RECON_CHANGED',
    title: title('复议：变更', 'Reconsideration: changed'),
    roles: COURT_DESK,
    payload: Payload({ madeOn, measures: Measures }),
    follows: ['reconsideration.filed'],
  },
  'reconsideration.revoked': {
    domainCode: 'po.RECON_REVOKED',
    title: title('复议：撤销', 'Reconsideration: revoked'),
    roles: COURT_DESK,
    payload: Payload({ madeOn }),
    follows: ['reconsideration.filed'],
  },
  'reconsideration.lapsed': {
    domainCode: 'po.RECON_EXPIRED',
    title: title('复议期满未申请', 'Time for reconsideration over'),
    roles: [],
    payload: nothing,
  },
  'order.expired': {
    domainCode: 'po.CLOCK',
    title: title('保护令期满失效', 'Order expired'),
    roles: [],
    payload: nothing,
  },
  'feedback.returned': {
    domainCode: 'po.FEEDBACK',
    title: title('回访单由当事人签字后反馈法院', 'Signed visit sheets handed to the court'),
    roles: FIELD,
    payload: Payload({
      signed: Flag('当事人已签字', 'Signed by her'),
      units: Type.Array(Ref('单位', 'Unit'), { maxItems: 20, ...label('反馈单位', 'Units') }),
    }),
  },
  'risk.reviewed': {
    domainCode: 'po.RISK_REVIEWED',
    title: title('已复评风险、更新安全计划', 'Risk reviewed, safety plan renewed'),
    roles: CASE_DESK,
    by: 'owner',
    payload: nothing,
  },
  'order.closed': {
    domainCode: 'po.CLOSE',
    title: title('办结', 'Closed'),
    roles: CASE_DESK,
    by: 'owner',
    payload: Payload({ renewalOffered: Flag('已告知可以重新申请', 'She was told she may apply again') }),
  },
});
