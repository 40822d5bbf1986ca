import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant, PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { RELATIONS } from '../protection-order/codes.ts';
import { CORROBORATION, EDUCATION_GROUNDS, FRAGILITIES, LAW_BASIS, REPORTERS, SHORTCUTS } from './codes.ts';
import { monitoringEvents } from './monitoring-events.ts';

const POLICE: readonly Role[] = ['police_liaison', 'case_manager', 'supervisor'];
const HER_SIDE: readonly Role[] = ['operator', 'lawyer', 'case_manager', 'supervisor'];
const text = (limit: number, zh: string, en: string) => Sealed('narrative', limit, label(zh, en));
const nothing = Payload({});

/** A call to the police. */
export const input = Payload({
  relation: Codes(RELATIONS, '双方关系', 'Relation'),
  reporter: Codes(REPORTERS, '报案人', 'Who called'),
  priorReports: Type.Integer({ minimum: 0, maximum: 999, ...label('此前报警次数', 'Earlier calls') }),
  comeBy: Type.Optional(PlannedInstant(label('约定的到场时间', 'When they were asked to come'))),
  onArrival: Type.Optional(text(500, '出警注意事项', 'What to mind on arrival')),
  fragile: Type.Array(Codes(FRAGILITIES, '受害人情形', 'Victim is'), {
    maxItems: 8,
    ...label('受害人情形', 'Victim is'),
  }),
  letterAsked: Type.Optional(Flag('受害人要求出具告诫书', 'She asks for a letter')),
  countFirst: Type.Optional(Flag('首次查访计入三次', 'The first visit counts among the three')),
});

