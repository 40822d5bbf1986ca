import { Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { parseDurationMs } from '#src/base/duration.ts';
import { readNow } from '#src/store/clock.ts';
import { type Api, loggedIn } from './api.ts';
import { bodyInvalid } from './input-problem.ts';
import { CONNECTION_TIMEOUT_MS } from './server-options.ts';
import type { Services } from './services.ts';
import { strict, text } from './strict.ts';

// 400 days: longer than any course of a case that somebody would want to see in one go.
const ADVANCE_LIMIT_MS = 400 * 86_400_000;

const NOW = strict({ now: Type.String() });

const READ = loggedIn({ summary: 'The demo clock', answers: [200, NOW] });
const ADVANCE = loggedIn({
  summary: 'Move the demo clock ahead; answers when everything due by then has been processed',
  body: strict({ advance: text(40) }),
  answers: [200, NOW],
});

type Demo = Pick<Services, 'db'> & Required<Pick<Services, 'sweepUntilIdle'>>;

/** Demo mode only: elsewhere these routes do not exist. */
export function demoRoutes(app: Api, { db, sweepUntilIdle }: Demo): void {
  app.get('/demo/clock', READ, async () => ({ now: await readNow(db) }));

  app.post('/demo/clock', ADVANCE, async (request) => {
    const advanceMs = parseDurationMs(request.body.advance);
    if (advanceMs === null) throw bodyInvalid('/advance', 'wrong_form');
    if (advanceMs > ADVANCE_LIMIT_MS) throw bodyInvalid('/advance', 'out_of_range');
    // Months of a case's life may take longer than a connection may otherwise be silent.
    limitSilence(request, 0);
    try {
      return { now: await sweepUntilIdle(advanceMs) };
    } finally {
      limitSilence(request, CONNECTION_TIMEOUT_MS);
    }
  });
}

/** A request that a test injects comes over no connection. */
function limitSilence({ raw }: FastifyRequest, durationMs: number): void {
  if (raw.socket instanceof Socket) raw.socket.setTimeout(durationMs);
}
