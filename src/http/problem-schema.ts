import { Type } from 'typebox';
import type { ErrorCode } from '#src/base/errors.ts';
import { strict } from './strict.ts';

/** The shape of a refusal with one of these codes, as published. */
export function problemSchema(codes: readonly ErrorCode[]) {
  return strict({ ...PROBLEM_KEYS, code: Type.Enum([...codes]) });
}

const PROBLEM_KEYS = {
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String({ description: 'a sentence in the language of Accept-Language' })),
  instance: Type.Optional(Type.String()),
  because: Type.Optional(
    Type.Array(strict({ code: Type.String(), text: Type.String(), who: Type.Array(Type.String()) })),
  ),
  currentVersion: Type.Optional(Type.Integer()),
  errors: Type.Optional(Type.Array(strict({ pointer: Type.String(), message: Type.String() }))),
};
