import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { problemsOf } from '#src/workflow/check-input.ts';

type Operation = { readonly responses?: Readonly<Record<string, Response>> };
type Response = { readonly content?: Readonly<Record<string, { readonly schema: TSchema }>> };

/**
 * Compares every answer the application gives with what `/api/openapi.json` says of its route: a status that is not
 * published, or a body that does not fit, is noted. Added before the application is ready.
 */
export function watchAnswers(app: FastifyInstance): string[] {
  const violations: string[] = [];
  app.addHook('onSend', async (request, reply, payload) => {
    const problem = problemOf(app, request, reply, payload);
    if (problem !== null) violations.push(`${request.method} ${request.routeOptions.url} ${problem}`);
    return payload;
  });
  return violations;
}

function problemOf(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): string | null {
  const { url } = request.routeOptions;
  if (url === undefined || !url.startsWith('/api/') || /^\/api\/(docs|openapi)/.test(url)) return null;
  const published = (app.swagger().paths ?? {}) as Record<string, Record<string, Operation>>;
  const operation = published[url.replace(/:(\w+)/g, '{$1}')]?.[request.method.toLowerCase()];
  const response = operation?.responses?.[reply.statusCode];
  if (response === undefined) return `answers ${reply.statusCode}, which is not published`;
  return bodyProblemOf(response, reply, payload);
}

function bodyProblemOf({ content }: Response, reply: FastifyReply, payload: unknown): string | null {
  if (content === undefined) return payload ? 'has a body, which is not published' : null;
  const [type = ''] = String(reply.getHeader('content-type')).split(';');
  const schema = content[type]?.schema;
  if (schema === undefined) return `answers ${reply.statusCode} as ${type}, which is not published`;
  const problems = problemsOf(schema, type.endsWith('json') ? JSON.parse(String(payload)) : payload);
  return problems.length === 0 ? null : `${reply.statusCode} does not fit: ${JSON.stringify(problems)}`;
}
