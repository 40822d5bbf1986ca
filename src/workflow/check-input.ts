import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { faultOfKeyword, type InputProblem, inputProblem, pointerTo } from '#src/base/input-faults.ts';

const compiled = new WeakMap<TSchema, Validator>();

// A caller who gets everything wrong learns enough from the first ten places.
const PROBLEM_LIMIT = 10;

/** What is wrong with a value, place by place; empty: nothing. */
export function problemsOf(schema: TSchema, value: unknown): InputProblem[] {
  const validator = validatorOf(schema);
  if (validator.Check(value)) return [];
  const places = new Map<string, InputProblem>();
  for (const error of validator.Errors(value)) {
    for (const problem of problemsIn(error)) {
      // One sentence a place: a code that is not offered fails every alternative of its list.
      if (!places.has(problem.pointer)) places.set(problem.pointer, problem);
    }
  }
  return [...places.values()].slice(0, PROBLEM_LIMIT);
}

/** Does a value fit a schema? */
export function fits(schema: TSchema, value: unknown): boolean {
  return validatorOf(schema).Check(value);
}

type SchemaFault = { readonly keyword: string; readonly instancePath: string; readonly params: object };

function problemsIn({ keyword, instancePath, params }: SchemaFault): InputProblem[] {
  const { requiredProperties, additionalProperties } = params as Record<
    string,
    readonly string[] | undefined
  >;
  if (requiredProperties !== undefined) {
    return requiredProperties.map((key) => inputProblem(pointerTo(instancePath, key), 'required'));
  }
  if (additionalProperties !== undefined) {
    return additionalProperties.map((key) => inputProblem(pointerTo(instancePath, key), 'unknown_key'));
  }
  // What a closed object says of each key it does not know.
  if (keyword === 'boolean') return [inputProblem(instancePath, 'unknown_key')];
  return [inputProblem(instancePath, faultOfKeyword(keyword))];
}

function validatorOf(schema: TSchema): Validator {
  let validator = compiled.get(schema);
  if (validator === undefined) {
    validator = Compile(schema) as Validator;
    compiled.set(schema, validator);
  }
  return validator;
}
