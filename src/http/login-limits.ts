import { createHash } from 'node:crypto';
import type { Db } from '#db/connect.ts';
import { AppError } from '#src/base/errors.ts';
import { countAttempts, forgetAttempts, secondsUntilBelow } from '#src/store/login-failures.ts';

/** What failed attempts are counted under. Digests: somebody may have typed a password into the name's field. */
export type LoginSubjects = { readonly pair: string; readonly source: string; readonly user: string };

// Within 15 minutes. One person at one address: ten mistakes. One address: an office behind one address has some
// fifty people at most. One person from everywhere: a hundred are an attack on her name, yet nobody outside may keep
// an operator from her work, so from then on every address has one attempt for that name instead of ten.
const PAIR_LIMIT = 10;
const SOURCE_LIMIT = 50;
const USER_LIMIT = 100;
const PAIR_LIMIT_UNDER_ATTACK = 1;

/** The subjects of an attempt. */
export function loginSubjects(username: string, source: string): LoginSubjects {
  return {
    pair: digest('pair', `${username}\n${source}`),
    source: digest('source', source),
    user: digest('user', username),
  };
}

/** Throws `throttled` with the seconds to wait when an attempt, already counted, is one too many. */
export async function requireWithinLimits(db: Db, subjects: LoginSubjects): Promise<void> {
  const isUnderAttack = (await countAttempts(db, subjects.user)) > USER_LIMIT;
  const pairLimit = isUnderAttack ? PAIR_LIMIT_UNDER_ATTACK : PAIR_LIMIT;
  const waits = [
    await secondsUntilBelow(db, { subject: subjects.pair, limitCount: pairLimit }),
    await secondsUntilBelow(db, { subject: subjects.source, limitCount: SOURCE_LIMIT }),
  ];
  const retryAfterSeconds = Math.max(0, ...waits.map((seconds) => seconds ?? 0));
  if (retryAfterSeconds > 0) throw new AppError('throttled', { retryAfterSeconds });
}

/** After a login: her own mistakes at this address count no more. Those of others at it do. */
export async function forgiveFailures(db: Db, subjects: LoginSubjects): Promise<void> {
  await forgetAttempts(db, subjects.pair);
}

function digest(kind: string, text: string): string {
  return `${kind}:${createHash('sha256').update(text).digest('hex')}`;
}
