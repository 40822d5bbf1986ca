/** A wait that was too long, or that nobody waits for any more. */
class GaveUpError extends Error {
  readonly code: 'timed_out' | 'closing';

  constructor(code: GaveUpError['code']) {
    super(code);
    this.name = 'GaveUpError';
    this.code = code;
  }
}

/**
 * The promise's outcome, or `GaveUpError` after the time or at the signal. The work itself goes on; its later
 * outcome is nobody's any more.
 */
export async function withinTime<T>(work: Promise<T>, timeoutMs: number, signal?: AbortSignal): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new GaveUpError('timed_out')), timeoutMs);
  const stop = () => reject(new GaveUpError('closing'));
  signal?.addEventListener('abort', stop);
  if (signal?.aborted === true) stop();
  work.catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
