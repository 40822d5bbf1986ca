import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/crisis.ts';
import type { Abstraction, Move } from '../abstraction.ts';

/** Her own danger to herself. No guard looks into a payload: one of each event is enough. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [{ source: 'medical' }],
  unread: ['source'],
  ids: ['somebody'],
  moments: [OPENED_AT],
  walks: { all: { moves: Object.keys(workflow.events).map((type): Move => [type]) } },
};
