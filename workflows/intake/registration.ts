import { type Static, Type } from 'typebox';
import { Codes, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed, SealedPhone } from '#src/workflow/sealed.ts';
import {
  AGE_GROUPS,
  CALLER_RELATIONS,
  CAPACITIES,
  CHANNELS,
  NEEDS,
  PARTY_RELATIONS,
  REACHED,
  REGISTRATION_GROUPS,
  SEXES,
  VIOLENCE_FORMS,
} from './codes.ts';

const LocalTime = (zh: string, en: string) =>
  Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', ...label(zh, en) });

/** When and how she may be reached; outside it nobody calls and nothing is sent. */
export const SafeWindow = Payload({ from: LocalTime('起', 'From'), to: LocalTime('止', 'To') });

/** What opens an intake: codes only, so that an anonymous call works like any other. */
export const input = Payload({
  channel: Codes(CHANNELS, '来源', 'Channel'),
  caller: Payload({
    relation: Codes(CALLER_RELATIONS, '来电人身份', 'Caller'),
    anonymous: Type.Optional(Flag('匿名', 'Anonymous')),
  }),
  safeContact: Payload({
    canTalkNow: Flag('现在方便通话', 'Can talk now'),
    okToText: Type.Optional(Flag('可以发短信', 'May be texted')),
    phoneControlled: Type.Optional(Flag('手机受他人控制', 'Somebody else controls her phone')),
    through: Type.Optional(Codes(REACHED, '安全联系人', 'Through whom she is reached')),
    window: Type.Optional(SafeWindow),
  }),
  priorCases: Type.Integer({ minimum: 0, ...label('以往个案数', 'Earlier cases') }),
  minor: Type.Optional(Flag('受害人为未成年人', 'The victim is a minor')),
  capacity: Type.Optional(Codes(CAPACITIES, '民事行为能力', 'Legal capacity')),
});

const Person = {
  sex: Type.Optional(Codes(SEXES, '性别', 'Sex')),
  ageGroup: Type.Optional(Codes(AGE_GROUPS, '年龄段', 'Age group')),
  job: Type.Optional(Sealed('identity', 80, label('职业', 'Occupation'))),
};
const home = (whose: 'whereabouts' | 'respondent') =>
  Type.Optional(Sealed(whose, 200, label('住所', 'Home')));

/** 家庭暴力个案登记表 (试行). */
export const registration = Payload({
  victim: Type.Optional(
    Payload({
      name: Type.Optional(Sealed('identity', 80, label('姓名', 'Name'))),
      phone: Type.Optional(SealedPhone(label('联系电话', 'Phone'))),
      ...Person,
      home: home('whereabouts'),
      children: Type.Optional(Sealed('narrative', 500, label('子女情况', 'Children'))),
    }),
  ),
  abuser: Type.Optional(
    Payload({
      name: Type.Optional(Sealed('conflict', 80, label('姓名', 'Name'))),
      ...Person,
      home: home('respondent'),
    }),
  ),
  relation: Type.Optional(Codes(PARTY_RELATIONS, '施暴人与受害人关系', 'Relation to the victim')),
  history: Type.Optional(
    Payload({
      earlierViolence: Flag('以前有过家庭暴力', 'Earlier violence'),
      text: Type.Optional(Sealed('narrative', 2000, label('简述', 'Summary'))),
    }),
  ),
  violenceForms: Type.Optional(
    Type.Array(Codes(VIOLENCE_FORMS, '家庭暴力类型', 'Form of violence'), { maxItems: 4 }),
  ),
  incident: Type.Optional(
    Payload({
      time: Type.Optional(PastInstant(label('时间', 'Time'))),
      area: Type.Optional(Sealed('narrative', 200, label('地区', 'Area'))),
      detail: Type.Optional(Sealed('narrative', 6000, label('细节', 'Details'))),
    }),
  ),
  injury: Type.Optional(
    Payload({
      victimInjured: Flag('受害人受伤', 'Victim injured'),
      text: Type.Optional(Sealed('narrative', 1000, label('伤情', 'Injuries'))),
      abuserInjured: Type.Optional(Flag('施暴人受伤', 'Abuser injured')),
      abuserArrested: Type.Optional(Flag('施暴人被拘捕', 'Abuser arrested')),
    }),
  ),
  caseNature: Type.Optional(Sealed('narrative', 200, label('案件性质', 'Nature of the case'))),
  cause: Type.Optional(Sealed('narrative', 1000, label('起因', 'Cause'))),
  consequence: Type.Optional(Sealed('narrative', 1000, label('结果', 'Consequence'))),
  needs: Type.Optional(Type.Array(Codes(NEEDS, '受害人需求', 'Need'), { maxItems: 10 })),
  refused: Type.Optional(
    Type.Array(Codes(REGISTRATION_GROUPS, '不愿提供', 'Refused'), {
      maxItems: 8,
      ...label('不愿提供的项目', 'What she does not wish to give'),
    }),
  ),
  anonymous: Type.Optional(Flag('匿名', 'Anonymous')),
  minor: Type.Optional(Flag('受害人为未成年人', 'The victim is a minor')),
  capacity: Type.Optional(Codes(CAPACITIES, '民事行为能力', 'Legal capacity')),
  harmSuspected: Type.Optional(
    Flag('遭受或者疑似遭受家庭暴力（未填视为是）', 'Harm or suspected harm; not said counts as yes'),
  ),
  abuserIsGuardian: Type.Optional(Flag('施暴人是其监护人', 'The abuser is her guardian')),
  harmFoundAt: Type.Optional(PastInstant(label('发现时间', 'Found at'))),
  rightsTold: Type.Optional(
    Flag('已告知申请人身安全保护令的权利', 'Told of the right to a protection order'),
  ),
  legalAidTold: Type.Optional(Flag('已告知申请法律援助的权利', 'Told of the right to legal aid')),
});

/** The groups of the form that are neither given nor marked as refused. */
export function missingGroups(form: Static<typeof registration>): string[] {
  const refused: readonly string[] = form.refused ?? [];
  return Object.keys(REGISTRATION_GROUPS).filter(
    (group) => form[group as keyof typeof form] === undefined && !refused.includes(group),
  );
}
