import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 6;
// One step either way: a telephone whose clock is up to 30 s off still gets in.
const DRIFT_STEPS = [0, -1, 1];
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The one-time code of a moment (RFC 6238 with HMAC-SHA-1, 30 s, 6 digits: what authenticator apps do). */
export function totpCode(secret: Buffer, epochMs: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(epochMs / 1000 / STEP_SECONDS)));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** Is this the code of now, or of the step before or after? `secret` in base32, as apps show it. */
export function isTotpRight(secretBase32: string, code: string, epochMs: number): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const secret = readBase32(secretBase32);
  // Every step is compared, so that time does not tell which one it was.
  const hits = DRIFT_STEPS.map((steps) => {
    const expected = totpCode(secret, epochMs + steps * STEP_SECONDS * 1000);
    return timingSafeEqual(Buffer.from(expected), Buffer.from(code));
  });
  return hits.includes(true);
}

/** Bytes of a base32 text (RFC 4648; spaces, case and padding do not matter). Throws on other characters. */
export function readBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of text.toUpperCase().replace(/[\s=]/g, '')) {
    const index = ALPHABET.indexOf(character);
    if (index < 0) throw new Error('a secret that is not base32');
    value = ((value << 5) | index) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return Buffer.from(bytes);
}
