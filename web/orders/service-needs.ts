import type { Choices } from './schema-choices.ts';

const NEEDS = {
  consented: { zh: '同意电子送达', en: 'Agreed to electronic service' },
  witnessed: { zh: '有见证人或者拍照、录像', en: 'Witnessed or recorded' },
  addressHidden: { zh: '文书未载明其现住所', en: 'The paper does not tell where she lives' },
};

const BY_METHOD: Readonly<Record<string, readonly (keyof typeof NEEDS)[]>> = {
  electronic: ['consented'],
  left_behind: ['witnessed'],
  posted: ['witnessed', 'addressHidden'],
};

/** What has to be confirmed for a way of service: what the law asks of that way, and that his copy hides where she is. */
export function needsOf(
  method: string | null,
  { isRespondent, movedOut }: { readonly isRespondent: boolean; readonly movedOut: boolean },
): Choices {
  if (method === null) return [];
  const codes = new Set(BY_METHOD[method]);
  if (isRespondent && movedOut) codes.add('addressHidden');
  return [...codes].map((code) => ({ code, words: NEEDS[code] }));
}
