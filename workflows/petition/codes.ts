export const CHANNELS = {
  letter: ['来信', 'Letter'],
  visit: ['来访', 'In person'],
  call: ['来电', 'Call'],
  online: ['网络', 'Online'],
  transferred: ['转送', 'Passed on'],
  assigned: ['交办', 'Assigned'],
} as const;

/** Who received it: the petition office registers and passes on, any other body answers for itself. */
export const BODIES = {
  petition_office: ['信访部门', 'Petition office'],
  federation: ['妇联', "Women's federation"],
  department: ['其他机关、单位', 'Another body'],
} as const;

/** 妇联信访分类: data, for the national codes change. */
export const CATEGORIES = {
  politics: ['政治权利类', 'Political rights'],
  marriage: ['婚姻家庭权益类', 'Marriage and family'],
  violence: ['婚姻家庭权益类：家庭暴力', 'Marriage and family: domestic violence'],
  work: ['劳动和社会保障权益类', 'Work and social security'],
  person: ['人身权益类', 'Rights of the person'],
  property: ['财产权益类', 'Property'],
  culture: ['文化教育类', 'Culture and education'],
  general: ['综合类', 'General'],
} as const;

/** 分类处理 (信访工作条例 31): the first four have a procedure of their own and are led into it. */
export const ROUTES = {
  court_police: ['（一）审判、检察、公安机关法律程序', 'Court, procuratorate or police procedure'],
  arbitration: ['（二）仲裁', 'Arbitration'],
  party_appeal: ['（三）党员申诉、申请复审', 'Appeal within the Party or service'],
  administrative: ['（四）行政复议、裁决等行政程序', 'Administrative procedure'],
  duty: ['（五）申请查处、履行职责', 'Request to perform a duty'],
  opinion: ['（六）出具信访处理意见', 'Written opinion'],
} as const;

export const PROCEDURES = {
  police: ['报警、报案', 'Report to the police'],
  warning_letter: ['家庭暴力告诫书', 'Warning letter'],
  protection_order: ['人身安全保护令', 'Protection order'],
  lawsuit: ['诉讼', 'Lawsuit'],
  legal_aid: ['法律援助', 'Legal aid'],
  arbitration: ['仲裁', 'Arbitration'],
  review: ['行政复议', 'Administrative review'],
  other: ['其他法定程序', 'Another procedure'],
} as const;

export const DECLINE_REASONS = {
  no_competence: ['不属于本单位职权', 'Not our competence'],
  finished: ['已经复核终结', 'Already finished'],
  under_way: ['正在办理中', 'Already under way'],
  in_procedure: ['已进入法定程序', 'Already in its procedure'],
} as const;

export const URGENCIES = {
  life: ['危及人身安全', 'Life or limb in danger'],
  minor: ['涉及未成年人受侵害', 'A minor harmed'],
  group: ['群体性事项', 'Many people'],
  public: ['可能造成社会影响', 'Public attention likely'],
} as const;
