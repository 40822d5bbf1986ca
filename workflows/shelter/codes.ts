export const SOURCES = {
  self: ['本人求助', 'She asks herself'],
  police: ['公安机关护送', 'Escorted by the police'],
  federation: ['妇联转介', 'Referred by the federation'],
  voucher: ['告诫书、保护令凭证', 'Warning letter or protection order'],
  ngo: ['社会组织转介', 'Referred by an NGO'],
  medical: ['医疗机构转介', 'Referred by a medical institution'],
  committee: ['居（村）委会转介', 'Referred by a village committee'],
  civil_affairs: ['民政部门安置', 'Placed by civil affairs'],
  other: ['其他', 'Other'],
} as const;

export const RESIDENTS = {
  adult: ['成年人', 'An adult'],
  minor: ['未成年人（单独入住）', 'A minor, alone'],
  no_capacity: ['无、限制民事行为能力人', 'A person without full capacity'],
} as const;

/** 分区: apart from the vagrants, by sex and age (民发〔2015〕189号). */
export const ZONES = {
  women: ['妇女区', 'Women'],
  men: ['男性区', 'Men'],
  children: ['未成年人区', 'Minors'],
} as const;

/** Never among them: that she was here before, that she has no papers, that she comes from elsewhere. */
export const DECLINE_GROUNDS = {
  needs_hospital: ['需要住院治疗', 'Needs a hospital'],
  needs_care: ['需要专门照护', 'Needs care this place cannot give'],
  infectious: ['传染病需隔离治疗', 'Infectious illness'],
  danger_to_others: ['对他人有现实危险', 'A danger to others'],
  not_this_service: ['不属于庇护服务对象', 'Not what a shelter is for'],
} as const;

export const ALTERNATIVES = {
  other_site: ['其他庇护场所', 'Another shelter'],
  rescue_station: ['救助管理站', 'Rescue station'],
  hospital: ['医疗机构', 'Hospital'],
  welfare: ['福利机构', 'Welfare institution'],
  kin_unknown_to_him: ['加害人不知道的亲友处', 'With people he does not know of'],
  hotel: ['临时旅馆', 'Hotel'],
} as const;

export const DECISIONS = {
  stays: ['继续庇护', 'Stays'],
  prepares_to_leave: ['准备离站', 'Prepares to leave'],
  needs_longer: ['需要延长', 'Needs longer'],
} as const;

export const SUPPORTS = {
  legal: ['法律帮助', 'Legal help'],
  medical: ['医疗', 'Medical care'],
  counselling: ['心理辅导', 'Counselling'],
  school: ['子女就学', 'School'],
  income: ['就业、救助', 'Work, aid'],
  protection_order: ['申请人身安全保护令', 'Protection order'],
} as const;

export const DESTINATIONS = {
  own_home: ['自己的新住处', 'A new home of her own'],
  kin: ['亲友处', 'With family or friends'],
  other_site: ['其他庇护场所', 'Another shelter'],
  home_without_him: ['原住处，加害人已迁出', 'Home, he has moved out'],
  back_to_him: ['返回加害人处', 'Back to him'],
  unknown: ['未说明', 'Not said'],
} as const;

export const RECEIVERS = {
  mother: ['母亲', 'Mother'],
  father: ['父亲', 'Father'],
  grandparent: ['祖父母、外祖父母', 'Grandparent'],
  other_guardian: ['其他监护人', 'Another guardian'],
  civil_affairs: ['民政部门', 'Civil affairs'],
} as const;

/** Who took a child from its mother at the door. */
export const TAKERS = {
  respondent: ['加害人', 'The abuser'],
  his_kin: ['加害人的亲属', 'His family'],
  other: ['其他人', 'Somebody else'],
} as const;

export const VERIFIERS = {
  police: ['公安机关', 'Police'],
  committee: ['居（村）委会', 'Village committee'],
  civil_affairs: ['民政部门', 'Civil affairs'],
} as const;

export const MINORS_LEAVE = {
  none: ['没有随行未成年人', 'No minors with her'],
  with_her: ['随其离开', 'They leave with her'],
} as const;
