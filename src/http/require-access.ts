import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Db } from '#db/connect.ts';
import { AppError } from '#src/base/errors.ts';
import { hashToken, readSession } from '#src/store/sessions.ts';
import type { RouteAccess } from './caller.ts';
import { sessionOf } from './caller.ts';
import { requireSameOrigin } from './same-origin.ts';
import { readSessionToken } from './session-cookie.ts';

/** 8 to 200 printable ASCII characters. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,200}$/;

type Options = { readonly db: Db; readonly secureCookies: boolean };

/**
 * Lets a request in or not, before its body is read: from our own site, of a living session, and for a command with
 * the session's token and a key. What a person may then see or do is the engine's question.
 */
export function requireAccess(app: FastifyInstance, options: Options): void {
  app.decorateRequest('session', null);
  app.decorateRequest('rawBody', null);
  app.decorateRequest('command', null);
  app.addHook('onRequest', async (request) => {
    requireSameOrigin(request);
    const access = request.routeOptions.config.access ?? 'public';
    if (access === 'public') return;
    await requireSession(request, options);
    if (access !== 'command') return;
    requireCsrfToken(request);
    idempotencyKeyOf(request);
  });
  app.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.access !== 'command') return;
    request.command = { key: idempotencyKeyOf(request), fingerprint: fingerprintOf(request) };
  });
}

/** Makes every route of this part of the tree say who may call it; one that forgot keeps the server from starting. */
export function demandAccessOfRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    const access: RouteAccess | undefined = config?.access;
    if (access === undefined) throw new Error(`route ${String(method)} ${url} does not say who may call it`);
  });
}

async function requireSession(request: FastifyRequest, { db, secureCookies }: Options): Promise<void> {
  const token = readSessionToken(request, secureCookies);
  const session = token === null ? null : await readSession(db, hashToken(token));
  if (session === null) throw new AppError('session_missing');
  request.session = session;
}

function requireCsrfToken(request: FastifyRequest): void {
  const sent = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const expected = Buffer.from(sessionOf(request).csrfToken);
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) throw new AppError('csrf_invalid');
}

function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !IDEMPOTENCY_KEY.test(key)) throw new AppError('idempotency_key_missing');
  return key;
}

/** SHA-256 of method, path and body bytes, in hex: the same key with another of these is another command. */
function fingerprintOf(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?', 1);
  return createHash('sha256')
    .update(`${request.method} ${path}\n`)
    .update(request.rawBody ?? Buffer.alloc(0))
    .digest('hex');
}
