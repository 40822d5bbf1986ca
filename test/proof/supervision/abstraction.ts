import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/supervision.ts';
import type { Abstraction, Move } from '../abstraction.ts';

/** A duty somebody else has missed. It has no guards: one of each event is enough. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [{ body: 'court', missed: 'C2' }],
  unread: ['body', 'agency', 'track', 'missed'],
  ids: ['C2'],
  moments: [OPENED_AT],
  walks: { all: { moves: Object.keys(workflow.events).map((type): Move => [type]) } },
};
