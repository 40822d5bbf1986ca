import { OUTCOME_WORDS, type Outcome } from '#web/words/outcomes.ts';

export type DeadlineFilter = {
  readonly box: 'mine' | 'agency';
  /** Null: whatever became of it. */
  readonly outcome: Outcome | null;
};

export const OUTCOMES = Object.keys(OUTCOME_WORDS) as readonly Outcome[];

/** Which deadlines an address asks for: those of the reader that run, unless it says otherwise. */
export function filterIn(search: URLSearchParams): DeadlineFilter {
  const asked = search.get('outcome');
  const outcome = OUTCOMES.find((code) => code === asked) ?? (asked === 'all' ? null : 'open');
  return { box: search.get('box') === 'agency' ? 'agency' : 'mine', outcome };
}
