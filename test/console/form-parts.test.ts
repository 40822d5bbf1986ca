import { expect, test } from 'vitest';
import { checkOccurredAt } from '#web/forms/occurred-at.ts';
import { checkInput } from '#web/forms/check-input.ts';
import { knownCodes, termsOf } from '#web/forms/known-codes.ts';
import { readSchema, type Schema } from '#web/forms/read-schema.ts';
import { emptyEntry, emptyForm, isTyped } from '#web/forms/typed.ts';
import { plainPhone } from '#web/words/phone.ts';

const NOW_MS = Date.parse('2026-11-24T12:00:00+08:00');
const named = (schema: Schema): Schema => ({ title: '项', 'x-title-en': 'Thing', ...schema });
const fieldsOf = (inner: Schema) =>
  readSchema({ type: 'object', required: ['x'], properties: { x: named(inner) } });
const said = (inner: Schema, typed: string | boolean | readonly string[]) =>
  checkInput(fieldsOf(inner), { x: typed }, NOW_MS);

test.each([
  ['+86 138 0013 8000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['0086-138-0013-8000', '13800138000'],
  ['010-6512 3456', '01065123456'],
  ['8613800138000', '13800138000'],
  ['010-65123456 转 12', '010-65123456 转 12'],
])('a number pasted as "%s" is %s', (pasted, plain) => {
  expect(plainPhone(pasted)).toBe(plain);
});

test.each<[string, Schema, string, string | null]>([
  ['a time ahead', { type: 'string', format: 'date-time' }, '2026-11-24T12:01', '不得晚于现在'],
  ['a time just now', { type: 'string', format: 'date-time' }, '2026-11-24T12:00', null],
  [
    'a planned time ahead',
    { type: 'string', format: 'date-time', 'x-planned': true },
    '2027-01-01T00:00',
    null,
  ],
  ['a time of long ago', { type: 'string', format: 'date-time' }, '1999-12-31T23:59', '不得早于2000年'],
  ['a day that there is not', { type: 'string', format: 'date' }, '2026-02-30', '请填写完整的日期'],
  ['half a number', { type: 'integer' }, '3x', '请填写数字'],
  ['a part of one', { type: 'integer' }, '1.5', '请填写整数'],
  ['a number in wide digits', { type: 'integer' }, '１，２００', null],
  ['too much', { type: 'integer', maximum: 5 }, '6', '不得大于 5'],
  ['too little', { type: 'integer', minimum: 1 }, '0', '不得小于 1'],
  ['spaces', { type: 'string', maxLength: 9 }, '   ', '请填写'],
  ['too long a text', { type: 'string', maxLength: 3 }, '四个字了', '至多 3 个字，现有 4 个'],
  ['a code in the wrong case', { type: 'string', pattern: '^[A-Z]{2}$' }, 'xh', null],
])('%s: %j %s', (_what, schema, typed, problem) => {
  expect(said(schema, typed).problems[0]?.words.zh ?? null).toBe(problem);
});

test('times leave with the offset of Shanghai, numbers as numbers, codes in their own form', () => {
  expect(said({ type: 'string', format: 'date-time' }, '2026-11-24T11:30').payload).toEqual({
    x: '2026-11-24T11:30:00+08:00',
  });
  expect(said({ type: 'integer' }, '１，２００').payload).toEqual({ x: 1200 });
  expect(said({ type: 'string', pattern: '^[A-Z]{2}$' }, 'xh').payload).toEqual({ x: 'XH' });
});

test('a no is an answer; an answer nobody gave is none', () => {
  expect(said({ type: 'boolean' }, false).payload).toEqual({ x: false });
  expect(checkInput(fieldsOf({ type: 'boolean' }), {}).problems).toHaveLength(1);
});

const PARTIES: Schema = {
  type: 'array',
  minItems: 1,
  maxItems: 3,
  items: {
    type: 'object',
    required: ['id'],
    properties: {
      id: named({ type: 'string', pattern: '^[a-z][a-z0-9_]{0,19}$' }),
      name: named({ type: 'string', maxLength: 9 }),
    },
  },
};

test('a list that needs an entry begins with one, and each new one has a code that none of the others has', () => {
  const fields = fieldsOf(PARTIES);
  const form = emptyForm(fields);
  expect(form).toEqual({ x: [{ id: 'x1' }] });
  const [list] = fields;
  if (list?.kind !== 'list') throw new Error('no list');
  expect(emptyEntry(list, [{ id: 'x1' }, { id: 'x3' }])).toEqual({ id: 'x2' });
  // Nothing to undo when it is taken away; but a list it was added to is meant.
  expect([isTyped({ id: 'x2' }), isTyped([{ id: 'x2' }]), isTyped([])]).toEqual([false, true, false]);
});

test('what is wrong in the second entry points at it', () => {
  const typed = { x: [{ id: 'a1' }, { id: 'a2', name: '很长很长很长很长的名字' }] };
  expect(checkInput(fieldsOf(PARTIES), typed).problems.map(({ pointer }) => pointer)).toEqual(['/x/1/name']);
});

test('a group nobody has begun with is not sent; one that is begun must be whole', () => {
  const group: Schema = {
    type: 'object',
    required: ['why'],
    properties: {
      why: named({ type: 'string', maxLength: 9 }),
      note: named({ type: 'string', maxLength: 9 }),
    },
  };
  const fields = readSchema({ type: 'object', properties: { x: named(group) } });
  expect(checkInput(fields, { x: { note: '' } })).toEqual({ payload: {}, problems: [] });
  expect(checkInput(fields, { x: { note: '是' } }).problems.map(({ pointer }) => pointer)).toEqual([
    '/x/why',
  ]);
});

test('a code is offered by what it stands for: a party by her name, a unit by what it is', () => {
  const terms = termsOf([
    {
      type: 'object',
      properties: { kind: named({ anyOf: [{ const: 'station', ...named({}), title: '派出所' }] }) },
    },
  ]);
  const about = {
    context: {
      applicants: [{ id: 'a1', name: { sealed: 's1' } }],
      units: [{ id: 'u1', kind: 'station' }],
      measures: [{ id: 'm1' }],
      toServe: [{ id: 'u1' }],
    },
    revealed: { s1: '陆小满' },
    terms,
  };
  const offered = (key: string) =>
    knownCodes(about, key, '^[a-z][a-z0-9_]{0,19}$').map(({ words }) => words.zh);
  expect(offered('to')).toEqual(['a1 · 陆小满', 'u1 · 派出所']);
  expect(offered('measures')).toEqual(['m1']);
  expect(offered('unheard')).toHaveLength(3);
});

test('when something happened is now unless somebody says otherwise, and never ahead', () => {
  expect(checkOccurredAt('', NOW_MS)).toBe(null);
  expect(checkOccurredAt('2026-11-24T11:00', NOW_MS)).toBe(null);
  expect(checkOccurredAt('2026-11-25T11:00', NOW_MS)?.zh).toBe('不得晚于现在');
});
