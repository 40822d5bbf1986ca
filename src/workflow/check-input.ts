import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { InputProblem } from '#src/base/errors.ts';

const compiled = new WeakMap<TSchema, Validator>();

// A caller who gets everything wrong learns enough from the first ten places.
const PROBLEM_LIMIT = 10;

/** What is wrong with a value, by JSON pointer; empty: nothing. Messages never repeat the value. */
export function problemsOf(schema: TSchema, value: unknown): InputProblem[] {
  const validator = validatorOf(schema);
  if (validator.Check(value)) return [];
  return validator
    .Errors(value)
    .filter((error) => error.keyword !== 'additionalProperties')
    .slice(0, PROBLEM_LIMIT)
    .map((error) => ({
      pointer: error.instancePath,
      message: error.keyword === 'boolean' ? 'unknown key' : error.message,
    }));
}

/** Does a value fit a schema? */
export function fits(schema: TSchema, value: unknown): boolean {
  return validatorOf(schema).Check(value);
}

function validatorOf(schema: TSchema): Validator {
  let validator = compiled.get(schema);
  if (validator === undefined) {
    validator = Compile(schema) as Validator;
    compiled.set(schema, validator);
  }
  return validator;
}
