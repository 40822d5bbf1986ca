import { title } from '../title.ts';
import {
  FEDERATION,
  HANDLER,
  MEDIATION_COMMITTEE,
  PARTY,
  PETITION_OFFICE,
  POLICE,
  SHELTER,
} from './duty-bodies.ts';
import {
  days,
  fixedDays,
  fixedMonths,
  hours,
  months,
  policy,
  statute,
  unnumbered,
  workingDays,
} from './rule-row.ts';
import {
  ADVL,
  article,
  CIVIL_CODE,
  MINORS,
  PEOPLES_MEDIATION,
  PEOPLES_MEDIATION_RULES,
  PERSONAL_INFORMATION,
  PETITIONS,
  SHELTER_OPINION,
} from './sources.ts';

const CHASE = title('催办；提请督办', 'Chase; ask for supervision');
const RIGHT_LOST = title('丧失申请权利', 'Right lost');

/** Petitions, mediation, shelter, recommendations for minors, personal data. */
export const PETITION_RULES = [
  statute('X1', days(15), article(PETITIONS, '第22条'), {
    title: title('登记并转送、交办', 'Petition registered and routed'),
    trigger: title('收到信访事项', 'Petition received'),
    dutyBody: PETITION_OFFICE,
    consequence: CHASE,
  }),
  statute('X2', days(15), article(PETITIONS, '第23条'), {
    title: title('书面告知是否受理', 'Petitioner told in writing whether it is accepted'),
    trigger: title('收到信访事项', 'Petition received'),
    dutyBody: FEDERATION,
    consequence: CHASE,
  }),
  statute('X3', workingDays(5), article(PETITIONS, '第23条'), {
    title: title('对转送、交办提出异议', 'Objection to a transferred petition'),
    trigger: title('收到转送、交办', 'Transfer received'),
    dutyBody: HANDLER,
    consequence: title('继续办理', 'The matter stays with it'),
    mayTighten: false,
  }),
  statute('X4', days(60), article(PETITIONS, '第34条'), {
    title: title('办结信访事项', 'Petition finished'),
    trigger: title('受理信访事项', 'Petition accepted'),
    dutyBody: HANDLER,
    consequence: CHASE,
  }),
  statute('X4b', days(90), article(PETITIONS, '第34条'), {
    title: title('办结信访事项（经批准延长）', 'Petition finished (extended with approval)'),
    trigger: title('受理信访事项', 'Petition accepted'),
    dutyBody: HANDLER,
    consequence: CHASE,
  }),
  statute('X5', days(30), article(PETITIONS, '第35条'), {
    title: title('请求复查', 'Review asked for'),
    trigger: title('收到处理意见', 'Written reply received'),
    dutyBody: PARTY,
    consequence: RIGHT_LOST,
  }),
  statute('X5b', days(30), article(PETITIONS, '第35条'), {
    title: title('答复复查', 'Review answered'),
    trigger: title('收到复查请求', 'Request received'),
    dutyBody: HANDLER,
    consequence: CHASE,
  }),
  statute('X5c', days(30), article(PETITIONS, '第36条'), {
    title: title('请求复核', 'Second review asked for'),
    trigger: title('收到复查意见', 'Review answer received'),
    dutyBody: PARTY,
    consequence: RIGHT_LOST,
  }),
  statute('X5d', days(30), article(PETITIONS, '第36条'), {
    title: title('答复复核', 'Second review answered'),
    trigger: title('收到复核请求', 'Request received'),
    dutyBody: HANDLER,
    consequence: CHASE,
  }),
  ...unnumbered('X6', article(PETITIONS, '第25条'), hours(1), {
    title: title('报告重大、紧急信访事项', 'Grave or urgent petition reported'),
    trigger: title('发现重大、紧急信访事项', 'Grave or urgent petition found'),
    dutyBody: FEDERATION,
    consequence: title('提醒督导', 'Supervisor told'),
  }),
  ...unnumbered('M1', article(PEOPLES_MEDIATION, '第25条'), hours(0.25), {
    title: title('纠纷可能激化的，报告公安机关', 'Danger during mediation reported to the police'),
    trigger: title('发现可能引起治安、刑事案件', 'Risk of an offence seen'),
    dutyBody: MEDIATION_COMMITTEE,
    consequence: title('停止调解，提醒督导', 'Mediation stops; supervisor told'),
  }),
  statute('M2', days(30), article(PEOPLES_MEDIATION, '第33条'), {
    title: title('共同申请司法确认', 'Joint application for judicial confirmation'),
    trigger: title('调解协议生效', 'Agreement takes effect'),
    dutyBody: PARTY,
    consequence: title('不得再申请司法确认', 'Confirmation no longer open'),
  }),
  statute('M3', months(1), article(PEOPLES_MEDIATION_RULES, '第33条'), {
    title: title('一般调结期限', 'Usual time to finish mediation'),
    trigger: title('受理纠纷', 'Dispute accepted'),
    dutyBody: MEDIATION_COMMITTEE,
    consequence: title('终止调解并告知权利', 'Mediation ends and rights are told'),
    isVerified: false,
  }),
  statute('M4', days(30), article(CIVIL_CODE, '第1077条第1款'), {
    title: title('撤回离婚登记申请', 'Withdrawal of the divorce application'),
    trigger: title('婚姻登记机关收到申请', 'Application received by the registry'),
    dutyBody: PARTY,
    consequence: title('可以申请发给离婚证', 'The certificate may now be applied for'),
  }),
  statute('M4b', days(30), article(CIVIL_CODE, '第1077条第2款'), {
    title: title('申请发给离婚证', 'Divorce certificate applied for'),
    trigger: title('前一个三十日届满', 'End of the first thirty days'),
    dutyBody: PARTY,
    consequence: title('视为撤回离婚登记申请', 'Counts as withdrawn'),
  }),
  statute('S1', fixedDays(10), article(SHELTER_OPINION, '三（一）'), {
    title: title('庇护一般期限', 'Usual longest stay in the shelter'),
    trigger: title('入站', 'Admission'),
    dutyBody: SHELTER,
    consequence: title('超过的，报主管民政部门备案', 'A longer stay is reported to civil affairs'),
  }),
  policy('S1review', fixedDays(7), {
    title: title('庇护去留评估', 'Review of the stay'),
    trigger: title('入站', 'Admission'),
    dutyBody: SHELTER,
    consequence: title('提醒督导', 'Supervisor told'),
  }),
  ...unnumbered('S2', article(ADVL, '第15条'), hours(24), {
    title: title('协助安置无、限制民事行为能力受害人', 'Placement of a victim without full capacity'),
    trigger: title('发现受害人处于危险状态', 'Victim found in danger'),
    dutyBody: POLICE,
    consequence: CHASE,
  }),
  statute('J1', months(1), article(MINORS, '第114条'), {
    title: title('书面答复建议', 'Written answer to a recommendation'),
    trigger: title('收到建议', 'Recommendation received'),
    dutyBody: HANDLER,
    consequence: CHASE,
  }),
  ...unnumbered('V1', article(PERSONAL_INFORMATION, '第57条'), hours(24), {
    title: title('个人信息泄露补救并通知', 'Data leak remedied and notified'),
    trigger: title('发现泄露', 'Leak found'),
    dutyBody: FEDERATION,
    consequence: title('主管部门可以责令改正、处罚', 'The authority may order correction or punish'),
  }),
  statute('V1b', fixedMonths(36), article(PERSONAL_INFORMATION, '第56条第2款'), {
    title: title(
      '影响评估报告和处理记录的最短保存期',
      'Shortest retention of assessments and processing records',
    ),
    trigger: title('记录形成', 'Record made'),
    dutyBody: FEDERATION,
    consequence: title('期满前不得删除', 'Not to be deleted before'),
  }),
] as const;
