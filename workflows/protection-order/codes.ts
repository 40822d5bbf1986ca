/** 双方社会关系: the court's own six codes, and those its form of 2016 lacks, kept apart and mapped to `cohabiting`. */
export const RELATIONS = {
  spouse: ['配偶', 'Spouse'],
  parent_child: ['父母与子女', 'Parent and child'],
  siblings: ['兄弟姐妹', 'Siblings'],
  paternal_grandparent: ['祖父母与孙子女', 'Paternal grandparent and grandchild'],
  maternal_grandparent: ['外祖父母与外孙子女', 'Maternal grandparent and grandchild'],
  cohabiting: ['家庭成员以外共同生活的人之间', 'Living together, not family'],
  in_law: ['姻亲', 'In-laws'],
  former_spouse: ['前配偶', 'Former spouse'],
  dating: ['恋爱、交友关系', 'Dating'],
  former_partner: ['终止恋爱关系', 'Former partner'],
  guardian: ['监护、扶养、寄养关系', 'Guardianship, support or foster care'],
  carer: ['同住照料人员', 'Live-in carer'],
} as const;

/** Why such an order may be asked for; each ground of law is there since a day. */
export const BASES = {
  violence: ['遭受家庭暴力（反家庭暴力法23）', 'Domestic violence suffered'],
  danger: ['面临家庭暴力的现实危险（反家庭暴力法23）', 'Real danger of domestic violence'],
  harassment: ['恋爱、交友或者终止后被纠缠骚扰（妇女权益保障法29）', 'Stalking or harassment by a partner'],
  child_snatching: ['抢夺、藏匿未成年子女（婚姻家庭编解释二12）', 'A child snatched or hidden'],
} as const;

/** The first day on which an application on a ground could be accepted. */
export const BASIS_SINCE: { readonly [B in keyof typeof BASES]: string } = {
  violence: '2016-03-01',
  danger: '2016-03-01',
  harassment: '2023-01-01',
  child_snatching: '2025-02-01',
};

/** 代为提起申请人: the lists of 反家庭暴力法 23 and, since 2022-08-01, of 法释〔2022〕17号 2. */
export const PROXIES = {
  kin: ['近亲属', 'Near relative'],
  guardian: ['法定代理人', 'Legal representative'],
  police: ['公安机关', 'Police'],
  federation: ['妇女联合会', "Women's federation"],
  committee: ['居民委员会、村民委员会', 'Residents’ or villagers’ committee'],
  rescue_station: ['救助管理机构', 'Rescue station'],
  civil_affairs: ['民政部门', 'Civil affairs'],
  disabled_federation: ['残疾人联合会', "Disabled persons' federation"],
  elders_organisation: ['依法设立的老年人组织', "Older people's organisation"],
} as const;

export const PROXY_REASONS = {
  no_capacity: ['无民事行为能力、限制民事行为能力', 'Without full capacity'],
  coercion: ['因受到强制、威吓等无法申请', 'Coerced or threatened'],
  old_age: ['年老无法申请', 'Too old to apply'],
  disability: ['残疾无法申请', 'Disability'],
  illness: ['重病无法申请', 'Serious illness'],
} as const;

/** 人身安全保护令措施种类 1-5 of the court's standard, and what courts order under 255 其他. */
export const MEASURES = {
  no_violence: ['禁止实施家庭暴力', 'No violence'],
  no_harassment: ['禁止骚扰申请人及其相关近亲属', 'No harassment'],
  no_stalking: ['禁止跟踪申请人及其相关近亲属', 'No stalking'],
  no_contact: ['禁止接触申请人及其相关近亲属', 'No contact'],
  move_out: ['责令迁出申请人住所', 'Move out of her home'],
  no_insult: [
    '禁止以电话、短信、即时通讯工具、电子邮件等侮辱、诽谤、威胁',
    'No insults or threats by phone or net',
  ],
  keep_away: ['禁止在住所、学校、工作单位等一定范围内活动', 'Keep away from places'],
  pay: ['支付医疗费等费用', 'Pay costs'],
  counselling: ['接受法治教育、心理辅导、矫治', 'Attend education or counselling'],
  custody: ['暂由一方抚养、中止直接抚养', 'Care of a child for the time being'],
  schooling: ['保障受教育权，不得限制人身自由', 'Let the child go to school'],
  remove_devices: ['拆除监控等设备', 'Remove cameras'],
  remove_content: ['删除、停止传播侵害信息', 'Take down what was published about her'],
  other: ['其他措施', 'Other measure'],
} as const;

