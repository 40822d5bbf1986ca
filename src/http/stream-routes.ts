import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Db } from '#db/connect.ts';
import { AppError } from '#src/base/errors.ts';
import { type ListedNotification, listMissedNotifications } from '#src/store/list-notifications.ts';
import { isSessionAlive } from '#src/store/sessions.ts';
import { type Api, loggedIn } from './api.ts';
import { personOf, sessionOf } from './caller.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { createNotificationFeed } from './notification-feed.ts';
import { stackOf } from './request-log.ts';
import type { Services } from './services.ts';

// Asked every 5 s, so that who was shut out hears nothing any more within 10 s, a slow database included.
const SESSION_CHECK_MS = 5_000;
// Six windows of one person, and a thousand streams in all: some 50 MB of open connections.
const STREAMS_PER_PERSON_LIMIT = 6;
const STREAMS_LIMIT = 1_000;
// Who missed more gets these, is let go, and comes back for the rest.
const MISSED_LIMIT = 200;
const RETRY_AFTER_SECONDS = 10;

const STREAM = loggedIn({
  summary: 'Your notifications as they come (text/event-stream); Last-Event-ID brings what was missed',
  answers: [200, Type.String(), 'text/event-stream'],
});

type Open = { readonly personId: string; readonly stream: EventStream };

/** The stream of a person's notifications: ids only, so that nothing stands in a buffer on the way. */
export function streamRoutes(app: Api, { db }: Pick<Services, 'db'>): void {
  const feed = createNotificationFeed(db, (error) => app.log.error({ error: stackOf(error) }, 'feed'));
  const openStreams = new Set<Open>();
  // Closing waits for answers to end, and these end only when told.
  app.addHook('preClose', async () => {
    for (const { stream } of openStreams) stream.end();
  });

  app.get('/stream', STREAM, async (request, reply) => {
    const personId = personOf(request).id;
    requirePlace(openStreams, personId);
    const waiting: ListedNotification[] = [];
    let hand = (notification: ListedNotification): void => void waiting.push(notification);
    const subscription = await feed.subscribe(personId, (notification) => hand(notification));
    const missed = await missedSince(db, request, subscription.position).catch((error: unknown) => {
      subscription.end();
      throw error;
    });
    const stream = openEventStream(request, reply);
    const open = { personId, stream };
    openStreams.add(open);
    stream.onEnd(() => {
      openStreams.delete(open);
      subscription.end();
    });
    stream.onEnd(endWithSession(db, request, stream));
    for (const notification of [...missed, ...waiting]) stream.send(notification);
    hand = stream.send;
    if (missed.length === MISSED_LIMIT) stream.end();
  });
}

function requirePlace(openStreams: ReadonlySet<Open>, personId: string): void {
  const ownCount = [...openStreams].filter((open) => open.personId === personId).length;
  if (openStreams.size >= STREAMS_LIMIT || ownCount >= STREAMS_PER_PERSON_LIMIT) {
    throw new AppError('throttled', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
}

/** What came between the last event the browser has and the moment we began to listen. */
async function missedSince(db: Db, request: FastifyRequest, upTo: number): Promise<ListedNotification[]> {
  const sent = request.headers['last-event-id'];
  if (typeof sent !== 'string' || !/^\d{1,15}$/.test(sent)) return [];
  const range = { after: Number(sent), upTo, limit: MISSED_LIMIT };
  return listMissedNotifications(db, personOf(request).id, range);
}

/** Ends the stream when its session has; when that cannot be found out, too. */
function endWithSession(db: Db, request: FastifyRequest, stream: EventStream): () => void {
  const { tokenHash } = sessionOf(request);
  const timer = setInterval(() => {
    isSessionAlive(db, tokenHash).then(
      (isAlive) => {
        if (!isAlive) stream.end();
      },
      () => stream.end(),
    );
  }, SESSION_CHECK_MS);
  return () => clearInterval(timer);
}
