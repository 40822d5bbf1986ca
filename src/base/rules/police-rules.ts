import { title } from '../title.ts';
import { POLICE, POLICE_STATION } from './duty-bodies.ts';
import { days, fixedDays, fixedMonths, hours, months, statute, unnumbered } from './rule-row.ts';
import { article, POLICE_ADMINISTRATIVE, PUBLIC_SECURITY_2025, WARNING_LETTERS_OPINION } from './sources.ts';

const CHASE = title('催办；逐级升级', 'Chase and escalate');
const RELEASE = title('期满释放；释放前告知受害人', 'Release; the victim is told before it');

/** Report, warning letter, return visits, and the ceilings of police measures. */
export const POLICE_RULES = [
  ...unnumbered('P1', article(PUBLIC_SECURITY_2025, '第90条'), hours(24), {
    title: title('立案调查并交付回执', 'Case filed, inquiry begun, receipt given'),
    trigger: title('接到报案', 'Report received'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P1b', hours(24), article(POLICE_ADMINISTRATIVE, '第61条'), {
    title: title('移送有管辖权的单位', 'Moved to the unit with jurisdiction'),
    trigger: title('接到不属于本单位管辖的报案', 'Report outside the unit’s jurisdiction received'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P2', hours(72), article(WARNING_LETTERS_OPINION, '第8条'), {
    title: title('决定告诫或者批评教育', 'Warning letter or criticism decided'),
    trigger: title('受理报案', 'Report accepted'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  ...unnumbered('P5', article(WARNING_LETTERS_OPINION, '第10条'), hours(24), {
    title: title('宣读并送交告诫书', 'Warning letter read aloud and delivered'),
    trigger: title('决定出具告诫书', 'Warning letter decided'),
    dutyBody: POLICE,
    consequence: title('拒签的注明并录音录像，视为送交', 'Refusal noted and recorded counts as delivery'),
  }),
  ...unnumbered('P6', article(WARNING_LETTERS_OPINION, '第11条'), hours(24), {
    title: title(
      '通知居（村）委会、妇联、综治中心',
      'Village committee, federation and governance centre told',
    ),
    trigger: title('告诫书送交', 'Warning letter delivered'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P7', days(7), article(WARNING_LETTERS_OPINION, '第12条'), {
    title: title('首次查访', 'First check visit'),
    trigger: title('告诫书送交', 'Warning letter delivered'),
    dutyBody: POLICE_STATION,
    consequence: title(
      '报派出所负责人，妇联督促，提请检察监督',
      'Station head, federation’s demand, procuratorate',
    ),
  }),
  statute('P8', months(3), article(WARNING_LETTERS_OPINION, '第12条'), {
    title: title('每三个月查访', 'Check visit every three months'),
    trigger: title('上一次查访', 'Previous visit'),
    dutyBody: POLICE_STATION,
    consequence: title(
      '报派出所负责人，妇联督促，提请检察监督',
      'Station head, federation’s demand, procuratorate',
    ),
  }),
  statute('P10', hours(8), article(PUBLIC_SECURITY_2025, '第97条'), {
    title: title('传唤后询问查证', 'Questioning after a summons'),
    trigger: title('被传唤人到案', 'Arrival of the summoned person'),
    dutyBody: POLICE,
    consequence: title('立即释放或者依法转换措施', 'Release, or a lawful further measure'),
    succeeds: 'P10old',
    mayTighten: false,
  }),
  statute('P10b', hours(12), article(PUBLIC_SECURITY_2025, '第97条'), {
    title: title('传唤后询问查证（人数众多、身份不明）', 'Questioning (many people, identity unknown)'),
    trigger: title('被传唤人到案', 'Arrival of the summoned person'),
    dutyBody: POLICE,
    consequence: title('立即释放或者依法转换措施', 'Release, or a lawful further measure'),
    mayTighten: false,
  }),
  statute('P10c', hours(24), article(PUBLIC_SECURITY_2025, '第97条'), {
    title: title('传唤后询问查证（情况复杂、可能拘留）', 'Questioning (complex, detention possible)'),
    trigger: title('被传唤人到案', 'Arrival of the summoned person'),
    dutyBody: POLICE,
    consequence: title('立即释放或者依法转换措施', 'Release, or a lawful further measure'),
    succeeds: 'P10oldc',
    mayTighten: false,
  }),
  ...unnumbered('P10d', article(PUBLIC_SECURITY_2025, '第97条'), hours(2), {
    title: title('传唤通知家属', 'Family told of the summons'),
    trigger: title('被传唤人到案', 'Arrival of the summoned person'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  ...unnumbered('P12', article(PUBLIC_SECURITY_2025, '第50条第2款'), hours(24), {
    title: title('确认禁止接触令载明的期限', 'Printed end of a police no-contact order confirmed'),
    trigger: title('责令禁止接触', 'No-contact order made'),
    dutyBody: POLICE,
    consequence: title('向公安机关索要载明期限的文书', 'Ask the police for the paper with its end date'),
  }),
  statute('P12b', fixedDays(10), article(PUBLIC_SECURITY_2025, '第50条第2款'), {
    title: title('违反禁止接触令的拘留上限', 'Ceiling of detention for breach of a no-contact order'),
    trigger: title('执行拘留', 'Detention begins'),
    dutyBody: POLICE,
    consequence: RELEASE,
  }),
  statute('P13', fixedDays(10), article(PUBLIC_SECURITY_2025, '第73条第2项'), {
    title: title('拒不执行告诫书的拘留上限', 'Ceiling of detention for defying a warning letter'),
    trigger: title('执行拘留', 'Detention begins'),
    dutyBody: POLICE,
    consequence: RELEASE,
  }),
  statute('P14', fixedDays(10), article(PUBLIC_SECURITY_2025, '第51条第1款'), {
    title: title('殴打他人的拘留上限', 'Ceiling of detention for beating'),
    trigger: title('执行拘留', 'Detention begins'),
    dutyBody: POLICE,
    consequence: RELEASE,
    succeeds: 'P14old',
  }),
  statute('P14b', fixedDays(15), article(PUBLIC_SECURITY_2025, '第51条第2款'), {
    title: title('殴打特定对象或者多次殴打的拘留上限', 'Ceiling of detention for aggravated beating'),
    trigger: title('执行拘留', 'Detention begins'),
    dutyBody: POLICE,
    consequence: RELEASE,
    succeeds: 'P14oldb',
  }),
  statute('P14c', fixedDays(20), article(PUBLIC_SECURITY_2025, '第16条'), {
    title: title('合并执行拘留上限', 'Ceiling of merged detention'),
    trigger: title('执行拘留', 'Detention begins'),
    dutyBody: POLICE,
    consequence: RELEASE,
    succeeds: 'P14oldc',
  }),
  statute('P15', fixedMonths(6), article(PUBLIC_SECURITY_2025, '第25条'), {
    title: title('治安处罚追究时效', 'Limitation of a public-security punishment'),
    trigger: title('行为终了', 'End of the act'),
    dutyBody: POLICE,
    consequence: title('未被发现的，不再处罚', 'Undiscovered by then, no punishment'),
    succeeds: 'P15old',
  }),
] as const;