/** Where a place is named by a code; the address itself is in a sealed annex. */
export const PLACES = {
  home: ['住所', 'Home'],
  moved_home: ['搬离后的住所', 'Home after moving'],
  school: ['学校、幼儿园', 'School'],
  workplace: ['工作单位', 'Workplace'],
  shelter: ['庇护、救助、福利机构', 'Shelter or welfare centre'],
  hospital: ['医疗机构', 'Hospital'],
  kin_home: ['近亲属住所', 'Home of kin'],
  custody: ['羁押场所', 'Place of custody'],
  abroad: ['境外', 'Abroad'],
  temporary: ['临时住所（酒店、亲友处等）', 'Where he stays for the time being'],
  other: ['其他场所', 'Other place'],
} as const;

/** 证据: the eleven kinds of 法释〔2022〕17号 6. */
export const EVIDENCE_KINDS = {
  statements: ['当事人的陈述', 'Statements of the parties'],
  police_papers: ['公安机关出具的家庭暴力告诫书、行政处罚决定书', 'Warning letter or penalty decision'],
  police_records: ['出警记录、讯问笔录、询问笔录、接警记录、报警回执等', 'Records of the police'],
  pledge: ['被申请人曾出具的悔过书或者保证书等', 'Pledge or letter of remorse'],
  recordings: ['录音录像等', 'Recordings'],
  messages: ['通话录音、短信、即时通讯信息、电子邮件等', 'Messages'],
  medical: ['医疗机构的诊疗记录', 'Medical records'],
  reports_to_bodies: ['向有关单位投诉、反映或者求助的记录', 'Records of asking bodies for help'],
  child_words: ['未成年子女提供的与其年龄、智力相适应的证言或者亲友、邻居等证人证言', 'Words of witnesses'],
  appraisal: ['伤情鉴定意见', 'Opinion on injuries'],
  other: ['其他能够证明的证据', 'Other evidence'],
} as const;

export const UNIT_KINDS = {
  police_station: ['公安派出所', 'Police station'],
  committee: ['居民委员会、村民委员会', 'Residents’ or villagers’ committee'],
  federation: ['妇女联合会', "Women's federation"],
  school: ['学校、幼儿园', 'School'],
  minors_body: ['未成年人保护组织', "Minors' protection body"],
  disabled_federation: ['残疾人联合会', "Disabled persons' federation"],
  elders_organisation: ['老年人组织', "Older people's organisation"],
  employer: ['工作单位', 'Employer'],
  platform: ['网络平台', 'Online platform'],
  other: ['其他单位', 'Other unit'],
} as const;

/** Which place a unit answers for: the station of his workplace need not be the one of her home. */
export const UNIT_COVERS = {
  her_home: ['申请人住地', 'Where she lives'],
  her_work: ['申请人单位所在地', 'Where she works'],
  his_home: ['被申请人住地', 'Where he lives'],
  his_work: ['被申请人单位所在地', 'Where he works'],
  school: ['子女就学地', 'Where the children go to school'],
} as const;

/** How money that was ordered reaches her. From hand to hand is contact, and tells where she is. */
export const PAY_CHANNELS = {
  court: ['法院代收转付', 'Through the court'],
  bank: ['银行转账', 'By bank transfer'],
  agent: ['由代理人、第三方转交', 'Through somebody else'],
  handed: ['当面交付', 'From hand to hand'],
} as const;

export const DISTRICTS = {
  own: ['本区', 'This district'],
  other: ['外区', 'Another district'],
} as const;

