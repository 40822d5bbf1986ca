import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonBody } from '#src/http/parse-json-body.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test.each<[string, Buffer]>([
  ['broken JSON', bytesOf('{"a":')],
  ['text after the end', bytesOf('{} {}')],
  ['a byte order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d])],
  ['UTF-8 that is none', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
  ['an overlong form', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['NUL in a string', bytesOf('{"a":"x\\u0000y"}')],
  ['NUL in a key', bytesOf('{"a\\u0000":1}')],
  ['half a surrogate', bytesOf('["\\ud800"]')],
  ['half a surrogate in a key', bytesOf('{"\\udfff":1}')],
  ['a key twice', bytesOf('{"a":1,"b":2,"a":3}')],
  ['a key twice in another spelling', bytesOf('{"a":1,"\\u0061":3}')],
  ['a key twice deep down', bytesOf('[{"x":{"k":[1],"k":2}}]')],
  ['__proto__', bytesOf('{"__proto__":{"isAdmin":true}}')],
  ['__proto__ in another spelling', bytesOf('{"\\u005f_proto__":1}')],
  ['constructor', bytesOf('{"a":{"constructor":{"prototype":{}}}}')],
  ['a number beyond all', bytesOf('[1e400]')],
  ['a whole number that would be rounded', bytesOf('{"version":9007199254740993}')],
  ['depth', bytesOf(nested(33))],
  ['depth that would exhaust a stack', bytesOf(nested(30_000))],
])('%s is refused', (_, bytes) => {
  expect(() => parseJsonBody(bytes)).toThrow(expect.objectContaining({ code: 'body_invalid' }));
});

test('what is refused is never repeated in the refusal', () => {
  try {
    parseJsonBody(bytesOf('{"phone":"13812340000","phone":"13812340000"}'));
    expect.unreachable();
  } catch (error) {
    expect(JSON.stringify(error)).not.toContain('1381234');
  }
});

test('depth 32 and equal keys in different objects are fine', () => {
  expect(() => parseJsonBody(bytesOf(nested(32)))).not.toThrow();
  expect(parseJsonBody(bytesOf('[{"a":1},{"a":{"a":[":",",","{"]}}]'))).toEqual([
    { a: 1 },
    { a: { a: [':', ',', '{'] } },
  ]);
});

test('every value JSON can carry comes out as it went in, rare characters included', () => {
  expect(parseJsonBody(bytesOf('{"name":"𠮷野\\"\\\\\\n👩‍👧"}'))).toEqual({ name: '𠮷野"\\\n👩‍👧' });
  const keys = fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .filter((key) => key !== '__proto__' && !key.includes('\0'));
  const leaves = fc.oneof(
    fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).filter((n) => !Object.is(n, -0)),
    fc.boolean(),
    fc.constant(null),
  );
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaves,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
  fc.assert(
    fc.property(values, fc.constantFrom(undefined, 1), (value, indent) => {
      expect(parseJsonBody(bytesOf(JSON.stringify(value, null, indent)))).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
    }),
    { numRuns: 500 },
  );
});
