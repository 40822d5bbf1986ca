import type { FastifyRequest } from 'fastify';
import { bodyInvalid } from './input-problem.ts';

/** Nothing, or `{}`: some clients cannot send nothing. Throws `body_invalid`. */
export function requireNoBody(request: Pick<FastifyRequest, 'body'>): void {
  const { body } = request;
  if (body === undefined || body === null) return;
  const isEmpty = typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0;
  if (!isEmpty) throw bodyInvalid('', 'unknown_key');
}
