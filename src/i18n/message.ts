import type { ErrorCode } from '#src/base/errors.ts';

/** What is said of a refusal: a few words, and a sentence that tells the reader what to do next. */
export type Message = { readonly title: string; readonly detail: string };

/** A language is complete when it has words for every code; a missing one does not compile. */
export type Messages = Readonly<Record<ErrorCode, Message>>;
