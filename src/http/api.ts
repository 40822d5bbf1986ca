import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawServerDefault,
} from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type TSchema, Type } from 'typebox';
import { AppError, ERROR_STATUS, type ErrorCode } from '#src/base/errors.ts';
import { isUuid } from '#src/base/ids.ts';
import type { Answer } from '#src/engine/engine.ts';
import type { RouteAccess } from './caller.ts';
import { problemSchema } from './problem-schema.ts';

/** The part of the tree under `/api`, whose handlers get the types of their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

type Parts = {
  readonly body?: TSchema;
  readonly querystring?: TSchema;
  readonly params?: TSchema;
  readonly summary: string;
  /** The status of success, the shape of its body (null: no body), and its type where that is not JSON. */
  readonly answers: readonly [status: number, schema: TSchema | null, mediaType?: string];
  /** Codes beyond those that every route of its kind can give. */
  readonly refusals?: readonly ErrorCode[];
};

type Documented<P extends Parts> = {
  readonly config: { readonly access: RouteAccess };
  readonly schema: Pick<P, 'body' | 'querystring' | 'params'> & { readonly summary: string };
};

/** A route anybody may call. */
export function open<const P extends Parts>(parts: P): Documented<P> {
  return documented('public', parts, []);
}

/** A route for whoever is logged in. */
export function loggedIn<const P extends Parts>(parts: P): Documented<P> {
  return documented('session', parts, ['session_missing']);
}

/** A route that changes something: it also needs the session's token and a key that makes repeating it harmless. */
export function command<const P extends Parts>(parts: P): Documented<P> {
  return documented('command', parts, [
    'session_missing',
    'idempotency_key_missing',
    'key_reused',
    'key_in_flight',
  ]);
}

/** The `{id}` of a path. */
export const ID_PARAMS = Type.Object({ id: Type.String({ description: 'a UUID in lower case' }) });

/** An id from a path; one that cannot be an id belongs to nothing. Throws `not_found`. */
export function idOf(request: FastifyRequest<{ Params: { id: string } }>): string {
  const { id } = request.params;
  if (!isUuid(id)) throw new AppError('not_found');
  return id;
}

/** Sends an engine's answer as it stands: the very bytes that are kept for a repetition. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.etag !== null) reply.header('etag', answer.etag);
  return reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body);
}

/** Of every request that may bring a body, and so might be another site's doing. */
export const POSSIBLE_WITH_BODY = ['body_invalid', 'media_type', 'body_too_large', 'csrf_invalid'] as const;

const ALWAYS_POSSIBLE = ['throttled', 'internal', 'unavailable'] as const;

function documented<P extends Parts>(
  access: RouteAccess,
  parts: P,
  own: readonly ErrorCode[],
): Documented<P> {
  const { answers, refusals = [], ...schema } = parts;
  const codes = [
    ...(schema.querystring === undefined ? [] : (['body_invalid'] as const)),
    ...(schema.body === undefined && access !== 'command' ? [] : POSSIBLE_WITH_BODY),
    ...(schema.params === undefined ? [] : (['not_found'] as const)),
    ...own,
    ...refusals,
    ...ALWAYS_POSSIBLE,
  ];
  const documentation = {
    ...schema,
    ...(access !== 'public' && { security: [{ session: [] }] }),
    ...(access === 'command' && { headers: COMMAND_HEADERS }),
    response: { ...answered(...answers), ...refused(new Set(codes)) },
  };
  return { config: { access }, schema: documentation as unknown as Documented<P>['schema'] };
}

// The door has checked them when this schema is; it is here so that they are documented.
const COMMAND_HEADERS = Type.Object({
  'x-csrf-token': Type.String({ description: '`csrfToken` of the session' }),
  'idempotency-key': Type.String({ description: '8 to 200 printable ASCII characters, new for each act' }),
  'if-match': Type.Optional(
    Type.String({ description: 'for events: the ETag of the track; for a draft that exists: its ETag' }),
  ),
});

function answered(
  status: number,
  schema: TSchema | null,
  mediaType = 'application/json',
): Record<string, unknown> {
  if (schema === null) return { [status]: { description: 'done', type: 'null' } };
  return { [status]: { description: 'done', content: { [mediaType]: { schema } } } };
}

function refused(codes: ReadonlySet<ErrorCode>): Record<string, unknown> {
  const byStatus = Map.groupBy(codes, (code) => ERROR_STATUS[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: problemSchema(those) } },
      },
    ]),
  );
}
