import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/shelter.ts';
import { type Abstraction, capped, isGiven, isIndifferent, type Move } from '../abstraction.ts';

const SITE = { site: 'FS01', admittedAt: OPENED_AT };
const UNTIL = '2026-02-05T00:00:00.000+08:00';
const LEFT = { how: 'self', leftAt: OPENED_AT };

/** One payload for each kind that a guard tells apart; every other event has one. */
const PAYLOADS: { readonly [type: string]: readonly object[] } = {
  'stay.admitted': [SITE],
  'request.declined': [{ ground: 'needs_care' }, { ground: 'not_this_service' }],
  'extension.filed': [{ until: UNTIL, filedAt: OPENED_AT }],
  'resident.relocated': [{ site: 'FS02' }, { site: 'FS01' }],
  'leave.requested': [
    { written: true, destination: 'kin' },
    { written: true, destination: 'back_to_him' },
  ],
  'stay.ended': [LEFT, { ...LEFT, minors: 'with_her' }],
  'minor.handed': [{ handedAt: OPENED_AT }],
  'inquiry.received': [{ kind: 'visit', through: 'himself' }],
};

/** A stay of an adult or of somebody who may not leave alone, with or without a child, with or without a voucher. */
export const abstraction: Abstraction = {
  workflow,
  inputs: ['self', 'voucher'].flatMap((source) =>
    ['adult', 'minor'].flatMap((resident) =>
      [0, 1].map((minors) => ({ source, resident, minors, previousStays: 0 })),
    ),
  ),
  unread: ['stays', 'admittedAt', 'leftAt', 'followUpRule'],
  views: {
    source: (source) => source === 'voucher',
    resident: (resident) => resident === 'adult',
    minors: capped(1),
    site: isIndifferent,
    until: isGiven,
    followUps: (list) => (Array.isArray(list) ? list.length : 0),
  },
  ids: ['FS01', 'FS02'],
  moments: [OPENED_AT],
  walks: {
    all: {
      moves: Object.keys(workflow.events).flatMap((type) =>
        (PAYLOADS[type] ?? [{}]).map((payload): Move => [type, payload]),
      ),
    },
  },
};
