import { type TSchemaOptions, type TUnsafe, Type } from 'typebox';

/**
 * Where a sealed value stands in an event or a context: the value itself is in the vault, under the id `sealed`.
 * `digest` is SHA-256 of its sealed bytes: through it the chain over the log covers the vault as well.
 */
export type SealedRef = { readonly sealed: string; readonly digest?: string };

/** The key that marks a schema whose values may not leave the vault. */
export const SEALED = 'x-sealed';

/** What a sealed value may be about; who may read it is decided per class (`src/access/may-read-sealed.ts`). */
export const SEALED_CLASSES = [
  /** Who the parties are, and numbers of files. */
  'identity',
  /** How she is safely reached. */
  'contact',
  /** What happened. */
  'narrative',
  /** A lawyer's own papers. */
  'privileged',
  /** What a lawyer needs to know whether she acts for the other side. */
  'conflict',
  /** Where she or her child is to be found: a home, a place of refuge, a place he is kept away from. */
  'whereabouts',
  /** 报案人: who told us, where that is not she herself. */
  'reporter',
  /** How he is reached: telephone and home of the respondent. */
  'respondent',
] as const;

export type SealedClass = (typeof SEALED_CLASSES)[number];

/**
 * A text that identifies somebody or tells what happened. The caller sends a string; the machine, the log and
 * the snapshot only ever hold a `SealedRef`.
 */
export function Sealed(
  sealedClass: SealedClass,
  maxLength: number,
  words: TSchemaOptions = {},
): TUnsafe<SealedRef> {
  return Type.Unsafe<SealedRef>({ type: 'string', minLength: 1, maxLength, [SEALED]: sealedClass, ...words });
}

/** The key that marks a sealed text as a telephone number: it can be looked up by a keyed token. */
export const PHONE = 'x-phone';

/** A telephone number: sealed like any contact, and found again when the same number calls. */
export function SealedPhone(words: TSchemaOptions = {}): TUnsafe<SealedRef> {
  return Sealed('contact', 40, { [PHONE]: true, ...words });
}

/** Is this value a reference into the vault? */
export function isSealedRef(value: unknown): value is SealedRef {
  return (
    typeof value === 'object' &&
    value !== null &&
    'sealed' in value &&
    typeof value.sealed === 'string' &&
    Object.keys(value).every((key) => key === 'sealed' || key === 'digest')
  );
}
