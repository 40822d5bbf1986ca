import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

// Swagger UI sets style attributes; everything else stays as strict as elsewhere.
const DOCS_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
};

/** Registered before the routes: it notes each one as it is added. */
export function collectRoutes(app: FastifyInstance): void {
  void app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Haolin 好邻',
        version: '1',
        description:
          'Case workflow for domestic-violence referrals. A command (POST, PUT, PATCH or DELETE, but for /session, ' +
          '/cases/lookup, /deadlines/compute and /demo/clock) needs `x-csrf-token` and `Idempotency-Key`; an event ' +
          'needs `If-Match` with the ETag of its track. Refusals are application/problem+json.',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sid' } },
      },
    },
  });
}

/** `/api/openapi.json` and, to look at it, `/api/docs`. Both are open: they say nothing about anybody. */
export function serveDocs(app: FastifyInstance): void {
  app.get(
    '/api/openapi.json',
    { schema: { hide: true }, config: { access: 'public' } },
    async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  );
  void app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: DOCS_POLICY,
    uiConfig: { url: '/api/openapi.json', validatorUrl: null, supportedSubmitMethods: [] },
  });
}
