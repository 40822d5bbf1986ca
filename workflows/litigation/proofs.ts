import { Type } from 'typebox';
import { Codes, label } from '#src/workflow/field.ts';
import { PROOFS } from './codes.ts';

/** A list of what shows that there was violence. */
export function proofs(zh: string, en: string) {
  return Type.Array(Codes(PROOFS, '证据种类', 'Kind of evidence'), {
    minItems: 1,
    maxItems: 12,
    ...label(zh, en),
  });
}
