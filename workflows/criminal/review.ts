import { title } from '#src/base/title.ts';
import { criminal } from './setup.ts';

const SIDE = ['lawyer', 'case_manager', 'supervisor'] as const;

/** Runs beside the proceeding, so that no step of it cancels a review that a danger point made due. */
export const review = criminal.createStateConfig({
  meta: { title: title('危险节点复评', 'Review at danger points') },
  initial: 'quiet',
  states: {
    quiet: {
      meta: { title: title('无须复评', 'None due'), waitsFor: SIDE },
      entry: criminal.assign({ review: 'none' }),
      always: { guard: 'reviewOwed', target: 'due' },
    },
    due: {
      meta: { title: title('须立即复评', 'Review due'), deadlines: ['dangerReview'] },
      entry: criminal.assign({ review: 'due', reviewOwed: false }),
      // A second danger point before the review: one review covers both, and the earlier clock stays.
      always: { guard: 'reviewOwed', actions: criminal.assign({ reviewOwed: false }) },
      on: { 'risk.reviewed': { guard: 'levelIsTheCases', target: 'quiet' } },
    },
  },
});
