import type { Db } from '#db/connect.ts';
import { AppError } from '#src/base/errors.ts';
import type { Answer, CommandBasis } from '#src/engine/engine.ts';
import { type ListedNotification, listNotifications } from '#src/store/list-notifications.ts';
import { markNotificationRead, readOwnNotification } from '#src/store/mark-notification-read.ts';
import { insertRefusal } from '#src/store/refusals.ts';
import { type Api, command, ID_PARAMS, idOf, loggedIn, sendAnswer } from './api.ts';
import { basisOf, personOf } from './caller.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, pageOf, readCursor, toPage } from './list-page.ts';
import { requireNoBody } from './require-no-body.ts';
import type { Services } from './services.ts';
import { strict } from './strict.ts';
import { notificationView } from './view-schemas.ts';

const LIST = loggedIn({
  summary: 'Your notifications, newest first: ids only',
  querystring: strict(PAGE_QUERY),
  answers: [200, pageOf(notificationView)],
});

const READ = command({
  summary: 'You have read it',
  params: ID_PARAMS,
  answers: [200, notificationView],
});

/** A person's own notifications. */
export function notificationRoutes(app: Api, { db, vault }: Pick<Services, 'db' | 'vault'>): void {
  app.get('/notifications', LIST, async (request) => {
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.number]);
    const rows = await listNotifications(db, personOf(request).id, {
      ...(cursor && { before: Number(cursor[0]) }),
      limit: limit + 1,
    });
    return toPage(rows, limit, { item: toNotification, key: (row) => [String(row.serial)] });
  });

  app.post('/notifications/:id/read', READ, async (request, reply) => {
    requireNoBody(request);
    return sendAnswer(reply, await markRead({ db, vault }, basisOf(request), idOf(request)));
  });
}

/** A notification as its owner reads it. */
export function toNotification(row: Omit<ListedNotification, 'serial'>) {
  const { id, kind, caseId, deadlineId, at, readAt } = row;
  return { id, kind, caseId, ...(deadlineId !== null && { deadlineId }), at, readAt };
}

// Two of the same request at once: the second finds the first one's answer when it looks again.
const ATTEMPT_LIMIT = 3;

async function markRead(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  { person, idempotency }: CommandBasis,
  notificationId: string,
): Promise<Answer> {
  const { key, fingerprint } = idempotency;
  const owner = `${person.id}|${key}`;
  for (let attempt = 1; attempt <= ATTEMPT_LIMIT; attempt += 1) {
    const read = await readOwnNotification(db, { personId: person.id, notificationId, key });
    if (read.notification === null) return refuse(db, person.id);
    if (read.seen !== null) {
      if (read.seen.fingerprint !== fingerprint) throw new AppError('key_reused');
      return { status: read.seen.status, body: vault.openAnswer(owner, read.seen.body), etag: null };
    }
    const readAt = read.notification.readAt ?? read.now;
    const body = JSON.stringify(toNotification({ ...read.notification, readAt }));
    const mark = { personId: person.id, notificationId, key, fingerprint, readAt };
    const isWritten = await markNotificationRead(db, { ...mark, body: vault.sealAnswer(owner, body) });
    if (isWritten) return { status: 200, body, etag: null };
  }
  throw new AppError('key_in_flight');
}

async function refuse(db: Db, personId: string): Promise<never> {
  const action = 'notification.read';
  await insertRefusal(db, { personId, action, caseId: null, trackId: null, code: 'not_found' });
  throw new AppError('not_found');
}
