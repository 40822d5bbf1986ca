import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#src/base/errors.ts';

// Requests in hand get this long to finish; then their connections are cut.
const FINISH_WITHIN_MS = 8_000;
const RETRY_AFTER_SECONDS = 5;

/**
 * Makes `app.close()` end soon and kindly. By itself it waits for browsers to hang up: for connections opened in
 * advance and never used, and for those kept alive after their last answer. Open event streams end by their own hook.
 */
export function closePromptly(app: FastifyInstance): void {
  const inHand = new Map<Socket, number>();
  let isClosing = false;
  app.server.on('connection', (socket: Socket) => {
    inHand.set(socket, 0);
    socket.once('close', () => inHand.delete(socket));
  });
  app.server.on('request', ({ socket }, response) => {
    inHand.set(socket, (inHand.get(socket) ?? 0) + 1);
    response.once('close', () => {
      inHand.set(socket, (inHand.get(socket) ?? 1) - 1);
      if (isClosing && inHand.get(socket) === 0) socket.end();
      if (socket.destroyed) inHand.delete(socket);
    });
  });
  app.addHook('onRequest', async () => {
    if (isClosing) throw new AppError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    for (const [socket, count] of inHand) if (count === 0) socket.destroy();
    // `unref`: a process with nothing else to do need not wait for it.
    setTimeout(() => app.server.closeAllConnections(), FINISH_WITHIN_MS).unref();
  });
}
