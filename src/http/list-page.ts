import { type TSchema, Type } from 'typebox';
import { isUuid } from '#src/base/ids.ts';
import { parseInstant } from '#src/base/instant.ts';
import { bodyInvalid } from './input-problem.ts';
import { strict } from './strict.ts';

/** The two keys every list takes. */
export const PAGE_QUERY = {
  cursor: Type.Optional(Type.String({ maxLength: 300, description: '`nextCursor` of the page before' })),
  limit: Type.Optional(Type.String({ pattern: '^[0-9]{1,4}$', description: '1 to 200; 50 if not given' })),
};

/** The schema of a page of items. */
export function pageOf<S extends TSchema>(item: S) {
  return strict({ items: Type.Array(item), nextCursor: Type.Union([Type.String(), Type.Null()]) });
}

export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** How many items a request asks for. Throws `body_invalid` outside 1 to 200. */
export function limitOf(query: { readonly limit?: string }): number {
  if (query.limit === undefined) return DEFAULT_LIMIT;
  const limit = Number(query.limit);
  if (limit < 1 || limit > MAX_LIMIT) throw bodyInvalid('/limit', 'out_of_range');
  return limit;
}

/**
 * A page out of `limit + 1` rows: the extra row only tells that there is more. `keyOf` gives the texts by which the
 * next page is found.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  to: { item: (row: Row) => Item; key: (row: Row) => readonly string[] },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items: shown.map(to.item), nextCursor: hasMore ? writeCursor(to.key(last)) : null };
}

/** The texts of a cursor that we gave out; null: none was sent. Throws `body_invalid` for anything else. */
export function readCursor(
  query: { readonly cursor?: string },
  shape: readonly CursorPart[],
): readonly string[] | null {
  if (query.cursor === undefined) return null;
  const parts = Buffer.from(query.cursor, 'base64url').toString('utf8').split('\n');
  const fits =
    parts.length === shape.length && shape.every((fitsPart, index) => fitsPart(parts[index] ?? ''));
  if (!fits) throw bodyInvalid('/cursor', 'wrong_form');
  return parts;
}

type CursorPart = (part: string) => boolean;

/** What a part of a cursor may be: nothing that the database would stumble over. */
export const CURSOR_PARTS = {
  instant: isInstant,
  /** An instant, or nothing: what has none is sorted last. */
  instantOrNone: (part) => part === '' || isInstant(part),
  uuid: isUuid,
  number: (part) => /^\d{1,15}$/.test(part),
  /** A place in a short order, such as that of the risks. */
  rank: (part) => /^\d$/.test(part),
} as const satisfies Record<string, CursorPart>;

function isInstant(part: string): boolean {
  return /^(19|20)\d{2}-/.test(part) && parseInstant(part) === part;
}

/** A cursor that `readCursor` reads again. */
export function writeCursor(parts: readonly string[]): string {
  return Buffer.from(parts.join('\n'), 'utf8').toString('base64url');
}
