/** How a case reaches us. The codes are stored and counted; the terms are the official ones. */
export const CHANNELS = {
  hotline_12338: ['12338妇女维权热线', 'Hotline 12338'],
  green_channel: ['反家庭暴力绿色通道热线', 'Green-channel line'],
  visit: ['来访', 'Visit'],
  letter: ['来信', 'Letter'],
  online: ['网络', 'Online'],
  ticket_12345: ['12345派单', '12345 ticket'],
  grid: ['网格', 'Neighbourhood grid'],
  home_visit: ['入户', 'Home visit'],
  mandatory_report: ['强制报告', 'Mandatory report'],
  police_notice: ['公安通报', 'Notice from the police'],
  court_notice: ['法院通报', 'Notice from the court'],
  assigned_from_above: ['上级交办', 'Assigned from above'],
  procuratorate_notice: ['检察机关移送、通报', 'From the procuratorate'],
  third_party: ['他人反映', 'Told by somebody else'],
  media: ['舆情监测', 'Seen in the media'],
  child_letter: ['未成年人来信', 'A child’s letter'],
  ngo: ['社会组织转介', 'Referred by an NGO'],
} as const;

/** Who speaks to us. */
export const CALLER_RELATIONS = {
  self: ['本人', 'Herself'],
  child: ['未成年子女', 'Her minor child'],
  relative: ['近亲属', 'Close relative'],
  friend: ['亲友、同事', 'Friend or colleague'],
  neighbour: ['邻居', 'Neighbour'],
  grid_worker: ['网格员、执委', 'Grid worker'],
  village_committee: ['居（村）委会', 'Village committee'],
  school: ['学校、幼儿园', 'School'],
  medical: ['医疗机构', 'Medical institution'],
  police: ['公安机关', 'Police'],
  court: ['人民法院', 'Court'],
  procuratorate: ['人民检察院', 'Procuratorate'],
  carer: ['共同生活的照护人员', 'Live-in carer'],
  social_work: ['社会工作服务机构', 'Social work agency'],
  welfare: ['福利、救助管理机构', 'Welfare or rescue institution'],
  ngo: ['社会组织', 'An NGO'],
  disabled_federation: ['残疾人联合会', 'Disabled persons’ federation'],
  youth_league: ['共青团', 'Youth league'],
  education: ['教育部门', 'Education bureau'],
  health: ['卫生健康部门', 'Health bureau'],
  minors_protection: ['未成年人保护机构', 'Minors’ protection body'],
  employer: ['用人单位', 'Employer'],
  media: ['媒体', 'Media'],
  stranger: ['路人、其他知情人', 'A passer-by'],
  respondent: ['被反映的施暴人', 'The alleged abuser'],
  other: ['其他', 'Other'],
} as const;

/** 联系上的人、了解情况的人: not said is herself. */
export const REACHED = {
  herself: ['本人', 'Herself'],
  guardian: ['监护人', 'Her guardian'],
  other: ['其他可信任的人', 'Somebody else she trusts'],
} as const;

export const CAPACITIES = {
  full: ['完全民事行为能力', 'Full legal capacity'],
  limited: ['限制民事行为能力', 'Limited capacity'],
  none: ['无民事行为能力', 'No capacity'],
  unknown: ['不详', 'Unknown'],
} as const;

/** 施暴人与受害人关系. */
export const PARTY_RELATIONS = {
  spouse: ['配偶', 'Spouse'],
  ex_spouse: ['前配偶', 'Former spouse'],
  partner: ['恋爱、同居关系', 'Partner'],
  ex_partner: ['曾有恋爱、同居关系', 'Former partner'],
  parent: ['父母', 'Parent'],
  child: ['子女', 'Child'],
  sibling: ['兄弟姐妹', 'Brother or sister'],
  in_law: ['姻亲', 'In-law'],
  live_in_carer: ['共同生活的照护人员', 'Live-in carer'],
  other_household: ['其他共同生活的人', 'Other member of the household'],
} as const;

export const SEXES = { female: ['女', 'Female'], male: ['男', 'Male'] } as const;

/** Bands at which the law changes, instead of an age, which would help to identify her. */
export const AGE_GROUPS = {
  under_14: ['不满14周岁', 'Under 14'],
  from_14_to_17: ['14至17周岁', '14 to 17'],
  from_18_to_59: ['18至59周岁', '18 to 59'],
  from_60_to_69: ['60至69周岁', '60 to 69'],
  from_70: ['70周岁以上', '70 and over'],
} as const;

/** 家庭暴力类型. */
export const VIOLENCE_FORMS = {
  physical: ['身体暴力', 'Physical'],
  sexual: ['性暴力', 'Sexual'],
  psychological: ['精神暴力', 'Psychological'],
  economic: ['经济控制', 'Economic control'],
} as const;

/** 受害人需求. */
export const NEEDS = {
  police: ['警察介入', 'Police'],
  medical: ['医疗救治', 'Medical care'],
  legal_aid: ['法律援助', 'Legal aid'],
  forensic: ['司法鉴定', 'Forensic appraisal'],
  shelter: ['庇护、救助', 'Shelter'],
  legal_help: ['法律帮助', 'Legal help'],
  counselling: ['心理辅导', 'Counselling'],
  care: ['老人、儿童照顾', 'Care of elders and children'],
  money: ['经济资助', 'Money'],
  other: ['其他', 'Other'],
} as const;

