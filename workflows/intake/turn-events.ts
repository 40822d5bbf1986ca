import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, Id, LINKED_INTAKE, label, Payload } from '#src/workflow/field.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { ADVERSE_KINDS, INQUIRERS } from '../adverse/codes.ts';
import { CIRCUMSTANCES, DECEASED, HOUSEHOLD_TIES, REACHED } from './codes.ts';

const DESK: readonly Role[] = ['operator', 'case_manager', 'supervisor'];

const CRISIS_SOURCES = {
  assessment: ['危险性评估中发现', 'Found in the assessment'],
  medical: ['医疗机构告知', 'Told by a medical institution'],
  family: ['亲友告知', 'Told by family or friends'],
  worker: ['工作人员发现', 'Noticed by a worker'],
} as const;

const RETRACTED_BY = {
  survivor: ['当事人本人', 'The survivor'],
  child: ['未成年受害人', 'The child'],
  caller: ['来电人、报案人', 'The caller'],
} as const;

/** Turns a case takes: her own despair, his inquiries, words taken back, a way back to him. None of them ends it. */
export const turnEvents = defineEvents({
  'crisis.declared': {
    domainCode: 'intake.CRISIS',
    title: title('发现当事人自杀、自伤风险', 'She may harm herself'),
    roles: [...DESK, 'community_worker', 'shelter_worker', 'lawyer'],
    payload: Payload({ source: Codes(CRISIS_SOURCES, '发现途径', 'Noticed by') }),
  },
  'inquiry.received': {
    domainCode: 'intake.ADVERSE_INQUIRY',
    title: title('收到不利查询、不利报案', 'Adverse inquiry or report received'),
    roles: [...DESK, 'police_liaison', 'court_liaison', 'community_worker', 'shelter_worker', 'lawyer'],
    payload: Payload({
      kind: Codes(ADVERSE_KINDS, '情形', 'Kind'),
      through: Codes(INQUIRERS, '途径', 'Through whom'),
    }),
  },
  'statement.retracted': {
    domainCode: 'intake.RECANTED',
    title: title('翻供、否认此前陈述', 'What was said is taken back'),
    roles: [...DESK, 'police_liaison', 'community_worker'],
    payload: Payload({
      by: Codes(RETRACTED_BY, '陈述人', 'By whom'),
      spokenAlone: Flag('单独交谈时作出', 'Said when spoken with alone'),
      note: Type.Optional(Sealed('narrative', 2000, label('情况', 'Circumstances'))),
    }),
  },
  'contact.doubted': {
    domainCode: 'intake.PHONE_CONTROLLED',
    title: title('联系方式受他人控制，停用', 'Her phone is in his hands: not to be used'),
    roles: [...DESK, 'police_liaison', 'community_worker', 'shelter_worker', 'lawyer'],
    payload: Payload({}),
  },
  'contact.verified': {
    domainCode: 'intake.CONTACT_VERIFIED',
    title: title('已核实安全联系方式', 'A safe way to reach her was verified'),
    roles: [...DESK, 'shelter_worker'],
    payload: Payload({
      spokenAlone: Confirmed('已与本人当面或者单独核实', 'Verified with her alone'),
      okToText: Flag('可以发短信', 'May be texted'),
      through: Type.Optional(Codes(REACHED, '安全联系人', 'Through whom she is reached')),
    }),
  },
  'circumstances.changed': {
    domainCode: 'intake.CIRCUMSTANCES',
    title: title('处境发生变化', 'Her circumstances changed'),
    roles: [...DESK, 'community_worker', 'shelter_worker', 'lawyer', 'police_liaison', 'court_liaison'],
    payload: Payload({
      kind: Codes(CIRCUMSTANCES, '变化', 'What changed'),
      what: Type.Optional(Sealed('narrative', 2000, label('情况', 'Circumstances'))),
    }),
  },
  'household.linked': {
    domainCode: 'intake.HOUSEHOLD',
    title: title('关联同一家庭的个案', 'Another case of the household linked'),
    roles: DESK,
    payload: Payload({
      [LINKED_INTAKE]: Id('另一个案的受理环节', 'Intake of the other case'),
      tie: Codes(HOUSEHOLD_TIES, '与本案当事人的关系', 'Who that is to her'),
    }),
  },
  'household.incident': {
    domainCode: 'intake.HOUSEHOLD_INCIDENT',
    title: title('同一家庭的个案发生新的家庭暴力', 'New violence in a linked case'),
    roles: [],
    payload: Payload({}),
  },
  'death.recorded': {
    domainCode: 'intake.DEATH',
    title: title('死亡', 'Death'),
    roles: [...DESK, 'police_liaison', 'court_liaison', 'community_worker', 'shelter_worker'],
    payload: Payload({
      who: Codes(DECEASED, '死者', 'Who died'),
      what: Type.Optional(Sealed('narrative', 4000, label('情况', 'What happened'))),
    }),
  },
  'survivor.returned': {
    domainCode: 'intake.WENT_BACK',
    title: title('当事人返回加害人处', 'She went back to him'),
    roles: [...DESK, 'community_worker', 'shelter_worker'],
    payload: Payload({
      spokenAlone: Flag('已单独了解', 'She was asked alone'),
      safetyPlanRenewed: Flag('已更新安全计划', 'Safety plan renewed'),
    }),
  },
});
