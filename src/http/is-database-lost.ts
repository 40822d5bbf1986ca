// Postgres: connection exceptions (class 08), server shutting down or starting, too many connections, and a
// statement that ran into its time limit because the server does not keep up.
const SQL_STATES = /^(08...|57P0[1-4]|57014|53300)$/;
const SYSTEM_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT'];
// What `pg` throws without a code.
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end)/;

/** Did this fail because the database cannot be reached, and not because of what was asked? */
export function isDatabaseLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (SQL_STATES.test(code) || SYSTEM_CODES.includes(code))) return true;
  if (MESSAGES.test(error.message)) return true;
  // Both addresses of a name refused: one error that holds the two.
  if (error instanceof AggregateError && error.errors.some(isDatabaseLost)) return true;
  return error.cause !== undefined && isDatabaseLost(error.cause);
}
