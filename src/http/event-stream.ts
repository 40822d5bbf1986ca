import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ListedNotification } from '#src/store/list-notifications.ts';
import { toNotification } from './notification-routes.ts';

/** One browser listening. `send` and `end` after the end do nothing. */
export type EventStream = {
  readonly send: (notification: ListedNotification) => void;
  readonly end: () => void;
  readonly onEnd: (listener: () => void) => void;
};

// A comment line every 10 s: proxies and our own time-out for silent connections leave the stream alone.
const HEARTBEAT_MS = 10_000;
// Who does not read 64 KiB of ids is not there; the browser comes back with Last-Event-ID and misses nothing.
const UNREAD_LIMIT_BYTES = 65_536;
const RETRY_MS = 3_000;

/** Turns the answer into an event stream (server-sent events). The route's own headers go with it. */
export function openEventStream(request: FastifyRequest, reply: FastifyReply): EventStream {
  const { raw } = reply;
  const endListeners: (() => void)[] = [];
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string | string[]>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies that collect answers before they pass them on do not with this one.
    'x-accel-buffering': 'no',
  });
  const write = (text: string): void => {
    if (raw.destroyed || raw.writableEnded) return;
    raw.write(text);
    if (raw.writableLength > UNREAD_LIMIT_BYTES) raw.destroy();
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
  raw.once('close', () => {
    clearInterval(heartbeat);
    for (const listener of endListeners) listener();
  });
  // A connection that breaks is an end like any other, not an error of ours.
  raw.on('error', () => request.raw.destroy());
  write(`retry: ${RETRY_MS}\n\n`);
  return {
    send: (notification) => write(toEvent(notification)),
    end: () => void raw.end(),
    onEnd: (listener) => void endListeners.push(listener),
  };
}

function toEvent(notification: ListedNotification): string {
  const data = JSON.stringify(toNotification(notification));
  return `id: ${notification.serial}\nevent: notification\ndata: ${data}\n\n`;
}
