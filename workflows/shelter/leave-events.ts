import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PastInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { ADVERSE_KINDS, INQUIRERS } from '../adverse/codes.ts';
import { DESTINATIONS, MINORS_LEAVE, RECEIVERS, TAKERS, VERIFIERS } from './codes.ts';

const SITE: readonly Role[] = ['shelter_worker'];
const VISITORS: readonly Role[] = [
  'shelter_worker',
  'operator',
  'case_manager',
  'supervisor',
  'community_worker',
];

/** Leaving, who may be handed to whom, and what follows. There is no event by which anybody fetches an adult. */
export const leaveEvents = defineEvents({
  'leave.requested': {
    domainCode: 'shelter.LEAVE_BY_REQUEST',
    title: title('本人书面申请离站', 'She asks in writing to leave'),
    roles: SITE,
    by: 'handler',
    payload: Payload({
      written: Confirmed('本人书面申请', 'In writing, by herself'),
      spokenAlone: Confirmed('已单独核实没有受到胁迫', 'Asked alone; nobody presses her'),
      destination: Codes(DESTINATIONS, '去向', 'Where to'),
      knownToHim: Type.Optional(Flag('加害人知道该去处', 'He knows that place')),
      reason: Type.Optional(Sealed('narrative', 1000, label('理由', 'Reason'))),
    }),
  },
  'leave.withdrawn': {
    domainCode: 'shelter.STAYS_ON',
    title: title('本人撤回离站申请', 'She stays on'),
    roles: SITE,
    by: 'handler',
    payload: Payload({}),
  },
  'absence.noted': {
    domainCode: 'shelter.ABSENT',
    title: title('未告知而外出未归', 'Gone without a word'),
    roles: SITE,
    by: 'handler',
    payload: Payload({}),
  },
  'loss.reported': {
    domainCode: 'shelter.LOSS_REPORTED',
    title: title('走失已报案', 'Loss reported to the police'),
    roles: VISITORS,
    payload: Payload({
      receiptKept: Confirmed('已向公安机关报案并留存回执', 'Reported to the police, receipt kept'),
    }),
    follows: ['absence.noted'],
  },
  'contact.made': {
    domainCode: 'shelter.BACK',
    title: title('已联系上并返回', 'Reached, and back'),
    roles: VISITORS,
    payload: Payload({}),
  },
  'stay.ended': {
    domainCode: 'shelter.LEFT',
    title: title('已离站', 'Left'),
    roles: SITE,
    by: 'handler',
    payload: Payload({
      leftAt: PastInstant(label('离站时间', 'Left at')),
      minors: Codes(MINORS_LEAVE, '随行未成年人', 'Minors with her'),
    }),
  },
  'minor.handed': {
    domainCode: 'shelter.HANDOVER',
    title: title('向经核实的监护人交接未成年人', 'A minor handed to a verified guardian'),
    roles: SITE,
    by: 'handler',
    payload: Payload({
      to: Codes(RECEIVERS, '接收人', 'To'),
      verifiedBy: Codes(VERIFIERS, '核实单位', 'Verified by'),
      notTheAbuser: Confirmed(
        '已核实接收人不是加害人，也不与加害人共同生活',
        'Neither the abuser nor living with the abuser',
      ),
      signed: Confirmed('已签交接书', 'Handover signed'),
      handedAt: PastInstant(label('交接时间', 'Handed over at')),
    }),
  },
  'minor.taken': {
    domainCode: 'shelter.MINOR_TAKEN',
    title: title('随行未成年人未经核实被带走', 'A child was taken away, and nobody verified who took it'),
    roles: SITE,
    by: 'handler',
    payload: Payload({
      by: Codes(TAKERS, '带走人', 'By whom'),
      policeCalled: Confirmed('已报警', 'Police called'),
      herWish: Flag('当事人单独表示同意', 'She agreed, asked alone'),
    }),
  },
  'inquiry.received': {
    domainCode: 'shelter.ADVERSE_INQUIRY',
    title: title('收到不利查询、不利报案', 'Adverse inquiry or report received'),
    roles: [...VISITORS, 'police_liaison'],
    payload: Payload({
      kind: Codes(ADVERSE_KINDS, '情形', 'Kind'),
      through: Codes(INQUIRERS, '途径', 'Through whom'),
    }),
  },
  'visit.made': {
    domainCode: 'shelter.FOLLOWUP',
    title: title('离站回访：安全', 'Follow-up: safe'),
    roles: VISITORS,
    payload: Payload({ spokenAlone: Flag('单独了解', 'Asked alone') }),
  },
  'visit.failed': {
    domainCode: 'shelter.FOLLOWUP_UNSAFE',
    title: title('离站回访：不安全或者联系不上', 'Follow-up: unsafe, or not reached'),
    roles: VISITORS,
    payload: Payload({ what: Type.Optional(Sealed('narrative', 2000, label('情况', 'What was found'))) }),
  },
  'visit.missed': {
    domainCode: 'shelter.FOLLOWUP_MISSED',
    title: title('到期未回访', 'Follow-up not made in time'),
    roles: [],
    payload: Payload({}),
  },
  'death.recorded': {
    domainCode: 'shelter.DEATH',
    title: title('当事人死亡', 'She died'),
    roles: [...SITE, 'supervisor', 'police_liaison'],
    payload: Payload({}),
  },
});
