import { ADMONISHED, day } from '#test/support/enforcement-moves.ts';
import type { Move } from '../abstraction.ts';

const ENDS_AT = day('10');
const DETENTION = { kind: 'detention', ground: 'beating', days: 5 } as const;
const FINE = { kind: 'fine', ground: 'beating', fineYuan: 500 } as const;

const closed = (reason: string): Move => ['police.closed', { reason, toldHer: true }];
const releaseOf = (by: string): readonly Move[] => [
  ...['police', 'court'].map((told): Move => ['survivor.warned', { by: told, safeContact: true }]),
  ['detainee.released', { by, reason: 'early' }],
  ['detainee.released', { by, reason: 'expired' }, { at: ENDS_AT }],
];

/** With which every walk can come to an end. */
const CLOSING: readonly Move[] = [
  ['risk.reviewed', { level: 'low', safetyPlanRenewed: true }],
  ['enforcement.closed'],
];
/** The court as short as it gets. */
const SHORT_COURT: readonly Move[] = [
  ['court.informed', { by: 'applicant' }],
  ['respondent.admonished', ADMONISHED],
  ['court.concluded'],
];

/** What the police do, and whom they hold; of their time limit no more than that it can stand still. */
export const POLICE: readonly Move[] = [
  ['scene.reached'],
  ['scene.secured', { separated: true }],
  ['case.opened', { ground: 'beating' }],
  ['time.excluded', { kind: 'appraisal' }],
  ['time.resumed', { kind: 'appraisal' }],
  ['punishment.decided', FINE],
  ['punishment.decided', DETENTION],
  ['punishment.decided', { ...DETENTION, endsAt: ENDS_AT }],
  ['punishment.decided', { ...DETENTION, days: 11, endsAt: ENDS_AT }],
  ['custody.entered', { endsAt: ENDS_AT }],
  ['custody.postponed', { ground: 'ill' }],
  ['treatment.ordered', { kind: 'detoxification', endsAt: ENDS_AT }],
  ['crime.filed'],
  ...['no_act', 'family_matter', 'court_only'].map(closed),
  ...releaseOf('police'),
  ['policewarning.missed'],
  ['policedetention.ended'],
  ['order.found'],
  ['court.noticed'],
  ...SHORT_COURT,
  ...CLOSING,
];

/** What the court does, whom it holds, and what the upper court says of that. */
export const COURT: readonly Move[] = [
  ...SHORT_COURT,
  ['measure.declined', { reason: { sealed: 'r' }, herWish: false }],
  ['sanction.decided', { approved: true, fineYuan: 500 }],
  ['sanction.decided', { approved: true, days: 5 }],
  ['sanction.decided', { approved: true, days: 16 }],
  ['sanction.decided', { approved: true, fineYuan: 1001 }],
  ['detention.taken'],
  ['approval.refused'],
  ['detention.began', { endsAt: ENDS_AT, papersHanded: true }],
  ['custody.acknowledged'],
  ['family.told'],
  ['crime.referred', { acknowledged: true }],
  ['decision.received'],
  ['appeal.filed'],
  ['appeal.lapsed'],
  ...['upheld', 'revoked'].flatMap((outcome) =>
    [true, false].map((oral): Move => ['appeal.decided', { outcome, oral }]),
  ),
  ['ruling.written'],
  ...releaseOf('court'),
  ['courtwarning.missed'],
  ['courtdetention.ended'],
  ['order.found'],
  closed('no_act'),
  ...CLOSING,
];

/** What she wishes, and whether the court may leave it at that. */
export const WISH: readonly Move[] = [
  ...[true, false].map(
    (pressed): Move => ['wish.recorded', { wish: 'no_sanction', spokenAlone: true, pressed }],
  ),
  ['measure.declined', { reason: { sealed: 'r' }, herWish: true }],
  ...SHORT_COURT,
  closed('no_act'),
  ...CLOSING,
  // Here only: a death ends every path, and would hide a dead end of the other walks.
  ['respondent.died'],
];

/** A public-security case: its time limit, what stands out of it, and on which ground he is punished. */
export const CASE: readonly Move[] = [
  ['case.opened', { ground: 'beating' }],
  ['case.opened', { ground: 'beating' }, { at: '2025-12-31T09:00:00.000+08:00' }],
  ['limit.extended'],
  ...['appraisal', 'hearing'].flatMap((kind): Move[] => [
    ['time.excluded', { kind }],
    ['time.resumed', { kind }],
  ]),
  ['punishment.decided', FINE],
  ['punishment.decided', { ...FINE, ground: 'aggravated', aggravation: 'pregnant' }],
  closed('no_act'),
  ...CLOSING,
];
