import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Services } from './services.ts';

const NONCE_BYTES = 16;
// What the build leaves where the nonce of an answer and the mode of the server stand.
const NONCE_MARK = /__NONCE__/g;
const DEMO_MARK = '__DEMO__';

// The build puts a digest of the content into the names of what it makes.
const NAMED_BY_CONTENT = /-[\w-]{8}\.(?:js|css|woff2|svg|png)(?:\.br|\.gz)?$/;
const KEEP = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

// The build leaves all of them in one folder.
const ASSET = /^\/assets\/[\w-]+(?:\.[\w-]+)+$/;

const NOT_BUILT =
  '<!doctype html><meta charset="utf-8"><title>好邻</title><p>The console is not built. `npm start` builds it; the API is at /api.</p>';

/**
 * Serves the console: its one page under every address that is not of the API, and the built files under `/assets`;
 * what is named by its content is kept by browsers for ever. Styles that scripts add are allowed by a nonce of the
 * answer, and no others.
 */
export function consoleRoutes(
  app: FastifyInstance,
  { consoleFolder, config }: Pick<Services, 'consoleFolder' | 'config'>,
): void {
  if (consoleFolder !== undefined) void app.register(assetsOf(join(consoleFolder, 'assets')));
  const hidden = { schema: { hide: true }, config: { access: 'public' as const } };
  for (const url of ['/', '/*']) {
    app.get(url, hidden, async (request, reply) => {
      if (/^\/(?:api|assets)(?:[/?]|$)/.test(request.url)) return reply.callNotFound();
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
      const page = consoleFolder === undefined ? null : await readPage(consoleFolder);
      if (page === null) return reply.code(503).send(NOT_BUILT);
      const nonce = randomBytes(NONCE_BYTES).toString('base64');
      return reply
        .header('content-security-policy', policyWith(nonce))
        .send(page.replace(NONCE_MARK, nonce).replace(DEMO_MARK, config.demo ? 'on' : 'off'));
    });
  }
}

function assetsOf(root: string) {
  return async (app: FastifyInstance): Promise<void> => {
    // What cannot be the name of a built file is not asked of the disk.
    app.addHook('onRequest', async (request, reply) => {
      if (!ASSET.test(request.url.replace(/\?.*$/, ''))) return reply.callNotFound();
    });
    await app.register(fastifyStatic, {
      root,
      prefix: '/assets/',
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        void reply.header('cache-control', NAMED_BY_CONTENT.test(path) ? KEEP : ASK_AGAIN);
      },
    });
  };
}

/** Read for each answer: a build that is renewed under a running server names other files. */
async function readPage(folder: string): Promise<string | null> {
  return readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
}

function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
