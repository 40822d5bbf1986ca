/** Who mediates. Police mediation (治安调解) has clocks of its own. */
export const MEDIATORS = {
  committee: ['人民调解委员会', "People's mediation committee"],
  federation: ['妇联婚姻家庭纠纷调解', 'Federation'],
  court: ['诉前调解（人民法院）', 'Court, before the suit'],
  police: ['治安调解（公安机关）', 'Police'],
  village: ['居（村）委会', 'Village committee'],
} as const;

export const PARTIES = {
  survivor: ['求助一方', 'The side that asked for help'],
  respondent: ['对方', 'The other side'],
} as const;

/** 不得调解的情形. */
export const BARS = {
  risk_high: ['高危致命', 'High, lethal risk'],
  protection_order: ['已申请或者已有人身安全保护令', 'Protection order applied for or in force'],
  warning_letter: ['告诫书查访期内', 'Warning letter being monitored'],
  repeated: ['多次实施家庭暴力', 'Repeated violence'],
  again: ['调解中或者处置后再次施暴', 'Violence again, during mediation or after the police left'],
  coercion: ['受胁迫、恐惧或者不安全', 'Coerced, afraid or unsafe'],
  refusal: ['一方明确拒绝', 'One side clearly refuses'],
  offence: ['涉嫌犯罪或者应当予以治安处罚', 'A crime, or an offence that must be punished'],
  own_wish: ['当事人要求依法处理', 'She asks for lawful handling'],
  child_at_risk: ['涉及未成年人安全', "A child's safety is involved"],
} as const;

/** 暴力情形 as told when each is asked alone. */
export const VIOLENCE = {
  none: ['没有暴力', 'None'],
  light_first: ['首次且情节轻微', 'Light, and for the first time'],
  beyond: ['超出首次轻微', 'More than that'],
} as const;

export const REFUSAL_GROUNDS = {
  refuses: ['明确拒绝调解', 'Clearly refuses'],
  lawful_handling: ['要求依法处理', 'Wants it handled by law'],
  afraid: ['害怕、受到压力', 'Afraid or under pressure'],
  withdrew: ['撤回同意', 'Took consent back'],
} as const;

export const MODES = {
  shuttle: ['背对背调解', 'Shuttle: each in a room of their own'],
  joint: ['面对面调解', 'In one room'],
} as const;

export const FAILURES = {
  no_agreement: ['未达成一致', 'No agreement'],
  no_show: ['一方不到场', 'One side did not come'],
  unreachable: ['无法联系当事人', 'One side cannot be reached'],
  bad_faith: ['一方隐瞒或者不诚信', 'One side is not honest'],
} as const;

export const THREATS = {
  violence: ['实施暴力', 'Violence'],
  threat: ['威胁、恐吓', 'Threat'],
  stalking: ['跟踪、守候、纠缠', 'Following, lying in wait'],
} as const;

/** 可以选择的途径, told when mediation ends (人民调解法 26). */
export const WAYS = {
  police: ['报警、告诫、治安处罚', 'Police, warning letter, punishment'],
  protection_order: ['申请人身安全保护令', 'Protection order'],
  lawsuit: ['提起诉讼', 'Lawsuit'],
  enforcement: ['申请强制执行', 'Enforcement'],
  legal_aid: ['法律援助', 'Legal aid'],
  shelter: ['庇护', 'Shelter'],
} as const;

/** What an agreement may be about. Her protection, her report and a child's safety are nobody's to bargain with. */
export const TERMS = {
  no_violence: ['不再实施暴力', 'No more violence'],
  apology: ['赔礼道歉', 'Apology'],
  move_out: ['搬离住所', 'He moves out'],
  money: ['费用、赔偿', 'Money'],
  household: ['家务与生活安排', 'Household'],
  parenting: ['子女抚养与探望', 'Care of the children'],
  counselling: ['心理辅导、戒酒', 'Counselling, no drinking'],
  other: ['其他', 'Other'],
} as const;

/** 协议不得放弃的事项, where an agreement made elsewhere gave them up. */
export const WAIVERS = {
  protection_order: ['放弃申请人身安全保护令', 'No protection order'],
  police_report: ['不得报警或者撤回报案', 'No report to the police'],
  child_safety: ['损害未成年人安全', "A child's safety"],
} as const;

export const MISUSE_MEASURES = {
  urged: ['发出督促处理意见', 'The agency was urged to act'],
  supervised: ['提请检察机关监督', 'Procuratorate asked to supervise'],
  handled: ['已改由有权机关依法处理', 'Now handled by law'],
  explained: ['经核实不属不当调解', 'Looked into: no misuse'],
} as const;
