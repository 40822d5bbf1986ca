import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, logIn, type TestApp, testApp } from '#test/support/test-app.ts';
import { notify } from './event-source.ts';

let served: TestApp;
let lawyer: Browser;
let other: Browser;
beforeAll(async () => {
  served = await testApp();
  lawyer = await logIn(served.app, 'lawyer1');
  other = await logIn(served.app, 'lawyer2');
});
afterAll(() => served[Symbol.asyncDispose]());

const tell = (browser: Browser) => notify(served.world.connection.db, browser.user.id);

test('a person has her own notifications, newest first, ids only', async () => {
  const ids = [await tell(lawyer), await tell(lawyer), await tell(lawyer)];
  await tell(other);
  const whole = (await lawyer.get('/api/notifications')).json();
  expect(whole.items.map((item: { id: string }) => item.id)).toEqual([...ids].reverse());
  expect(Object.keys(whole.items[0])).toEqual(['id', 'kind', 'caseId', 'deadlineId', 'at', 'readAt']);
  const first = (await lawyer.get('/api/notifications?limit=2')).json();
  const rest = (await lawyer.get(`/api/notifications?limit=2&cursor=${first.nextCursor}`)).json();
  expect([...first.items, ...rest.items]).toEqual(whole.items);
});

test('reading one is remembered, once, and a repetition is answered with the same bytes', async () => {
  const id = await tell(lawyer);
  const url = `/api/notifications/${id}/read`;
  const first = await lawyer.send({ url, key: 'read-key-1' });
  expect([first.statusCode, first.json().id]).toEqual([200, id]);
  expect(first.json().readAt).toMatch(/\+08:00$/);
  const again = await lawyer.send({ url, key: 'read-key-1' });
  expect([again.statusCode, again.body]).toEqual([200, first.body]);
  const later = await lawyer.send({ url });
  expect(later.json().readAt).toBe(first.json().readAt);
  const [listed] = (await lawyer.get('/api/notifications?limit=1')).json().items;
  expect(listed).toEqual(first.json());
});

test('the same key sent ten times at once acts once', async () => {
  const url = `/api/notifications/${await tell(lawyer)}/read`;
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => lawyer.send({ url, key: 'read-key-2' })),
  );
  expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
});

test('a key used for one thing is refused for another', async () => {
  const [one, two] = [await tell(lawyer), await tell(lawyer)];
  await lawyer.send({ url: `/api/notifications/${one}/read`, key: 'read-key-3' });
  const answer = await lawyer.send({ url: `/api/notifications/${two}/read`, key: 'read-key-3' });
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'key_reused']);
});

test('another person’s notification is absent, and trying leaves a line in the audit', async () => {
  const id = await tell(other);
  const invisible = await lawyer.send({ url: `/api/notifications/${id}/read` });
  const absent = await lawyer.send({ url: '/api/notifications/0a1b2c3d-0000-4000-8000-000000000001/read' });
  expect([invisible.statusCode, invisible.body]).toEqual([404, absent.body]);
  const row = await served.world.connection.db
    .selectFrom('audit')
    .selectAll()
    .orderBy('audit_id', 'desc')
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    person_id: lawyer.user.id,
    action: 'notification.read',
    code: 'not_found',
    is_allowed: false,
  });
  const stored = await served.world.connection.db
    .selectFrom('notifications')
    .select('read_at')
    .where('notification_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(stored.read_at).toBeNull();
});
