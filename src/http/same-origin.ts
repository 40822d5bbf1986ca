import type { FastifyRequest } from 'fastify';
import { AppError } from '#src/base/errors.ts';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** `none`: typed or bookmarked by the person herself. */
const OWN_SITES: readonly string[] = ['same-origin', 'none'];

/**
 * Refuses what a browser says another site made it send, login included. A client that is no browser sends neither
 * header and has no cookies to abuse. Throws `csrf_invalid`.
 */
export function requireSameOrigin(request: FastifyRequest): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && !OWN_SITES.includes(String(site))) throw new AppError('csrf_invalid');
  const { origin } = request.headers;
  if (origin !== undefined && !isOwnOrigin(origin, request.host)) throw new AppError('csrf_invalid');
}

/** The scheme is taken as sent: behind a proxy we do not know ours, and the session cookie knows `Secure`. */
function isOwnOrigin(origin: string, host: string): boolean {
  const parsed = URL.parse(origin);
  // Parsed both, so that a port that goes without saying is equal to one that is said.
  return parsed !== null && URL.parse(`${parsed.protocol}//${host}`)?.host === parsed.host;
}
