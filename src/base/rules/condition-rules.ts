import { title } from '../title.ts';
import { COURT, LEGAL_AID_AGENCY, POLICE } from './duty-bodies.ts';
import { condition } from './rule-row.ts';
import {
  article,
  CIVIL_PROCEDURE_INTERPRETATION,
  LEGAL_AID,
  PROTECTION_ORDERS_INTERPRETATION,
  PUBLIC_SECURITY_2025,
  WARNING_LETTERS_OPINION,
} from './sources.ts';

const REFUSED = title('平台不予登记', 'Refused by the workflow');

/** What the law demands without a period; workflows keep each as a guard or a field. */
export const CONDITION_RULES = [
  condition('C11', article(CIVIL_PROCEDURE_INTERPRETATION, '第184条'), {
    title: title('同一行为不得连续罚款、拘留', 'One act is not fined or detained for twice'),
    trigger: title('就同一行为再次决定罚款、拘留', 'A second fine or detention for the same act'),
    dutyBody: COURT,
    consequence: REFUSED,
  }),
  condition('C15', article(PROTECTION_ORDERS_INTERPRETATION, '第4条；未成年人保护、人格权禁令另有依据'), {
    title: title(
      '申请依据：家庭成员以外的人、抢夺藏匿子女',
      'Ground: beyond the family, and child-snatching',
    ),
    trigger: title('提出申请', 'Application made'),
    dutyBody: COURT,
    consequence: title(
      '依据写入申请，受理时审查',
      'The ground is on the application, and looked at on acceptance',
    ),
  }),
  condition('P3', article(WARNING_LETTERS_OPINION, '第6条'), {
    title: title('一般应当出具告诫书的情形', 'When a warning letter is to be issued as a rule'),
    trigger: title('查清家庭暴力事实', 'The facts are clear'),
    dutyBody: POLICE,
    consequence: title('不出具须说明理由', 'Not issuing one needs reasons'),
  }),
  condition('P4', article(WARNING_LETTERS_OPINION, '第20条'), {
    title: title('不得以告诫代替处罚的情形', 'When a warning letter may not replace punishment'),
    trigger: title('决定处理方式', 'The handling is decided'),
    dutyBody: POLICE,
    consequence: REFUSED,
  }),
  condition('P19', article(PUBLIC_SECURITY_2025, '第110条'), {
    title: title('此前羁押一日折抵一日', 'Days held before count day for day'),
    trigger: title('决定行政拘留', 'Administrative detention is decided'),
    dutyBody: POLICE,
    consequence: title('与司法拘留的折抵由顾问核定', 'Whether a court’s detention counts is for counsel'),
  }),
  condition('L5', article(LEGAL_AID, '第32条第4项'), {
    title: title(
      '家庭暴力受害人申请法律援助不受经济困难条件限制',
      'No test of means where the reason is domestic violence',
    ),
    trigger: title('受害人申请法律援助', 'She applies for legal aid'),
    dutyBody: LEGAL_AID_AGENCY,
    consequence: title('不得要求提供经济状况材料', 'Nothing about her means may be asked'),
  }),
] as const;
