/** Where work in the background says what it could not do: codes and ids, never a value from a case. */
export type JobLog = {
  readonly info: (fields: LogFields, message: string) => void;
  readonly warn: (fields: LogFields, message: string) => void;
  readonly error: (fields: LogFields, message: string) => void;
};

export type LogFields = { readonly code: string } & { readonly [field: string]: string | number | boolean };

/**
 * What may be logged of an error: its code where it has one (SQLSTATE, errno, a refusal's code), otherwise its class.
 * Its message may quote the row that was in the way.
 */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
