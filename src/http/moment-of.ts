import { type Instant, parseInstant } from '#src/base/instant.ts';
import { bodyInvalid } from './input-problem.ts';

const LOCAL_MINUTE = /^(19|20)\d{2}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;
const FOUR_DIGIT_YEAR = /^(19|20)/;

/**
 * A moment in an address: RFC 3339, or a due time as we show them (`YYYY-MM-DDTHH:mm`, Shanghai); null when it was
 * not given. Throws `body_invalid`.
 */
export function momentOf(key: string, text: string | undefined): Instant | null {
  if (text === undefined) return null;
  // The `+` of an offset that was not escaped arrives as a space.
  const moment = LOCAL_MINUTE.test(text)
    ? parseInstant(`${text}:00+08:00`)
    : parseInstant(text.replace(' ', '+'));
  if (moment === null || !FOUR_DIGIT_YEAR.test(moment)) throw bodyInvalid(`/${key}`, 'wrong_form');
  return moment;
}
