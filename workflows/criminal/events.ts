import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import {
  LEAD_SOURCES,
  NOT_PROSECUTED,
  OFFENCES,
  PROSECUTION_ENDS,
  PROSECUTIONS,
  REVIEW_LIMITS,
  SUSPECTS,
  VERDICTS,
} from './codes.ts';
import { personEvents } from './person-events.ts';
import { restraintEvents } from './restraint-events.ts';

const POLICE: readonly Role[] = ['police_liaison', 'case_manager', 'supervisor', 'lawyer'];
const COURT: readonly Role[] = ['court_liaison', ...POLICE];

/** What opens a criminal proceeding: against whom, of what, from where. */
export const input = Payload({
  suspect: Codes(SUSPECTS, '嫌疑人', 'Suspect'),
  offence: Codes(OFFENCES, '涉嫌罪名', 'Offence'),
  source: Codes(LEAD_SOURCES, '案件来源', 'Source'),
  reportedAt: PastInstant(label('公安机关接受时间', 'Received by the police at')),
});

const proceedingEvents = defineEvents({
  'review.extended': {
    domainCode: 'criminal.REVIEW_EXTENDED',
    title: title('延长立案审查', 'Review of the report extended'),
    roles: POLICE,
    payload: Payload({ to: Codes(REVIEW_LIMITS, '情形', 'Ground') }),
  },
  'case.misdirected': {
    domainCode: 'criminal.WRONG_JURISDICTION',
    title: title('不属于本单位管辖', 'Outside this unit’s jurisdiction'),
    roles: POLICE,
    payload: Payload({}),
  },
  'case.forwarded': {
    domainCode: 'criminal.FORWARDED',
    title: title('已移送有管辖权的单位并告知报案人', 'Moved to the right unit, reporter told'),
    roles: POLICE,
    payload: Payload({}),
  },
  'case.filed': {
    domainCode: 'criminal.FILED',
    title: title('刑事立案', 'Criminal case filed'),
    roles: POLICE,
    payload: Payload({ caseNo: Type.Optional(Sealed('identity', 80, label('案号', 'Case number'))) }),
  },
  'case.refused': {
    domainCode: 'criminal.NOT_FILED',
    title: title('决定不予立案', 'Refusal to file'),
    roles: POLICE,
    payload: Payload({ reason: Type.Optional(Sealed('narrative', 2000, label('理由', 'Reason'))) }),
  },
  'refusal.delivered': {
    domainCode: 'criminal.REFUSAL_SERVED',
    title: title('送达不予立案通知书', 'Notice of refusal delivered'),
    roles: POLICE,
    payload: Payload({ deliveredAt: PastInstant(label('送达时间', 'Delivered at')) }),
    follows: ['case.refused'],
  },
  'reconsideration.filed': {
    domainCode: 'criminal.RECON_FILED',
    title: title('对不予立案申请复议', 'Reconsideration asked for'),
    roles: POLICE,
    payload: Payload({}),
    follows: ['refusal.delivered'],
  },
  'supervision.requested': {
    domainCode: 'criminal.SUPERVISION_ASKED',
    title: title('提请检察机关立案监督', 'Procuratorate asked to supervise the filing'),
    roles: POLICE,
    payload: Payload({}),
  },
  'refusal.upheld': {
    domainCode: 'criminal.REFUSAL_UPHELD',
    title: title('维持不予立案', 'Refusal upheld'),
    roles: POLICE,
    payload: Payload({}),
  },
  'refusal.accepted': {
    domainCode: 'criminal.REFUSAL_FINAL',
    title: title('不再争议不予立案', 'The refusal is not contested further'),
    roles: ['lawyer', 'case_manager', 'supervisor'],
    payload: Payload({}),
  },
  'progress.noted': {
    domainCode: 'criminal.PROGRESS',
    title: title('核实进展', 'Progress checked'),
    roles: COURT,
    payload: Payload({ text: Type.Optional(Sealed('narrative', 2000, label('进展', 'Progress'))) }),
  },
  'case.dropped': {
    domainCode: 'criminal.DROPPED',
    title: title('撤销案件', 'Case dropped'),
    roles: POLICE,
    payload: Payload({ ground: Codes(NOT_PROSECUTED, '事由', 'Ground') }),
  },
  'prosecution.referred': {
    domainCode: 'criminal.REFERRED',
    title: title('移送审查起诉', 'Referred for prosecution'),
    roles: POLICE,
    payload: Payload({}),
    follows: ['case.filed'],
  },
  'investigation.returned': {
    domainCode: 'criminal.RETURNED',
    title: title('退回补充侦查', 'Returned for more inquiry'),
    roles: POLICE,
    payload: Payload({}),
  },
  'prosecution.declined': {
    domainCode: 'criminal.NOT_PROSECUTED',
    title: title('不起诉', 'Not prosecuted'),
    roles: POLICE,
    payload: Payload({ ground: Codes(NOT_PROSECUTED, '事由', 'Ground') }),
  },
  'prosecution.started': {
    domainCode: 'criminal.PROSECUTED',
    title: title('提起公诉、自诉', 'Prosecuted'),
    roles: COURT,
    payload: Payload({ kind: Codes(PROSECUTIONS, '起诉方式', 'Kind') }),
  },
  'prosecution.ended': {
    domainCode: 'criminal.PROSECUTION_ENDED',
    title: title('撤诉、和解或者终止审理', 'Ended without a judgment'),
    roles: COURT,
    payload: Payload({
      how: Codes(PROSECUTION_ENDS, '情形', 'How'),
      spokenAlone: Type.Optional(Flag('已单独核实其意愿', 'She was asked alone')),
    }),
    follows: ['prosecution.started'],
  },
  'rights.told': {
    domainCode: 'criminal.RIGHTS_TOLD',
    title: title('告知诉讼代理和法律援助权利', 'Told of the right to an agent and to legal aid'),
    roles: COURT,
    payload: Payload({}),
  },
  'trial.held': {
    domainCode: 'criminal.TRIAL',
    title: title('开庭审理', 'Trial held'),
    roles: COURT,
    payload: Payload({
      victimAttended: Type.Optional(Flag('被害人到庭', 'The victim attended')),
      shielded: Type.Optional(Flag('已采取隔离、视频作证等保护', 'Shielded or by video')),
    }),
  },
  'judgment.given': {
    domainCode: 'criminal.JUDGMENT',
    title: title('作出判决', 'Judgment given'),
    roles: COURT,
    payload: Payload({ verdict: Codes(VERDICTS, '结果', 'Verdict') }),
  },
  'appeal.filed': {
    domainCode: 'criminal.APPEAL',
    title: title('上诉、抗诉', 'Appeal'),
    roles: COURT,
    payload: Payload({}),
    follows: ['judgment.given'],
  },
  'judgment.effective': {
    domainCode: 'criminal.EFFECTIVE',
    title: title('判决生效', 'Judgment takes effect'),
    roles: COURT,
    payload: Payload({}),
    follows: ['judgment.given'],
  },
});

export const events = { ...proceedingEvents, ...restraintEvents, ...personEvents };
