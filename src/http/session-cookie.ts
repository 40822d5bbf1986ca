import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** 256 random bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The name says what a browser promises of it: `__Host-` only over TLS, for this very host and all its paths. */
function cookieNameOf(secureCookies: boolean): string {
  return secureCookies ? '__Host-sid' : 'sid';
}

/** The session token a request brought; null: none, or something that cannot be one. */
export function readSessionToken(request: FastifyRequest, secureCookies: boolean): string | null {
  const token = request.cookies[cookieNameOf(secureCookies)];
  return token !== undefined && TOKEN.test(token) ? token : null;
}

/** Gives the browser its session token. It ends with the browser, and at the server after 12 hours. */
export function setSessionCookie(reply: FastifyReply, secureCookies: boolean, token: string): void {
  reply.setCookie(cookieNameOf(secureCookies), token, optionsOf(secureCookies));
}

/** Takes the token back. */
export function clearSessionCookie(reply: FastifyReply, secureCookies: boolean): void {
  reply.clearCookie(cookieNameOf(secureCookies), optionsOf(secureCookies));
}

function optionsOf(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}
