import type { InputProblem } from './input-faults.ts';
import type { Role } from './roles.ts';
import type { Title } from './title.ts';

/** Every refusal the product can give, with its HTTP status. Words for each are in `src/i18n`. */
export const ERROR_STATUS = {
  body_invalid: 400,
  idempotency_key_missing: 400,
  body_too_large: 413,
  media_type: 415,
  session_missing: 401,
  credentials_invalid: 401,
  csrf_invalid: 403,
  role_not_allowed: 403,
  not_found: 404,
  event_not_in_state: 409,
  guard_refused: 409,
  key_in_flight: 409,
  too_many_drafts: 409,
  version_stale: 412,
  if_match_missing: 428,
  payload_invalid: 422,
  occurred_at_invalid: 422,
  key_reused: 422,
  rule_unknown: 422,
  calendar_year_unknown: 422,
  throttled: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One reason of a refused event: the guard that failed, its sentence, and who could change that. */
export type Because = { readonly code: string; readonly text: Title; readonly who: readonly Role[] };

export type ErrorDetails = {
  readonly because?: readonly Because[];
  readonly currentVersion?: number;
  readonly errors?: readonly InputProblem[];
  readonly retryAfterSeconds?: number;
};

/** An expected refusal. Anything thrown that is not one of these is a bug: logged once, answered 500 without detail. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
