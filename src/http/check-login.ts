import type { Db } from '#db/connect.ts';
import { AppError } from '#src/base/errors.ts';
import { releaseAttempt, reserveAttempt } from '#src/store/login-failures.ts';
import { type Credentials, readCredentials } from '#src/store/people.ts';
import { isPasswordRight } from '#src/vault/password.ts';
import { isTotpRight } from '#src/vault/totp.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { forgiveFailures, loginSubjects, requireWithinLimits } from './login-limits.ts';
import { inputProblem } from '#src/base/input-faults.ts';
import type { Services } from './services.ts';

/** What somebody sent to get in; `source` is the address it came from. */
export type LoginAttempt = {
  readonly username: string;
  readonly password: string;
  readonly totp?: string;
  readonly source: string;
};

// A password takes 19 MiB and 17 ms of a core to check. Two at once keep the other requests moving; a hundred more
// wait up to a second; who comes after that is asked to come again.
const CHECKS = { atOnceCount: 2, waitingLimit: 100, retryAfterSeconds: 2 };

/**
 * Checks logins: throttled by user and source, and equally long for a name that does not exist. Throws
 * `credentials_invalid` without saying which part was wrong, or `throttled`.
 */
export function checkLogin({ db, vault }: Pick<Services, 'db' | 'vault'>) {
  const inTurn = limitConcurrency(CHECKS);
  return async (attempt: LoginAttempt): Promise<Credentials> => {
    const username = attempt.username.normalize('NFKC').toLowerCase();
    const subjects = loginSubjects(username, attempt.source);
    // Counted before it is checked, so that a hundred guesses sent at once are a hundred.
    const reservation = await reserveAttempt(db, Object.values(subjects));
    const person = await withdrawnIfUnchecked(db, reservation, async () => {
      await requireWithinLimits(db, subjects);
      const found = await readCredentials(db, username);
      const isRight = await inTurn(() => isPasswordRight(attempt.password, found?.passwordHash ?? null));
      return isRight && found !== null ? requireCodeSent(found, attempt) : null;
    });
    if (person === null || !isCodeRight(vault, person, attempt)) throw new AppError('credentials_invalid');
    await releaseAttempt(db, reservation);
    await forgiveFailures(db, subjects);
    return person;
  };
}

/** An attempt that is refused before it was checked is no failed guess. */
async function withdrawnIfUnchecked<T>(
  db: Db,
  reservation: Parameters<typeof releaseAttempt>[1],
  check: () => Promise<T>,
): Promise<T> {
  try {
    return await check();
  } catch (error) {
    await releaseAttempt(db, reservation);
    throw error;
  }
}

/** Who has a second factor and sent the right password without it is told what is missing. */
function requireCodeSent(person: Credentials, attempt: LoginAttempt): Credentials {
  if (person.totpSecret !== null && attempt.totp === undefined) {
    throw new AppError('credentials_invalid', { errors: [inputProblem('/totp', 'required')] });
  }
  return person;
}

function isCodeRight(vault: Services['vault'], person: Credentials, attempt: LoginAttempt): boolean {
  if (person.totpSecret === null) return true;
  return isTotpRight(vault.openSecret(person.id, person.totpSecret), attempt.totp ?? '', person.epochMs);
}
