import { EVIDENCE_KINDS } from '../protection-order/codes.ts';

export const SUIT_KINDS = {
  divorce: ['离婚纠纷', 'Divorce'],
  custody: ['变更抚养关系纠纷', 'Custody'],
  visitation: ['探望权纠纷', 'Visitation'],
  personality_right: ['人格权侵害禁令', 'Injunction for a right of personality'],
  damages: ['损害赔偿', 'Damages'],
  maintenance: ['抚养费、扶养费、赡养费纠纷', 'Maintenance'],
  guardianship: ['申请撤销监护人资格', 'Revocation of guardianship'],
  property: ['离婚后财产纠纷', 'Property after divorce'],
  other: ['其他', 'Other'],
} as const;

/** What a finding of violence rests on: the eleven kinds of 法释〔2022〕17号 6, and an order, which by itself is none (9). */
export const PROOFS = {
  ...EVIDENCE_KINDS,
  protection_order: ['人身安全保护令裁定', 'The protection order'],
} as const;

/** Her role in this suit. It says nothing of who harmed whom, and nothing of her rights here. */
export const HER_ROLES = {
  claimant: ['原告、申请人', 'Claimant'],
  respondent: ['被告、被申请人', 'Respondent'],
} as const;

/** 新情况 (民事诉讼法 127(7), 法释〔2022〕17号 11). */
export const NEW_CIRCUMSTANCES = {
  order_breached: ['被申请人违反人身安全保护令', 'The protection order was breached'],
  new_violence: ['再次实施家庭暴力', 'New violence'],
  other: ['其他新情况、新理由', 'Other new circumstances'],
} as const;

export const ADDRESSEES = {
  survivor: ['当事人本人', 'The survivor'],
  respondent: ['加害人', 'The abuser'],
  agent: ['诉讼代理人', 'A legal agent'],
  other: ['其他人', 'Somebody else'],
} as const;

export const SERVED_PAPERS = {
  claim: ['起诉状副本', 'Copy of the claim'],
  summons: ['传票', 'Summons'],
  judgment: ['裁判文书', 'Judgment'],
  other: ['其他诉讼文书', 'Other paper'],
} as const;

export const SERVICE_METHODS = {
  direct: ['直接送达', 'In person'],
  left: ['留置送达', 'Left at the place'],
  mail: ['邮寄送达', 'By mail'],
  electronic: ['电子送达', 'Electronic'],
  custody: ['通过羁押场所转交', 'Through the place of custody'],
  notice: ['公告送达', 'By public notice'],
} as const;

export const SERVICE_FAILURES = {
  refused: ['拒收、掷回', 'Refused or thrown back'],
  threatened: ['威胁、阻碍送达人员', 'The servers were threatened'],
  not_found: ['无法找到', 'Not found'],
} as const;

export const HEARING_MODES = {
  in_person: ['到庭', 'In the courtroom'],
  online: ['线上', 'Online'],
  separated: ['隔离远程', 'Separate rooms'],
  closed: ['不公开审理', 'In private'],
} as const;

export const HEARING_SAFETY = {
  separate_arrival: ['分开到庭', 'Separate arrival'],
  leaves_first: ['先行离场', 'She leaves first'],
  bailiffs: ['法警在场', 'Bailiffs'],
  remote: ['远程出庭', 'By video'],
  companion: ['社工、心理医生陪同', 'Accompanied'],
  address_hidden: ['文书不列现住所', 'Address kept off the papers'],
  police_told: ['已通知派出所', 'Police station told'],
} as const;

export const PARTIES = {
  survivor: ['当事人本人', 'The survivor'],
  respondent: ['对方当事人', 'The other side'],
} as const;

export const OUTCOMES = {
  divorce_granted: ['准予离婚', 'Divorce granted'],
  divorce_refused: ['不准离婚', 'Divorce refused'],
  granted: ['支持诉讼请求', 'Granted'],
  partly_granted: ['部分支持', 'Partly granted'],
  dismissed: ['驳回', 'Dismissed'],
  settled: ['调解结案（调解书）', 'Settled in court'],
} as const;

export const FILING_REFUSALS = {
  oral: ['口头退回', 'Turned away orally'],
  written: ['裁定不予受理', 'Ruling not to accept'],
  barred: ['六个月内不得再诉', 'Barred for six months'],
} as const;

export const WITHDRAWAL_GROUNDS = {
  own_wish: ['本人意愿', 'Her own wish'],
  reconciled: ['双方和好', 'Reconciled'],
  pressed: ['受到威胁、胁迫', 'Under threat or pressure'],
  other: ['其他', 'Other'],
} as const;

export const TERMINATION_GROUNDS = {
  survivor_died: ['当事人本人死亡', 'The survivor died'],
  other_side_died: ['对方当事人死亡', 'The other side died'],
  child_died: ['子女死亡', 'The child died'],
  other: ['其他终结事由', 'Other'],
} as const;

export const HANDOVERS = {
  handed_over: ['已交接', 'Handed over'],
  refused: ['拒绝交接', 'Refused'],
  snatched: ['抢夺、藏匿子女', 'The child was snatched or hidden'],
} as const;

/** 子女意愿 (民法典 1084): what it says depends on who listens. */
export const CHILD_WISHES = {
  with_her: ['随当事人本人', 'With the survivor'],
  with_him: ['随对方当事人', 'With the other side'],
  other: ['其他意愿', 'Something else'],
  unsure: ['未表态、前后不一', 'Not said, or now this and now that'],
} as const;

export const LISTENERS = {
  judge: ['审判人员', 'A judge'],
  counsellor: ['心理咨询师、社工', 'A counsellor or social worker'],
  survivor: ['当事人本人', 'The survivor'],
  respondent: ['对方当事人', 'The other side'],
  kin: ['亲属', 'Kin'],
} as const;

export const SUPPORT_ANSWERS = {
  granted: ['决定支持起诉', 'Supported'],
  refused: ['不予支持起诉', 'Not supported'],
} as const;
