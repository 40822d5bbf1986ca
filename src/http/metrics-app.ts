import Fastify, { type FastifyInstance } from 'fastify';

/** What `prom-client`'s registry offers. */
export type MetricsSource = { readonly contentType: string; readonly metrics: () => Promise<string> };

/** `/metrics` and nothing else, for a port of its own that only this machine reaches. */
export function buildMetricsApp(source: MetricsSource): FastifyInstance {
  const app = Fastify({
    logger: false,
    requestTimeout: 10_000,
    connectionTimeout: 30_000,
    exposeHeadRoutes: false,
  });
  app.get('/metrics', async (_request, reply) => reply.type(source.contentType).send(await source.metrics()));
  return app;
}
