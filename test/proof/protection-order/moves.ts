import { FILED, grantOf } from '#test/support/order-moves.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import type { Move } from '../abstraction.ts';

const DAY = OPENED_AT.slice(0, 10);
const sealed = { sealed: 's' };
const M1 = { id: 'm1', code: 'no_contact' } as const;

const GRANTED: readonly Move[] = [
  ['application.filed', FILED],
  ['application.accepted', { urgent: false }],
  ['order.granted', grantOf('2026-07-05')],
  ['order.granted', grantOf('2026-07-06')],
];
const PRESSURE: readonly Move[] = [
  ['pressure.checked', { spokenAlone: true, finding: 'none' }],
  ['pressure.checked', { spokenAlone: true, finding: 'suspected' }],
  ['pressure.checked', { spokenAlone: true, finding: 'found' }],
];
const TERMINATED: Move = ['proceedings.terminated', { ground: 'respondent_died' }];
const EXPIRED: readonly Move[] = [
  ['order.expired'],
  ['feedback.returned', { signed: true, units: ['village1'] }],
  ['risk.reviewed'],
  ['application.renewed'],
  ['order.closed', { renewalOffered: true }],
];
const VARIED: readonly Move[] = [
  ['variation.requested', { by: 'lawyer' }],
  ['order.varied', { madeOn: DAY, measures: [M1] }],
  ['reconsideration.filed', { by: 'r1' }],
  ['reconsideration.changed', { madeOn: DAY, measures: [M1] }],
];
const ENDED: readonly Move[] = [
  ['revocation.requested', { by: 'applicant' }],
  ['order.revoked', { madeOn: DAY }],
  ['reconsideration.revoked', { madeOn: DAY }],
];

/** Before the court has decided, and after it has refused. */
export const APPLICATION: readonly Move[] = [
  ...GRANTED,
  ...PRESSURE,
  ['application.filed', { ...FILED, proxy: { kind: 'police', reason: 'threatened' } }],
  ['application.abandoned', { spokenAlone: true }],
  ['application.accepted', { urgent: true }],
  ['court.contacted'],
  ['crime.referred', { offence: 'injury', acknowledged: true }],
  ['urgency.suggested'],
  ['letter.known'],
  ['urgency.found'],
  ['supplement.requested', { list: sealed, oral: true }],
  ['application.filed', { ...FILED, urgencyAsked: true }],
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
  ['application.withdrawn'],
  ['application.deemedwithdrawn'],
  ['residence.changed', { who: 'a1', district: 'other' }],
  ['order.refused', { reason: 'no_violence_shown' }],
  ['refusal.served'],
  ['reconsideration.waived', { spokenAlone: true }],
  ['reconsideration.filed', { by: 'a1' }],
  ['reconsideration.lapsed'],
  ['reconsideration.upheld'],
  ['risk.reviewed'],
  ['application.renewed'],
  TERMINATED,
];

const served = (to: string, more: object = {}): Move => [
  'document.served',
  { to, method: 'in_person', addressHidden: true, ...more },
];

/** Everybody gets each ruling: whoever is added, released or not found. */
export const SERVICE: readonly Move[] = [
  ...GRANTED,
  ...['a1', 'r1', 'police1', 'village1', 'police2', 'village2', 'school1'].map((to) => served(to)),
  ['document.served', { to: 'r1', method: 'public_notice', addressHidden: true }],
  ...VARIED,
  ['service.failed', { to: 'r1', why: 'refused', recorded: true }],
  ['notice.published', { to: 'r1' }],
  ['unit.added', { id: 'school1', kind: 'school', district: 'own' }],
  ['unit.added', { id: 'police2', kind: 'police_station', district: 'own' }],
  ['unit.added', { id: 'village2', kind: 'committee', district: 'own' }],
  ...['police1', 'village1', 'police2', 'village2', 'school1'].map(
    (unit): Move => ['unit.released', { unit }],
  ),
  ['pickup.checked', { unit: 'school1', barred: true }],
  ...ENDED,
  ...PRESSURE.slice(0, 1),
  ['order.closed', { renewalOffered: true }],
  TERMINATED,
];

/** Everything by which an order is changed or ends. */
export const CHANGES: readonly Move[] = [
  ...GRANTED,
  ...VARIED,
  ...PRESSURE,
  ...EXPIRED,
  ...ENDED,
  ['extension.requested', { by: 'applicant' }],
  ['extension.requested', { by: 'respondent' }],
  ['variation.requested', { by: 'respondent' }],
  ['revocation.requested', { by: 'respondent' }],
  ['order.extended', { madeOn: DAY, to: '2026-12-05' }],
  ['change.denied'],
  ['change.withdrawn', { by: 'applicant' }],
  ['violation.reported', { respondent: 'r1', measures: ['m1'], acts: ['violence'], source: 'police' }],
  ['reconsideration.upheld'],
  ['reconsideration.lapsed'],
  TERMINATED,
];

/** What happens while it is in force. */
export const EVENTS: readonly Move[] = [
  ...GRANTED,
  [
    'order.granted',
    grantOf('2026-07-05', DAY, { measures: [{ id: 'm1', code: 'pay', dueOn: '2026-02-01' }] }),
  ],
  ...EXPIRED,
  ['visit.made', { unit: 'village1', manner: 'safe_phone', seenApart: true, keptOrder: true }],
  ['visit.made', { unit: 'village1', manner: 'safe_phone', seenApart: true, keptOrder: false }],
  ['violation.reported', { respondent: 'r1', measures: ['m1'], acts: ['violence'], source: 'police' }],
  ['measure.performed', { measure: 'm1', extent: 'complied' }],
  ['measure.lapsed', {}, { at: '2026-03-05T09:00:00.000+08:00' }],
  ['execution.requested', { measures: ['m1'] }],
  ['execution.declined', { spokenAlone: true }],
  ['execution.answered'],
  ['residence.changed', { who: 'a1', district: 'other' }],
  TERMINATED,
];
