import { useNowMs } from '#web/api/clock.ts';
import { toneOf } from '#web/parts/due.tsx';
import { useSay } from '#web/words/language.ts';
import { lengthWords, minuteText, momentMs, shortText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import type { OrderClock } from './order-clock.ts';
import './time-left.css';

const WORDS = {
  left: { zh: '还剩', en: 'left' },
  over: { zh: '已超过', en: 'overdue' },
  next: { zh: '下一项：{} {}', en: 'Next: {} {}' },
  late: { zh: '已逾期：{} {}', en: 'Overdue: {} {}' },
  none: { zh: '没有在走的期限', en: 'No clock is running' },
};

/** The big number: how long is left until what, in words; over time it is red and says so. */
export function TimeLeft({ clock }: { readonly clock: OrderClock | null }) {
  const say = useSay();
  const nowMs = useNowMs();
  if (clock === null) return <p className="time-left-none">{say(WORDS.none)}</p>;
  const leftMs = nowMs === null ? null : momentMs(clock.at) - nowMs;
  return (
    <div className={`time-left time-left-${leftMs === null ? 'quiet' : toneOf(leftMs)}`}>
      {leftMs !== null && (
        <p className="time-left-number">
          <span className="time-left-word">{say(leftMs < 0 ? WORDS.over : WORDS.left)}</span>
          <strong>{say(lengthWords(Math.abs(leftMs)))}</strong>
        </p>
      )}
      <p className="time-left-what">
        {say(clock.title)} <time>{minuteText(clock.at)}</time>
      </p>
    </div>
  );
}

/** The next clock where the big number counts something else; one that is over says so. */
export function NextLine({ clock }: { readonly clock: OrderClock }) {
  const say = useSay();
  const nowMs = useNowMs();
  const isOver = nowMs !== null && momentMs(clock.at) < nowMs;
  return (
    <p className={isOver ? 'order-card-over' : 'order-card-line'}>
      {say(about(isOver ? WORDS.late : WORDS.next, clock.title, shortText(clock.at)))}
    </p>
  );
}
