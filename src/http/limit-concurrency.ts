import { AppError } from '#src/base/errors.ts';

type Limits = {
  readonly atOnceCount: number;
  readonly waitingLimit: number;
  readonly retryAfterSeconds: number;
};

/** Lets so many pieces of work run at once and so many wait; whoever finds the queue full gets `throttled`. */
export function limitConcurrency({ atOnceCount, waitingLimit, retryAfterSeconds }: Limits) {
  const waiting: (() => void)[] = [];
  let runningCount = 0;
  const takePlace = (): Promise<void> | void => {
    if (runningCount < atOnceCount) {
      runningCount += 1;
      return;
    }
    if (waiting.length >= waitingLimit) throw new AppError('throttled', { retryAfterSeconds });
    // Whoever leaves hands the place on, so nobody who comes later overtakes.
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leavePlace = (): void => {
    const next = waiting.shift();
    if (next === undefined) runningCount -= 1;
    else next();
  };
  return async <T>(work: () => Promise<T>): Promise<T> => {
    await takePlace();
    try {
      return await work();
    } finally {
      leavePlace();
    }
  };
}
