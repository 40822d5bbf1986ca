import { type TProperties, Type } from 'typebox';

/** An object with these keys and no other: what is not named is refused, never dropped silently. */
export function strict<P extends TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false });
}

/** A text with an upper limit; without one a field could fill the whole body. */
export function text(maxLength: number) {
  return Type.String({ minLength: 1, maxLength });
}

/** One of these words. */
export function oneOf<const V extends string>(...values: V[]) {
  return Type.Enum(values);
}

/** The id of something, in lower case. */
export function uuid() {
  return Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
}
