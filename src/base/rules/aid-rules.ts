import { title } from '../title.ts';
import { APPLICANT, JUSTICE_BUREAU, LAWYER, LEGAL_AID_AGENCY } from './duty-bodies.ts';
import { days, fixedDays, hours, statute, unnumbered, workingDays } from './rule-row.ts';
import {
  article,
  DV_CRIMES_OPINION,
  LEGAL_AID,
  LEGAL_AID_BEIJING,
  LEGAL_AID_MINORS,
  LEGAL_AID_PROCEDURE,
} from './sources.ts';

const CHASE = title('催办；向司法行政部门反映', 'Chase; take it to the justice bureau');

/** Legal aid, from the application to the closed file. */
export const AID_RULES = [
  statute('L1', days(7), article(LEGAL_AID, '第43条'), {
    title: title('审查并决定是否给予法律援助', 'Legal aid reviewed and decided'),
    trigger: title('收到法律援助申请', 'Application received'),
    dutyBody: LEGAL_AID_AGENCY,
    consequence: CHASE,
  }),
  // A 2008 text that may be superseded: a workflow takes the earlier of this and L1.
  statute('L1bj', workingDays(5), article(LEGAL_AID_BEIJING, '第21条'), {
    title: title('审查并决定是否给予法律援助（北京）', 'Legal aid reviewed and decided (Beijing)'),
    trigger: title('受理法律援助申请', 'Application accepted'),
    dutyBody: LEGAL_AID_AGENCY,
    consequence: CHASE,
  }),
  statute('L2', days(3), article(LEGAL_AID, '第43条'), {
    title: title('指派法律援助人员', 'Legal-aid lawyer assigned'),
    trigger: title('决定给予法律援助', 'Aid granted'),
    dutyBody: LEGAL_AID_AGENCY,
    consequence: CHASE,
  }),
  ...unnumbered('L3', article(LEGAL_AID, '第43条'), fixedDays(7), {
    title: title('按一次性告知补充材料', 'Missing papers supplied after the one-time list'),
    trigger: title('一次性告知需要补充的材料', 'One-time list given'),
    dutyBody: APPLICANT,
    consequence: title('未补充的视为撤回申请', 'Not supplied counts as withdrawn'),
  }),
  ...unnumbered('L4', article(LEGAL_AID, '第44条'), hours(24), {
    title: title('先行提供法律援助', 'Aid given before the decision'),
    trigger: title(
      '距法定时限不足七日，或者须立即申请保全等',
      'Legal limit under 7 days away, or urgent preservation',
    ),
    dutyBody: LEGAL_AID_AGENCY,
    consequence: CHASE,
  }),
  statute('L6', days(5), article(LEGAL_AID, '第49条'), {
    title: title('审查异议', 'Objection to a refusal decided'),
    trigger: title('收到异议', 'Objection received'),
    dutyBody: JUSTICE_BUREAU,
    consequence: title('催办；可以申请行政复议或者起诉', 'Chase; review or suit is open'),
  }),
  statute('L7', workingDays(5), article(LEGAL_AID_MINORS, '第6条'), {
    title: title('会见未成年受援人', 'Lawyer meets the minor'),
    trigger: title('接到指派', 'Assignment received'),
    dutyBody: LAWYER,
    consequence: CHASE,
  }),
  statute('L8', days(30), article(LEGAL_AID_PROCEDURE, '结案报告'), {
    title: title('结案后提交材料', 'Papers filed after the case is finished'),
    trigger: title('案件办理结束', 'Case finished'),
    dutyBody: LAWYER,
    consequence: CHASE,
    isVerified: false,
  }),
  statute('L9', days(3), article(DV_CRIMES_OPINION, '第15条'), {
    title: title('告知诉讼代理和法律援助权利', 'Told of the right to an agent and to legal aid'),
    trigger: title('检察院收到移送材料，或者法院受理', 'Procuratorate receives, or court accepts, the case'),
    dutyBody: title('人民检察院、人民法院', 'Procuratorate, court'),
    consequence: title('提请补充告知', 'Ask that she be told now'),
  }),
] as const;
