import { AppError, type InputProblem } from '#src/base/errors.ts';
import { INPUT_FAULTS, type InputFault } from '#src/i18n/input-faults.ts';

/** What is wrong where, in English; whoever writes the answer puts it into the caller's language. */
export function inputProblem(pointer: string, fault: InputFault): InputProblem {
  return { pointer, message: INPUT_FAULTS[fault].en };
}

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

const FAULTS: Readonly<Record<string, InputFault>> = {
  required: 'required',
  additionalProperties: 'unknown_key',
  type: 'wrong_type',
  enum: 'not_offered',
  const: 'not_offered',
  minLength: 'too_short',
  minItems: 'too_short',
  maxLength: 'too_long',
  maxItems: 'too_long',
  pattern: 'wrong_form',
  format: 'wrong_form',
  minimum: 'out_of_range',
  maximum: 'out_of_range',
};

/** The refusal of a request that does not fit its schema. */
export function schemaRefused(faults: readonly SchemaFault[]): AppError {
  const errors = faults.slice(0, PROBLEM_LIMIT).map((fault) => {
    return inputProblem(pointerOf(fault), FAULTS[fault.keyword] ?? 'wrong');
  });
  return new AppError('body_invalid', { errors });
}

/** A missing or unknown key is pointed at itself, not at the object it is missing from. */
function pointerOf({ instancePath, params }: SchemaFault): string {
  const key = params['missingProperty'] ?? params['additionalProperty'];
  if (typeof key !== 'string') return instancePath;
  return `${instancePath}/${key.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
