import { title } from '../title.ts';
import { PARTY, POLICE } from './duty-bodies.ts';
import { days, hours, months, statute, unnumbered, workingDays } from './rule-row.ts';
import {
  ADMINISTRATIVE_LITIGATION,
  ADMINISTRATIVE_REVIEW,
  article,
  INJURY_CASES,
  POLICE_ADMINISTRATIVE,
  POLICE_CRIMINAL,
  POLICE_FILING_OPINION,
  PUBLIC_SECURITY_2025,
  PUBLIC_SECURITY_OLD,
} from './sources.ts';

const CHASE = title('催办；逐级升级', 'Chase and escalate');
const RIGHT_LOST = title('丧失申请权利', 'Right lost');
const CASE_FILED = title('治安案件立案', 'Public-security case filed');
const CASE_ACCEPTED = title('治安案件受理', 'Public-security case accepted');
const APPLICATION_REVIEWED = title('接受报案', 'Report received');

/** How long a case may take, injury appraisal, police mediation, remedies, and the criminal track. */
export const POLICE_CASE_RULES = [
  statute('P9', days(30), article(PUBLIC_SECURITY_2025, '第118条'), {
    title: title('治安案件办案期限', 'Time for a public-security case'),
    trigger: CASE_FILED,
    dutyBody: POLICE,
    consequence: CHASE,
    succeeds: 'P9old',
    excludes: ['appraisal', 'hearing'],
  }),
  statute('P9b', days(60), article(PUBLIC_SECURITY_2025, '第118条'), {
    title: title('治安案件办案期限（延长一次）', 'Time for a public-security case (extended once)'),
    trigger: CASE_FILED,
    dutyBody: POLICE,
    consequence: CHASE,
    succeeds: 'P9oldb',
    excludes: ['appraisal', 'hearing'],
  }),
  statute('P9c', days(90), article(PUBLIC_SECURITY_2025, '第118条'), {
    title: title('治安案件办案期限（延长两次）', 'Time for a public-security case (extended twice)'),
    trigger: CASE_FILED,
    dutyBody: POLICE,
    consequence: CHASE,
    excludes: ['appraisal', 'hearing'],
  }),
  statute('P9old', days(30), article(PUBLIC_SECURITY_OLD, '第99条'), {
    title: title(
      '治安案件办案期限（2025年底前受理）',
      'Time for a public-security case (accepted before 2026)',
    ),
    trigger: CASE_ACCEPTED,
    dutyBody: POLICE,
    consequence: CHASE,
    excludes: ['appraisal'],
  }),
  statute('P9oldb', days(60), article(PUBLIC_SECURITY_OLD, '第99条'), {
    title: title(
      '治安案件办案期限（2025年底前受理，延长）',
      'Time for a public-security case (before 2026, extended)',
    ),
    trigger: CASE_ACCEPTED,
    dutyBody: POLICE,
    consequence: CHASE,
    excludes: ['appraisal'],
  }),
  // Working or calendar days is disputed here; calendar days come earlier.
  statute('P11', days(2), article(PUBLIC_SECURITY_2025, '第116条'), {
    title: title('送达处罚决定书，抄送被侵害人', 'Punishment decision delivered, copy to the victim'),
    trigger: title('作出处罚决定', 'Decision made'),
    dutyBody: POLICE,
    consequence: CHASE,
    succeeds: 'P11old',
  }),
  ...unnumbered('P11b', article(PUBLIC_SECURITY_2025, '第116条'), hours(24), {
    title: title('行政拘留通知家属', 'Family told of administrative detention'),
    trigger: title('决定给予行政拘留', 'Detention decided'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P16', hours(24), article(INJURY_CASES, '第18条'), {
    title: title('开具伤情鉴定委托书', 'Injury appraisal commissioned'),
    trigger: title('受理伤害案件', 'Injury case accepted'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P16b', hours(24), article(INJURY_CASES, '第19条'), {
    title: title('提出鉴定意见', 'Appraisal opinion given'),
    trigger: title('受委托', 'Commission received'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P16c', days(3), article(INJURY_CASES, '第19条'), {
    title: title('出具鉴定文书', 'Appraisal paper issued'),
    trigger: title('提出鉴定意见', 'Opinion given'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P16d', days(7), article(INJURY_CASES, '第19条'), {
    title: title('提出鉴定意见并出具文书（伤情复杂）', 'Appraisal opinion and paper (complex injury)'),
    trigger: title('受委托', 'Commission received'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P16e', days(5), article(POLICE_ADMINISTRATIVE, '第97条'), {
    title: title('送达鉴定意见复印件', 'Copies of the appraisal delivered'),
    trigger: title('收到鉴定意见', 'Opinion received by the police'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P16f', days(3), article(POLICE_ADMINISTRATIVE, '第97条'), {
    title: title('申请重新鉴定', 'New appraisal asked for'),
    trigger: title('收到鉴定意见复印件', 'Copy received'),
    dutyBody: PARTY,
    consequence: RIGHT_LOST,
  }),
  statute('P17', workingDays(3), article(POLICE_ADMINISTRATIVE, '第183条'), {
    title: title('治安调解', 'Police mediation'),
    trigger: title('受理案件，或者出具鉴定文书', 'Case accepted, or appraisal paper issued'),
    dutyBody: POLICE,
    consequence: title('调解不成的，依法处罚', 'Failing agreement, punishment follows'),
  }),
  statute('P17b', workingDays(7), article(POLICE_ADMINISTRATIVE, '第183条'), {
    title: title('第二次治安调解', 'Second police mediation'),
    trigger: title('第一次调解', 'First mediation'),
    dutyBody: POLICE,
    consequence: title('调解不成的，依法处罚', 'Failing agreement, punishment follows'),
  }),
  statute('P18', days(60), article(ADMINISTRATIVE_REVIEW, '第20条'), {
    title: title('申请行政复议', 'Administrative review asked for'),
    trigger: title('知道或者应当知道处罚决定', 'Decision known, or ought to be'),
    dutyBody: PARTY,
    consequence: RIGHT_LOST,
  }),
  statute('P18b', months(6), article(ADMINISTRATIVE_LITIGATION, '第46条'), {
    title: title('提起行政诉讼', 'Administrative suit'),
    trigger: title('知道或者应当知道处罚决定', 'Decision known, or ought to be'),
    dutyBody: PARTY,
    consequence: RIGHT_LOST,
    isVerified: false,
  }),
  statute('P20', hours(24), article(POLICE_CRIMINAL, '第175条'), {
    title: title('刑事案件移送管辖', 'Criminal case moved to the right unit'),
    trigger: title('经审查不属于自己管辖', 'Found to be outside jurisdiction'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('P20b', days(7), article(POLICE_CRIMINAL, '第179条'), {
    title: title('对不予立案申请复议', 'Reconsideration of a refusal to file'),
    trigger: title('收到不予立案通知书', 'Notice of refusal received'),
    dutyBody: PARTY,
    consequence: RIGHT_LOST,
  }),
  statute('P20c', days(30), article(POLICE_CRIMINAL, '第179条'), {
    title: title('作出不予立案复议决定', 'Reconsideration of a refusal decided'),
    trigger: title('收到复议申请', 'Application received'),
    dutyBody: POLICE,
    consequence: title('提请检察机关立案监督', 'Ask the procuratorate to supervise filing'),
  }),
  statute('P20d', days(3), article(POLICE_FILING_OPINION, '刑事立案审查期限'), {
    title: title('刑事立案审查', 'Review whether to file a criminal case'),
    trigger: APPLICATION_REVIEWED,
    dutyBody: POLICE,
    consequence: CHASE,
    isVerified: false,
  }),
  statute('P20e', days(7), article(POLICE_FILING_OPINION, '刑事立案审查期限'), {
    title: title('刑事立案审查（线索需要查证）', 'Review whether to file (lead to be checked)'),
    trigger: APPLICATION_REVIEWED,
    dutyBody: POLICE,
    consequence: CHASE,
    isVerified: false,
  }),
  statute('P20f', days(30), article(POLICE_FILING_OPINION, '刑事立案审查期限'), {
    title: title(
      '刑事立案审查（重大疑难复杂，经批准）',
      'Review whether to file (grave or complex, approved)',
    ),
    trigger: APPLICATION_REVIEWED,
    dutyBody: POLICE,
    consequence: CHASE,
    isVerified: false,
  }),
  statute('P20g', days(3), article(POLICE_CRIMINAL, '第178条第2款'), {
    title: title('送达不予立案通知书', 'Notice of refusal to file delivered'),
    trigger: title('决定不予立案', 'Refusal decided'),
    dutyBody: POLICE,
    consequence: CHASE,
    isVerified: false,
  }),
] as const;
