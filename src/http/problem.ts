import { type AppError, ERROR_STATUS, type ErrorCode } from '#src/base/errors.ts';
import type { Role } from '#src/base/roles.ts';
import { type Language, wordsOf } from '#src/i18n/language.ts';
import { translate } from '#src/i18n/translate.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** An error as a caller reads it (RFC 9457). */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly instance?: string;
  readonly because?: readonly {
    readonly code: string;
    readonly text: string;
    readonly who: readonly Role[];
  }[];
  readonly currentVersion?: number;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
};

/** An expected refusal in the caller's language. */
export function problemOf(error: AppError, language: Language): Problem {
  const { because, currentVersion, errors } = error.details;
  return {
    ...problemOfCode(error.code, language),
    ...(because && {
      because: because.map(({ code, text, who }) => ({ code, text: wordsOf(language, text), who })),
    }),
    ...(currentVersion !== undefined && { currentVersion }),
    ...(errors && {
      errors: errors.map(({ pointer, message }) => ({ pointer, message: wordsOf(language, message) })),
    }),
  };
}

/** The bare problem of a code. `internal` has no detail: it names the request instead. */
export function problemOfCode(code: ErrorCode, language: Language): Problem {
  const { title, detail } = translate(language, code);
  return { type: `urn:haolin:problem:${code}`, title, status: ERROR_STATUS[code], code, detail };
}

/** A bug as the caller sees it: that it happened and under which number it stands in the log. */
export function internalProblem(language: Language, requestId: string): Problem {
  const { type, title, status, code } = problemOfCode('internal', language);
  return { type, title, status, code, instance: `urn:haolin:request:${requestId}` };
}
