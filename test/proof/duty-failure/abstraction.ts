import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/duty-failure.ts';
import { type Abstraction, isSome, type Move } from '../abstraction.ts';

const FAILED = { failure: 'unreported', ground: 'suspected', noticedAt: OPENED_AT } as const;
const PAYLOADS: { readonly [type: string]: readonly object[] } = {
  'lead.reported': ['education', 'public_security', 'civil_affairs', 'procuratorate'].map((to) => ({
    to,
    receivedAt: OPENED_AT,
  })),
  'result.recorded': [{ kind: 'fine', against: 'unit' }],
};

/** Somebody bound to act did not: a school, and the two bodies that are in charge of their own trade. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [
    { ...FAILED, unit: 'school' },
    { ...FAILED, unit: 'police' },
    { ...FAILED, unit: 'civil_affairs' },
  ],
  unread: ['failure', 'ground', 'noticedAt', 'to', 'receivedAt'],
  views: {
    unit: (unit) => (unit === 'police' || unit === 'civil_affairs' ? unit : 'another'),
    results: isSome,
  },
  ids: ['id'],
  moments: [OPENED_AT],
  walks: {
    all: {
      moves: Object.keys(workflow.events).flatMap((type) =>
        (PAYLOADS[type] ?? [{}]).map((payload): Move => [type, payload]),
      ),
    },
  },
};
