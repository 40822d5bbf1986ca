import { useNowMs } from '#web/api/clock.ts';
import { useSay } from '#web/words/language.ts';
import { leftWords, minuteText, momentMs } from '#web/words/time.ts';
import { Chip, type Tone } from './chip.tsx';

const SOON_MS = 86_400_000;

/** A due time: how much is left in words and colour, and when it is. Counted by the server's clock. */
export function Due({ at }: { readonly at: string }) {
  const say = useSay();
  const nowMs = useNowMs();
  if (nowMs === null) return <span className="due">{minuteText(at)}</span>;
  return (
    <span className="due">
      <Chip tone={toneOf(momentMs(at) - nowMs)}>{say(leftWords(at, nowMs))}</Chip>{' '}
      <time>{minuteText(at)}</time>
    </span>
  );
}

/** Red when it is over, amber on its last day. */
export function toneOf(leftMs: number): Tone {
  if (leftMs < 0) return 'danger';
  return leftMs < SOON_MS ? 'warning' : 'quiet';
}
