import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant, PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { WORKING_ROLES } from '#src/workflow/working-roles.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import {
  BARS,
  FAILURES,
  MEDIATORS as BODIES,
  MISUSE_MEASURES,
  MODES,
  PARTIES,
  REFUSAL_GROUNDS,
  THREATS,
  VIOLENCE,
  WAIVERS,
  WAYS,
} from './codes.ts';

const MEDIATORS: readonly Role[] = [
  'mediator',
  'police_liaison',
  'court_liaison',
  'case_manager',
  'supervisor',
];
const party = () => Codes(PARTIES, '当事人', 'Side');
const narrative = (zh: string, en: string) => Type.Optional(Sealed('narrative', 2000, label(zh, en)));
const bars = (zh: string, en: string, least: 0 | 1) =>
  Type.Array(Codes(BARS, '情形', 'Bar'), { minItems: least, maxItems: 10, ...label(zh, en) });

/** What opens a mediation: who mediates; the dispute itself is told in words that are sealed. */
export const input = Payload({
  body: Codes(BODIES, '调解组织', 'Who mediates'),
  dispute: narrative('纠纷简要情况', 'The dispute'),
  free: Confirmed('调解不收取任何费用', 'Nothing is charged (PML 4)'),
});

/** Before and during the talks. */
export const talkEvents = defineEvents({
  'screening.passed': {
    domainCode: 'mediation.SCREEN',
    title: title('筛查通过，可以调解', 'Screened: may be mediated'),
    roles: MEDIATORS,
    payload: Payload({
      askedAlone: Confirmed('已单独询问求助一方', 'She was asked alone'),
      violence: Codes(VIOLENCE, '暴力情形', 'Violence'),
      afraid: Flag('受胁迫、恐惧或者不安全', 'Coerced, afraid or unsafe'),
      refuses: Flag('有一方明确拒绝', 'One side clearly refuses'),
      wantsLawfulHandling: Flag('求助一方要求依法处理', 'She asks for lawful handling'),
      offence: Flag('涉嫌犯罪或者应当治安处罚', 'A crime, or an offence that must be punished'),
      childAtRisk: Flag('涉及未成年人安全', "A child's safety is involved"),
      toldOfPolice: Confirmed('已告知可以拨打110', 'Told of 110'),
      toldOfWarning: Confirmed('已告知可以申请家庭暴力告诫书', 'Told of the warning letter'),
      womanAmongMediators: Confirmed('调解人员中有女性', 'A woman is among the mediators (PML 8)'),
    }),
  },
  'screening.barred': {
    domainCode: 'mediation.BAR',
    title: title('不得调解', 'Barred from mediation'),
    roles: WORKING_ROLES,
    payload: Payload({ grounds: bars('不得调解的情形', 'Bars', 1) }),
  },
  'mediation.locked': {
    domainCode: 'mediation.LOCKED',
    title: title('个案出现不得调解的情形', 'The case has come to bar mediation'),
    roles: [],
    payload: Payload({}),
  },
  'party.refused': {
    domainCode: 'mediation.REFUSE',
    title: title('一方拒绝调解或者要求依法处理', 'One side refuses, or wants it handled by law'),
    roles: WORKING_ROLES,
    payload: Payload({ party: party(), ground: Codes(REFUSAL_GROUNDS, '理由', 'Ground') }),
  },
  'mediation.recorded': {
    domainCode: 'mediation.MADE_ELSEWHERE',
    title: title('登记已在他处进行的调解', 'Mediation made elsewhere is recorded'),
    roles: WORKING_ROLES,
    payload: Payload({
      by: Codes(BODIES, '调解组织', 'Who mediated'),
      madeAt: PastInstant(label('调解时间', 'Made at')),
      agreed: Flag('达成协议', 'An agreement was made'),
      grounds: bars('当时已有的不得调解的情形', 'Bars there were at the time', 0),
      waives: Type.Array(Codes(WAIVERS, '放弃的权利', 'Right given up'), {
        maxItems: 3,
        ...label('协议放弃的权利', 'Rights the agreement gives up'),
      }),
      what: narrative('协议内容', 'What was agreed'),
    }),
  },
  'consent.given': {
    domainCode: 'mediation.CONSENT',
    title: title('分别取得同意', 'Consent of one side'),
    roles: MEDIATORS,
    payload: Payload({
      party: party(),
      askedApart: Confirmed('单独询问，对方不在场', 'Asked apart from the other'),
      freely: Confirmed('确认出于自愿', 'Of free will'),
      mayStop: Confirmed('已告知可以随时退出', 'Told that they may stop at any time'),
    }),
  },
  'session.scheduled': {
    domainCode: 'mediation.SCHEDULE',
    title: title('安排调解', 'Session scheduled'),
    roles: MEDIATORS,
    payload: Payload({
      at: PlannedInstant(label('调解时间', 'When')),
      mode: Type.Optional(Codes(MODES, '方式（未填为背对背）', 'Mode; not said is shuttle')),
      askedForByHer: Type.Optional(Flag('面对面系求助一方主动提出', 'One room is her own wish')),
      arriveApart: Confirmed('双方分开到场、离场', 'They come and leave apart'),
      online: Type.Optional(Flag('线上进行', 'Online')),
    }),
  },
  'session.opened': {
    domainCode: 'mediation.SESSION',
    title: title('开始调解', 'Session opened'),
    roles: MEDIATORS,
    payload: Payload({}),
  },
  'session.closed': {
    domainCode: 'mediation.SESSION_END',
    title: title('本次调解结束，另行安排', 'Session closed, another to come'),
    roles: MEDIATORS,
    payload: Payload({}),
  },
  'session.missed': {
    domainCode: 'mediation.NO_SHOW',
    title: title('一方未到场', 'One side did not come'),
    roles: MEDIATORS,
    payload: Payload({ party: party() }),
  },
  'mediation.failed': {
    domainCode: 'mediation.FAIL',
    title: title('调解不成', 'Mediation failed'),
    roles: MEDIATORS,
    payload: Payload({ reason: Codes(FAILURES, '原因', 'Reason') }),
  },
  'period.ended': {
    domainCode: 'mediation.PERIOD_ENDED',
    title: title('调解期限届满', 'Time to mediate has run out'),
    roles: [],
    payload: Payload({}),
  },
});