const callEvents = defineEvents({
  'scene.reached': {
    domainCode: 'wl.POLICE_AT_SCENE',
    title: title('民警到场', 'Police at the scene'),
    roles: POLICE,
    payload: Payload({
      acceptedAt: Type.Optional(PastInstant(label('受理报案时间', 'Report accepted at'))),
      separated: Flag('已将双方分开询问', 'Questioned apart'),
      injured: Flag('受害人受伤', 'Victim injured'),
      wontStop: Flag('在民警面前仍不停止', 'Does not stop before the police'),
      publicPlace: Flag('在公共场所', 'In a public place'),
    }),
  },
  'report.accepted': {
    domainCode: 'wl.ACCEPTED',
    title: title('受理报案并交付回执', 'Report accepted, receipt given'),
    roles: POLICE,
    payload: Payload({
      receipt: Flag('已交付回执', 'Receipt given'),
      injured: Flag('受害人受伤', 'Victim injured'),
    }),
  },
  'report.transferred': {
    domainCode: 'wl.WRONG_UNIT',
    title: title('不属于本单位管辖，移送', 'Wrong unit, moved'),
    roles: POLICE,
    payload: Payload({
      receipt: Type.Optional(Flag('已接报并交付回执', 'Taken down, receipt given')),
      urgentDone: Type.Optional(Flag('已先行采取紧急措施', 'Urgent measures came first')),
    }),
  },
  'report.turnedaway': {
    domainCode: 'wl.TURNED_AWAY',
    title: title('未受理，被劝离', 'Turned away'),
    roles: [...HER_SIDE, 'police_liaison'],
    payload: Payload({ said: text(1000, '说法', 'What was said') }),
  },
  'report.renewed': {
    domainCode: 'wl.REPORT_AGAIN',
    title: title('再次报案', 'Reported again'),
    roles: [...HER_SIDE, 'police_liaison'],
    payload: nothing,
  },
  'report.abandoned': {
    domainCode: 'wl.ABANDONED',
    title: title('本人决定不再报案', 'She does not go on'),
    roles: ['case_manager', 'supervisor'],
    by: 'owner',
    payload: Payload({ spokenAlone: Confirmed('已与本人单独确认', 'She was asked alone') }),
  },
  'inquiry.needed': {
    domainCode: 'wl.NEED_MORE',
    title: title('需要进一步查证', 'More is to be found out'),
    roles: POLICE,
    payload: nothing,
  },
  'victim.heard': {
    domainCode: 'wl.VICTIM_HEARD',
    title: title('单独询问受害人', 'Victim heard apart'),
    roles: POLICE,
    payload: Payload({ apart: Confirmed('与加害人分开', 'Apart from him') }),
  },
  'appraisal.commissioned': {
    domainCode: 'wl.APPRAISAL',
    title: title('委托伤情鉴定', 'Injuries to be appraised'),
    roles: POLICE,
    payload: Payload({
      complex: Type.Optional(Flag('伤情复杂，七日内出具', 'Complex injury: seven days')),
    }),
  },
  'appraisal.received': {
    domainCode: 'wl.APPRAISED',
    title: title('收到伤情鉴定意见', 'Opinion on injuries received'),
    roles: POLICE,
    payload: nothing,
    follows: ['appraisal.commissioned'],
  },
  'letter.requested': {
    domainCode: 'wl.VICTIM_ASKS',
    title: title('受害人要求出具告诫书', 'She asks for a warning letter'),
    roles: [...HER_SIDE, 'police_liaison'],
    payload: nothing,
  },
  'decision.disputed': {
    domainCode: 'wl.SHORTCUT',
    title: title('记录不当处理', 'A shortcut is put on record'),
    roles: [...HER_SIDE, 'police_liaison', 'community_worker'],
    payload: Payload({
      kind: Codes(SHORTCUTS, '做法', 'What was done'),
      what: Type.Optional(text(2000, '情况', 'What happened')),
    }),
  },
  'letter.issued': {
    domainCode: 'wl.DECIDE_WARN',
    title: title('决定出具告诫书', 'Warning letter decided'),
    roles: POLICE,
    payload: Payload({
      letterNo: Sealed('identity', 80, label('文号', 'Number')),
      identities: Confirmed('写明双方身份及关系', 'Both identities and the relation'),
      facts: text(4000, '家庭暴力的事实陈述', 'Facts'),
      admits: Flag('加害人承认', 'He admits it'),
      victimStatement: Flag('有受害人陈述', 'Victim’s statement'),
      witness: Flag('有证人证言', 'Witness'),
      evidence: Type.Array(Codes(CORROBORATION, '辅证', 'Corroboration'), {
        maxItems: 9,
        ...label('认定证据', 'Evidence'),
      }),
      lawBasis: Type.Array(Codes(LAW_BASIS, '相关法律规定', 'Law'), {
        minItems: 1,
        maxItems: 5,
        ...label('相关法律规定', 'Law'),
      }),
      ban: Confirmed('写明禁止加害人实施家庭暴力', 'Forbids violence'),
      consequence: Confirmed('写明再次实施的法律后果', 'Tells the consequences'),
    }),
  },
  'offender.educated': {
    domainCode: 'wl.DECIDE_EDUCATE',
    title: title('批评教育', 'Criticised and educated'),
    roles: POLICE,
    payload: Payload({
      ground: Codes(EDUCATION_GROUNDS, '情形', 'Ground'),
      forgivenAlone: Type.Optional(
        Flag('谅解系单独询问、自愿作出', 'Forgiveness was given freely, asked alone'),
      ),
      whyNoLetter: Type.Optional(text(1000, '不出具告诫书的理由', 'Why no letter')),
    }),
  },
  'dispute.mediated': {
    domainCode: 'wl.DECIDE_MEDIATED',
    title: title('调解结案', 'Settled by mediation'),
    roles: POLICE,
    payload: Payload({
      agreedAlone: Confirmed('双方分别同意', 'Each agreed alone'),
      rightsTold: Confirmed('已告知可以申请告诫书、保护令', 'Told of letter and order'),
    }),
  },
  'case.dismissed': {
    domainCode: 'wl.DECIDE_NONE',
    title: title('不属于家庭暴力，说明理由', 'No domestic violence, reasons told'),
    roles: POLICE,
    payload: Payload({ reasonsTold: Confirmed('已书面说明理由', 'Reasons told in writing') }),
  },
  'case.punished': {
    domainCode: 'wl.DECIDE_PUNISH',
    title: title('转治安案件办理', 'Taken on as a public-security case'),
    roles: POLICE,
    payload: nothing,
  },
  'crime.filed': {
    domainCode: 'wl.DECIDE_CRIME',
    title: title('转刑事案件办理', 'Taken on as a crime'),
    roles: POLICE,
    payload: nothing,
  },
});

export const events = { ...callEvents, ...monitoringEvents };
