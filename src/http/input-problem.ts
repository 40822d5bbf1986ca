import { AppError } from '#src/base/errors.ts';
import { faultOfKeyword, type InputFault, inputProblem, pointerTo } from '#src/base/input-faults.ts';

/** The refusal of a request of which one place is wrong. */
export function bodyInvalid(pointer: string, fault: InputFault): AppError {
  return new AppError('body_invalid', { errors: [inputProblem(pointer, fault)] });
}

type SchemaFault = {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
};

// A caller who gets everything wrong learns enough from the first ten places.
const PROBLEM_LIMIT = 10;

/** The refusal of a request that does not fit its schema. */
export function schemaRefused(faults: readonly SchemaFault[]): AppError {
  const errors = faults.slice(0, PROBLEM_LIMIT).map((fault) => {
    return inputProblem(pointerOf(fault), faultOfKeyword(fault.keyword));
  });
  return new AppError('body_invalid', { errors });
}

/** A missing or unknown key is pointed at itself, not at the object it is missing from. */
function pointerOf({ instancePath, params }: SchemaFault): string {
  const key = params['missingProperty'] ?? params['additionalProperty'];
  return typeof key === 'string' ? pointerTo(instancePath, key) : instancePath;
}