/** What stops or pauses it, and what must then be done. */
export const safetyEvents = defineEvents({
  'violence.occurred': {
    domainCode: 'mediation.VIOLENCE_OR_THREAT',
    title: title('发生暴力或者威胁', 'Violence or threat'),
    roles: WORKING_ROLES,
    payload: Payload({
      kind: Codes(THREATS, '情形', 'Kind'),
      what: narrative('情况', 'What happened'),
    }),
  },
  'police.reported': {
    domainCode: 'mediation.POLICE_TOLD',
    title: title('已报告公安机关', 'Police told'),
    roles: WORKING_ROLES,
    payload: Payload({
      madeAt: PastInstant(label('报告时间', 'Reported at')),
      receiptNo: Type.Optional(Sealed('identity', 80, label('接警编号', 'Receipt number'))),
    }),
  },
  'violence.disclosed': {
    domainCode: 'mediation.DV_DISCLOSED',
    title: title('发现或者说出家庭暴力', 'Violence disclosed'),
    roles: WORKING_ROLES,
    payload: Payload({ what: narrative('情况', 'What was said') }),
  },
  'mediation.resumed': {
    domainCode: 'mediation.RESUME',
    title: title('重新评估后恢复，须重新筛查', 'Resumed after a new assessment'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({ reassessedAt: PastInstant(label('重新评估时间', 'Reassessed at')) }),
  },
  'rights.told': {
    domainCode: 'mediation.RIGHTS_TOLD',
    title: title('已告知维权途径', 'Rights told'),
    roles: WORKING_ROLES,
    payload: Payload({
      ways: Type.Array(Codes(WAYS, '途径', 'Way'), {
        minItems: 1,
        maxItems: 6,
        ...label('已告知的途径', 'Ways told'),
      }),
      spokenAlone: Confirmed('在安全环境中单独告知', 'Told alone and in a safe place'),
    }),
  },
  'misuse.answered': {
    domainCode: 'mediation.MISUSE_ANSWERED',
    title: title('处置不当调解', 'Misuse answered'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({ measure: Codes(MISUSE_MEASURES, '处置', 'Measure') }),
  },
});