export const SERVICE_METHODS = {
  in_person: ['直接送达', 'In person'],
  at_court: ['当庭送达', 'In court'],
  left_behind: ['留置送达', 'Left after refusal'],
  electronic: ['电子送达', 'Electronic'],
  custody: ['通过羁押场所转交', 'Through the place of custody'],
  entrusted: ['委托送达', 'By another court'],
  by_post: ['邮寄送达', 'By post'],
  posted: ['张贴送达', 'Posted at the door'],
  abroad: ['境外送达', 'Abroad, by treaty or through the embassy'],
  public_notice: ['公告送达', 'Public notice'],
} as const;

export const SERVICE_FAILURES = {
  refused: ['拒收、掷回', 'Refused or thrown back'],
  absent: ['不在', 'Not there'],
  unknown_address: ['下落不明', 'Whereabouts unknown'],
  obstructed: ['受到威胁、阻挠', 'Server threatened or obstructed'],
} as const;

export const COURT_BASES = {
  applicant_residence: ['申请人居住地', 'Where she lives'],
  respondent_residence: ['被申请人居住地', 'Where he lives'],
  place_of_violence: ['家庭暴力发生地', 'Where it happened'],
} as const;

export const FILING_MODES = {
  written: ['书面', 'In writing'],
  oral: ['口头，法院记入笔录', 'Orally, recorded by the court'],
  online: ['网上', 'Online'],
} as const;

export const ATTENDANCE = {
  both: ['双方到庭', 'Both present'],
  respondent_absent: ['被申请人未到', 'Respondent absent'],
  respondent_refused: ['被申请人拒绝参加', 'Respondent refused'],
  apart: ['分别询问', 'Heard apart'],
} as const;

export const FINDINGS = {
  none: ['未发现胁迫', 'No pressure found'],
  suspected: ['疑似受到胁迫', 'Pressure suspected'],
  found: ['受到胁迫', 'Under pressure'],
} as const;

export const COMPLAINT_TO = {
  same_court: ['本院', 'The same court'],
  upper_court: ['上一级人民法院', 'The upper court'],
  procuratorate: ['人民检察院', 'The procuratorate'],
} as const;

export const TERMINATIONS = {
  applicant_died: ['申请人死亡', 'Applicant died'],
  respondent_died: ['被申请人死亡', 'Respondent died'],
  other: ['其他终结情形', 'Other'],
} as const;

export const REFUSALS = {
  no_violence_shown: ['未达到较大可能性', 'Likelihood not shown'],
  not_within_scope: ['不属于保护令的适用范围', 'Outside the scope'],
  other: ['其他', 'Other'],
} as const;

/** Who asks the court for something. A respondent has reconsideration and nothing else. */
export const ASKERS = {
  applicant: ['申请人', 'Applicant'],
  representative: ['法定代理人', 'Legal representative'],
  proxy: ['代为申请的单位、近亲属', 'Proxy'],
  lawyer: ['委托代理律师', 'Her lawyer'],
  respondent: ['被申请人', 'Respondent'],
} as const;

export const BREACH_ACTS = {
  violence: ['殴打等身体暴力', 'Violence'],
  threat: ['威胁、恐吓', 'Threats'],
  insult: ['侮辱、诽谤', 'Insults'],
  harassment: ['骚扰', 'Harassment'],
  stalking: ['跟踪', 'Stalking'],
  contact: ['接触', 'Contact'],
  entering: ['进入禁止场所', 'Entering a forbidden place'],
  not_moved: ['未迁出', 'Did not move out'],
  not_paid: ['未支付', 'Did not pay'],
  damage: ['毁损财物', 'Damage'],
  surveillance: ['监控、窥视', 'Surveillance'],
  child_taken: ['抢夺、藏匿子女', 'Child taken'],
  confinement: ['限制人身自由', 'Confinement'],
  other: ['其他', 'Other'],
} as const;

export const REPORT_SOURCES = {
  applicant: ['申请人', 'Applicant'],
  police: ['公安机关', 'Police'],
  committee: ['居（村）委会', 'Committee'],
  federation: ['妇联', 'Federation'],
  visit: ['回访发现', 'Found on a visit'],
  court: ['人民法院', 'Court'],
  other: ['其他', 'Other'],
} as const;

export const VISIT_MANNERS = {
  safe_phone: ['经安全联系方式通话', 'By her safe contact'],
  in_person: ['上门', 'In person'],
  at_unit: ['在单位面谈', 'At the unit'],
} as const;
