import { randomUUID } from 'node:crypto';
import type { TSchema } from 'typebox';
import type { Json, JsonObject } from '#src/base/json.ts';

/** A source of numbers in [0, 1) that a seed repeats. */
export type Random = () => number;

/** Mulberry32: the same seed gives the same walk. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

type Hints = {
  /** Ids that mean something in the world of the test, tried for every id field. */
  readonly ids?: readonly string[];
  /** Words tried first for fields with a pattern. */
  readonly texts?: readonly string[];
  /** The time given for every moment. */
  readonly moment: string;
};

type Loose = TSchema & {
  type?: string;
  const?: Json;
  enum?: Json[];
  anyOf?: Loose[];
  properties?: Record<string, Loose>;
  required?: string[];
  items?: Loose;
  format?: string;
  pattern?: string;
  minLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
};

/** A payload that fits a schema; optional fields are there half of the time. */
export function randomPayload(schema: TSchema, random: Random, hints: Hints): JsonObject {
  return valueOf(schema as Loose, random, hints) as JsonObject;
}

function valueOf(schema: Loose, random: Random, hints: Hints): Json {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(random, schema.enum);
  if (schema.anyOf !== undefined) return valueOf(pick(random, schema.anyOf), random, hints);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, random, hints);
    case 'array':
      return arrayOf(schema, random, hints);
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'number':
      return numberOf(schema, random);
    case 'null':
      return null;
    default:
      return textOf(schema, random, hints);
  }
}

function objectOf(schema: Loose, random: Random, hints: Hints): JsonObject {
  const required = schema.required ?? [];
  const entries = Object.entries(schema.properties ?? {})
    .filter(([key]) => required.includes(key) || random() < 0.5)
    .map(([key, inner]): [string, Json] => [key, valueOf(inner, random, hints)]);
  return Object.fromEntries(entries);
}

function arrayOf(schema: Loose, random: Random, hints: Hints): Json[] {
  const least = schema.minItems ?? 0;
  const length = least + Math.floor(random() * Math.min(3, (schema.maxItems ?? 3) - least + 1));
  const { items } = schema;
  if (items === undefined) return [];
  const list = Array.from({ length }, () => valueOf(items, random, hints));
  const distinct = [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
  return distinct.length >= least ? distinct : list.slice(0, least);
}

function numberOf(schema: Loose, random: Random): number {
  const least = schema.minimum ?? 0;
  const most = Math.min(schema.maximum ?? least + 20, least + 20);
  return least + Math.floor(random() * (most - least + 1));
}

const TEXTS = ['好邻', '她说他今晚还会回来', 'Ünïcode 𠮷', 'x'] as const;
const PATTERNED = [
  'x',
  'a1',
  'p-1',
  'A',
  '7',
  '2026-11-01',
  '08:30',
  '2026-11-01T08:30',
  'f'.repeat(64),
] as const;

function textOf(schema: Loose, random: Random, hints: Hints): string {
  if (schema.format === 'uuid') return hints.ids === undefined ? randomUUID() : pick(random, hints.ids);
  if (schema.format === 'date-time') return hints.moment;
  if (schema.format === 'date') return hints.moment.slice(0, 10);
  const fitting = schema.pattern === undefined ? TEXTS : fittingOf(schema.pattern, hints.texts ?? []);
  // A pattern none of ours fits is left to refuse; a walk takes a refusal for an answer.
  const text = pick(random, fitting.length > 0 ? fitting : TEXTS);
  return schema.pattern === undefined ? text.padEnd(schema.minLength ?? 1, '测') : text;
}

function fittingOf(pattern: string, preferred: readonly string[]): readonly string[] {
  const expected = new RegExp(pattern, 'u');
  const own = preferred.filter((text) => expected.test(text));
  return own.length > 0 ? own : PATTERNED.filter((text) => expected.test(text));
}
