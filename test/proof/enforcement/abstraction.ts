import { BREACH, day, OBSTRUCTION } from '#test/support/enforcement-moves.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/enforcement.ts';
import type { EnforcementContext } from '#workflows/enforcement/context.ts';
import { type Abstraction, isGiven, isIndifferent, isSome, viewOf } from '../abstraction.ts';
import { CASE, COURT, POLICE, WISH } from './moves.ts';

const OLD_LAW = '2025-12-31T09:00:00.000+08:00';
const VIOLENCE = { ...BREACH, basis: 'violence' } as const;
const REGIONS = 'police courtNotice court appeal policeCustody courtCustody review'.split(' ');
const regionsBut = (...seen: string[]) => [
  ...REGIONS.filter((region) => !seen.includes(region)).map((region) => `open.${region}`),
  'closed',
  'ended',
];

/** What is out, by name; the law of the day the case was opened says what it may still be. */
const out = viewOf<EnforcementContext['out']>((list) => list.map(({ id }) => id).sort());
const isOldLaw = viewOf<string | null>((openedAt) => openedAt !== null && openedAt < '2026');

const unheeded = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, isIndifferent]));
/** What a region is in, said again for the guards of others. */
const MIRRORS = 'notice noticeOwed police court appeal review reviewOwed'.split(' ');
const COURT_KEYS = 'admonished sanctioned reasonedNoMeasure courtDue courtHeld courtUntold'.split(' ');
const POLICE_KEYS = 'policeDue policeHeld policeUntold policeDays'.split(' ');
const TIME_KEYS = 'caseRule caseOpenedAt out'.split(' ');

/** One act: police and court share nothing but the notice, and are walked each by itself. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [BREACH, VIOLENCE, OBSTRUCTION],
  unread: (
    'respondent alertRule excludedSpans fineYuan detentionDays referred receivedAt punished ' +
    'policeEndsAt courtEndsAt doubleRestraint'
  ).split(' '),
  views: {
    // With an order in force the court has power whatever else he broke.
    basis: (basis, { orderInForce }) => basis === 'obstruction' && orderInForce !== true,
    // What these say is settled when the act is opened.
    source: isIndifferent,
    acts: isIndifferent,
    victim: isSome,
    policeDays: isIndifferent,
    ...unheeded('wish', 'wishPressed', 'policeWarnBy', 'courtWarnBy'),
    ...unheeded(...MIRRORS),
    caseOpenedAt: isGiven,
    caseRule: isIndifferent,
    out: isSome,
  },
  ids: ['r1'],
  moments: [OPENED_AT, day('10'), OLD_LAW],
  walks: {
    police: {
      moves: POLICE,
      blindTo: regionsBut('police', 'courtNotice', 'policeCustody'),
      views: unheeded(...COURT_KEYS, 'basis', 'victim'),
    },
    court: {
      moves: COURT,
      blindTo: regionsBut('court', 'appeal', 'courtCustody'),
      views: unheeded(...POLICE_KEYS, ...TIME_KEYS, 'victim'),
    },
    wish: {
      moves: WISH,
      inputs: [BREACH],
      blindTo: regionsBut(),
      views: { wish: isGiven, wishPressed: (pressed) => pressed },
    },
    case: {
      moves: CASE,
      inputs: [VIOLENCE, { ...VIOLENCE, victim: ['pregnant'] }],
      blindTo: [
        ...regionsBut('police'),
        ...['alerted', 'onScene', 'secured', 'settled'].map((state) => `open.police.${state}`),
      ],
      views: {
        ...unheeded(...COURT_KEYS, ...POLICE_KEYS),
        ...unheeded('basis', 'orderInForce'),
        out,
        caseOpenedAt: isOldLaw,
        caseRule: (rule) => rule,
      },
    },
  },
};
