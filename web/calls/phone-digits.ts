/** Digits in any width, whatever stands between them. */
export function digitsIn(phone: string): number {
  return phone.normalize('NFKC').replace(/\D/g, '').length;
}
