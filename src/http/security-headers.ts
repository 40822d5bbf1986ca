import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

// Everything from here and nothing from elsewhere, no inline code or styles, in nobody's frame.
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};

/**
 * Headers of every answer. What the API says is never kept: the next person at this browser finds nothing in a cache.
 */
export function securityHeaders(app: FastifyInstance, options: { secureCookies: boolean }): void {
  void app.register(helmet, {
    global: true,
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // A promise about TLS, so only where there is TLS.
    strictTransportSecurity: options.secureCookies ? { maxAge: 31_536_000 } : false,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), interest-cohort=()');
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
}
