import { title } from '../title.ts';
import { CASE_OFFICER, FEDERATION, HANDLER, LAWYER, POLICE, SHELTER, SUPERVISOR } from './duty-bodies.ts';
import { fixedDays, hours, policy } from './rule-row.ts';

// Our own periods around suits, custody, placement, shelter and crises. None rolls, none has grace.
const TO_SUPERVISOR = title('提醒督导', 'Supervisor told');
const WARN = title('立即电话告知并报督导', 'She is told at once; supervisor told');

/** What is due at a moment named beforehand starts there and lasts no time. */
const AT_ONCE = hours(0);

/** House periods that keep her safe at the moments when a proceeding itself is a danger. */
export const SAFETY_RULES = [
  policy('H40', AT_ONCE, {
    title: title('释放（期满）二十四小时前告知受害人', 'She is told a day before he is released'),
    trigger: title('预定释放（期满）前二十四小时', 'A day before the printed end'),
    dutyBody: CASE_OFFICER,
    consequence: WARN,
  }),
  policy('H40end', AT_ONCE, {
    title: title('措施期满', 'The measure ends'),
    trigger: title('文书载明的期满时间', 'Printed end of the measure'),
    dutyBody: POLICE,
    consequence: title('按已经释放处理', 'He counts as released'),
  }),
  policy('H41', hours(2), {
    title: title('未经预告的释放，告知受害人', 'She is told of a release nobody announced'),
    trigger: title('得知已经释放或者变更为非羁押措施', 'Release, or a milder measure, became known'),
    dutyBody: CASE_OFFICER,
    consequence: WARN,
  }),
  policy('H42', hours(24), {
    title: title('危险节点风险复评', 'Risk review at a danger point'),
    trigger: title('送达、开庭、裁判、释放等危险节点', 'Service, hearing, judgment, release'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H43', AT_ONCE, {
    title: title('开庭二十四小时前落实人身安全安排', 'Safety at court arranged a day before the hearing'),
    trigger: title('开庭（听证）前二十四小时', 'A day before the hearing'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H44', fixedDays(30), {
    title: title('核实诉讼进展', 'Progress of the proceeding checked'),
    trigger: title('进入本阶段，或者上一次核实', 'Stage entered, or the previous check'),
    dutyBody: LAWYER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H45', fixedDays(30), {
    title: title('支持起诉决定', 'Support for the suit decided'),
    trigger: title('申请支持起诉', 'Support for the suit asked for'),
    dutyBody: title('人民检察院', 'Procuratorate'),
    consequence: title('催办', 'Chase'),
  }),
  policy('H46', fixedDays(7), {
    title: title('收尾', 'Loose ends tied up'),
    trigger: title('程序终结，或者上一步骤未成', 'Proceeding over, or a step failed'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H47', fixedDays(7), {
    title: title('向办案机关核实期满时间', 'The end of the measure asked for'),
    trigger: title('采取措施，或者上一次核实', 'Measure imposed, or the previous asking'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H48', hours(24), {
    title: title('为其安排刑事辩护', 'A defender for her arranged'),
    trigger: title('她被作为嫌疑人', 'She became a suspect'),
    dutyBody: FEDERATION,
    consequence: TO_SUPERVISOR,
  }),
  policy('H50', hours(2), {
    title: title('庇护申请筛查', 'Request for shelter screened'),
    trigger: title('提出庇护申请', 'Shelter asked for'),
    dutyBody: SHELTER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H51', hours(24), {
    title: title('延长庇护报主管民政部门备案', 'Longer stay filed with civil affairs'),
    trigger: title('一般期限届满', 'Usual longest stay over'),
    dutyBody: SHELTER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H52', hours(1), {
    title: title('住址暴露后转移', 'Moved after the place was found'),
    trigger: title('加害人找到住处', 'He found the place'),
    dutyBody: SHELTER,
    consequence: title('呼叫督导，同时报警', 'Supervisor paged, police called'),
  }),
  policy('H53', fixedDays(3), {
    title: title('离站后第3日回访', 'Follow-up three days after leaving'),
    trigger: title('离站', 'Left the shelter'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H53b', fixedDays(7), {
    title: title('离站后第7日回访', 'Follow-up seven days after leaving'),
    trigger: title('离站', 'Left the shelter'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H54', hours(24), {
    title: title('离站安排落实', 'Leaving arranged'),
    trigger: title('本人书面申请离站', 'She asked in writing to leave'),
    dutyBody: SHELTER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H55', hours(2), {
    title: title('单独会见当事人核实本人意愿', 'The adult seen alone and asked what she wishes'),
    trigger: title('收到不利查询或者不利报案', 'Adverse inquiry or report received'),
    dutyBody: title('接到查询的单位', 'Whoever was asked'),
    consequence: title('不得答复；呼叫督导', 'No answer is given; supervisor paged'),
  }),
  policy('H55b', hours(2), {
    title: title('通知各单位住址保密', 'Agencies told to keep the place secret'),
    trigger: title('收到不利查询或者不利报案', 'Adverse inquiry or report received'),
    dutyBody: FEDERATION,
    consequence: TO_SUPERVISOR,
  }),
  policy('H56', AT_ONCE, {
    title: title('延长的庇护期限', 'End of the extended stay'),
    trigger: title('备案载明的期满时间', 'Filed end of the longer stay'),
    dutyBody: SHELTER,
    consequence: title('再次备案，不得因期满清退', 'Filed again; nobody is turned out'),
  }),
  policy('H57', hours(12), {
    title: title('联系外出未归人员', 'Whoever is gone without a word is reached'),
    trigger: title('发现未告知而外出未归', 'Found gone without a word'),
    dutyBody: SHELTER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H58', hours(1), {
    title: title('走失报案', 'A loss reported to the police'),
    trigger: title(
      '发现未成年人或者无、限制民事行为能力人走失',
      'A minor, or somebody without full capacity, found missing',
    ),
    dutyBody: SHELTER,
    consequence: title('呼叫督导，立即报案', 'Supervisor paged, police told at once'),
  }),
  policy('H60', fixedDays(30), {
    title: title('安置评估', 'Placement reviewed'),
    trigger: title('安置，或者上一次评估', 'Placed, or the previous review'),
    dutyBody: HANDLER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H61', fixedDays(7), {
    title: title('回归家庭后的回访', 'Visit after the child came home'),
    trigger: title('回归家庭，或者上一次回访', 'Came home, or the previous visit'),
    dutyBody: HANDLER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H62', AT_ONCE, {
    title: title('文书载明的期满', 'Printed end of the instrument'),
    trigger: title('文书载明的期满时间', 'Printed end of the instrument'),
    dutyBody: HANDLER,
    consequence: title('到期复核', 'Reviewed at its end'),
  }),
  policy('H65', hours(2), {
    title: title('自杀、自伤危机干预首次联系', 'First contact in a crisis of her own'),
    trigger: title('发现自杀、自伤风险', 'Danger that she harms herself found'),
    dutyBody: CASE_OFFICER,
    consequence: title('呼叫督导；必要时请公安、急救上门', 'Supervisor paged; police or ambulance if needed'),
  }),
  policy('H66', hours(72), {
    title: title('危机跟进', 'Crisis followed up'),
    trigger: title('上一次联系', 'Previous contact'),
    dutyBody: CASE_OFFICER,
    consequence: TO_SUPERVISOR,
  }),
  policy('H67', hours(24), {
    title: title('危机跟进未成的处置决定', 'Decision when she cannot be reached in a crisis'),
    trigger: title('危机跟进逾期', 'Crisis follow-up missed'),
    dutyBody: SUPERVISOR,
    consequence: TO_SUPERVISOR,
  }),
] as const;
