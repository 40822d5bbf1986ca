import { useSay } from '#web/words/language.ts';
import { Chip, type Tone } from './chip.tsx';

export type Risk = 'unknown' | 'low' | 'medium' | 'high';

const WORDS = {
  unknown: { zh: '未评估', en: 'Not assessed' },
  low: { zh: '低危', en: 'Low risk' },
  medium: { zh: '中危', en: 'Medium risk' },
  high: { zh: '高危', en: 'High risk' },
};

const TONES: Readonly<Record<Risk, Tone>> = {
  unknown: 'quiet',
  low: 'good',
  medium: 'warning',
  high: 'danger',
};

/** The level of risk of a case, in words and colour. */
export function RiskMark({ risk }: { readonly risk: Risk }) {
  const say = useSay();
  return <Chip tone={TONES[risk]}>{say(WORDS[risk])}</Chip>;
}
