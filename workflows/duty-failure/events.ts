import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, label, Payload } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents, type EventOf } from '#src/workflow/workflow-event.ts';
import { BOUND, FAILURES, GROUNDS, REGULATORS, RESULTS, TARGETS } from './codes.ts';

const WATCHERS: readonly Role[] = ['case_manager', 'supervisor', 'court_liaison', 'police_liaison'];
const OFFICERS: readonly Role[] = ['case_manager', 'supervisor'];

/** What opens it: who was bound to act, and what was not done. Nothing of the survivor is in it. */
export const input = Payload({
  unit: Codes(BOUND, '负有职责的单位', 'Who was bound to act'),
  failure: Codes(FAILURES, '未履行的职责', 'What was not done'),
  ground: Codes(GROUNDS, '当时的情况', 'What was known'),
  noticedAt: PastInstant(label('应当发现、处置的时间', 'When it should have acted')),
});

export const events = defineEvents({
  'lead.reported': {
    domainCode: 'duty.REPORTED',
    title: title('移送主管部门', 'Reported to whoever is in charge'),
    roles: WATCHERS,
    payload: Payload({
      to: Codes(REGULATORS, '主管部门', 'To whom'),
      receivedAt: PastInstant(label('对方收到时间', 'Received at')),
      what: Type.Optional(Sealed('narrative', 2000, label('线索', 'The lead'))),
    }),
  },
  'answer.received': {
    domainCode: 'duty.ANSWERED',
    title: title('收到书面答复', 'Answered in writing'),
    roles: WATCHERS,
    payload: Payload({}),
    follows: ['lead.reported'],
  },
  'answer.missed': {
    domainCode: 'duty.ANSWER_MISSED',
    title: title('逾期未答复', 'Not answered in time'),
    roles: [],
    payload: Payload({}),
  },
  'result.recorded': {
    domainCode: 'duty.RESULT',
    title: title('登记处理结果', 'What came of it'),
    roles: WATCHERS,
    payload: Payload({
      kind: Codes(RESULTS, '结果', 'Result'),
      against: Codes(TARGETS, '对象', 'Against whom'),
      decisionNo: Type.Optional(Sealed('identity', 80, label('文书号', 'Number of the paper'))),
    }),
    follows: ['lead.reported'],
  },
  'lead.dropped': {
    domainCode: 'duty.DROPPED',
    title: title('经核实没有失职', 'Looked into: nothing was neglected'),
    roles: ['supervisor'],
    by: 'owner',
    payload: Payload({ reason: Sealed('narrative', 1000, label('理由', 'Reason')) }),
  },
  'lead.closed': {
    domainCode: 'duty.CLOSE',
    title: title('办结', 'Closed'),
    roles: OFFICERS,
    by: 'owner',
    payload: Payload({ toldReporter: Confirmed('已告知提出线索的人', 'Whoever noticed it was told') }),
  },
});

export type DutyEvent = EventOf<typeof events>;
