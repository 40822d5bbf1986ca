import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/adverse.ts';
import type { Abstraction, Move } from '../abstraction.ts';

const PAYLOADS: { readonly [type: string]: readonly object[] } = {
  'inquiry.answered': [{ answer: 'none' }],
  'inquiry.repeated': [{}, { kind: 'exposure' }],
  'lock.lifted': [{ herWish: true }, { herWish: false }],
};

/** Somebody uses an agency to find her. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [
    { kind: 'kidnap_report', through: 'police' },
    { kind: 'exposure', through: 'media' },
  ],
  unread: ['kind'],
  ids: ['somebody'],
  moments: [OPENED_AT],
  walks: {
    all: {
      moves: Object.keys(workflow.events).flatMap((type) =>
        (PAYLOADS[type] ?? [{}]).map((payload): Move => [type, payload]),
      ),
    },
  },
};
