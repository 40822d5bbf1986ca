import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#src/base/errors.ts';

// A second behind: what is accepted now would be answered after the caller gave up. Measured at rest: below 20 ms.
const EVENT_LOOP_DELAY_LIMIT_MS = 1_000;
// The whole process serves a district within 300 MB; beyond this the machine starts to swap.
const HEAP_LIMIT_BYTES = 1_000_000_000;
const RETRY_AFTER_SECONDS = 5;
const ALWAYS_ANSWERED: readonly string[] = ['/livez', '/readyz'];

/** Turns requests away with `throttled` while the process cannot keep up, rather than serving all of them late. */
export function shedLoad(app: FastifyInstance): void {
  void app.register(underPressure, {
    maxEventLoopDelay: EVENT_LOOP_DELAY_LIMIT_MS,
    maxHeapUsedBytes: HEAP_LIMIT_BYTES,
    sampleInterval: 500,
    // Async, because what it rejects with is what the request is answered.
    pressureHandler: async (request) => {
      if (ALWAYS_ANSWERED.includes(request.url)) return;
      throw new AppError('throttled', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    },
  });
}
