import { expect, test } from 'vitest';
import { positionOf, recordedBy, stopsOf } from '#web/cases/as-of.ts';
import { payloadLines } from '#web/cases/payload-lines.ts';
import { filterIn } from '#web/deadlines/deadline-filter.ts';
import { readSchema } from '#web/forms/read-schema.ts';

const PERSON = '0a1b2c3d-0000-4000-8000-000000000001';
const NAMES = {
  people: new Map([[PERSON, '江映雪']]),
  agencies: new Map(),
  tracks: new Map(),
};
const term = (code: string, zh: string, en: string) => ({ const: code, title: zh, 'x-title-en': en });
const FIELDS = readSchema({
  type: 'object',
  properties: {
    kind: { anyOf: [term('a', '甲', 'A'), term('b', '乙', 'B')], title: '种类', 'x-title-en': 'Kind' },
    at: { type: 'string', format: 'date-time', title: '时间', 'x-title-en': 'When' },
    by: { type: 'string', format: 'uuid', 'x-person-roles': ['lawyer'], title: '经办', 'x-title-en': 'By' },
    name: { type: 'string', maxLength: 40, 'x-sealed': 'identity', title: '姓名', 'x-title-en': 'Name' },
    people: {
      type: 'array',
      title: '当事人',
      'x-title-en': 'Parties',
      items: {
        type: 'object',
        properties: { ok: { type: 'boolean', title: '同意', 'x-title-en': 'Agreed' } },
      },
    },
  },
});

const linesOf = (payload: unknown) =>
  payloadLines(FIELDS, payload, NAMES).map(({ label, value, depth }) => [label.zh, value?.zh ?? null, depth]);

test('fields are said by their titles, codes by their terms, people by their names', () => {
  expect(linesOf({ kind: 'b', at: '2026-03-02T10:00:00+08:00', by: PERSON })).toEqual([
    ['种类', '乙', 0],
    ['时间', '2026-03-02 10:00', 0],
    ['经办', '江映雪', 0],
  ]);
});

test('a value that is sealed for the reader says nothing but that', () => {
  expect(linesOf({ name: { sealed: true } })).toEqual([['姓名', null, 0]]);
});

test('a list is numbered, and what is no field keeps its key', () => {
  expect(linesOf({ people: [{ ok: true }, { ok: false }], old: 3 })).toEqual([
    ['当事人 第 1 项', '', 0],
    ['同意', '是', 1],
    ['当事人 第 2 项', '', 0],
    ['同意', '否', 1],
    ['old', '3', 0],
  ]);
});

const ENTRIES = ['2026-03-03T10:00:00+08:00', '2026-03-02T10:00:00+08:00', '2026-03-02T10:00:00+08:00'].map(
  (recordedAt) => ({ recordedAt }),
);

test('the slider has one stop for each moment, and now after the last of them', () => {
  const stops = stopsOf(ENTRIES);
  expect(stops).toEqual(['2026-03-02T10:00:00+08:00', '2026-03-03T10:00:00+08:00']);
  expect(positionOf(stops, null)).toBe(2);
  expect(positionOf(stops, '2026-03-03T10:00:00+08:00')).toBe(1);
  expect(positionOf(stops, '2026-03-02T23:00:00+08:00')).toBe(0);
  expect(positionOf(stops, '2020-01-01T00:00:00+08:00')).toBe(0);
});

test('as of a moment there is what had been recorded by then, that moment included', () => {
  expect(recordedBy(ENTRIES, '2026-03-02T10:00:00+08:00')).toHaveLength(2);
  expect(recordedBy(ENTRIES, null)).toHaveLength(3);
  expect(recordedBy(ENTRIES, '2026-03-01T10:00:00+08:00')).toEqual([]);
});

test.each([
  ['', { box: 'mine', outcome: 'open' }],
  ['box=agency&outcome=lapsed', { box: 'agency', outcome: 'lapsed' }],
  ['outcome=all', { box: 'mine', outcome: null }],
  ['box=everybody&outcome=whatever', { box: 'mine', outcome: 'open' }],
] as const)('the address “%s” asks for the deadlines %o', (search, filter) => {
  expect(filterIn(new URLSearchParams(search))).toEqual(filter);
});
