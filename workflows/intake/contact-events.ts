import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { REACHED, RELAYS } from './codes.ts';
import { registration, SafeWindow } from './registration.ts';

const DESK: readonly Role[] = ['operator', 'case_manager', 'supervisor'];

const REPORT_SUBJECTS = {
  minor: ['未成年人', 'A minor'],
  limited_capacity: ['无、限制民事行为能力人', 'A person without full capacity'],
} as const;

const POLICE_ANSWERS = {
  accepted: ['已受案', 'Accepted'],
  filed: ['已立案', 'Filed as a case'],
  not_filed: ['不予立案', 'Not filed'],
  transferred: ['已移送', 'Transferred'],
} as const;

const EMERGENCY_ENDS = {
  safe_place: ['当事人已到达安全场所', 'She is in a safe place'],
  abuser_gone: ['加害人已离开', 'He has gone'],
  misjudged: ['经核实没有现实危险', 'Found not to be in danger'],
} as const;

const ABANDON_REASONS = {
  welfare_check_safe: ['警方核查确认安全', 'The welfare check found her safe'],
  wrong_number: ['联系方式错误', 'Wrong contact'],
  no_trace: ['多方联系无果', 'No trace'],
} as const;

/** The first contact, the alarm and the mandatory report. */
export const contactEvents = defineEvents({
  'call.answered': {
    domainCode: 'intake.ANSWER',
    title: title('接听（接待）', 'Answer'),
    roles: DESK,
    payload: Payload({}),
  },
  'danger.declared': {
    domainCode: 'intake.IMMEDIATE_DANGER',
    title: title('有现实危险', 'Immediate danger'),
    roles: DESK,
    payload: Payload({
      weapon: Type.Optional(Flag('持有凶器', 'Weapon')),
      childrenPresent: Type.Optional(Flag('有儿童在场', 'Children present')),
      injured: Type.Optional(Flag('有人受伤', 'Somebody injured')),
    }),
    follows: ['call.answered'],
  },
  'talk.postponed': {
    domainCode: 'intake.UNSAFE_TO_TALK',
    title: title('不便通话，约定回拨', 'Unsafe to talk, call back'),
    roles: DESK,
    payload: Payload({ window: Type.Optional(SafeWindow) }),
    follows: ['call.answered'],
  },
  'safety.confirmed': {
    domainCode: 'intake.SAFE',
    title: title('确认可以安全通话', 'Safe to talk'),
    roles: DESK,
    payload: Payload({}),
    follows: ['call.answered'],
  },
  'caller.reached': {
    domainCode: 'intake.REACHED',
    title: title('已联系上', 'Reached'),
    roles: [...DESK, 'police_liaison'],
    payload: Payload({ through: Type.Optional(Codes(REACHED, '接通的人', 'Who was reached')) }),
    follows: ['call.answered'],
  },
  'call.unanswered': {
    domainCode: 'intake.NO_ANSWER',
    title: title('回拨未接通', 'No answer'),
    roles: DESK,
    payload: Payload({}),
    follows: ['talk.postponed'],
  },
  'welfare.requested': {
    domainCode: 'intake.WELFARE_CHECK',
    title: title('请公安机关上门核查', 'Welfare check by the police requested'),
    roles: ['supervisor'],
    payload: Payload({
      alone: Type.Optional(Flag('请民警单独会见本人', 'Police are asked to see her alone')),
    }),
  },
  'contact.abandoned': {
    domainCode: 'intake.LOST_CONTACT',
    title: title('停止联系', 'Contact given up'),
    roles: ['supervisor'],
    payload: Payload({
      reason: Codes(ABANDON_REASONS, '理由', 'Reason'),
      note: Type.Optional(Sealed('narrative', 1000, label('说明', 'Note'))),
    }),
  },
  'police.arrived': {
    domainCode: 'intake.POLICE_ARRIVED',
    title: title('民警已到场', 'Police arrived'),
    roles: [...DESK, 'police_liaison'],
    payload: Payload({}),
    follows: ['call.answered'],
  },
  'police.unconfirmed': {
    domainCode: 'intake.NOT_CONFIRMED',
    title: title('十五分钟内未确认民警到场', 'Police presence not confirmed in time'),
    roles: [],
    payload: Payload({}),
  },
  'danger.passed': {
    domainCode: 'intake.DANGER_PASSED',
    title: title('危险已经解除', 'Danger has passed'),
    roles: ['supervisor'],
    payload: Payload({ how: Codes(EMERGENCY_ENDS, '情形', 'How') }),
    follows: ['danger.declared'],
  },
  'police.informed': {
    domainCode: 'intake.POLICE_TOLD',
    title: title('已报告公安机关', 'Police told'),
    roles: DESK,
    payload: Payload({
      receiptNo: Type.Optional(Sealed('identity', 80, label('接警编号', 'Receipt number'))),
    }),
    follows: ['call.answered'],
  },
  'federation.informed': {
    domainCode: 'intake.FEDERATION_TOLD',
    title: title('已报告上级妇联', 'Upper federation told'),
    roles: DESK,
    payload: Payload({}),
    follows: ['call.answered'],
  },
  'caller.informed': {
    domainCode: 'intake.INFO_ONLY',
    title: title('仅提供信息，不立个案', 'Information only'),
    roles: DESK,
    payload: Payload({
      rightsTold: Confirmed('已告知申请人身安全保护令的权利', 'Told of the right to a protection order'),
      legalAidTold: Confirmed('已告知申请法律援助的权利', 'Told of the right to legal aid'),
    }),
    follows: ['call.answered'],
  },
  'caller.registered': {
    domainCode: 'intake.REGISTERED',
    title: title('完成个案登记', 'Registered'),
    roles: DESK,
    payload: registration,
    follows: ['call.answered'],
  },
  'report.required': {
    domainCode: 'intake.MANDATORY',
    title: title('须强制报告', 'Mandatory report required'),
    roles: DESK,
    payload: Payload({
      subject: Codes(REPORT_SUBJECTS, '报告对象', 'Whom the report is about'),
      foundAt: Type.Optional(PastInstant(label('发现时间', 'Found at'))),
      guardianSuspected: Type.Optional(Flag('嫌疑人是其监护人', 'The suspect is the guardian')),
    }),
  },
  'report.passed': {
    domainCode: 'intake.PASSED_ON',
    title: title('逐级转报（未直接报公安机关）', 'Passed on, not to the police'),
    roles: [...DESK, 'community_worker', 'court_liaison'],
    payload: Payload({ to: Codes(RELAYS, '转报单位', 'To') }),
  },
  'report.filed': {
    domainCode: 'intake.REPORTED',
    title: title('已向公安机关报案', 'Report filed with the police'),
    roles: DESK,
    payload: Payload({
      receiptNo: Sealed('identity', 80, label('受案回执编号', 'Receipt number')),
      to: Sealed('narrative', 120, label('受理单位', 'Reported to')),
      madeAt: PastInstant(label('报案时间', 'Reported at')),
      foundAt: Type.Optional(PastInstant(label('发现时间', 'Found at'))),
      signs: Type.Optional(Sealed('narrative', 2000, label('伤情、异常表现', 'Signs'))),
      check: Type.Optional(Sealed('narrative', 2000, label('初步核实情况', 'First check'))),
      through: Type.Optional(Codes(RELAYS, '代为转报单位', 'Through whom')),
    }),
  },
  'report.docketed': {
    domainCode: 'intake.REPORT_FILED',
    title: title('公安机关已受案、立案', 'Police took the report on as a case'),
    roles: [...DESK, 'police_liaison'],
    payload: Payload({ docketedAt: PastInstant(label('受案、立案时间', 'Taken on at')) }),
    follows: ['report.filed'],
  },
  'feedback.received': {
    domainCode: 'intake.FEEDBACK',
    title: title('收到公安机关反馈', 'Feedback received from the police'),
    roles: [...DESK, 'police_liaison'],
    payload: Payload({ answer: Codes(POLICE_ANSWERS, '反馈结果', 'Answer') }),
    follows: ['report.filed'],
  },
  'feedback.escalated': {
    domainCode: 'intake.SUPERVISION_ASKED',
    title: title('未获反馈，提请检察机关监督', 'No feedback: procuratorate asked to supervise'),
    roles: ['supervisor'],
    payload: Payload({}),
    follows: ['report.filed'],
  },
});
