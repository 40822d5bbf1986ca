import { title } from '../title.ts';
import { ASSISTING_UNITS, CASE_OFFICER, COURT, FEDERATION, HANDLER, POLICE_STATION } from './duty-bodies.ts';
import { fixedDays, hours, policy } from './rule-row.ts';

// Our own periods around orders, warning letters and sanctions. None rolls, none has grace.
const TO_SUPERVISOR = title('提醒督导', 'Supervisor told');
const NEXT_STEP = title('升级到下一级督促', 'The next step of the ladder');

/** House periods around protection orders, warning letters and what follows a breach. */
export const ORDER_RULES = [
  policy('H19', fixedDays(3), {
    title: title('备齐材料并提交保护令申请', 'Application for an order prepared and filed'),
    trigger: title('决定申请人身安全保护令', 'Decision to apply for an order'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H19high', hours(24), {
    title: title('备齐材料并提交保护令申请（高危）', 'Application prepared and filed (high risk)'),
    trigger: title('高危个案决定申请人身安全保护令', 'Decision to apply for an order at high risk'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  // Hours and not days: a survivor who was sent home for papers was nearly killed that night.
  policy('H20', hours(24), {
    title: title('补正申请材料', 'Missing papers supplied'),
    trigger: title('法院要求补正，未载明期限', 'Court asks for papers and sets no date'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H21', hours(2), {
    title: title(
      '被退回、不予受理后的安全安排与救济',
      'Safety and remedy after an application was turned away',
    ),
    trigger: title('申请被口头退回或者不予受理', 'Application turned away or not accepted'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H22', fixedDays(7), {
    title: title('投诉、监督申请的答复', 'Complaint answered'),
    trigger: title('提出投诉或者申请监督', 'Complaint made'),
    dutyBody: COURT,
    consequence: title('向上一级法院或者检察机关反映', 'Taken to the upper court or the procuratorate'),
  }),
  policy('H23', fixedDays(7), {
    title: title('期满收齐回访单并向法院反馈', 'Signed visit sheets handed to the court at expiry'),
    trigger: title('保护令期满', 'Order expired'),
    dutyBody: ASSISTING_UNITS,
    consequence: TO_SUPERVISOR,
  }),
  policy('H24', hours(24), {
    title: title('学校核查接送名单', 'School checks who may fetch the child'),
    trigger: title('保护令送达学校', 'Order served on the school'),
    dutyBody: ASSISTING_UNITS,
    consequence: TO_SUPERVISOR,
  }),
  policy('H25', fixedDays(3), {
    title: title('决定是否申请强制执行', 'Whether enforcement is applied for'),
    trigger: title('措施履行期限届满而未履行', 'A measure fell due and was not performed'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H26', fixedDays(7), {
    title: title('强制执行申请的处理', 'Application for enforcement acted on'),
    trigger: title('申请强制执行', 'Enforcement applied for'),
    dutyBody: COURT,
    consequence: title('催办', 'Chase'),
  }),
  // What a paper prints is due at the end of that very day.
  policy('H29', fixedDays(0), {
    title: title('文书载明的日期', 'Date printed in a paper'),
    trigger: title('文书载明的日期', 'The printed date'),
    dutyBody: HANDLER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H30', fixedDays(3), {
    title: title('派出所负责人督促补访', 'Station head sees to an overdue visit'),
    trigger: title('查访逾期', 'Visit overdue'),
    dutyBody: POLICE_STATION,
    consequence: NEXT_STEP,
  }),
  policy('H31', fixedDays(7), {
    title: title('妇联督促处理意见的答复', "Federation's demand answered"),
    trigger: title('妇联提出督促处理意见', 'Written demand of the federation'),
    dutyBody: FEDERATION,
    consequence: NEXT_STEP,
  }),
  policy('H33', fixedDays(7), {
    title: title('迁入地派出所接收查访档案', 'Station of the new home takes over the file'),
    trigger: title('当事人迁移', 'The household moved'),
    dutyBody: POLICE_STATION,
    consequence: TO_SUPERVISOR,
  }),
  policy('H34', hours(72), {
    title: title('告诫后再犯的处理决定', 'Decision on violence after a warning letter'),
    trigger: title('发现告诫后再次实施家庭暴力', 'Violence again after the letter'),
    dutyBody: POLICE_STATION,
    consequence: title('督促处理；提请检察监督', 'Written demand; ask the procuratorate'),
  }),
  policy('H35', hours(2), {
    title: title('交接材料签收', 'Handover acknowledged'),
    trigger: title('移交', 'Handed over'),
    dutyBody: HANDLER,
    consequence: TO_SUPERVISOR,
  }),
] as const;
