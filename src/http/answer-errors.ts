import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '#db/connect.ts';
import { AppError, ERROR_STATUS, type ErrorCode } from '#src/base/errors.ts';
import { recordAudit } from '#src/store/audit.ts';
import { languageFor } from './caller.ts';
import { schemaRefused } from './input-problem.ts';
import { isDatabaseLost } from './is-database-lost.ts';
import { internalProblem, PROBLEM_TYPE, type Problem, problemOf } from './problem.ts';
import { stackOf } from './request-log.ts';

/** What is refused at the door and leaves a line in the audit; the engine writes those of its own refusals. */
const AUDITED: readonly ErrorCode[] = ['csrf_invalid', 'credentials_invalid'];

const FRAMEWORK_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body_invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_invalid',
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'media_type',
  FST_STATIC_FORBIDDEN_PATH: 'not_found',
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_NOT_FOUND: 'not_found',
};

// How long a caller waits before trying again when the database is lost: about as long as one restart takes.
const RETRY_AFTER_SECONDS = 5;

/** Turns whatever is thrown into one shape. Expected refusals say why; anything else is a bug and says nothing. */
export function answerErrors(app: FastifyInstance, db: Db): void {
  app.setErrorHandler(async (thrown: FastifyError, request, reply) => {
    const error = expectedError(thrown);
    if (error === null) return answerBug(thrown, request, reply);
    try {
      await auditRefusal(db, request, error.code);
    } catch (failure) {
      return answerFailedAudit(failure, request, reply);
    }
    return answerProblem(error, request, reply);
  });
  app.setNotFoundHandler(async (request, reply) => answerProblem(new AppError('not_found'), request, reply));
}

/** What the router itself refuses comes before every hook and handler. */
export function answerFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void answerProblem(expectedError(error) ?? new AppError('body_invalid'), request, reply);
}

function expectedError(thrown: FastifyError): AppError | null {
  if (thrown instanceof AppError) return thrown;
  if (thrown.validation !== undefined) return schemaRefused(thrown.validation);
  const code = FRAMEWORK_CODES[thrown.code];
  if (code !== undefined) return new AppError(code);
  if (isDatabaseLost(thrown)) {
    return new AppError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS }, { cause: thrown });
  }
  return null;
}

/** Fails closed: a refusal that cannot be recorded is not answered as one. */
async function auditRefusal(db: Db, request: FastifyRequest, code: ErrorCode): Promise<void> {
  const { url, config } = request.routeOptions;
  // Routes outside the API have nothing to protect; whoever has no session leaves a line only when logging in.
  if (config.access === undefined || !AUDITED.includes(code)) return;
  if (code === 'csrf_invalid' && request.session === null) return;
  await recordAudit(db, {
    personId: request.session?.person.id ?? null,
    action: `${request.method} ${url}`,
    isAllowed: false,
    code,
  });
}

function answerFailedAudit(failure: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = expectedError(failure as FastifyError);
  return error === null ? answerBug(failure as Error, request, reply) : answerProblem(error, request, reply);
}

function answerProblem(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { retryAfterSeconds } = error.details;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  if (error.cause !== undefined) request.log.error({ error: stackOf(error.cause) }, error.code);
  return sendProblem(reply.code(ERROR_STATUS[error.code]), problemOf(error, languageFor(request)));
}

/** Logged once, here, without the message: it may quote what somebody sent. */
function answerBug(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.error({ error: stackOf(error) }, 'unexpected error');
  return sendProblem(reply.code(500), internalProblem(languageFor(request), request.id));
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .header('content-language', languageFor(reply.request))
    .header('vary', 'Accept-Language')
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}
