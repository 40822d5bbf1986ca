import { OPENED_AT } from '#test/support/step-with.ts';
import type { ActivityContext } from '#workflows/activity/context.ts';
import { workflow } from '#workflows/activity.ts';
import { type Abstraction, type Move, viewOf } from '../abstraction.ts';

const counted = (value: number) => ({ value, qualifier: 'exact' });
const FIGURES = { people: counted(90), attendances: counted(90) };
const STEPS = ['enrolled', 'trained', 'registered', 'employed', 'dropped'];

/** Guards compare each step of the funnel with the one before: whether somebody is left between them is all there is. */
const gaps = viewOf<ActivityContext['funnel']>(({ enrolled, trained, registered, employed, dropped }) => [
  enrolled > trained + dropped,
  trained > registered,
  registered > employed,
]);

const corrected = (more: object = {}): Move => [
  'figures.corrected',
  { figures: FIGURES, reason: { sealed: 'r' }, ...more },
];

/** A funnel with or without somebody left between its steps. */
const FUNNELS = [0, 1].flatMap((atWork) =>
  [0, 1].flatMap((atSchool) =>
    [0, 1].map((outside) => ({
      ...{ employed: 0, registered: atWork, trained: atWork + atSchool, dropped: 0 },
      enrolled: atWork + atSchool + outside,
    })),
  ),
);

/** An activity; a training has a funnel, and any correction may bring one. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [
    { kind: 'training', sessionCount: 1 },
    { kind: 'outreach', sessionCount: 1 },
  ],
  unread: ['campaign', 'sessionCount', 'spillOver', 'figures', 'corrections'],
  views: { kind: (kind) => kind === 'training', funnel: gaps },
  ids: ['spring'],
  moments: [OPENED_AT],
  walks: {
    all: {
      moves: [
        ['activity.approved'],
        ['activity.scheduled', { at: OPENED_AT }],
        ['activity.held'],
        ...STEPS.map((step): Move => [`participants.${step}`, { count: 1 }]),
        ['spillover.counted', { count: 1 }],
        ['attendance.locked', { checked: true }],
        ['activity.reported', { figures: FIGURES }],
        corrected(),
        ...FUNNELS.map((funnel) => corrected({ funnel })),
        corrected({ funnel: { enrolled: 1, trained: 2, registered: 2, employed: 2, dropped: 0 } }),
        ['activity.cancelled', { reason: 'weather' }],
        ['activity.archived'],
      ],
    },
  },
};
