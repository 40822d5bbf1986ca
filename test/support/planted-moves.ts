import type { MoveVersions } from '#src/workflow/map-track.ts';
import { withDeadlines } from './plant.ts';

/** The mapping of shelter to a version in which the review of a stay and its limit have changed names. */
export function withNamesExchanged(sound: MoveVersions): MoveVersions {
  const { stayReview, stayLimit } = sound.to.deadlines;
  const deadlines = { ...sound.to.deadlines, stayReview: stayLimit, stayLimit: stayReview };
  const names = { stayReview: ['stayLimit'], stayLimit: ['stayReview'] };
  return {
    ...sound,
    to: withDeadlines({ ...sound.to, deadlines: deadlines as never }, names),
    move: {
      ...sound.move,
      deadlines: {
        ...sound.move.deadlines,
        stayReview: { kind: 'kept', as: 'stayLimit' },
        stayLimit: { kind: 'kept', as: 'stayReview' },
      },
    },
  };
}
