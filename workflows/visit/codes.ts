/** 走访目的. */
export const PURPOSES = {
  care: ['关爱走访', 'Caring visit'],
  risk_check: ['风险排查', 'Looking for hidden risks'],
  follow_up: ['个案回访', 'Follow-up of a case'],
  order: ['人身安全保护令回访', 'Return visit under a protection order'],
  guardianship: ['未成年人监护走访', 'Visit about the care of a child'],
  joint: ['多部门联合走访、现场取证', 'Joint visit, evidence on the spot'],
} as const;

/** Who goes along: one visit may join several agencies. */
export const UNITS = {
  federation: ['妇联', "Women's federation"],
  village: ['居（村）委会', 'Village committee'],
  grid: ['网格员、执委', 'Grid worker'],
  police: ['公安机关', 'Police'],
  court: ['人民法院', 'Court'],
  procuratorate: ['检察机关', 'Procuratorate'],
  civil_affairs: ['民政部门', 'Civil affairs'],
  disabled: ['残疾人联合会', "Disabled persons' federation"],
  education: ['学校、教育部门', 'School'],
  health: ['医疗卫生机构', 'Health'],
  drug_control: ['禁毒部门', 'Drug control'],
  youth_league: ['共青团', 'Youth league'],
  social_work: ['社会工作者、志愿者', 'Social worker or volunteer'],
} as const;

export const DANGERS = {
  abuser_home: ['施暴人在场并有威胁', 'He was there and threatened'],
  weapon: ['有凶器', 'Weapon'],
  drunk: ['醉酒、吸毒失控', 'Drunk or drugged, out of control'],
  dog: ['有危险动物', 'Dangerous animal'],
  other: ['其他', 'Other'],
} as const;

/** 疑似家庭暴力迹象. */
export const SIGNS = {
  injury: ['有伤痕', 'Injuries'],
  fear: ['恐惧、不敢说话', 'Fear, does not dare to speak'],
  controlled: ['手机、出入受控制', 'Phone or movements controlled'],
  damage: ['物品毁损、争吵痕迹', 'Things broken, traces of a fight'],
  told: ['本人说出', 'She said so'],
  neighbours: ['邻居反映', 'Neighbours said so'],
  child: ['子女异常', 'The child is not as usual'],
} as const;

export const SUBJECTS = {
  adult: ['成年人', 'An adult'],
  minor: ['未成年人', 'A minor'],
  limited_capacity: ['无、限制民事行为能力人', 'Somebody without full capacity'],
} as const;

export const GIVE_UP_REASONS = {
  moved: ['已搬离', 'Moved away'],
  unreachable: ['多次无人', 'Never at home'],
  unwanted: ['本人不愿被走访', 'She does not want visits'],
  unsafe: ['走访会增加危险', 'Visits would add to the danger'],
} as const;
