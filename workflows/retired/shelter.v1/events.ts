import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant, PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { ALTERNATIVES, DECISIONS, DECLINE_GROUNDS, RESIDENTS, SOURCES, SUPPORTS, ZONES } from './codes.ts';
import { leaveEvents } from './leave-events.ts';

const SITE: readonly Role[] = ['shelter_worker'];
const SITE_AND_DESK: readonly Role[] = ['shelter_worker', 'case_manager', 'supervisor'];

/** A place is a code that means something only to those who run it; its address is nowhere in the product. */
const Site = () =>
  Type.String({ pattern: '^[A-Z]{2}[0-9]{2,4}$', ...label('场所代号', 'Code of the place') });

/** What opens a request. No papers are asked for: who flees has none with her. */
export const input = Payload({
  source: Codes(SOURCES, '来源', 'Source'),
  resident: Codes(RESIDENTS, '求助人', 'Who asks'),
  minors: Type.Integer({ minimum: 0, maximum: 10, ...label('随行未成年子女数', 'Minor children with her') }),
  previousStays: Type.Integer({ minimum: 0, ...label('以往入住次数', 'Earlier stays') }),
});

const stayEvents = defineEvents({
  'stay.admitted': {
    domainCode: 'shelter.ADMIT',
    title: title('入站', 'Admitted'),
    roles: SITE,
    by: 'handler',
    payload: Payload({
      site: Site(),
      zone: Codes(ZONES, '分区', 'Zone'),
      admittedAt: PastInstant(label('入站时间', 'Admitted at')),
      apart: Confirmed('与流浪乞讨人员分开', 'Kept apart from the vagrants’ service'),
      staffOfHerSex: Confirmed('由同性工作人员管理', 'Run by staff of the same sex'),
      free: Confirmed('不收费', 'No charge'),
      mayLeave: Confirmed('已告知来去自由', 'Told that she is free to leave'),
    }),
  },
  'site.full': {
    domainCode: 'shelter.NO_SPACE',
    title: title('没有床位', 'No space'),
    roles: SITE,
    by: 'handler',
    payload: Payload({}),
  },
  'request.declined': {
    domainCode: 'shelter.NOT_ELIGIBLE',
    title: title('不适合入住本站', 'This place is not the right one'),
    roles: SITE,
    by: 'handler',
    payload: Payload({ ground: Codes(DECLINE_GROUNDS, '事由', 'Ground') }),
  },
  'alternative.found': {
    domainCode: 'shelter.ALTERNATIVE',
    title: title('已落实其他安全去处', 'Another safe place found'),
    roles: SITE_AND_DESK,
    payload: Payload({
      kind: Codes(ALTERNATIVES, '去处', 'Where'),
      arrived: Confirmed('已确认到达', 'She has arrived'),
    }),
  },
  'request.withdrawn': {
    domainCode: 'shelter.WITHDRAW',
    title: title('本人不再需要庇护', 'She no longer asks for shelter'),
    roles: SITE_AND_DESK,
    payload: Payload({
      spokenAlone: Confirmed('已在安全环境中单独向其确认', 'Asked alone and in a safe place'),
    }),
  },
  'needs.planned': {
    domainCode: 'shelter.NEEDS_PLAN',
    title: title('商定服务', 'Services agreed'),
    roles: SITE_AND_DESK,
    payload: Payload({
      services: Type.Array(Codes(SUPPORTS, '服务', 'Service'), {
        minItems: 1,
        maxItems: 6,
        ...label('服务', 'Services'),
      }),
    }),
  },
  'stay.reviewed': {
    domainCode: 'shelter.DAY_SEVEN',
    title: title('去留评估', 'Stay reviewed'),
    roles: SITE_AND_DESK,
    payload: Payload({ decision: Codes(DECISIONS, '结论', 'Decision') }),
    follows: ['stay.admitted'],
  },
  'extension.filed': {
    domainCode: 'shelter.EXTEND',
    title: title('延长庇护，已报主管民政部门备案', 'Longer stay filed with civil affairs'),
    roles: SITE_AND_DESK,
    payload: Payload({
      until: PlannedInstant(label('延长至', 'Until')),
      filedAt: PastInstant(label('备案时间', 'Filed at')),
    }),
    follows: ['stay.admitted'],
  },
  'limit.reached': {
    domainCode: 'shelter.LIMIT',
    title: title('庇护期限届满', 'The period of the stay has ended'),
    roles: [],
    payload: Payload({}),
  },
  'site.found': {
    domainCode: 'shelter.ABUSER_FOUND_SITE',
    title: title('加害人找到住处', 'He found the place'),
    roles: [...SITE_AND_DESK, 'police_liaison', 'operator'],
    payload: Payload({
      present: Flag('加害人在场', 'He is there'),
      policeCalled: Type.Optional(Flag('已报警', 'Police called')),
      what: Type.Optional(Sealed('narrative', 4000, label('情况', 'What happened'))),
    }),
  },
  'resident.relocated': {
    domainCode: 'shelter.RELOCATED',
    title: title('已转移到其他场所', 'Moved to another place'),
    roles: SITE_AND_DESK,
    payload: Payload({ site: Site() }),
  },
});

export const events = { ...stayEvents, ...leaveEvents };
