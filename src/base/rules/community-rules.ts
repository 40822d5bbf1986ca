import { title } from '../title.ts';
import {
  CASE_OFFICER,
  COURT,
  FEDERATION,
  HANDLER,
  MEDIATION_COMMITTEE,
  SUPERVISOR,
  VISITING_TEAM,
} from './duty-bodies.ts';
import { fixedDays, hours, policy } from './rule-row.ts';

// Our own periods without a counterpart in law. They never roll and have no grace.
const TO_SUPERVISOR = title('提醒督导', 'Supervisor told');

/** House periods of mediation, visits, reported problems, petitions and programmes. */
export const COMMUNITY_RULES = [
  policy('H80', fixedDays(3), {
    title: title('调解前筛查', 'Screening before mediation'),
    trigger: title('提出调解', 'Mediation proposed'),
    dutyBody: MEDIATION_COMMITTEE,
    consequence: TO_SUPERVISOR,
  }),
  policy('H81', fixedDays(7), {
    title: title('分别取得双方同意', 'Consent of each, asked apart'),
    trigger: title('筛查通过', 'Screening passed'),
    dutyBody: MEDIATION_COMMITTEE,
    consequence: TO_SUPERVISOR,
  }),
  policy('H82', hours(24), {
    title: title('终止调解后告知权利', 'Rights told after mediation ended'),
    trigger: title('不得调解或者调解终止', 'Mediation barred or ended'),
    dutyBody: MEDIATION_COMMITTEE,
    consequence: TO_SUPERVISOR,
  }),
  policy('H83', fixedDays(30), {
    title: title('调解协议履行回访', 'Follow-up on the agreement'),
    trigger: title('协议生效，或者上一次回访', 'Agreement in effect, or the last follow-up'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H84', fixedDays(7), {
    title: title('处置不当调解', 'Answer to a misused mediation'),
    trigger: title('发现依法不得调解而已调解', 'Found mediated where the law bars it'),
    dutyBody: FEDERATION,
    consequence: TO_SUPERVISOR,
  }),
  policy('H85', fixedDays(30), {
    title: title('司法确认审查跟踪', 'Judicial confirmation watched'),
    trigger: title('提交司法确认申请', 'Confirmation applied for'),
    dutyBody: COURT,
    consequence: TO_SUPERVISOR,
  }),
  policy('H86', fixedDays(7), {
    title: title('入户走访', 'Home visit'),
    trigger: title('制定走访计划，或者上一次走访', 'Visit planned, or the previous one'),
    dutyBody: VISITING_TEAM,
    consequence: TO_SUPERVISOR,
  }),
  policy('H86high', fixedDays(3), {
    title: title('入户走访（高危）', 'Home visit (high risk)'),
    trigger: title('制定走访计划，或者上一次走访', 'Visit planned, or the previous one'),
    dutyBody: VISITING_TEAM,
    consequence: TO_SUPERVISOR,
  }),
  policy('H87', hours(0.25), {
    title: title('遇险撤离后报告', 'Danger reported after leaving'),
    trigger: title('入户遇到危险并撤离', 'Danger met and the place left'),
    dutyBody: VISITING_TEAM,
    consequence: TO_SUPERVISOR,
  }),
  policy('H88', hours(24), {
    title: title('填写走访记录', 'Visit written up'),
    trigger: title('走访结束', 'Visit made'),
    dutyBody: VISITING_TEAM,
    consequence: TO_SUPERVISOR,
  }),
  policy('H89', fixedDays(2), {
    title: title('问题分类、确定承办', 'Problem sorted and given an owner'),
    trigger: title('收集到问题，或者回访不满意', 'Problem collected, or reopened'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H90', fixedDays(15), {
    title: title('问题办理', 'Problem dealt with'),
    trigger: title('完成分类', 'Problem sorted'),
    dutyBody: HANDLER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H91', fixedDays(7), {
    title: title('回访核实', 'Call-back'),
    trigger: title('问题解决或者已作解释', 'Problem solved or explained'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H92', fixedDays(7), {
    title: title('答复转送、交办异议', 'Objection to a transfer answered'),
    trigger: title('提出异议', 'Objection made'),
    dutyBody: HANDLER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H93', fixedDays(60), {
    title: title('依法履行职责或者答复', 'Duty performed or answer given'),
    trigger: title('受理申请履行职责的事项', 'Request to perform a duty accepted'),
    dutyBody: HANDLER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H94', fixedDays(7), {
    title: title('逾期信访事项督办', 'Overdue petition chased'),
    trigger: title('办理期限届满', 'Time to finish has run out'),
    dutyBody: SUPERVISOR,
    consequence: title('再次督办', 'Chased again'),
  }),
  policy('H95', fixedDays(7), {
    title: title('活动审批', 'Activity approved'),
    trigger: title('提交活动方案', 'Plan submitted'),
    dutyBody: SUPERVISOR,
    consequence: TO_SUPERVISOR,
  }),
  policy('H96', fixedDays(3), {
    title: title('锁定签到', 'Attendance locked'),
    trigger: title('活动举办', 'Activity held'),
    dutyBody: FEDERATION,
    consequence: TO_SUPERVISOR,
  }),
  policy('H97', fixedDays(7), {
    title: title('上报活动数据', 'Activity reported'),
    trigger: title('签到锁定', 'Attendance locked'),
    dutyBody: FEDERATION,
    consequence: TO_SUPERVISOR,
  }),
  policy('H98', fixedDays(180), {
    title: title('就业跟踪与归档', 'Employment followed up and archived'),
    trigger: title('上报活动数据', 'Activity reported'),
    dutyBody: FEDERATION,
    consequence: TO_SUPERVISOR,
  }),
] as const;
