import type { Words } from './words.ts';

export type Outcome = 'open' | 'met' | 'met_late' | 'cancelled' | 'paused' | 'lapsed';

/** What became of a deadline. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  open: { zh: '进行中', en: 'Running' },
  met: { zh: '按期完成', en: 'Met' },
  met_late: { zh: '逾期完成', en: 'Met late' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  paused: { zh: '已中止', en: 'Paused' },
  lapsed: { zh: '已逾期', en: 'Lapsed' },
};
