/** A wait that was too long. */
export class TimeoutError extends Error {
  readonly code = 'timed_out';

  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`);
    this.name = 'TimeoutError';
  }
}

/** The promise's outcome, or `TimeoutError`. The work itself goes on; its later outcome is nobody's any more. */
export async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimeoutError(timeoutMs)), timeoutMs);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
