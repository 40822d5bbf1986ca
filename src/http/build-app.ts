import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { answerErrors } from './answer-errors.ts';
import type { Api } from './api.ts';
import { collectRoutes, serveDocs } from './api-docs.ts';
import { callbackRoutes } from './callback-routes.ts';
import { caseListRoutes } from './case-list-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { clockRoutes } from './clock-routes.ts';
import { closePromptly } from './close-promptly.ts';
import { contactRoutes } from './contact-routes.ts';
import { consoleRoutes } from './console-routes.ts';
import { deadlineRoutes } from './deadline-routes.ts';
import { demoRoutes } from './demo-routes.ts';
import { diagramRoutes } from './diagram-routes.ts';
import { directoryRoutes } from './directory-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { handoffRoutes } from './handoff-routes.ts';
import { handoverRoutes } from './handover-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { notificationRoutes } from './notification-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { parseJsonBody } from './parse-json-body.ts';
import { loggerOptions, logRequests } from './request-log.ts';
import { demandAccessOfRoutes, requireAccess } from './require-access.ts';
import { securityHeaders } from './security-headers.ts';
import { serverOptions } from './server-options.ts';
import type { Services } from './services.ts';
import { sessionRoutes } from './session-routes.ts';
import { shedLoad } from './shed-load.ts';
import { shiftRoutes } from './shift-routes.ts';
import { streamRoutes } from './stream-routes.ts';
import { trackRoutes } from './track-routes.ts';
import { workRoutes } from './work-routes.ts';
import { workflowRoutes } from './workflow-routes.ts';

/**
 * The application over its services, listening nowhere yet: tests send requests into it, `listen` gives it a port.
 * It keeps no case data of its own; closing it ends its connections, not its services.
 */
export function buildApp(services: Services): FastifyInstance {
  const { config, db } = services;
  const app = Fastify({
    ...serverOptions,
    // A proxy is believed when it says for whom it asks; everybody else is who the connection says.
    trustProxy: ['loopback', ...(config.trustedProxies ?? [])],
    logger: loggerOptions({ ...config, ...services }),
    // Our own line per answer says less; the framework's would hold addresses.
    logController: new LogController({ disableRequestLogging: true }),
  });
  // Answers are made by us field by field; a second filter would only hide a mistake from the tests.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  acceptOnlyJson(app);
  answerErrors(app, db);
  securityHeaders(app, config);
  closePromptly(app);
  shedLoad(app);
  void app.register(cookie);
  collectRoutes(app);
  logRequests(app);
  // In a plugin, so that what was registered above is there before the first route.
  void app.register(async (inner) => {
    requireAccess(inner, { db, secureCookies: config.secureCookies });
    healthRoutes(inner, services);
    serveDocs(inner);
    await inner.register(apiRoutes(services), { prefix: '/api' });
    consoleRoutes(inner, services);
  });
  return app;
}

function apiRoutes(services: Services) {
  return async (plain: FastifyInstance): Promise<void> => {
    demandAccessOfRoutes(plain);
    const api: Api = plain.withTypeProvider<TypeBoxTypeProvider>();
    sessionRoutes(api, services);
    caseRoutes(api, services);
    caseListRoutes(api, services);
    trackRoutes(api, services);
    handoffRoutes(api, services);
    deadlineRoutes(api, services);
    workRoutes(api, services);
    orderRoutes(api, services);
    callbackRoutes(api, services);
    shiftRoutes(api, services);
    handoverRoutes(api, services);
    workflowRoutes(api, services);
    diagramRoutes(api, services);
    notificationRoutes(api, services);
    draftRoutes(api, services);
    contactRoutes(api, services);
    streamRoutes(api, services);
    directoryRoutes(api, services);
    clockRoutes(api, services);
    const { sweepUntilIdle } = services;
    if (services.config.demo && sweepUntilIdle !== undefined)
      demoRoutes(api, { ...services, sweepUntilIdle });
  };
}

/** One kind of body. An empty one is no body: whether that will do is the route's question. */
function acceptOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = async (request: FastifyRequest, bytes: Buffer): Promise<unknown> => {
    request.rawBody = bytes;
    return bytes.length === 0 ? undefined : parseJsonBody(bytes);
  };
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, parse);
}
