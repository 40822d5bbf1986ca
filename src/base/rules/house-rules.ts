import { type Title, title } from '../title.ts';
import {
  APPLICANT,
  CASE_OFFICER,
  FEDERATION,
  HOTLINE,
  LAWYER,
  LEGAL_AID_AGENCY,
  SUPERVISOR,
} from './duty-bodies.ts';
import { fixedDays, fixedMonths, hours, policy, type RuleRow } from './rule-row.ts';

// Our own periods without a counterpart in law. They never roll and have no grace: danger keeps no holidays.
const TO_SUPERVISOR = title('提醒督导', 'Supervisor told');
const REASSIGNED = title('改派其他律师', 'Another lawyer is asked');
const CLOSED = title('个案办结', 'Case closed');

/** House periods of intake, consultation and the work after closing. */
export const HOUSE_RULES = [
  policy('H0', hours(1), {
    title: title('首次接触', 'First contact'),
    trigger: title('来电、来访或者线索到达', 'The call, visit or notice arrived'),
    dutyBody: HOTLINE,
    consequence: TO_SUPERVISOR,
  }),
  policy('H1', hours(24), {
    title: title('利益冲突审查', 'Conflict check'),
    trigger: title('咨询指派给律师', 'Consultation assigned to a lawyer'),
    dutyBody: LAWYER,
    consequence: REASSIGNED,
  }),
  policy('H1high', hours(2), {
    title: title('利益冲突审查（高危）', 'Conflict check (high risk)'),
    trigger: title('高危个案的咨询指派给律师', 'High-risk consultation assigned to a lawyer'),
    dutyBody: LAWYER,
    consequence: REASSIGNED,
  }),
  policy('H2', hours(24), {
    title: title('律师答复是否接受', 'Lawyer accepts or declines the offer'),
    trigger: title('向律师发出邀约', 'Offer made to the lawyer'),
    dutyBody: LAWYER,
    consequence: REASSIGNED,
  }),
  reviewRow('H3high', hours(72), title('高危', 'high')),
  reviewRow('H3medium', fixedDays(14), title('中危', 'medium')),
  reviewRow('H3low', fixedDays(30), title('低危', 'low')),
  followUpRow('H4d3', fixedDays(3), title('办结后第3日', 'day 3')),
  followUpRow('H4d7', fixedDays(7), title('办结后第7日', 'day 7')),
  followUpRow('H4d14', fixedDays(14), title('办结后第14日', 'day 14')),
  followUpRow('H4d30', fixedDays(30), title('办结后第30日', 'day 30')),
  followUpRow('H4d90', fixedDays(90), title('办结后第90日', 'day 90')),
  policy('H4m', fixedMonths(1), {
    title: title('每月回访', 'Monthly follow-up'),
    trigger: title('上一次回访', 'Previous follow-up'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H5', hours(0.25), {
    title: title('紧急情况确认民警到场', 'Emergency: police presence confirmed'),
    trigger: title('来电人有现实危险，已报警', 'Caller in danger, police called'),
    dutyBody: HOTLINE,
    consequence: title('立即呼叫督导', 'Supervisor paged at once'),
  }),
  // A day and not an hour: he may be at home until tomorrow, and only her safe window may be used.
  policy('H6', hours(24), {
    title: title('在安全时段内回拨', 'Call back inside her safe window'),
    trigger: title('不便通话，或者上一次回拨未接通', 'Unsafe to talk, or the last attempt failed'),
    dutyBody: HOTLINE,
    consequence: TO_SUPERVISOR,
  }),
  policy('H7', fixedDays(7), {
    title: title('商定服务计划', 'Plan agreed with her'),
    trigger: title('风险评定为中危、低危', 'Risk graded medium or low'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H7high', hours(24), {
    title: title('商定服务计划（高危）', 'Plan agreed with her (high risk)'),
    trigger: title('风险评定为高危致命', 'Risk graded high'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H8', fixedDays(7), {
    title: title('书面法律意见', 'Written advice'),
    trigger: title('首次会谈', 'First session held'),
    dutyBody: LAWYER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H9', fixedDays(7), {
    title: title('文书经当事人确认', 'Drafted document confirmed by the client'),
    trigger: title('开始起草文书', 'Drafting started'),
    dutyBody: LAWYER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H10', fixedDays(3), {
    title: title('首次会谈', 'First session'),
    trigger: title('律师接受委派', 'Lawyer engaged'),
    dutyBody: LAWYER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H11', hours(24), {
    title: title('完成登记', 'Registration completed'),
    trigger: title('接听或者恢复联系', 'Call answered, or contact restored'),
    dutyBody: HOTLINE,
    consequence: TO_SUPERVISOR,
  }),
  policy('H12', hours(24), {
    title: title('完成危险性评估', 'Risk scored'),
    trigger: title('登记完成，或者发生新事件', 'Registered, or a new incident'),
    dutyBody: FEDERATION,
    consequence: TO_SUPERVISOR,
  }),
  // "In the same call": an hour bounds the longest call.
  policy('H12high', hours(1), {
    title: title('通话中完成危险性评估（紧急）', 'Risk scored in the same call (urgent)'),
    trigger: title('登记完成且情况紧急', 'Registered, and urgent'),
    dutyBody: HOTLINE,
    consequence: TO_SUPERVISOR,
  }),
  policy('H13', hours(24), {
    title: title('失联处置决定', 'Decision on lost contact'),
    trigger: title('三次回拨未接通', 'Third call-back failed'),
    dutyBody: SUPERVISOR,
    consequence: title('再次呼叫督导', 'Supervisor paged again'),
  }),
  policy('H14', hours(24), {
    title: title('指派律师', 'Lawyer assigned'),
    trigger: title('提出咨询，或者需要改派', 'Consultation requested, or to be reassigned'),
    dutyBody: FEDERATION,
    consequence: TO_SUPERVISOR,
  }),
  policy('H14high', hours(2), {
    title: title('指派律师（高危）', 'Lawyer assigned (high risk)'),
    trigger: title('高危个案提出咨询，或者需要改派', 'High-risk consultation requested, or to be reassigned'),
    dutyBody: FEDERATION,
    consequence: TO_SUPERVISOR,
  }),
  policy('H15', fixedDays(3), {
    title: title('已确认文书提交', 'Confirmed document filed'),
    trigger: title('当事人确认文书', 'Client confirmed the document'),
    dutyBody: LAWYER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H16', fixedDays(14), {
    title: title('咨询办结或者转入下一步', 'Consultation closed or taken further'),
    trigger: title('出具书面意见', 'Advice given'),
    dutyBody: LAWYER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H17', fixedMonths(1), {
    title: title('法律援助案件进展报告', 'Progress report on the legal-aid case'),
    trigger: title('指派，或者上一次报告', 'Assignment, or the previous report'),
    dutyBody: LEGAL_AID_AGENCY,
    consequence: TO_SUPERVISOR,
  }),
  policy('H18', fixedDays(7), {
    title: title('决定是否提出异议', 'Decides whether to object to a refusal'),
    trigger: title('收到不予法律援助决定', 'Refusal of legal aid received'),
    dutyBody: APPLICANT,
    consequence: title(
      '承办人员联系当事人，另行安排帮助',
      'Case officer contacts her and arranges other help',
    ),
  }),
] as const;

function reviewRow<Code extends string>(
  code: Code,
  length: ReturnType<typeof hours>,
  level: Title,
): RuleRow<Code> {
  return policy(code, length, {
    title: title(`风险复评（${level.zh}）`, `Risk review (${level.en} risk)`),
    trigger: title('最近一次风险评定', 'Latest grading of the risk'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  });
}

function followUpRow<Code extends string>(
  code: Code,
  length: ReturnType<typeof hours>,
  when: Title,
): RuleRow<Code> {
  return policy(code, length, {
    title: title(`${when.zh}回访`, `Follow-up on ${when.en} after closing`),
    trigger: CLOSED,
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  });
}
