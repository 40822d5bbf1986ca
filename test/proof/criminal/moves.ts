import { BAILED, DETAINED, END, FREED, WARNED } from '#test/support/criminal-moves.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import type { Move } from '../abstraction.ts';

/** Beyond what any detention may last. */
export const TOO_LATE = '2026-03-20T00:00:00.000+08:00';

const REVIEWED: Move = ['risk.reviewed', { level: 'low', safetyPlanRenewed: true }];
const FOUND: Move = ['defender.arranged', { apart: true }];
const DIED = ['suspect', 'survivor', 'child'].map((who): Move => ['death.recorded', { who }]);

/** What is done to his liberty, and what she hears of it; the proceeding as short as it gets. */
export const RESTRAINT: readonly Move[] = [
  ['restraint.imposed', DETAINED],
  ['restraint.imposed', { ...DETAINED, plannedEnd: undefined }],
  ['restraint.imposed', { ...DETAINED, plannedEnd: TOO_LATE }],
  ['restraint.imposed', BAILED],
  ['restraint.imposed', { ...BAILED, plannedEnd: END }],
  ['restraint.imposed', { ...BAILED, from: END }],
  ['restraint.imposed', { ...BAILED, from: END, plannedEnd: '2026-02-20T00:00:00.000+08:00' }],
  ['end.learned', { plannedEnd: END }],
  ['end.asked'],
  ['survivor.warned', WARNED],
  ['warning.missed'],
  ['end.passed'],
  ['restraint.ended', FREED],
  ['restraint.ended', { ...FREED, endedAt: END }],
  ['restraint.ended', { how: 'escaped', endedAt: END }],
  ['restraint.ended', { ...FREED, how: 'died' }],
  ['terms.breached', { term: 'no_contact' }],
  ['case.refused'],
  ['refusal.accepted'],
  REVIEWED,
  FOUND,
  ...DIED,
  ['file.closed'],
];

/** From the report to the judgment in effect, nobody restrained. */
export const PROCEEDING: readonly Move[] = [
  ['review.extended', { to: 'check' }],
  ['case.misdirected'],
  ['case.forwarded'],
  ['case.filed'],
  ['case.refused'],
  ['refusal.delivered', { deliveredAt: OPENED_AT }],
  ['reconsideration.filed'],
  ['supervision.requested'],
  ['refusal.upheld'],
  ['refusal.accepted'],
  ['progress.noted'],
  ['case.dropped', { ground: 'minor' }],
  ['prosecution.referred'],
  ['investigation.returned'],
  ['prosecution.declined', { ground: 'minor' }],
  ['prosecution.started', { kind: 'public' }],
  ['prosecution.ended', { how: 'withdrawn' }],
  ['prosecution.ended', { how: 'withdrawn', spokenAlone: true }],
  ['prosecution.ended', { how: 'terminated' }],
  ['rights.told'],
  ['trial.held'],
  ...['convicted', 'exempted', 'acquitted', 'self_defence', 'treatment'].map(
    (verdict): Move => ['judgment.given', { verdict }],
  ),
  ['appeal.filed'],
  ['judgment.effective'],
  ['statement.changed', { by: 'survivor', pressure: 'not_alone' }],
  ...[1, 2].map((number): Move => ['minor.interviewed', { number, recorded: true, adultPresent: true }]),
  ['defence.claimed', { earlierViolence: true }],
  ['relief.granted', { kind: 'judicial_aid', amountFen: 480_000 }],
  REVIEWED,
  FOUND,
  ...DIED,
  ['file.closed'],
];
