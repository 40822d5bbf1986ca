import { Type } from 'typebox';
import { ERROR_STATUS, type ErrorCode } from '#src/base/errors.ts';
import { strict } from './strict.ts';

/** The shape of every refusal, as published. */
export const PROBLEM_SCHEMA = strict({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Enum(Object.keys(ERROR_STATUS) as ErrorCode[]),
  detail: Type.Optional(Type.String({ description: 'a sentence in the language of Accept-Language' })),
  instance: Type.Optional(Type.String()),
  because: Type.Optional(
    Type.Array(strict({ code: Type.String(), text: Type.String(), who: Type.Array(Type.String()) })),
  ),
  currentVersion: Type.Optional(Type.Integer()),
  errors: Type.Optional(Type.Array(strict({ pointer: Type.String(), message: Type.String() }))),
});
