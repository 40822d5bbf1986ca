import { title } from '../title.ts';
import { POLICE } from './duty-bodies.ts';
import { days, fixedDays, fixedMonths, hours, statute } from './rule-row.ts';
import { article, PUBLIC_SECURITY_OLD } from './sources.ts';

const RELEASE = title('期满释放；释放前告知受害人', 'Release; the victim is told before it');
const SET_FREE = title('立即释放或者依法转换措施', 'Release, or a lawful further measure');
const ARRIVED = title('被传唤人到案', 'Arrival of the summoned person');
const DETAINED = title('执行拘留', 'Detention begins');
const old = (zh: string, en: string) => title(`${zh}（2025年底前）`, `${en} (before 2026)`);

/**
 * What the public-security law said until the end of 2025, for what began under it. The time for a case, P9old, stands
 * beside its successor. Twelve hours (P10b), police no-contact orders (P12) and defiance of a warning letter (P13) are new
 * in 2026 and succeed nothing.
 */
export const POLICE_OLD_RULES = [
  statute('P10old', hours(8), article(PUBLIC_SECURITY_OLD, '第83条'), {
    title: old('传唤后询问查证', 'Questioning after a summons'),
    trigger: ARRIVED,
    dutyBody: POLICE,
    consequence: SET_FREE,
    mayTighten: false,
    isVerified: false,
  }),
  statute('P10oldc', hours(24), article(PUBLIC_SECURITY_OLD, '第83条'), {
    title: old('传唤后询问查证，情况复杂、可能拘留', 'Questioning, complex, detention possible'),
    trigger: ARRIVED,
    dutyBody: POLICE,
    consequence: SET_FREE,
    mayTighten: false,
    isVerified: false,
  }),
  statute('P11old', days(2), article(PUBLIC_SECURITY_OLD, '第97条'), {
    title: old('送达处罚决定书，抄送被侵害人', 'Punishment decision delivered, copy to the victim'),
    trigger: title('作出处罚决定', 'Decision made'),
    dutyBody: POLICE,
    consequence: title('催办；逐级升级', 'Chase and escalate'),
    isVerified: false,
  }),
  statute('P14old', fixedDays(10), article(PUBLIC_SECURITY_OLD, '第43条第1款'), {
    title: old('殴打他人的拘留上限', 'Ceiling of detention for beating'),
    trigger: DETAINED,
    dutyBody: POLICE,
    consequence: RELEASE,
    isVerified: false,
  }),
  statute('P14oldb', fixedDays(15), article(PUBLIC_SECURITY_OLD, '第43条第2款'), {
    title: old('殴打特定对象或者多次殴打的拘留上限', 'Ceiling of detention for aggravated beating'),
    trigger: DETAINED,
    dutyBody: POLICE,
    consequence: RELEASE,
    isVerified: false,
  }),
  statute('P14oldc', fixedDays(20), article(PUBLIC_SECURITY_OLD, '第16条'), {
    title: old('合并执行拘留上限', 'Ceiling of merged detention'),
    trigger: DETAINED,
    dutyBody: POLICE,
    consequence: RELEASE,
    isVerified: false,
  }),
  statute('P15old', fixedMonths(6), article(PUBLIC_SECURITY_OLD, '第22条'), {
    title: old('治安处罚追究时效', 'Limitation of a public-security punishment'),
    trigger: title('行为终了', 'End of the act'),
    dutyBody: POLICE,
    consequence: title('未被发现的，不再处罚', 'Undiscovered by then, no punishment'),
    isVerified: false,
  }),
] as const;
