import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { riskReviewed } from '../danger-points/risk-review.ts';
import { BREACH_ACTS, REPORT_SOURCES } from '../protection-order/codes.ts';
import { FRAGILITIES } from '../warning-letter/codes.ts';
import {
  AGGRAVATIONS,
  POLICE_CLOSINGS,
  POLICE_GROUNDS,
  POSTPONEMENTS,
  PUNISHMENTS,
  WISHES,
  WRONGS,
} from './codes.ts';
import { sanctionEvents } from './sanction-events.ts';
import { treatmentEvents } from './treatment.ts';
import { timeOutEvents } from './time-out.ts';

const POLICE: readonly Role[] = ['police_liaison', 'case_manager', 'supervisor'];
const ANYBODY: readonly Role[] = [
  'court_liaison',
  'police_liaison',
  'community_worker',
  'lawyer',
  'case_manager',
  'supervisor',
];
const nothing = Payload({});

/** One act of one person: a second act is a second track, so that each is answered once. */
export const input = Payload({
  basis: Codes(WRONGS, '违反的义务', 'What he broke'),
  respondent: Type.String({ pattern: '^[a-z][a-z0-9_]{0,19}$', ...label('违反人', 'Who') }),
  source: Codes(REPORT_SOURCES, '来源', 'Source'),
  acts: Type.Array(Codes(BREACH_ACTS, '行为', 'Act'), { maxItems: 14, ...label('行为', 'Acts') }),
  orderInForce: Type.Optional(Flag('有生效的保护令', 'An order is in force')),
  victim: Type.Optional(
    Type.Array(Codes(FRAGILITIES, '受害人情形', 'Victim is'), {
      maxItems: 8,
      ...label('受害人情形', 'Victim is'),
    }),
  ),
});

const policeEvents = defineEvents({
  'scene.reached': {
    domainCode: 'enforce.ON_SCENE',
    title: title('民警到场', 'Police on the scene'),
    roles: POLICE,
    payload: nothing,
  },
  'scene.secured': {
    domainCode: 'enforce.SECURED',
    title: title('已制止、保护、取证', 'Stopped, protected, evidence taken'),
    roles: POLICE,
    payload: Payload({
      separated: Confirmed('已将双方分开', 'They were separated'),
      evidence: Type.Optional(Sealed('narrative', 2000, label('证据', 'Evidence'))),
    }),
  },
  'order.found': {
    domainCode: 'enforce.ORDER_FOUND',
    title: title('查明有生效的保护令', 'An order turned out to be in force'),
    roles: POLICE,
    payload: nothing,
  },
  'court.noticed': {
    domainCode: 'enforce.NOTICE_TO_COURT',
    title: title('公安机关通报法院', 'The police told the court'),
    roles: POLICE,
    payload: nothing,
  },
  'case.opened': {
    domainCode: 'enforce.CASE_ADMIN',
    title: title('治安案件立案', 'Public-security case opened'),
    roles: POLICE,
    payload: Payload({ ground: Codes(POLICE_GROUNDS, '案由', 'Ground') }),
  },
  'limit.extended': {
    domainCode: 'enforce.CASE_EXTENDED',
    title: title('延长办案期限', 'Time limit extended'),
    roles: POLICE,
    payload: nothing,
    follows: ['case.opened'],
  },
  'punishment.decided': {
    domainCode: 'enforce.PUNISHED',
    title: title('作出治安管理处罚决定', 'Penalty decided'),
    roles: POLICE,
    payload: Payload({
      kind: Codes(PUNISHMENTS, '处罚种类', 'Penalty'),
      ground: Codes(POLICE_GROUNDS, '依据', 'Ground'),
      aggravation: Type.Optional(Codes(AGGRAVATIONS, '加重情形', 'What makes it graver')),
      fineYuan: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, ...label('罚款（元）', 'Yuan') })),
      days: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, ...label('拘留（日）', 'Days') })),
      endsAt: Type.Optional(PlannedInstant(label('拘留期满', 'Detention ends'))),
    }),
    follows: ['case.opened'],
  },
  'custody.entered': {
    domainCode: 'enforce.POLICE_DETAINED',
    title: title('行政拘留交付执行', 'Taken to the place of detention'),
    roles: POLICE,
    payload: Payload({ endsAt: PlannedInstant(label('拘留期满', 'Detention ends')) }),
    follows: ['punishment.decided'],
  },
  'custody.postponed': {
    domainCode: 'enforce.POLICE_DETENTION_POSTPONED',
    title: title('暂缓执行、不执行行政拘留', 'Detention suspended or not carried out'),
    roles: POLICE,
    payload: Payload({ ground: Codes(POSTPONEMENTS, '情形', 'Ground') }),
    follows: ['punishment.decided'],
  },
  'crime.filed': {
    domainCode: 'enforce.CASE_CRIMINAL',
    title: title('公安机关刑事立案', 'Criminal case filed'),
    roles: POLICE,
    payload: nothing,
  },
  'police.closed': {
    domainCode: 'enforce.POLICE_NONE',
    title: title('公安机关不再处理', 'The police do nothing more'),
    roles: POLICE,
    payload: Payload({
      reason: Codes(POLICE_CLOSINGS, '理由', 'Reason'),
      toldHer: Flag('已告知受害人', 'She was told'),
    }),
  },
  'wish.recorded': {
    domainCode: 'enforce.VICTIM_WISH',
    title: title('记录受害人意愿', 'Her wish recorded'),
    roles: ANYBODY,
    payload: Payload({
      wish: Codes(WISHES, '意愿', 'Wish'),
      spokenAlone: Confirmed('已单独征询', 'She was asked alone'),
      pressed: Flag('疑似受到胁迫', 'Pressure suspected'),
    }),
  },
  'respondent.died': {
    domainCode: 'enforce.RESPONDENT_DIED',
    title: title('违反人死亡', 'He died'),
    roles: [...ANYBODY, 'operator'],
    payload: nothing,
  },
  'risk.reviewed': riskReviewed('enforce.RISK_REVIEWED'),
  'enforcement.closed': {
    domainCode: 'enforce.CLOSE',
    title: title('办结', 'Closed'),
    roles: ['case_manager', 'supervisor'],
    by: 'owner',
    payload: nothing,
  },
});

export const events = { ...policeEvents, ...timeOutEvents, ...sanctionEvents, ...treatmentEvents };
