import { expect, test } from 'vitest';
import { problemsOf } from '#src/workflow/check-input.ts';
import { pick, randomPayload, seededRandom } from '#test/support/random-payload.ts';
import { checkInput } from '#web/forms/check-input.ts';
import { GROUP_WORDS } from '#web/forms/group-words.ts';
import { type FormField, readSchema, type Schema } from '#web/forms/read-schema.ts';
import { emptyForm, type TypedGroup } from '#web/forms/typed.ts';
import { everyForm, pruned, typeIn } from './form-input.ts';

const FORMS = await everyForm();
const HINTS = {
  moment: '2026-11-01T08:30:00+08:00',
  texts: ['r1', 'XH01', 't1', 'V1', '08:30', 'a'.repeat(64)],
};
// A payload per form is little; these find what stands in one branch of three.
const PAYLOADS_PER_FORM = 12;

test('every form of the product is drawn in controls: nothing is left to be written as data', () => {
  expect(FORMS.length).toBeGreaterThan(500);
  expect(FORMS.flatMap(({ name, schema }) => unknownIn(name, readSchema(schema)))).toEqual([]);
});

test('every field of every form has a name in both languages', () => {
  const nameless = FORMS.flatMap(({ name, schema }) => namelessIn(name, readSchema(schema)));
  expect(nameless).toEqual([]);
});

test.each([
  ['a shape it does not know', { type: 'null', title: '空', 'x-title-en': 'Null' }],
  ['a text without an end', { type: 'string', title: '字', 'x-title-en': 'Text' }],
  ['alternatives that are no codes', { anyOf: [{ type: 'string' }], title: '选', 'x-title-en': 'One' }],
  ['a list of lists', { type: 'array', items: { type: 'array' }, title: '表', 'x-title-en': 'List' }],
])('%s is found, and cannot be sent', (_what, inner: Schema) => {
  const fields = readSchema({ type: 'object', properties: { planted: inner }, required: ['planted'] });
  expect(unknownIn('planted', fields)).toEqual(['planted/planted']);
  expect(checkInput(fields, {}).problems.map(({ pointer }) => pointer)).toEqual(['/planted']);
});

test('whatever the server accepts can be entered, and arrives as it was meant', () => {
  const random = seededRandom(20_261_124);
  let count = 0;
  for (const { name, schema } of FORMS) {
    const fields = readSchema(schema);
    for (let round = 0; round < PAYLOADS_PER_FORM; round += 1) {
      const wanted = randomPayload(schema, random, HINTS);
      if (problemsOf(schema, wanted).length > 0 || hasTwins(wanted)) continue;
      const { payload, problems } = checkInput(fields, typeIn(fields, wanted));
      expect(problems, `${name} ${JSON.stringify(wanted)}`).toEqual([]);
      expect(problemsOf(schema, payload), `${name} ${JSON.stringify(payload)}`).toEqual([]);
      expect(inNoOrder(pruned(schema, payload)), name).toEqual(inNoOrder(pruned(schema, wanted)));
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(FORMS.length * 8);
});

test('what the form lets pass, the server accepts: whatever was typed', () => {
  const random = seededRandom(42);
  for (const { name, schema } of FORMS) {
    const fields = readSchema(schema);
    for (let round = 0; round < PAYLOADS_PER_FORM; round += 1) {
      const typed = spoiled(typeIn(fields, randomPayload(schema, random, HINTS)), random);
      const { payload, problems } = checkInput(fields, typed);
      if (problems.length === 0)
        expect(problemsOf(schema, payload), `${name} ${JSON.stringify(typed)}`).toEqual([]);
    }
  }
});

test('an untouched form says of each thing that must be there that it is missing, as the server does', () => {
  for (const { name, schema } of FORMS) {
    const fields = readSchema(schema);
    const { payload, problems } = checkInput(fields, emptyForm(fields));
    const refused = problemsOf(schema, payload).length > 0;
    expect(problems.length > 0, `${name} ${JSON.stringify(problemsOf(schema, payload))}`).toBe(refused);
  }
});

/** The same code twice in a list: the server does not mind, and nobody can press one button twice. */
function hasTwins(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const inner = Object.values(value);
  const isList = Array.isArray(value) && inner.every((item) => typeof item === 'string');
  return isList ? new Set(inner).size < inner.length : inner.some(hasTwins);
}

function unknownIn(path: string, fields: readonly FormField[]): string[] {
  return fields.flatMap((field) => {
    const here = `${path}/${field.key}`;
    if (field.kind === 'unknown') return [here];
    return 'fields' in field ? unknownIn(here, field.fields) : [];
  });
}

function namelessIn(path: string, fields: readonly FormField[]): string[] {
  return fields.flatMap((field) => {
    const here = `${path}/${field.key}`;
    const words = field.words ?? GROUP_WORDS[field.key];
    const own = words === undefined || words.zh === '' || words.en === '' ? [here] : [];
    return 'fields' in field ? [...own, ...namelessIn(here, field.fields)] : own;
  });
}

const SPOILT = [
  '',
  ' ',
  'x',
  '好',
  '２０２６',
  '-1',
  '1.5',
  '2026-02-30',
  '25:00',
  '9'.repeat(40),
  '字'.repeat(9000),
];

/** One of its places holds something else. */
function spoiled(typed: TypedGroup, random: () => number): TypedGroup {
  const keys = Object.keys(typed);
  if (keys.length === 0) return typed;
  const key = pick(random, keys);
  const value = typed[key];
  if (typeof value === 'string') return { ...typed, [key]: pick(random, SPOILT) };
  if (Array.isArray(value)) return { ...typed, [key]: [] };
  if (typeof value === 'object') return { ...typed, [key]: spoiled(value as TypedGroup, random) };
  return { ...typed, [key]: undefined };
}

/** Chosen codes have no order. */
function inNoOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inNoOrder).sort((a, b) => (String(a) < String(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inNoOrder(inner)]));
}
