/** Why a lawyer cannot see the client, though she has one. */
export const BARRIERS = {
  confined: ['当事人被限制自由、与外界隔绝', 'She is confined or cut off'],
  kept_away: ['办案、管理机关不许会见', 'An agency does not let her be seen'],
  no_answer: ['联系不上', 'No answer'],
} as const;

/** What shows without more that this is about domestic violence (法律援助法 32(4)). */
export const VOUCHERS = {
  protection_order: ['人身安全保护令', 'Protection order'],
  warning_letter: ['家庭暴力告诫书', 'Warning letter'],
  police_paper: ['处罚决定书、出警记录等', 'Penalty decision or record of the police'],
  federation: ['妇联情况说明', 'A statement of the federation'],
} as const;

/** 告诫书 is a voucher since 公通字〔2024〕34号 17. */
const LETTER_COUNTS_FROM = '2024-12-06';

/** Whether a paper was a voucher on a day. */
export function vouches(voucher: keyof typeof VOUCHERS, on: string): boolean {
  return voucher !== 'warning_letter' || on >= LETTER_COUNTS_FROM;
}

/** Why a lawyer does not take a matter that was offered. */
export const DECLINE_REASONS = {
  no_capacity: ['近期无法承接', 'No capacity now'],
  wrong_expertise: ['不属于擅长领域', 'Not my field'],
  too_far: ['地域不便', 'Too far away'],
  personal: ['个人原因', 'Personal reasons'],
} as const;

/** 正当理由: why a lawyer who has accepted may give a matter back (律师法 32, 法律援助法 46, 48). Being busy is none. */
export const RETURN_REASONS = {
  illness: ['因病不能继续履行职责', 'Illness'],
  practice_suspended: ['停止执业或者被处罚', 'Practice suspended'],
  unlawful_matter: ['委托事项违法', 'The matter is unlawful'],
  service_abused: ['委托人利用律师服务从事违法活动', 'The service is used for unlawful ends'],
  facts_concealed: ['委托人故意隐瞒与案件有关的重要事实', 'Important facts are concealed on purpose'],
  client_asked: ['受援人申请更换', 'The client asked for another lawyer'],
} as const;

/** Why another lawyer is put in his place by those who sent him, who need not wait for him to give the matter back (法律援助法 55). */
export const REPLACEMENT_REASONS = {
  client_asked: ['当事人申请更换', 'She asks for another lawyer'],
  duty_neglected: ['未依法履行职责', 'The lawyer neglects the matter'],
  illness: ['因病不能继续履行职责', 'Illness'],
  practice_suspended: ['停止执业或者被处罚', 'Practice suspended'],
  left: ['离职、失联或者死亡', 'Has left, cannot be reached, or died'],
} as const;

/** Where a conflict of interest may lie (律师法 23, 39). */
export const CONFLICT_KINDS = {
  acts_for_respondent: ['正在代理对方当事人', 'Acts for the other side'],
  acted_for_respondent: ['曾代理对方当事人', 'Acted for the other side'],
  firm: ['所在律师事务所存在利益冲突', 'Conflict of the firm'],
  kinship: ['与对方有亲属或者其他利害关系', 'Kin of, or interested in, the other side'],
} as const;

export const SESSION_CHANNELS = {
  in_person: ['面谈', 'In person'],
  phone: ['电话', 'Phone'],
  video: ['视频', 'Video'],
} as const;

/** What she was advised to do first: a code for the list and the statistics; the advice itself is in the notes. */
export const ADVICE = {
  protection_order: ['申请人身安全保护令', 'Apply for a protection order'],
  police: ['报警，申请告诫书', 'Call the police, ask for a warning letter'],
  evidence: ['收集、保全证据', 'Collect and keep evidence'],
  family_suit: ['离婚、抚养、财产', 'Divorce, children, property'],
  legal_aid: ['申请法律援助', 'Apply for legal aid'],
  safety: ['先作安全安排', 'Her safety first'],
  other: ['其他', 'Other'],
} as const;

/** What comes after a session, on the day that was agreed. */
export const NEXT_STEPS = {
  session: ['再次会谈', 'Another session'],
  written_advice: ['出具书面意见', 'Written advice'],
  draft: ['起草法律文书', 'Draft a document'],
  papers: ['等她准备材料', 'She gets her papers'],
  decision: ['等她决定', 'She decides'],
  wrap_up: ['办结', 'Close'],
} as const;

export const DRAFTED_DOCUMENTS = {
  protection_order_application: ['人身安全保护令申请书', 'Application for a protection order'],
  evidence_list: ['证据清单', 'List of evidence'],
  divorce_complaint: ['离婚起诉状', 'Complaint for divorce'],
  complaint: ['民事起诉状', 'Civil complaint'],
  legal_aid_application: ['法律援助申请表', 'Application for legal aid'],
  agreement: ['协议书', 'Agreement'],
  other: ['其他法律文书', 'Other document'],
} as const;

/** 先行提供法律援助的情形 (法律援助法 44). */
export const ADVANCE_GROUNDS = {
  limit_near: ['距法定时效或者期限届满不足七日', 'A legal limit is less than seven days away'],
  preservation: ['需要立即申请保全等', 'Preservation or the like is needed at once'],
  other: ['其他紧急或者特殊情况', 'Other urgent circumstances'],
} as const;

/** 法律援助法 32: whoever claims rights because of these is not asked what she earns. */
export const AID_GROUNDS = {
  domestic_violence: ['遭受家庭暴力', 'Domestic violence'],
  maltreatment: ['遭受虐待', 'Maltreatment'],
  abandonment: ['遭受遗弃', 'Abandonment'],
} as const;

export const AID_AGENTS = {
  statutory: ['法定代理人', 'Legal representative'],
  appointed: ['委托代理人', 'Appointed agent'],
} as const;

export const REFUSAL_REASONS = {
  not_in_scope: ['不属于法律援助范围', 'Not within the scope of legal aid'],
  not_competent: ['不属于本机构管辖', 'Not this agency'],
  conditions_not_met: ['不符合法律援助条件', 'Conditions not met'],
  means: ['经济状况不符合', 'Means'],
} as const;
