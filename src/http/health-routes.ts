import type { FastifyInstance } from 'fastify';
import { ERROR_STATUS } from '#src/base/errors.ts';
import { languageFor } from './caller.ts';
import { PROBLEM_TYPE, problemOfCode } from './problem.ts';
import type { Services } from './services.ts';

/** For whoever watches the process: `/livez` says that it runs, `/readyz` that it can serve. */
export function healthRoutes(app: FastifyInstance, { isReady }: Pick<Services, 'isReady'>): void {
  app.get('/livez', { schema: { hide: true } }, async () => ({ live: true }));
  app.get('/readyz', { schema: { hide: true } }, async (request, reply) => {
    const { ready, why } = await isReady();
    if (ready) return { ready, why };
    const problem = { ...problemOfCode('unavailable', languageFor(request)), ready, why };
    return reply.code(ERROR_STATUS.unavailable).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  });
}
