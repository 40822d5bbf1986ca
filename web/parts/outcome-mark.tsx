import { useSay } from '#web/words/language.ts';
import { OUTCOME_WORDS, type Outcome } from '#web/words/outcomes.ts';
import { Chip, type Tone } from './chip.tsx';

const TONES: Readonly<Record<Outcome, Tone>> = {
  open: 'info',
  met: 'good',
  met_late: 'warning',
  cancelled: 'quiet',
  paused: 'quiet',
  lapsed: 'danger',
};

/** What became of a deadline, in words and colour. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const say = useSay();
  return <Chip tone={TONES[outcome]}>{say(OUTCOME_WORDS[outcome])}</Chip>;
}
