import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from './services.ts';

const NONCE_BYTES = 16;
// What the build leaves where the nonce of an answer and the mode of the server stand.
const NONCE_MARK = /__NONCE__/g;
const DEMO_MARK = '__DEMO__';

const NOT_BUILT =
  '<!doctype html><meta charset="utf-8"><title>好邻</title><p>The console is not built. `npm start` builds it; the API is at /api.</p>';

/**
 * Serves the console: its one page under every address that is not of the API, and the built files under `/assets`,
 * which never change under their name. Styles that scripts add are allowed by a nonce of the answer, and no others.
 */
export function consoleRoutes(
  app: FastifyInstance,
  { consoleFolder, config }: Pick<Services, 'consoleFolder' | 'config'>,
): void {
  const page = consoleFolder === undefined ? null : readPage(consoleFolder);
  if (consoleFolder !== undefined && page !== null) {
    void app.register(fastifyStatic, {
      root: join(consoleFolder, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      index: false,
    });
  }
  const hidden = { schema: { hide: true }, config: { access: 'public' as const } };
  for (const url of ['/', '/*']) {
    app.get(url, hidden, async (request, reply) => {
      if (request.url.startsWith('/api') || request.url.startsWith('/assets')) return reply.callNotFound();
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
      if (page === null) return reply.code(503).send(NOT_BUILT);
      const nonce = randomBytes(NONCE_BYTES).toString('base64');
      return reply
        .header('content-security-policy', policyWith(nonce))
        .send(page.replace(NONCE_MARK, nonce).replace(DEMO_MARK, config.demo ? 'on' : 'off'));
    });
  }
}

function readPage(folder: string): string | null {
  const path = join(folder, 'index.html');
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
