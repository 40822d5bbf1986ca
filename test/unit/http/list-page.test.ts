import { expect, test } from 'vitest';
import { CURSOR_PARTS, limitOf, readCursor, toPage, writeCursor } from '#src/http/list-page.ts';
import { momentOf } from '#src/http/moment-of.ts';

const shape = [CURSOR_PARTS.instant, CURSOR_PARTS.uuid];
const at = '2026-03-01T09:00:00.123+08:00';
const id = '0a1b2c3d-0000-4000-8000-000000000001';
const refused = expect.objectContaining({ code: 'body_invalid' });

test('a page knows by one row more whether there is another', () => {
  const to = { item: (n: number) => n * 10, key: (n: number) => [String(n)] };
  expect(toPage([1, 2, 3], 3, to)).toEqual({ items: [10, 20, 30], nextCursor: null });
  const page = toPage([1, 2, 3], 2, to);
  expect(page.items).toEqual([10, 20]);
  expect(readCursor({ cursor: page.nextCursor ?? '' }, [CURSOR_PARTS.number])).toEqual(['2']);
  expect(toPage([], 2, to)).toEqual({ items: [], nextCursor: null });
});

test('a cursor of ours is read again, and none is none', () => {
  expect(readCursor({ cursor: writeCursor([at, id]) }, shape)).toEqual([at, id]);
  expect(readCursor({}, shape)).toBeNull();
});

test.each([
  ['rubbish', 'rubbish'],
  ['of another list', writeCursor(['12'])],
  ['with a day that does not exist', writeCursor(['2026-02-30T09:00:00.123+08:00', id])],
  ['with a year the database does not know', writeCursor(['0000-01-01T09:00:00.123+08:00', id])],
  ['with an id that is none', writeCursor([at, "x' or 1=1"])],
  ['with more than it should', writeCursor([at, id, id])],
])('a cursor %s is refused', (_, cursor) => {
  expect(() => readCursor({ cursor }, shape)).toThrow(refused);
});

test('a list has 50 items unless asked otherwise, and at most 200', () => {
  expect(limitOf({})).toBe(50);
  expect(limitOf({ limit: '1' })).toBe(1);
  expect(limitOf({ limit: '200' })).toBe(200);
  for (const limit of ['0', '201', '9999']) expect(() => limitOf({ limit })).toThrow(refused);
});

test.each([
  ['2026-03-01T09:00:00+08:00', '2026-03-01T09:00:00.000+08:00'],
  ['2026-03-01T01:00:00Z', '2026-03-01T09:00:00.000+08:00'],
  ['2026-03-01T09:00:00 08:00', '2026-03-01T09:00:00.000+08:00'],
  ['2026-03-01T09:00', '2026-03-01T09:00:00.000+08:00'],
])('the moment %s is read', (text, moment) => {
  expect(momentOf('until', text)).toBe(moment);
});

test.each([
  'yesterday',
  '2026-03-01',
  '2026-02-30T09:00',
  '0001-01-01T00:00:00Z',
  '2026-03-01T25:00:00+08:00',
  '',
])('%j is no moment', (text) => {
  expect(() => momentOf('until', text)).toThrow(refused);
});
