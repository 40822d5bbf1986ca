import { title } from '#src/base/title.ts';
import { enforcement } from './setup.ts';

const SIDE = ['lawyer', 'case_manager', 'supervisor'] as const;

/** Every breach and every release makes a risk review due; no step of police or court cancels it. */
export const review = enforcement.createStateConfig({
  meta: { title: title('危险节点复评', 'Review at danger points') },
  initial: 'quiet',
  states: {
    quiet: {
      meta: { title: title('无须复评', 'None due'), waitsFor: SIDE },
      entry: enforcement.assign({ review: 'none' }),
      always: { guard: 'reviewOwed', target: 'due' },
    },
    due: {
      meta: { title: title('须立即复评', 'Review due'), deadlines: ['dangerReview'] },
      entry: enforcement.assign({ review: 'due', reviewOwed: false }),
      // A second danger point before the review: one review covers both, and the earlier clock stays.
      always: { guard: 'reviewOwed', actions: enforcement.assign({ reviewOwed: false }) },
      on: { 'risk.reviewed': { guard: 'levelIsTheCases', target: 'quiet' } },
    },
  },
});
