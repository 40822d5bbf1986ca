/** What he broke. Each has its own ceilings, and its own bodies that answer (3e). */
export const WRONGS = {
  order: ['违反人身安全保护令（反家庭暴力法34）', 'Breach of a protection order'],
  obstruction: ['妨害民事诉讼（民事诉讼法113-118）', 'Obstruction of civil proceedings'],
  letter: ['拒不执行告诫书（治安管理处罚法73）', 'Defiance of a warning letter'],
  no_contact: ['违反禁止接触令（治安管理处罚法50）', 'Breach of a police no-contact order'],
  criminal_ban: ['违反刑事禁止令（治安管理处罚法73）', 'Breach of a criminal ban'],
  violence: ['殴打、威胁、滋扰、虐待等违反治安管理行为', 'Violence, threats, harassment'],
} as const;

export const ADMONITION_PLACES = {
  court: ['法院', 'Court'],
  custody: ['羁押场所', 'Place of custody'],
  home: ['住所、现场', 'At home or on the spot'],
  phone: ['电话', 'By telephone'],
} as const;

/** The grounds of 治安 detention and the longest each allows, in days. */
export const POLICE_GROUNDS = {
  beating: ['殴打他人（51条1款）', 'Beating'],
  aggravated: ['殴打特定对象或者多次殴打（51条2款）', 'Aggravated beating'],
  merged: ['数种行为合并执行（16条）', 'Several acts together'],
  letter: ['拒不执行告诫书（73条）', 'Defiance of a warning letter'],
  no_contact: ['违反禁止接触令（50条2款）', 'Breach of a no-contact order'],
  harassment: ['威胁、侮辱、滋扰（50条）', 'Threats, insults, harassment'],
  maltreatment: ['虐待家庭成员（53条）', 'Maltreatment of family'],
  confinement: ['非法限制人身自由（47条）', 'Unlawful confinement'],
} as const;

/** Whom he beat, or how often, where that is the graver ground (51条2款; until 2025 43条2款, from sixty on). */
export const AGGRAVATIONS = {
  disabled: ['残疾人', 'Disabled'],
  pregnant: ['孕妇', 'Pregnant'],
  under_14: ['不满十四周岁', 'Under 14'],
  over_70: ['七十周岁以上', '70 and over'],
  over_60: ['六十周岁以上（2025年底前）', '60 and over (until 2025)'],
  repeated: ['多次或者一次殴打多人', 'Repeatedly, or several people'],
} as const;

export const PUNISHMENTS = {
  warning: ['警告', 'Warning'],
  fine: ['罚款', 'Fine'],
  detention: ['行政拘留', 'Detention'],
  detention_fine: ['行政拘留并处罚款', 'Detention and fine'],
} as const;

/** Why a detention that was decided is not carried out now (治安管理处罚法 23, 126). */
export const POSTPONEMENTS = {
  guaranteed: ['复议、诉讼期间经担保暂缓执行', 'Suspended on a guarantee while it is contested'],
  exempt: ['依法不执行（年龄、孕哺期等）', 'Not carried out, by law'],
  ill: ['患病不适宜关押', 'Too ill to be held'],
  quashed: ['处罚决定被撤销', 'The decision was revoked'],
} as const;

/** Why the police do nothing more. The last two are no reasons in law, and are refused. */
export const POLICE_CLOSINGS = {
  no_act: ['没有违法事实', 'No unlawful act'],
  not_punished: ['依法不予处罚', 'Not punished, by law'],
  time_barred: ['超过追究时效', 'Limitation has run'],
  moved: ['移送有管辖权的机关', 'Moved to the competent body'],
  family_matter: ['属于家庭纠纷', 'A family matter'],
  court_only: ['告知当事人找法院', 'She was told to go to the court'],
} as const;

export const WISHES = {
  punish: ['要求处罚', 'Wants him punished'],
  admonish_only: ['只要求训诫', 'Wants an admonition only'],
  criminal_only: ['只求追究刑事责任', 'Wants prosecution only'],
  no_sanction: ['不希望处罚', 'Wants no sanction'],
  unsure: ['尚未确定', 'Unsure'],
} as const;

export const APPEAL_OUTCOMES = {
  upheld: ['维持', 'Upheld'],
  changed: ['变更', 'Changed'],
  revoked: ['撤销', 'Revoked'],
} as const;

export const CUSTODIANS = {
  police: ['公安机关（行政拘留）', 'Police'],
  court: ['人民法院（司法拘留）', 'Court'],
} as const;

export const RELEASE_REASONS = {
  expired: ['期满', 'The period ended'],
  early: ['提前解除', 'Released early'],
  revoked: ['撤销', 'Revoked'],
} as const;
