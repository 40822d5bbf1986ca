/** Bodies whose breach of a period is followed up in a ladder of its own (妇女权益保障法 73), with their official terms. */
export const OVERSEEN_BODIES = {
  court: ['人民法院', 'Court'],
  police: ['公安机关', 'Police'],
  legal_aid: ['法律援助机构', 'Legal aid agency'],
  justice: ['司法行政部门', 'Justice bureau'],
  civil_affairs: ['民政部门', 'Civil affairs'],
  education: ['教育部门、学校', 'Education bureau, school'],
  health: ['卫生健康部门、医疗机构', 'Health bureau, hospital'],
  committee: ['居（村）委会', 'Village committee'],
  receiver: ['移交的接收单位', 'The agency a handoff went to'],
  other: ['其他单位', 'Another agency'],
} as const;

export type OverseenBody = keyof typeof OVERSEEN_BODIES;