/** What a plan may hold: tracks of this platform and services by other agencies. */
export const SERVICES = {
  consultation: ['律师咨询', 'Lawyer consultation'],
  'protection-order': ['人身安全保护令', 'Protection order'],
  'warning-letter': ['家庭暴力告诫书', 'Warning letter'],
  mediation: ['婚姻家庭矛盾纠纷化解', 'Mediation'],
  shelter: ['庇护', 'Shelter'],
  visit: ['入户走访', 'Home visits'],
  litigation: ['诉讼', 'Litigation'],
  placement: ['未成年人安置', 'Placement of a minor'],
  police: ['警察介入', 'Police'],
  medical: ['医疗救治', 'Medical care'],
  forensic: ['司法鉴定', 'Forensic appraisal'],
  counselling: ['心理辅导', 'Counselling'],
  care: ['老人、儿童照顾', 'Care of elders and children'],
  money: ['经济资助', 'Money'],
  other: ['其他', 'Other'],
} as const;

/** Bodies through which a report went before it reached the police. None of them is where the law wants it. */
export const RELAYS = {
  committee: ['居（村）委会', 'Village committee'],
  federation: ['妇女联合会', "Women's federation"],
  youth_league: ['共青团', 'Youth league'],
  procuratorate: ['人民检察院', 'Procuratorate'],
  court: ['人民法院', 'Court'],
  education: ['学校、教育部门', 'School or education bureau'],
  civil_affairs: ['民政部门', 'Civil affairs'],
  superior: ['上级单位', 'Its own superior'],
  other: ['其他单位', 'Another body'],
} as const;

/** What changed in her life. Leaving, a birth, a divorce: the months in which most are killed. */
export const CIRCUMSTANCES = {
  separated: ['分手、分居', 'They separated'],
  moved_out: ['搬离共同住所', 'She moved out'],
  divorce_demanded: ['提出离婚', 'She asked for a divorce'],
  divorced: ['离婚', 'They are divorced'],
  still_together: ['离婚、分手后仍共同居住', 'Parted, and still under one roof'],
  pregnant: ['怀孕', 'She is pregnant'],
  gave_birth: ['生育、哺乳', 'She gave birth, or is nursing'],
  child_moved: ['子女去向改变', 'The child lives elsewhere'],
  discharged: ['出院', 'Discharged from hospital'],
  household_moved: ['全家搬迁', 'The household moved'],
  lying_in_wait: ['对方蹲守、寻找', 'He lies in wait or looks for her'],
  other: ['其他变化', 'Another change'],
} as const;

export const DECEASED = {
  survivor: ['当事人本人', 'The survivor'],
  respondent: ['加害人', 'The abuser'],
  child: ['子女', 'A child'],
} as const;

/** How the other case of a household stands to this one (一户数案). */
export const HOUSEHOLD_TIES = {
  child: ['子女', 'Her child'],
  parent: ['父母', 'A parent'],
  sibling: ['兄弟姐妹', 'Brother or sister'],
  other: ['其他共同生活的人', 'Another member of the household'],
} as const;

/** Who else threatens her or takes part, without being the one she complains of. */
export const OTHERS = {
  his_parents: ['对方父母', 'His parents'],
  his_kin: ['对方其他亲属', 'Others of his family'],
  new_partner: ['对方现伴侣', 'His new partner'],
  friends: ['对方亲友', 'Friends of his'],
  hired: ['受雇、受指使的人', 'Somebody hired or sent'],
  own_kin: ['当事人自己的亲属', 'Her own family'],
  other: ['其他人', 'Others'],
} as const;

/** Through whom she may be reached. */
export const SAFE_PERSONS = {
  guardian: ['监护人', 'Guardian'],
  parent: ['父母', 'Parent'],
  adult_child: ['成年子女', 'Adult child'],
  sibling: ['兄弟姐妹', 'Brother or sister'],
  other_kin: ['其他亲属', 'Other kin'],
  friend: ['朋友', 'Friend'],
  colleague: ['同事', 'Colleague'],
  neighbour: ['邻居', 'Neighbour'],
  committee: ['居（村）委会工作人员', 'Somebody of the committee'],
  social_worker: ['社会工作者、志愿者', 'Social worker or volunteer'],
} as const;

/** Where he came for her, or threatened to. */
export const HAUNTS = {
  home: ['住所', 'Home'],
  workplace: ['工作单位', 'Workplace'],
  school: ['学校、幼儿园', 'School'],
  kin_home: ['近亲属住所', 'Home of kin'],
  shelter: ['庇护场所', 'Shelter'],
  public: ['公共场所', 'In public'],
  online: ['网络', 'Online'],
} as const;

export const DISPUTED = {
  time: ['时间', 'Time'],
  place: ['地点', 'Place'],
  persons: ['涉及何人', 'Who is involved'],
  acts: ['行为经过', 'What was done'],
  injury: ['伤情', 'Injuries'],
  outcome: ['处理结果', 'What became of it'],
} as const;

export const ACCOUNTS = {
  survivor: ['当事人', 'The survivor'],
  respondent: ['加害人', 'The abuser'],
  kin: ['亲属', 'Kin'],
  witness: ['证人', 'A witness'],
  police: ['公安机关', 'Police'],
  procuratorate: ['检察机关', 'Procuratorate'],
  court: ['人民法院', 'Court'],
  medical: ['医疗机构', 'Medical institution'],
  media: ['媒体报道', 'The media'],
} as const;

/** The groups of the 家庭暴力个案登记表; each is given or marked as refused. */
export const REGISTRATION_GROUPS = {
  victim: ['受害人', 'Victim'],
  abuser: ['施暴人', 'Abuser'],
  relation: ['施暴人与受害人关系', 'Relation'],
  history: ['以前是否有过家庭暴力', 'Earlier violence'],
  violenceForms: ['家庭暴力类型', 'Forms of violence'],
  incident: ['案件时间、地区、细节', 'Incident'],
  injury: ['受伤、拘捕情况', 'Injuries, arrest'],
  needs: ['受害人需求', 'Needs'],
} as const;
