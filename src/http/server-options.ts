import { randomUUID } from 'node:crypto';
import type { ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions, RawServerDefault } from 'fastify';
import { DEFAULT_LANGUAGE } from '#src/i18n/language.ts';
import { answerFrameworkError } from './answer-errors.ts';
import { problemOfCode } from './problem.ts';

/** 64 KiB: the largest form there is has some 12 KiB. */
const BODY_LIMIT_BYTES = 65_536;

// A whole request has 12 s to arrive, looked at every 2 s: who sends a byte now and then is gone within 15 s.
const REQUEST_TIMEOUT_MS = 12_000;
const HEADERS_TIMEOUT_MS = 8_000;
const CHECK_INTERVAL_MS = 2_000;
// A connection on which nothing moves, in either direction, for 30 s: who does not read an answer, for one.
export const CONNECTION_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_TIMEOUT_MS = 10_000;
// 16 KiB of headers, as Node has it; more is 431.
const HEADERS_LIMIT_BYTES = 16_384;
// The longest path parameter is a UUID or a workflow's name.
const PARAM_LIMIT = 100;

const http: ServerOptions = {
  headersTimeout: HEADERS_TIMEOUT_MS,
  connectionsCheckingInterval: CHECK_INTERVAL_MS,
  maxHeaderSize: HEADERS_LIMIT_BYTES,
  insecureHTTPParser: false,
};

/** How the server treats connections and bytes, before any route of ours is asked. */
export const serverOptions: FastifyHttpOptions<RawServerDefault> = {
  bodyLimit: BODY_LIMIT_BYTES,
  requestTimeout: REQUEST_TIMEOUT_MS,
  connectionTimeout: CONNECTION_TIMEOUT_MS,
  keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
  http,
  routerOptions: { maxParamLength: PARAM_LIMIT },
  exposeHeadRoutes: false,
  requestIdHeader: false,
  genReqId: () => randomUUID(),
  // The framework's own 503 is not a problem document; a hook of ours answers while the server closes.
  return503OnClosing: false,
  frameworkErrors: (error, request, reply) => answerFrameworkError(error, request, reply),
  clientErrorHandler: answerBrokenRequest,
  ajv: {
    customOptions: {
      removeAdditional: false,
      coerceTypes: false,
      useDefaults: false,
      allErrors: true,
    },
  },
};

const STATUS_LINES: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** Bytes that are no HTTP request: an answer, if anybody still listens, and the end of the connection. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const statusLine = STATUS_LINES[error.code ?? ''] ?? '400 Bad Request';
  const problem = {
    ...problemOfCode('body_invalid', DEFAULT_LANGUAGE),
    status: Number(statusLine.slice(0, 3)),
  };
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${statusLine}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    // Written; who does not close now is closed.
    () => socket.destroy(),
  );
}
