import type { Tone } from '#web/parts/chip.tsx';
import type { Words } from '#web/words/words.ts';
import type { Handoff } from './read-handoffs.ts';

/** What each kind of handoff is called. */
export const KIND_WORDS: Readonly<Record<Handoff['kind'], Words>> = {
  referral: { zh: '转介', en: 'Referral' },
  transfer: { zh: '移送（个案一并转出）', en: 'Transfer of the case' },
  notice: { zh: '通报', en: 'Notice' },
};

/** How a handoff stands, in words and colour. */
export const STATUS_WORDS: Readonly<Record<Handoff['status'], Words & { readonly tone: Tone }>> = {
  offered: { zh: '待答复', en: 'To be answered', tone: 'warning' },
  accepted: { zh: '已接受', en: 'Accepted', tone: 'good' },
  declined: { zh: '已退回', en: 'Declined', tone: 'danger' },
  recalled: { zh: '已撤回', en: 'Recalled', tone: 'quiet' },
  expired: { zh: '逾期未答复', en: 'Not answered in time', tone: 'danger' },
};
