/** Whose word brought the police. Who struck first with a call is no victim for that. */
export const REPORTERS = {
  survivor: ['受害人', 'The survivor'],
  kin: ['亲友', 'Kin or friends'],
  neighbour: ['邻居、群众', 'Neighbour'],
  unit: ['有强制报告义务的单位', 'A unit bound to report'],
  committee: ['居（村）委会、网格员', 'Committee or grid worker'],
  federation: ['妇联', 'Federation'],
  respondent: ['被指称的加害人', 'The alleged abuser'],
  other: ['其他', 'Other'],
} as const;

/** Victims for whom a letter is generally due (公通字〔2024〕34号 6). */
export const FRAGILITIES = {
  minor: ['未成年人', 'Minor'],
  elder: ['老年人', 'Older person'],
  disabled: ['残疾人', 'Disabled'],
  pregnant: ['孕期', 'Pregnant'],
  nursing: ['哺乳期', 'Nursing'],
  ill: ['重病', 'Seriously ill'],
  under_14: ['不满十四周岁', 'Under 14'],
  over_70: ['七十周岁以上', '70 and over'],
} as const;

/** 辅证: the kinds of corroboration (意见 4). */
export const CORROBORATION = {
  recordings: ['录音录像', 'Recordings'],
  messages: ['电话、短信、即时通讯', 'Messages'],
  medical: ['诊疗记录', 'Medical records'],
  pledge: ['悔过书、保证书', 'Pledge'],
  reports: ['向单位投诉、求助的记录', 'Records of asking for help'],
  police_records: ['接处警记录', 'Police records'],
  appraisal: ['伤情鉴定', 'Opinion on injuries'],
  traces: ['伤痕、物证', 'Marks and objects'],
  damage: ['毁损财物的照片、维修单据', 'Damage to property'],
} as const;

export const LAW_BASIS = {
  advl_16: ['反家庭暴力法第16条', 'ADVL 16'],
  advl_2: ['反家庭暴力法第2条', 'ADVL 2'],
  wrl: ['妇女权益保障法', 'Women’s rights law'],
  mpl: ['未成年人保护法', 'Minors’ protection law'],
  psl: ['治安管理处罚法', 'Public security law'],
} as const;

export const EDUCATION_GROUNDS = {
  trivial: ['情节显著轻微', 'Plainly trivial'],
  light_forgiven: ['情节较轻且取得谅解', 'Light, and forgiven'],
} as const;

/** What was done instead of what the law asks for. */
export const SHORTCUTS = {
  mediated: ['调解处理', 'Mediated'],
  educated: ['批评教育了事', 'Talked to and let go'],
  warned: ['再次告诫代替处罚', 'Warned again'],
  mutual: ['认定为互殴', 'Called a mutual fight'],
  nothing: ['无书面结果', 'No result in writing'],
  no_receipt: ['未受案、未给回执', 'Not taken, no receipt'],
} as const;

/** 可以到场的人员 (意见10). */
export const ATTENDANTS = {
  committee: ['居（村）委会', 'Committee'],
  federation: ['妇联工作人员', 'Federation'],
  child_director: ['儿童主任', 'Children’s director'],
} as const;

export const NOTIFIED = {
  committee: ['居（村）委会', 'Committee'],
  federation: ['妇联', 'Federation'],
  governance: ['乡镇（街道）综治中心', 'Governance centre'],
} as const;

export const VISIT_FINDINGS = {
  clean: ['未发现再次实施家庭暴力', 'Nothing found'],
  repeat: ['再次实施家庭暴力', 'Violence again'],
  not_seen: ['未见到当事人', 'Nobody seen'],
} as const;

export const DECEASED = {
  offender: ['加害人', 'He'],
  victim: ['受害人', 'She'],
} as const;
