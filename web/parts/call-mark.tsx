import { useSay } from '#web/words/language.ts';
import { shortText } from '#web/words/time.ts';
import { about, type Words } from '#web/words/words.ts';
import { Chip, type Tone } from './chip.tsx';
import './call-mark.css';

/** Whether she may be called at this moment, as the API answers it; null: this reader may not know. */
export type CallAnswer = {
  readonly now: 'yes' | 'no' | 'ask';
  readonly why: Words;
  readonly opensAt: string | null;
  readonly window: { readonly from: string; readonly to: string } | null;
} | null;

const WORDS = {
  yes: { zh: '现在可以联系', en: 'Safe to call now' },
  no: { zh: '现在不要联系', en: 'Do not call now' },
  ask: { zh: '先问清再联系', en: 'Ask before calling' },
  hidden: { zh: '不由您联系她', en: 'Not for you to call her' },
  opens: { zh: '{} 起可以', en: 'from {}' },
  until: { zh: '约定 {}–{}', en: 'agreed {}–{}' },
};

const TONES: Readonly<Record<'yes' | 'no' | 'ask', Tone>> = { yes: 'good', no: 'danger', ask: 'warning' };

/** Safe to contact her now? The answer in words and colour, why, and when it changes. */
export function CallMark({ answer }: { readonly answer: CallAnswer }) {
  const say = useSay();
  if (answer === null) return <span className="call-mark-why">{say(WORDS.hidden)}</span>;
  return (
    <div className="call-mark">
      <Chip tone={TONES[answer.now]}>{say(WORDS[answer.now])}</Chip>
      <span className="call-mark-why">{say(answer.why)}</span>
      <span className="call-mark-when">{say(whenWords(answer))}</span>
    </div>
  );
}

function whenWords({ opensAt, window }: NonNullable<CallAnswer>): Words {
  if (opensAt !== null) return about(WORDS.opens, shortText(opensAt));
  return window === null ? { zh: '', en: '' } : about(WORDS.until, window.from, window.to);
}
