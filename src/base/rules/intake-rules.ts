import { title } from '../title.ts';
import { EVERY_AGENCY, FEDERATION, HOTLINE, POLICE, RECEIVER } from './duty-bodies.ts';
import { days, fixedDays, hours, policy, statute, unnumbered, workingDays } from './rule-row.ts';
import {
  ADVL,
  article,
  FEDERATION_PROCEDURE,
  HOTLINE_BEIJING,
  LEGAL_AID,
  MANDATORY_REPORTS_OPINION,
  MINORS,
  PROTECTION_ORDERS_OPINION,
} from './sources.ts';

/** Reporting, telling rights, alarm, and the acknowledgement of a referral. */
export const INTAKE_RULES = [
  ...unnumbered('R1', article(ADVL, '第14条'), hours(1), {
    title: title('强制报告：无、限制民事行为能力人', 'Mandatory report: person without full legal capacity'),
    trigger: title('在工作中发现遭受或者疑似遭受家庭暴力', 'Harm or suspected harm found at work'),
    dutyBody: title('强制报告义务单位及其工作人员', 'Units and staff bound to report'),
    consequence: title(
      '造成严重后果的，依法给予处分（第35条）',
      'Sanction where the result is serious (art. 35)',
    ),
  }),
  ...unnumbered('R2', article(MINORS, '第11条'), hours(0.25), {
    title: title('强制报告：未成年人', 'Mandatory report: minor'),
    trigger: title(
      '发现未成年人受侵害、疑似受侵害或者面临危险',
      'Minor harmed, suspected harmed, or in danger',
    ),
    dutyBody: title(
      '国家机关、居（村）委会、密切接触未成年人的单位',
      'State bodies, village committees, units close to minors',
    ),
    consequence: title(
      '造成严重后果的，依法给予处分（第117条）',
      'Sanction where the result is serious (art. 117)',
    ),
  }),
  statute('R3', days(3), article(MANDATORY_REPORTS_OPINION, '第10条'), {
    title: title('向报告人反馈', 'Feedback to the reporter'),
    trigger: title('公安机关受案或者立案', 'Police accept or file the case'),
    dutyBody: POLICE,
    consequence: title('提请检察机关监督', 'Ask the procuratorate to supervise'),
  }),
  ...unnumbered('R4', article(ADVL, '第15条'), hours(0.25), {
    title: title('及时出警', 'Police dispatch'),
    trigger: title('公安机关接到报案', 'Police receive the report'),
    dutyBody: POLICE,
    consequence: title('拖延出警的，依法给予处分', 'Late dispatch is disciplinary'),
  }),
  ...unnumbered('R5', article(PROTECTION_ORDERS_OPINION, '第13条'), hours(24), {
    title: title('告知申请人身安全保护令的权利', 'Tell her of the right to a protection order'),
    trigger: title('首次接触受害人', 'First contact with the victim'),
    dutyBody: EVERY_AGENCY,
    consequence: title('补充告知并记录原因', 'Tell her now and record why it was late'),
  }),
  ...unnumbered('R6', article(LEGAL_AID, '第35条'), hours(24), {
    title: title('告知申请法律援助的权利', 'Tell her of the right to legal aid'),
    trigger: title('首次接触受害人', 'First contact with the victim'),
    dutyBody: EVERY_AGENCY,
    consequence: title('补充告知并记录原因', 'Tell her now and record why it was late'),
  }),
  ...unnumbered('R7', article(FEDERATION_PROCEDURE, '第11条'), hours(0.25), {
    title: title('高危致命个案报警并报上级妇联', 'High or lethal risk: police and upper federation told'),
    trigger: title('评定为高危致命，或者来电时有现实危险', 'Risk graded high, or danger during the call'),
    dutyBody: FEDERATION,
    consequence: title('立即升级至督导；不得组织调解', 'Straight to the supervisor; no mediation'),
  }),
  policy('R8', workingDays(3), {
    title: title('转介回复（轻微紧急、不紧急）', 'Referral answered (slightly urgent, not urgent)'),
    trigger: title('转介函发出', 'Referral sent'),
    dutyBody: RECEIVER,
    consequence: title('升级至接收单位负责人', 'Escalated to the head of the receiving agency'),
  }),
  policy('R8now', hours(2), {
    title: title('转介回复（非常紧急）', 'Referral answered (very urgent)'),
    trigger: title('转介函发出', 'Referral sent'),
    dutyBody: RECEIVER,
    consequence: title('升级至接收单位负责人', 'Escalated to the head of the receiving agency'),
  }),
  policy('R8urgent', hours(24), {
    title: title('转介回复（紧急）', 'Referral answered (urgent)'),
    trigger: title('转介函发出', 'Referral sent'),
    dutyBody: RECEIVER,
    consequence: title('升级至接收单位负责人', 'Escalated to the head of the receiving agency'),
  }),
  policy('R8back', hours(24), {
    title: title('退回的转介重新安排', 'Returned referral sent elsewhere'),
    trigger: title('转介被退回', 'Referral returned with reasons'),
    dutyBody: FEDERATION,
    consequence: title('提醒督导', 'Supervisor told'),
  }),
  policy('R8done', fixedDays(15), {
    title: title('转介办理结果书面反馈', 'Written result of the referral'),
    trigger: title('接收单位接受转介', 'Referral accepted'),
    dutyBody: RECEIVER,
    consequence: title('催办并升级', 'Chased and escalated'),
  }),
  policy('R8e1', workingDays(1), {
    title: title('接收单位负责人答复逾期转介', 'Head of the receiving agency answers an overdue referral'),
    trigger: title('第一次升级', 'First escalation'),
    dutyBody: RECEIVER,
    consequence: title('区妇联发出督促处理意见', 'District federation issues a written demand'),
  }),
  policy('R8e2send', workingDays(1), {
    title: title('发出督促处理意见', 'Written demand sent'),
    trigger: title('负责人逾期未答复', 'No answer of the head'),
    dutyBody: FEDERATION,
    consequence: title('提醒督导', 'Supervisor told'),
  }),
  policy('R8e2', workingDays(3), {
    title: title('答复督促处理意见', 'Answer to the written demand'),
    trigger: title('督促处理意见发出', 'Written demand sent'),
    dutyBody: RECEIVER,
    consequence: title('提请妇儿工委或者同级政府督查', 'Government inspection requested'),
  }),
  policy('R8e3', fixedDays(15), {
    title: title('答复督查', 'Answer to the inspection'),
    trigger: title('提请督查', 'Inspection requested'),
    dutyBody: RECEIVER,
    consequence: title('向检察机关移送线索', 'Lead handed to the procuratorate'),
  }),
  ...unnumbered('R9', article(HOTLINE_BEIJING, '第11条至第14条'), hours(24), {
    title: title('12345派单首次响应', 'First response to a 12345 ticket'),
    trigger: title('收到派单；派单载明时限的从其规定', 'Ticket received; a limit printed on it governs'),
    dutyBody: HOTLINE,
    consequence: title('影响响应率考核', 'Counts against the response rate'),
  }),
] as const;
