import type { FastifyRequest } from 'fastify';
import type { Person } from '#src/base/actor.ts';
import type { CommandBasis } from '#src/engine/engine.ts';
import { type Language, languageOf } from '#src/i18n/language.ts';
import type { Session } from '#src/store/sessions.ts';

/** Who may send a request: anybody, whoever is logged in, or whoever is logged in and proves it for a command. */
export type RouteAccess = 'public' | 'session' | 'command';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route under /api says it; one that does not keeps the server from starting. */
    access?: RouteAccess;
  }
  interface FastifyRequest {
    /** Set before the handler of every route that is not public. */
    session: Session | null;
    /** The body as it came, for the fingerprint of a command. */
    rawBody: Buffer | null;
    /** Set before the handler of every command. */
    command: CommandBasis['idempotency'] | null;
  }
}

/** The session of a request on a route that asks for one. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session === null) throw new Error('a route that reads the session must ask for one');
  return request.session;
}

/** Who is asking, as the engine and the policy know a person. */
export function personOf(request: FastifyRequest): Person {
  const { id, role, agency } = sessionOf(request).person;
  return { id, role, agency };
}

/** What every command brings to the engine. */
export function basisOf(request: FastifyRequest): CommandBasis {
  if (request.command === null) throw new Error('only the route of a command has a command');
  return { person: personOf(request), idempotency: request.command };
}

/** The language the caller wants to read. */
export function languageFor(request: FastifyRequest): Language {
  return languageOf(request.headers['accept-language']);
}
