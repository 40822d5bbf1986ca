import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant, PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { RELEASES, RESTRAINTS, TERMS } from './codes.ts';

const TOLD: readonly Role[] = [
  'police_liaison',
  'court_liaison',
  'operator',
  'case_manager',
  'supervisor',
  'lawyer',
];
const WARNERS: readonly Role[] = [
  'operator',
  'case_manager',
  'supervisor',
  'police_liaison',
  'community_worker',
];

const plannedEnd = Type.Optional(
  PlannedInstant(label('文书载明的期满时间（最早可能释放的时间）', 'Printed end, or the earliest release')),
);
const terms = Type.Optional(
  Type.Array(Codes(TERMS, '须遵守的规定', 'Term'), { maxItems: 7, ...label('须遵守的规定', 'Terms') }),
);

/** What is done to his liberty, and that she hears of it first. */
export const restraintEvents = defineEvents({
  'restraint.imposed': {
    domainCode: 'criminal.RESTRAINT',
    title: title('采取、变更强制措施或者交付执行', 'Measure imposed or changed, sentence begun'),
    roles: TOLD,
    payload: Payload({
      kind: Codes(RESTRAINTS, '措施', 'Measure'),
      from: PastInstant(label('开始时间', 'From')),
      plannedEnd,
      terms,
      places: Type.Optional(Sealed('whereabouts', 500, label('禁止进入的场所', 'Places he may not enter'))),
    }),
  },
  'end.learned': {
    domainCode: 'criminal.END_KNOWN',
    title: title('得知（变更）期满时间', 'The end became known, or changed'),
    roles: TOLD,
    payload: Payload({
      plannedEnd: PlannedInstant(label('期满时间（最早可能释放的时间）', 'End, or the earliest release')),
    }),
  },
  'end.asked': {
    domainCode: 'criminal.END_ASKED',
    title: title('已向办案机关核实，期满时间未定', 'Asked; the end is not known yet'),
    roles: TOLD,
    payload: Payload({}),
  },
  'survivor.warned': {
    domainCode: 'criminal.WARNED',
    title: title('已告知受害人释放（措施）情况', 'She was told of the release, or of the terms'),
    roles: WARNERS,
    payload: Payload({
      bySafeContact: Confirmed('通过安全联系方式', 'Through her safe contact'),
      termsTold: Type.Optional(Flag('已告知对方须遵守的规定', 'She knows the terms he is under')),
      planRenewed: Type.Optional(Flag('已更新安全计划', 'Safety plan renewed')),
    }),
  },
  'warning.missed': {
    domainCode: 'criminal.WARNING_MISSED',
    title: title('释放前一日仍未告知', 'Not told a day before'),
    roles: [],
    payload: Payload({}),
  },
  'end.passed': {
    domainCode: 'criminal.END_PASSED',
    title: title('期满，按已经释放处理', 'The printed end has passed'),
    roles: [],
    payload: Payload({}),
  },
  'restraint.ended': {
    domainCode: 'criminal.RELEASED',
    title: title('释放、解除措施', 'Released, or the measure ended'),
    roles: TOLD,
    payload: Payload({
      how: Codes(RELEASES, '情形', 'How'),
      endedAt: PastInstant(label('释放（解除）时间', 'Ended at')),
    }),
  },
  'terms.breached': {
    domainCode: 'criminal.TERMS_BREACHED',
    title: title('违反须遵守的规定', 'Terms breached'),
    roles: [...TOLD, 'community_worker'],
    payload: Payload({
      term: Codes(TERMS, '违反的规定', 'Term'),
      what: Type.Optional(Sealed('narrative', 4000, label('情况', 'What happened'))),
    }),
  },
});
