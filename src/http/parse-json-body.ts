import type { Json } from '#src/base/json.ts';
import { bodyInvalid } from './input-problem.ts';

const DEPTH_LIMIT = 32;
// Keys that mean something to JavaScript objects; no schema of ours has them.
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];
// Sticky, one token at a time. The text is known to be JSON, so a token need not be checked again.
const TOKEN = /\s*(?:("[^"\\]*(?:\\.[^"\\]*)*")|(-?\d[\d.eE+-]*)|([{}[\],:])|(true|false|null))/y;

/**
 * Reads a body as JSON and refuses what could not be kept or would be kept as something else: invalid UTF-8, a byte
 * order mark, NUL, half surrogates, duplicate or dangerous keys, numbers that are not exact, depth over 32. Throws
 * `body_invalid`.
 */
export function parseJsonBody(bytes: Buffer): Json {
  const text = decode(bytes);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw bodyInvalid('', 'not_json');
  }
  checkTokens(text);
  return value;
}

function decode(bytes: Buffer): string {
  try {
    // `ignoreBOM: true` keeps the mark in the text, where JSON.parse refuses it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw bodyInvalid('', 'not_json');
  }
}

/** JSON.parse keeps the last of two equal keys and rounds numbers without a word; only the text still shows it. */
function checkTokens(text: string): void {
  TOKEN.lastIndex = 0;
  const open: Container[] = [];
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [, string, number, mark] = match;
    if (string !== undefined) checkString(string, open.at(-1));
    else if (number !== undefined) checkNumber(number);
    else if (mark !== undefined) checkMark(mark, open);
  }
}

/** What is open around a token: an object's keys so far, and whether a key comes next. An array has none. */
type Container = { readonly keys: Set<string> | null; expectsKey: boolean };

function checkString(token: string, container: Container | undefined): void {
  const string = JSON.parse(token) as string;
  if (string.includes('\0') || !string.isWellFormed()) throw bodyInvalid('', 'bad_characters');
  if (container === undefined || container.keys === null || !container.expectsKey) return;
  if (FORBIDDEN_KEYS.includes(string)) throw bodyInvalid('', 'key_forbidden');
  if (container.keys.has(string)) throw bodyInvalid('', 'key_twice');
  container.keys.add(string);
  container.expectsKey = false;
}

function checkNumber(token: string): void {
  const number = Number(token);
  const isWhole = /^-?\d+$/.test(token);
  if (!Number.isFinite(number) || (isWhole && !Number.isSafeInteger(number)))
    throw bodyInvalid('', 'bad_number');
}

function checkMark(mark: string, open: Container[]): void {
  if (mark === '{') open.push({ keys: new Set(), expectsKey: true });
  else if (mark === '[') open.push({ keys: null, expectsKey: false });
  else if (mark === '}' || mark === ']') open.pop();
  else if (mark === ',') expectKey(open.at(-1));
  if (open.length > DEPTH_LIMIT) throw bodyInvalid('', 'too_deep');
}

function expectKey(container: Container | undefined): void {
  if (container !== undefined && container.keys !== null) container.expectsKey = true;
}
