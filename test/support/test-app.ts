import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { Registry } from 'prom-client';
import { expect } from 'vitest';
import { RULES } from '#src/base/rules.ts';
import { computeAnswer } from '#src/calendar/compute-answer.ts';
import type { EngineDeps } from '#src/engine/engine-deps.ts';
import { buildApp } from '#src/http/build-app.ts';
import type { Services } from '#src/http/services.ts';
import { loadPictures } from '#src/load-pictures.ts';
import { advanceClock } from '#src/jobs/advance-clock.ts';
import { createJobMetrics } from '#src/jobs/job-metrics.ts';
import { DEMO_PASSWORD, seedDemo } from '#src/store/seed-demo.ts';
import { hashPassword } from '#src/vault/password.ts';
import { orderBoard } from '#workflows/protection-order/board.ts';
import { CALL_PLACES, CALL_PURPOSES } from '#workflows/intake/calls.ts';
import { handoffStatusOf, statesOfStatus } from '#workflows/referral/handoff-status.ts';
import { watchAnswers } from './published-answers.ts';
import { type TestEngine, testEngine } from './test-engine.ts';

/**
 * The application over a real engine and database, with the demo district in it. Disposing it fails when an answer was
 * not what is published.
 */
export type TestApp = AsyncDisposable & {
  readonly app: FastifyInstance;
  readonly world: TestEngine;
  /** What the application logged, one JSON text each. */
  readonly lines: string[];
};

/** A person at a browser: cookie, token, and a new key for every command. */
export type Browser = {
  readonly user: { readonly id: string; readonly role: string; readonly agency: string };
  readonly cookie: string;
  readonly csrfToken: string;
  readonly get: (url: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  readonly send: (request: CommandRequest) => Promise<LightMyRequestResponse>;
};

export type CommandRequest = {
  readonly url: string;
  readonly body?: unknown;
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly key?: string;
  readonly headers?: Record<string, string>;
};

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Starts one; `overrides` replaces single services, `engineOverrides` parts of the engine under them. */
export async function testApp(
  overrides: Partial<Services> = {},
  engineOverrides: Partial<EngineDeps> = {},
): Promise<TestApp> {
  const world = await testEngine(engineOverrides);
  // The engine's own four agencies make room for the demo district.
  await world.connection.db.deleteFrom('people').execute();
  await world.connection.db.deleteFrom('agencies').execute();
  await seedDemo(world.connection.db, await hashPassword(DEMO_PASSWORD));
  const lines: string[] = [];
  const { engine, deps } = world;
  const jobs = { ...deps, engine, log: SILENT, metrics: createJobMetrics(new Registry()) };
  const app = buildApp({
    engine,
    db: deps.db,
    vault: deps.vault,
    workflows: deps.workflows,
    pictures: await loadPictures(deps.workflows),
    handoffs: { statusOf: handoffStatusOf, statesOf: statesOfStatus },
    orders: orderBoard,
    calls: { places: CALL_PLACES, purposes: CALL_PURPOSES },
    rules: RULES,
    computeDeadline: async (rule, start, excludedDays) =>
      computeAnswer(rule, start, { calendar: await deps.calendar.latest(), excludedDays }),
    config: { demo: true, secureCookies: false, logLevel: 'info' },
    sweepUntilIdle: (advanceMs) => advanceClock(jobs, advanceMs),
    isReady: async () => ({ ready: true, why: [] }),
    logStream: { write: (line) => void lines.push(line) },
    ...overrides,
  });
  const violations = watchAnswers(app);
  await app.ready();
  return {
    app,
    world,
    lines,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      expect(violations).toEqual([]);
      await world[Symbol.asyncDispose]();
    },
  };
}

/** Logs a demo person in. */
export async function logIn(app: FastifyInstance, username: string): Promise<Browser> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username, password: DEMO_PASSWORD },
  });
  if (answer.statusCode !== 200) throw new Error(`${username} could not log in: ${answer.body}`);
  const [sid] = answer.cookies;
  const { user, csrfToken } = answer.json();
  const cookie = `${sid?.name}=${sid?.value}`;
  const inject = (options: InjectOptions) => app.inject(options);
  return {
    user,
    cookie,
    csrfToken,
    get: (url, headers = {}) => inject({ method: 'GET', url, headers: { cookie, ...headers } }),
    send: ({ url, body, method = 'POST', key = randomUUID(), headers = {} }) =>
      inject({
        method,
        url,
        headers: { cookie, 'x-csrf-token': csrfToken, 'idempotency-key': key, ...headers },
        ...(body !== undefined && { payload: body as object }),
      }),
  };
}

/** The least that opens a case. */
export const MINIMAL_CASE = {
  channel: 'hotline_12338',
  caller: { relation: 'self' },
  safeContact: { canTalkNow: true },
} as const;
