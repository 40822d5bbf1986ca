import type { Words } from '#web/words/words.ts';

export type HandoffWay = {
  readonly code: string;
  readonly kind: 'referral' | 'transfer' | 'notice';
  readonly words: Words;
  /** On what it rests, as it will be written into the paper; who sends it may say it better. */
  readonly basis: Words;
  readonly purpose: Words;
  readonly what: Words;
};

const BY_LAW = { zh: '法定职责', en: 'A duty by law' };

/** What can be sent to another agency. Consent is never assumed: it is one way by itself, and a duty by law another. */
export const HANDOFF_WAYS: readonly HandoffWay[] = [
  {
    code: 'referral',
    kind: 'referral',
    words: { zh: '转介（她同意）', en: 'Refer (she agreed)' },
    basis: { zh: '当事人同意', en: 'She agreed' },
    purpose: { zh: '请协助办理，并反馈结果。', en: 'Please help, and tell us the outcome.' },
    what: {
      zh: '请对方提供服务，个案仍由本单位主责。',
      en: 'The other agency gives a service; the case stays with this one.',
    },
  },
  {
    code: 'transfer',
    kind: 'transfer',
    words: { zh: '移送（法定职责）', en: 'Transfer (duty by law)' },
    basis: BY_LAW,
    purpose: { zh: '属贵单位职责，请依法办理。', en: 'This is for your agency; please take it over.' },
    what: {
      zh: '对方接受后，由对方主责。',
      en: 'Once accepted, it is the other agency’s.',
    },
  },
  {
    code: 'notice',
    kind: 'notice',
    words: { zh: '通报（法定职责）', en: 'Notify (duty by law)' },
    basis: BY_LAW,
    purpose: { zh: '通报情况，请予关注。', en: 'For your attention.' },
    what: {
      zh: '只告知情况，不移交办理。',
      en: 'The other agency is told; nothing is handed over.',
    },
  },
];
