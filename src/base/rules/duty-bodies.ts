import { type Title, title } from '../title.ts';

// Whom a period binds. One spelling each, so that lists group by it.
export const FEDERATION: Title = title('妇联', "Women's federation");
export const HOTLINE: Title = title('热线', 'Hotline');
export const COURT: Title = title('人民法院', "People's court");
export const UPPER_COURT: Title = title('上一级人民法院', 'Court at the next level');
export const POLICE: Title = title('公安机关', 'Police');
export const POLICE_STATION: Title = title('公安派出所', 'Police station');
export const LEGAL_AID_AGENCY: Title = title('法律援助机构', 'Legal aid agency');
export const JUSTICE_BUREAU: Title = title('司法行政部门', 'Justice bureau');
export const LAWYER: Title = title('承办律师', 'Lawyer in charge');
export const APPLICANT: Title = title('申请人', 'Applicant');
export const PARTY: Title = title('当事人', 'Party');
export const RECEIVER: Title = title('接收单位', 'Receiving agency');
export const HANDLER: Title = title('办理单位', 'Agency handling the matter');
export const PETITION_OFFICE: Title = title('信访部门', 'Petition office');
export const MEDIATION_COMMITTEE: Title = title('人民调解委员会', "People's mediation committee");
export const SHELTER: Title = title('救助管理机构（庇护所）', 'Shelter');
export const CASE_OFFICER: Title = title('个案承办人员', 'Case officer');
export const SUPERVISOR: Title = title('督导', 'Supervisor');
export const ASSISTING_UNITS: Title = title('协助执行单位', 'Units assisting the order');
export const EVERY_AGENCY: Title = title('各接待单位', 'Every agency she contacts');
export const VISITING_TEAM: Title = title('走访人员', 'Visiting team');
