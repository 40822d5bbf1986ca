/** Who was bound to act. */
export const BOUND = {
  school: ['学校、幼儿园', 'School'],
  medical: ['医疗机构', 'Medical institution'],
  committee: ['居（村）委会', 'Village committee'],
  welfare: ['福利、救助管理机构', 'Welfare or rescue institution'],
  social_work: ['社会工作服务机构', 'Social work agency'],
  care: ['校外培训、托育、养老等机构', 'Training, child or elder care'],
  lodging: ['旅馆等密切接触未成年人的单位', 'Hotels and the like'],
  police: ['公安机关', 'Police'],
  court: ['人民法院', 'Court'],
  civil_affairs: ['民政部门', 'Civil affairs'],
  federation: ['妇女联合会', "Women's federation"],
  other: ['其他负有职责的单位', 'Another body with a duty'],
} as const;

export const FAILURES = {
  unreported: ['应报未报', 'Did not report'],
  late: ['迟报、逐级转报延误', 'Reported late, or passed it on'],
  unanswered: ['接报后未处置', 'Was told and did nothing'],
  unvisited: ['未履行查访、监督职责', 'Made no visits'],
  leaked: ['泄露当事人信息', 'Gave away who or where she is'],
  other: ['其他未履行职责', 'Another duty not done'],
} as const;

/** 疑似即须报告: whether it came true later is no part of the duty. */
export const GROUNDS = {
  confirmed: ['已经查实', 'Found to be true'],
  suspected: ['疑似', 'Suspected'],
} as const;

/** 主管部门: whoever is in charge of that trade, which need not be the police or the procuratorate. */
export const REGULATORS = {
  education: ['教育部门', 'Education bureau'],
  health: ['卫生健康部门', 'Health bureau'],
  civil_affairs: ['民政部门', 'Civil affairs'],
  public_security: ['公安机关', 'Police'],
  supervision: ['监察机关', 'Supervisory organ'],
  procuratorate: ['人民检察院', 'Procuratorate'],
  government: ['同级人民政府', 'Government of the district'],
  township: ['乡镇人民政府、街道办事处', 'Township or subdistrict'],
  other: ['其他主管部门', 'Another body in charge'],
} as const;

export const RESULTS = {
  warning: ['警告、通报批评', 'Warned'],
  fine: ['罚款', 'Fined'],
  discipline: ['处分', 'Disciplined'],
  dismissal: ['解聘、免职', 'Dismissed'],
  ordered: ['责令改正', 'Told to put it right'],
  prosecuted: ['追究刑事责任', 'Prosecuted'],
  no_fault: ['经查未失职', 'No duty was neglected'],
} as const;

export const TARGETS = {
  unit: ['单位', 'The unit'],
  head: ['负责人', 'Its head'],
  person: ['直接责任人员', 'Whoever should have acted'],
} as const;
