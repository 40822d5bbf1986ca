const FULL_WIDTH = /[\uff01-\uff5e]/g;
const DISTANCE = 0xfee0;
const MARKS = /[\s\-().]/g;
const NUMBER = /^\+?\d{3,20}$/;
const MOBILE_ABROAD = /^(?:\+|00)?86(1\d{10})$/;

/** Letters, digits and signs as a Chinese keyboard types them (１３８，ＡＢ), in their plain form. */
export function halfWidth(text: string): string {
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - DISTANCE))
    .replaceAll('\u3000', ' ');
}

/**
 * A telephone number as it was pasted, without spaces, dashes, and the country code of a mobile number here:
 * `+86 138 0013 8000` is `13800138000`. A text that is more than a number (`转 12`) stays as it was typed.
 */
export function plainPhone(text: string): string {
  const bare = halfWidth(text).replace(MARKS, '');
  if (!NUMBER.test(bare)) return text.trim();
  return MOBILE_ABROAD.exec(bare)?.[1] ?? bare;
}
