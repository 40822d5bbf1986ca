import type { FastifyInstance, FastifyLoggerOptions } from 'fastify';

type LogOptions = { readonly logLevel: string; readonly logStream?: { write: (line: string) => void } };

/** The log: levels, and no line of the framework's own, which would hold addresses and messages with values. */
export function loggerOptions({ logLevel, logStream }: LogOptions): FastifyLoggerOptions {
  return {
    level: logLevel,
    // Whatever somebody else's plugin logs must not bring a request's headers, address or body along.
    serializers: {
      req: () => ({}),
      res: () => ({}),
      err: (error) => ({ ...stackOf(error), type: '', message: '' }),
    },
    ...(logStream && { stream: logStream }),
  };
}

/** One line for each answer: method, route (never the address, which has ids in it), status, time, request id. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    };
    request.log.info(line, 'answered');
  });
}

/** What of an error may stand in the log. */
export type LoggedError = {
  readonly name: string;
  readonly code?: string;
  readonly stack: string;
  readonly cause?: LoggedError;
};

/** Name, code and stack of an error and its causes, without the messages: they may quote what somebody sent. */
export function stackOf(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    stack: frames.map((line) => line.trim()).join(' | '),
    ...(error.cause !== undefined && { cause: stackOf(error.cause) }),
  };
}
