import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import {
  ADDRESSEES,
  BASES,
  CHILDREN,
  CONSENTS,
  GRADES,
  GUARDIANS,
  OUTCOMES,
  PLACE_KINDS,
  SUBJECTS,
} from './codes.ts';
import { guardianshipEvents } from './guardianship-events.ts';

const CARERS: readonly Role[] = [
  'shelter_worker',
  'case_manager',
  'supervisor',
  'community_worker',
  'police_liaison',
];
const OFFICERS: readonly Role[] = ['shelter_worker', 'case_manager', 'supervisor'];

export const input = Payload({
  basis: Codes(BASES, '依据', 'Basis'),
  child: Codes(CHILDREN, '安置对象', 'Who is placed'),
});

const placeEvents = defineEvents({
  'guardian.assessed': {
    domainCode: 'placement.GUARDIAN',
    title: title('评估监护人', 'Guardian assessed'),
    roles: [...CARERS, 'court_liaison'],
    payload: Payload({
      guardian: Codes(GUARDIANS, '监护人', 'Guardian'),
      grade: Codes(GRADES, '状况', 'Grade'),
      from: PastInstant(label('自何时起', 'From')),
      basis: Type.Optional(Sealed('narrative', 2000, label('依据', 'Basis'))),
    }),
  },
  'consent.given': {
    domainCode: 'placement.CONSENT',
    title: title('监护人同意', 'Guardian consents'),
    roles: CARERS,
    payload: Payload({
      guardian: Codes(GUARDIANS, '监护人', 'Guardian'),
      for: Codes(CONSENTS, '事项', 'For'),
    }),
  },
  'child.placed': {
    domainCode: 'placement.PLACE',
    title: title('安置', 'Placed'),
    roles: [...OFFICERS, 'police_liaison'],
    payload: Payload({
      kind: Codes(PLACE_KINDS, '安置方式', 'Kind of place'),
      place: Type.String({ pattern: '^[A-Z]{2}[0-9]{2,4}$', ...label('场所代号', 'Code of the place') }),
      annex: Type.Optional(Sealed('whereabouts', 300, label('地址（密封附件）', 'Address (sealed annex)'))),
      guardian: Type.Optional(Codes(GUARDIANS, '监护人', 'Guardian')),
      from: PastInstant(label('开始时间', 'From')),
    }),
  },
  'child.watched': {
    domainCode: 'placement.STAYS_HOME',
    title: title('评估后留家监护，重点走访', 'Stays at home after review, closely watched'),
    roles: ['case_manager', 'supervisor'],
    by: 'owner',
    payload: Payload({
      childHeard: Confirmed('已单独听取本人意见', 'The child was heard alone'),
      watchArranged: Confirmed('已落实走访人员', 'Who visits is settled'),
    }),
  },
  'placement.reviewed': {
    domainCode: 'placement.REVIEW',
    title: title('安置评估', 'Placement reviewed'),
    roles: OFFICERS,
    payload: Payload({ childHeard: Flag('已单独听取本人意见', 'The child was heard alone') }),
  },
  'return.proposed': {
    domainCode: 'placement.RETURN_PROPOSED',
    title: title('拟回归家庭', 'Return home proposed'),
    roles: OFFICERS,
    payload: Payload({ to: Codes(GUARDIANS, '监护人', 'Guardian') }),
  },
  'return.approved': {
    domainCode: 'placement.RETURN',
    title: title('评估后同意回归家庭', 'Return home approved after review'),
    roles: ['case_manager', 'supervisor'],
    by: 'owner',
    payload: Payload({
      childHeard: Confirmed('已单独听取本人意见', 'The child was heard alone'),
      homeChecked: Confirmed('已入户评估', 'The home was looked at'),
    }),
  },
  'return.refused': {
    domainCode: 'placement.RETURN_REFUSED',
    title: title('评估后不同意回归', 'Return home refused'),
    roles: ['case_manager', 'supervisor'],
    by: 'owner',
    payload: Payload({}),
  },
  'return.visited': {
    domainCode: 'placement.RETURN_VISIT',
    title: title('回归后回访：安全', 'Visit at home: safe'),
    roles: CARERS,
    payload: Payload({ childSeenAlone: Confirmed('已单独见到本人', 'The child was seen alone') }),
  },
  'return.failed': {
    domainCode: 'placement.RETURN_FAILED',
    title: title('回归后不安全', 'Not safe at home'),
    roles: CARERS,
    payload: Payload({ what: Type.Optional(Sealed('narrative', 2000, label('情况', 'What was found'))) }),
  },
  'placement.settled': {
    domainCode: 'placement.SETTLED',
    title: title('长期去向确定', 'Lasting home found'),
    roles: OFFICERS,
    payload: Payload({ outcome: Codes(OUTCOMES, '去向', 'Outcome') }),
  },
  'recommendation.sent': {
    domainCode: 'placement.RECOMMEND',
    title: title('发出建议、督促', 'Recommendation sent'),
    roles: [...OFFICERS, 'court_liaison', 'police_liaison'],
    payload: Payload({
      to: Codes(ADDRESSEES, '对象', 'To'),
      about: Codes(SUBJECTS, '事项', 'About'),
      receivedAt: PastInstant(label('对方收到时间', 'Received at')),
    }),
  },
  'recommendation.answered': {
    domainCode: 'placement.RECOMMEND_ANSWERED',
    title: title('收到书面答复', 'Answered in writing'),
    roles: [...OFFICERS, 'court_liaison', 'police_liaison'],
    payload: Payload({ by: Codes(ADDRESSEES, '答复单位', 'By') }),
    follows: ['recommendation.sent'],
  },
  'death.recorded': {
    domainCode: 'placement.DEATH',
    title: title('死亡', 'Death of the child'),
    roles: CARERS,
    payload: Payload({}),
  },
  'placement.closed': {
    domainCode: 'placement.CLOSE',
    title: title('安置办结', 'Placement closed'),
    roles: ['case_manager', 'supervisor'],
    by: 'owner',
    payload: Payload({}),
  },
});

export const events = { ...placeEvents, ...guardianshipEvents };
