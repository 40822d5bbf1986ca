import type { Move } from './every-path.ts';
import { OPENED_AT } from './step-with.ts';

const DAY = OPENED_AT.slice(0, 10);
const sealed = { sealed: 's' };

/** An application of one against one. */
export const ORDER_INPUT = {
  relation: 'spouse',
  basis: 'violence',
  applicants: [{ id: 'a1' }],
  respondents: [{ id: 'r1' }],
} as const;

export const FILED = { court: 'applicant_residence', mode: 'written', measures: ['no_violence'] } as const;
export const UNITS = [
  { id: 'police1', kind: 'police_station', district: 'own' },
  { id: 'village1', kind: 'committee', district: 'own' },
] as const;

/** An order made that day, with its last day. */
export function grantOf(to: string, madeOn: string = DAY, more: object = {}) {
  return { madeOn, to, measures: [{ id: 'm1', code: 'no_violence' }], units: UNITS, ...more };
}

const served = (to: string): Move => ['document.served', { to, method: 'in_person', addressHidden: true }];

/** Before the court has decided. */
const APPLICATION_MOVES: readonly Move[] = [
  ['application.filed', FILED],
  ['application.abandoned', { spokenAlone: true }],
  ['application.accepted', { urgent: false }],
  ['application.accepted', { urgent: true }],
  ['court.contacted'],
  ['urgency.found'],
  ['supplement.requested', { list: sealed, oral: true }],
  ['supplement.filed'],
  ['application.turnedaway', { said: sealed }],
  ['acceptance.refused', { written: false, reason: sealed }],
  ['safety.arranged', { shelterOffered: true, policeTold: true }],
  ['complaint.made', { to: 'upper_court' }],
  ['complaint.answered'],
  ['hearing.scheduled', { at: OPENED_AT, online: false, apart: true }],
  ['hearing.held', { attendance: 'respondent_refused', online: true }],
  ['collection.requested', { kind: 'police_records' }],
  ['evidence.added', { kind: 'medical' }],
  ['pressure.checked', { spokenAlone: true, finding: 'none' }],
  ['pressure.checked', { spokenAlone: true, finding: 'found' }],
  ['application.withdrawn'],
  ['application.deemedwithdrawn'],
  ['proceedings.terminated', { ground: 'respondent_died' }],
  ['residence.changed', { who: 'a1', district: 'other' }],
  ['order.refused', { reason: 'no_violence_shown' }],
  ['refusal.served'],
  ['reconsideration.waived', { spokenAlone: true }],
  ['reconsideration.filed', { by: 'a1' }],
  ['reconsideration.lapsed', {}, { role: 'system' }],
  ['reconsideration.upheld'],
  ['risk.reviewed'],
  ['application.renewed'],
  ['order.granted', grantOf('2026-07-05')],
  ['order.granted', grantOf('2026-07-06')],
];

const PRESSURE: readonly Move[] = [
  ['pressure.checked', { spokenAlone: true, finding: 'none' }],
  ['pressure.checked', { spokenAlone: true, finding: 'found' }],
];
const GRANTED: readonly Move[] = [
  ['application.filed', FILED],
  ['application.accepted', { urgent: false }],
  ['order.granted', grantOf('2026-07-05')],
];
const SERVED: readonly Move[] = [served('a1'), served('r1'), served('police1'), served('village1')];
const EXPIRED: readonly Move[] = [
  ['order.expired', {}, { role: 'system' }],
  ['feedback.returned', { signed: true, units: ['village1'] }],
  ['risk.reviewed'],
  ['order.closed', { renewalOffered: true }],
];
const VARIED: readonly Move[] = [
  ['variation.requested', { by: 'lawyer' }],
  ['order.varied', { madeOn: DAY, measures: [{ id: 'm1', code: 'no_contact' }] }],
  ['reconsideration.filed', { by: 'r1' }],
  ['reconsideration.changed', { madeOn: DAY, measures: [{ id: 'm1', code: 'no_contact' }] }],
];

/** Service while rulings change. */
const SERVICE_MOVES: readonly Move[] = [
  ...GRANTED,
  ...SERVED,
  ...VARIED,
  ['service.failed', { to: 'r1', why: 'refused', recorded: true }],
  ['notice.published', { to: 'r1' }],
  ['unit.added', { id: 'school1', kind: 'school', district: 'own' }],
  ['unit.released', { unit: 'school1' }],
  ['order.expired', {}, { role: 'system' }],
];

/** Everything by which an order is changed or ends. */
const CHANGE_MOVES: readonly Move[] = [
  ...GRANTED,
  ...VARIED,
  ...PRESSURE,
  ...EXPIRED,
  ['extension.requested', { by: 'applicant' }],
  ['extension.requested', { by: 'respondent' }],
  ['variation.requested', { by: 'respondent' }],
  ['revocation.requested', { by: 'applicant' }],
  ['revocation.requested', { by: 'respondent' }],
  ['order.extended', { madeOn: DAY, to: '2026-12-05' }],
  ['order.revoked', { madeOn: DAY }],
  ['change.denied'],
  ['change.withdrawn', { by: 'applicant' }],
  ['reconsideration.upheld'],
  ['reconsideration.lapsed', {}, { role: 'system' }],
  ['reconsideration.revoked', { madeOn: DAY }],
  ['proceedings.terminated', { ground: 'respondent_died' }],
];

/** What happens while it is in force. */
const EVENT_MOVES: readonly Move[] = [
  ...GRANTED,
  ...SERVED,
  ...EXPIRED,
  ...PRESSURE,
  ['revocation.requested', { by: 'applicant' }],
  ['order.revoked', { madeOn: DAY }],
  ['reconsideration.filed', { by: 'r1' }],
  ['visit.made', { unit: 'village1', manner: 'safe_phone', seenApart: true, keptOrder: true }],
  ['visit.made', { unit: 'village1', manner: 'safe_phone', seenApart: true, keptOrder: false }],
  ['violation.reported', { respondent: 'r1', measures: ['m1'], acts: ['violence'], source: 'police' }],
  ['measure.performed', { measure: 'm1', extent: 'complied' }],
  ['measure.lapsed', {}, { role: 'system' }],
  ['execution.requested', { measures: ['m1'] }],
  ['execution.answered'],
  ['residence.changed', { who: 'a1', district: 'other' }],
];

/** The product of all of it is millions of states; regions that share nothing are walked beside each other. */
export const ORDER_WALKS: readonly (readonly Move[])[] = [
  APPLICATION_MOVES,
  SERVICE_MOVES,
  CHANGE_MOVES,
  EVENT_MOVES,
];

/** What no guard reads: states that differ in nothing else are one. */
export const ORDER_UNREAD = [
  'evidence',
  'hearings',
  'rulings',
  'measures',
  'owed',
  'visits',
  'visitCount',
  'violations',
  'serviceFailures',
  'urgencyAsked',
  'supplementRule',
  'supplementFrom',
  'decisionRule',
  'movedOut',
];
