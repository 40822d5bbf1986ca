import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

// OWASP's argon2id setting: about 17 ms on the machine it was measured on, off the event loop.
const MEMORY_KIB = 19_456;
const PASSES = 2;
const PARALLELISM = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = promisify(argon2);

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

// 18 random bytes are 24 characters that a terminal selects with a double click.
const DRAWN_BYTES = 18;

/** A password nobody chose: 144 random bits. */
export function drawPassword(): string {
  return randomBytes(DRAWN_BYTES).toString('base64url');
}

/** Hashes a password, as a PHC string (`$argon2id$v=19$m=19456,t=2,p=1$salt$hash`). */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const hash = await derive('argon2id', {
    message: normalised(password),
    nonce,
    memory: MEMORY_KIB,
    passes: PASSES,
    parallelism: PARALLELISM,
    tagLength: HASH_BYTES,
  });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}$${unpadded(nonce)}$${unpadded(hash)}`;
}

/**
 * Is this the password of the hash? `null` stands for "no such person": it takes the same time and is always false,
 * so that how long an answer took does not tell who has a login here.
 */
export async function isPasswordRight(password: string, phc: string | null): Promise<boolean> {
  const match = PHC.exec(phc ?? NOBODY);
  if (match === null) throw new Error('a password hash that is not argon2id in PHC form');
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number];
  const expected = Buffer.from(match[5] ?? '', 'base64');
  const hash = await derive('argon2id', {
    message: normalised(password),
    nonce: Buffer.from(match[4] ?? '', 'base64'),
    memory,
    passes,
    parallelism,
    tagLength: expected.length,
  });
  return timingSafeEqual(hash, expected) && phc !== null;
}

/** The same characters typed on another keyboard or phone give the same bytes (NIST SP 800-63B 5.1.1.2). */
function normalised(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'), 'utf8');
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

const NOBODY = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}$${unpadded(Buffer.alloc(SALT_BYTES))}$${unpadded(Buffer.alloc(HASH_BYTES))}`;
