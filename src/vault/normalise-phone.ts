/**
 * One spelling of a telephone number: full-width digits, spaces, dashes and brackets go, and so does China's
 * country code. Null when what is left is not 3 to 20 digits (perhaps with `+`).
 */
export function normalisePhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\-–—()（）.·\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
    .replace(/^(\+86|0086)/, '');
  return /^\+?\d{3,20}$/.test(digits) ? digits : null;
}
