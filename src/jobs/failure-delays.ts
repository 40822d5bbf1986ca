/** Which items keep failing, and until when each is left alone. Forgets everything with the process. */
export type FailureDelays = {
  /** Items not to be tried now. */
  readonly waiting: () => string[];
  /** Counts a failure; the item waits 1, 2, 4 … seconds, at most 5 minutes. */
  readonly failed: (id: string) => void;
  readonly succeeded: (id: string) => void;
};

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 300_000;
/** Beyond this many the oldest are forgotten, and so tried again sooner. */
const REMEMBERED_LIMIT = 1_000;

/** `monotonicMs` is a clock that never jumps. */
export function createFailureDelays(monotonicMs: () => number = () => performance.now()): FailureDelays {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waiting: () => {
      const now = monotonicMs();
      return [...failures].filter(([, { until }]) => until > now).map(([id]) => id);
    },
    failed: (id) => {
      const count = (failures.get(id)?.count ?? 0) + 1;
      const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (count - 1), LONGEST_DELAY_MS);
      failures.delete(id);
      failures.set(id, { count, until: monotonicMs() + delayMs });
      const oldest = failures.keys().next();
      if (failures.size > REMEMBERED_LIMIT && !oldest.done) failures.delete(oldest.value);
    },
    succeeded: (id) => void failures.delete(id),
  };
}
