import { title } from '../title.ts';
import { APPLICANT, ASSISTING_UNITS, COURT, FEDERATION, PARTY, POLICE, UPPER_COURT } from './duty-bodies.ts';
import { days, fixedDays, fixedMonths, hours, policy, statute, unnumbered, workingDays } from './rule-row.ts';
import {
  ADVL,
  article,
  CIVIL_PROCEDURE,
  CIVIL_PROCEDURE_INTERPRETATION,
  DV_CRIMES_OPINION,
  PROTECTION_ORDERS_INTERPRETATION,
  PROTECTION_ORDERS_OPINION,
} from './sources.ts';

const NO_AUTOMATIC_GRANT = title('不视为准许；逐级催办', 'No automatic grant; chase and escalate');

/** The protection order: acceptance, decision, service, validity, reconsideration, breach, return visits. */
export const COURT_RULES = [
  ...unnumbered('C1', article(PROTECTION_ORDERS_INTERPRETATION, '第1条'), fixedDays(0), {
    title: title('受理人身安全保护令申请', 'Application for a protection order accepted'),
    trigger: title('提交申请', 'Application filed'),
    dutyBody: COURT,
    consequence: title('记录不予受理情况并投诉', 'Record the refusal and complain'),
  }),
  policy('C1pb', workingDays(1), {
    title: title(
      '未答复受理情况的，妇联联系法院',
      'No answer on acceptance: the federation contacts the court',
    ),
    trigger: title('提交申请', 'Application filed'),
    dutyBody: FEDERATION,
    consequence: title('提醒督导', 'Supervisor told'),
  }),
  statute('C2', hours(72), article(ADVL, '第28条'), {
    title: title('作出人身安全保护令或者驳回申请', 'Protection order decided'),
    trigger: title('法院受理申请', 'Application accepted by the court'),
    dutyBody: COURT,
    consequence: NO_AUTOMATIC_GRANT,
  }),
  statute('C3', hours(24), article(ADVL, '第28条'), {
    title: title('作出人身安全保护令或者驳回申请（情况紧急）', 'Protection order decided (urgent)'),
    trigger: title('法院受理申请，情况紧急', 'Application accepted by the court as urgent'),
    dutyBody: COURT,
    consequence: NO_AUTOMATIC_GRANT,
  }),
  statute('C4', hours(24), article(PROTECTION_ORDERS_OPINION, '第14条'), {
    title: title('送达人身安全保护令', 'Protection order served'),
    trigger: title('作出人身安全保护令', 'Order made'),
    dutyBody: COURT,
    consequence: title('逐一催办未送达的对象', 'Chase each addressee not yet served'),
  }),
  statute('C5', fixedMonths(6), article(ADVL, '第30条'), {
    title: title('人身安全保护令的最长有效期', 'Longest validity of a protection order'),
    trigger: title('作出人身安全保护令（自作出之日起生效）', 'Order made (in force from that day)'),
    dutyBody: COURT,
    consequence: title('届满日24时后失效', 'Lapses at the end of the last day'),
  }),
  ...unnumbered('C6', article(ADVL, '第30条'), hours(72), {
    title: title('对撤销、变更、延长申请作出裁定', 'Application to revoke, vary or extend decided'),
    trigger: title('失效前提出申请', 'Application filed before the order lapses'),
    dutyBody: COURT,
    consequence: title('请求临时处置并更新安全计划', 'Ask for an interim step; renew the safety plan'),
  }),
  statute('C7', days(5), article(ADVL, '第31条'), {
    title: title('申请复议', 'Application for reconsideration'),
    trigger: title('裁定生效', 'Ruling takes effect'),
    dutyBody: PARTY,
    consequence: title(
      '不得再申请复议；复议期间不停止执行',
      'Right lost; reconsideration never stays the order',
    ),
  }),
  ...unnumbered('C7b', article(ADVL, '第31条'), days(10), {
    title: title(
      '作出复议决定（参照保全复议十日）',
      'Reconsideration decided (after the 10 days for preservation)',
    ),
    trigger: title('收到复议申请', 'Application for reconsideration received'),
    dutyBody: COURT,
    consequence: title('催办；保护令继续有效', 'Chase; the order stays in force'),
  }),
  ...unnumbered('C8', article(ADVL, '第34条'), hours(24), {
    title: title('对违反保护令的处置', 'Court acts on a breach of the order'),
    trigger: title('接到违反保护令的报告', 'Report of a breach received'),
    dutyBody: COURT,
    consequence: title('应当训诫；督促处理', 'Admonition is due; written demand'),
  }),
  // A ceiling counted to its latest reading. When he is really released is printed on the decision: go by that.
  statute('C8b', fixedDays(15), article(ADVL, '第34条'), {
    title: title('违反保护令的拘留上限', 'Ceiling of detention for a breach'),
    trigger: title('执行拘留', 'Detention begins'),
    dutyBody: COURT,
    consequence: title('期满释放；释放前告知受害人', 'Release; the victim is told before it'),
  }),
  statute('C9', hours(24), article(CIVIL_PROCEDURE_INTERPRETATION, '第180条'), {
    title: title('拘留通知家属', 'Family told of the detention'),
    trigger: title('实施拘留', 'Detention begins'),
    dutyBody: COURT,
    consequence: title('催办并记录', 'Chase and record'),
  }),
  ...unnumbered('C9b', article(CIVIL_PROCEDURE_INTERPRETATION, '第181条'), hours(2), {
    title: title('紧急拘留补办批准手续', 'Approval after an urgent detention'),
    trigger: title('紧急情况下先行拘留', 'Detention before approval'),
    dutyBody: COURT,
    consequence: title('不批准的，解除拘留', 'Without approval, release'),
  }),
  statute('C10', days(3), article(CIVIL_PROCEDURE_INTERPRETATION, '第185条'), {
    title: title('对罚款、拘留决定申请复议', 'Reconsideration of a fine or detention asked'),
    trigger: title('收到决定书', 'Decision received'),
    dutyBody: PARTY,
    consequence: title('不得再申请复议；不停止执行', 'Right lost; no stay either way'),
  }),
  statute('C10up', days(5), article(CIVIL_PROCEDURE_INTERPRETATION, '第185条'), {
    title: title('上级法院作出复议决定', 'Upper court decides the reconsideration'),
    trigger: title('上级法院收到复议申请', 'Upper court receives the application'),
    dutyBody: UPPER_COURT,
    consequence: title('催办', 'Chase'),
  }),
  statute('C10b', days(3), article(CIVIL_PROCEDURE_INTERPRETATION, '第186条'), {
    title: title('口头通知后发出决定书', 'Written decision after an oral notice'),
    trigger: title('上级法院口头通知', 'Oral notice by the upper court'),
    dutyBody: UPPER_COURT,
    consequence: title('催办', 'Chase'),
  }),
  statute('C12', days(30), article(CIVIL_PROCEDURE, '第95条'), {
    title: title('公告送达', 'Service by public notice'),
    trigger: title('发出公告', 'Notice published'),
    dutyBody: COURT,
    consequence: title('期满视为送达', 'Deemed served'),
    mayTighten: false,
  }),
  ...unnumbered('C13', article(PROTECTION_ORDERS_OPINION, '第18条'), hours(72), {
    title: title('协助执行单位首次回访', 'First return visit by the assisting unit'),
    trigger: title('保护令送达协助执行单位', 'Order served on the assisting unit'),
    dutyBody: ASSISTING_UNITS,
    consequence: title('催办；期满须向法院反馈', 'Chase; feedback to the court is due at expiry'),
  }),
  visitRow('C13pweek', 7, 'first month', '首月'),
  visitRow('C13pfortnight', 14, 'after the first month', '首月之后'),
  visitRow('C13phigh', 3, 'high risk', '高危'),
  // Provincial rules (Guangdong, Shanxi, Hunan, Anhui, Xinjiang), not Beijing law: a target here, not a duty.
  policy('C14', hours(24), {
    title: title('公安机关核实并告诫被申请人', 'Police check on the respondent and warn him'),
    trigger: title('公安机关收到保护令', 'Police receive the order'),
    dutyBody: POLICE,
    consequence: title('提醒派出所', 'Police station reminded'),
  }),
  statute('C16', days(7), article(CIVIL_PROCEDURE, '第126条'), {
    title: title('离婚诉讼立案', 'Divorce suit filed by the court'),
    trigger: title('收到起诉状', 'Statement of claim received'),
    dutyBody: COURT,
    consequence: title('催办；不予受理的可以上诉', 'Chase; a refusal may be appealed'),
  }),
  statute('C16b', fixedMonths(6), article(CIVIL_PROCEDURE, '第127条第7项'), {
    title: title('判决不准离婚后再诉限制', 'Bar to a new divorce suit'),
    trigger: title('判决不准离婚生效', 'Refusal of divorce takes effect'),
    dutyBody: APPLICANT,
    consequence: title(
      '期满可以再诉；有违反保护令等新情况的不受限',
      'Bar ends; a breach of the order lifts it earlier',
    ),
  }),
  statute('C16c', days(15), article(CIVIL_PROCEDURE, '第171条'), {
    title: title('对一审判决提起上诉', 'Appeal against a judgment of first instance'),
    trigger: title('判决书送达', 'Judgment served'),
    dutyBody: PARTY,
    consequence: title('未上诉的，判决生效', 'Without an appeal the judgment takes effect'),
    isVerified: false,
  }),
  ...unnumbered('C17', article(DV_CRIMES_OPINION, '第7条'), hours(2), {
    title: title('移送线索、通报违反保护令', 'Lead handed over, breach reported to the court'),
    trigger: title('发现犯罪线索或者违反保护令', 'Crime lead or breach found'),
    dutyBody: title('人民法院、公安机关', 'Court, police'),
    consequence: title('提请检察机关监督', 'Ask the procuratorate to supervise'),
  }),
] as const;

function visitRow<Code extends string>(code: Code, interval: number, whenEn: string, whenZh: string) {
  return policy(code, fixedDays(interval), {
    title: title(`保护令期间回访间隔（${whenZh}）`, `Interval of return visits (${whenEn})`),
    trigger: title('上一次回访', 'Previous visit'),
    dutyBody: ASSISTING_UNITS,
    consequence: title('提醒个案承办人员', 'Case officer told'),
  });
}
