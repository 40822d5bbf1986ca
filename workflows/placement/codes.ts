export const BASES = {
  mandatory_report: ['强制报告', 'Mandatory report'],
  police_handover: ['公安机关移送安置', 'Handed over by the police'],
  court_order: ['法院裁定', 'Court ruling'],
  procuratorate: ['检察机关通报', 'From the procuratorate'],
  hospital: ['医疗机构救治后', 'After treatment in a hospital'],
  other: ['其他', 'Other'],
} as const;

export const CHILDREN = {
  minor: ['未成年人', 'A minor'],
  no_capacity: ['无、限制民事行为能力的成年人', 'An adult without full capacity'],
} as const;

export const GUARDIANS = {
  mother: ['母亲', 'Mother'],
  father: ['父亲', 'Father'],
  paternal_grandparent: ['祖父母', 'Paternal grandparent'],
  maternal_grandparent: ['外祖父母', 'Maternal grandparent'],
  sibling: ['成年兄姐', 'Adult brother or sister'],
  spouse: ['配偶', 'Spouse'],
  adult_child: ['成年子女', 'Adult child'],
  other_kin: ['其他近亲属', 'Other close relative'],
  organisation: ['组织', 'An organisation'],
} as const;
export type Guardian = keyof typeof GUARDIANS;

/** 监护人状况: what somebody who knows judged, from a day on. Weak to strong as the fact `guardian` orders them. */
export const GRADES = {
  protective: ['保护型', 'Protective'],
  interested: ['与嫌疑人利害一致', 'Sides with the suspect'],
  neglectful: ['失职、知情不报', 'Neglectful, knew and was silent'],
  suspect: ['嫌疑人', 'Suspect'],
} as const;
export type Grade = keyof typeof GRADES;

export const PLACE_KINDS = {
  guardian: ['经核实的监护人处', 'With a verified guardian'],
  kin: ['其他亲属处', 'With other kin'],
  shelter: ['庇护场所', 'Shelter'],
  protection_centre: ['未成年人救助保护机构', 'Minors’ protection centre'],
  welfare: ['儿童福利机构、福利机构', 'Welfare institution'],
  foster: ['家庭寄养', 'Foster family'],
  hospital: ['医疗机构', 'Hospital'],
  school: ['寄宿学校', 'Boarding school'],
} as const;

/** 临时监护的情形 (未成年人保护法 92). */
export const TEMPORARY_GROUNDS = {
  no_parents_found: ['查找不到父母或者其他监护人', 'No parent or guardian can be found'],
  none_can: ['监护人死亡或者无监护能力且无其他人可以担任', 'No guardian is able'],
  in_custody: ['监护人被羁押等不能履行职责', 'The guardian is in custody or treatment'],
  refuses: ['监护人拒绝、怠于履行监护职责', 'The guardian refuses or neglects the duty'],
  instigates: ['监护人教唆、利用未成年人违法', 'The guardian uses the child for unlawful acts'],
  harmed: ['遭受监护人严重伤害或者面临人身安全威胁', 'Badly harmed or threatened by the guardian'],
  other: ['法律规定的其他情形', 'Other, as the law says'],
} as const;

export const OUTCOMES = {
  returned: ['回归家庭', 'Back in the family'],
  new_guardian: ['由新的监护人监护', 'With a new guardian'],
  long_term: ['民政部门长期监护', 'Long-term guardianship of civil affairs'],
  adopted: ['被收养', 'Adopted'],
  of_age: ['已成年', 'Of age'],
} as const;

/** Who sees to it that a guidance order is kept. */
export const OVERSEERS = {
  federation: ['妇女联合会', "Women's federation"],
  court: ['人民法院', 'Court'],
  procuratorate: ['人民检察院', 'Procuratorate'],
  police: ['公安机关', 'Police'],
  education: ['教育部门、学校', 'School or education bureau'],
  committee: ['居（村）委会', 'Village committee'],
  social_work: ['社会工作机构', 'Social work agency'],
  guidance_centre: ['家庭教育指导机构', 'Family-education guidance centre'],
} as const;

/** Whom a recommendation or demand goes to; answered in a month (未成年人保护法 114). */
export const ADDRESSEES = {
  school: ['学校', 'School'],
  education: ['教育部门', 'Education bureau'],
  health: ['卫生健康部门', 'Health bureau'],
  medical: ['医疗机构', 'Medical institution'],
  committee: ['居（村）委会', 'Village committee'],
  police: ['公安机关', 'Police'],
  civil_affairs: ['民政部门', 'Civil affairs'],
  supervision: ['监察机关', 'Supervisory organ'],
  youth_league: ['共青团', 'Youth league'],
} as const;

export const SUBJECTS = {
  unreported: ['应报未报', 'A report that was owed and not made'],
  unvisited: ['未履行查访、监督职责', 'Visits or supervision not made'],
  support: ['提供救助、就学、就医支持', 'Help, schooling, care to be given'],
  other: ['其他', 'Other'],
} as const;

export const CONSENTS = {
  interview: ['询问陪同', 'Presence at an interview'],
  medical: ['医疗、鉴定', 'Treatment or appraisal'],
  litigation: ['代为诉讼', 'Acting in a suit'],
  services: ['接受服务', 'Services'],
} as const;
