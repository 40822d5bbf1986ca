import { useNowMs } from '#web/api/clock.ts';
import { useSay } from '#web/words/language.ts';
import { lengthWords, momentMs, secondText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import type { Board } from './board-query.ts';

const WORDS = {
  fresh: { zh: '数据时间 {}', en: 'Data of {}' },
  stale: {
    zh: '连不上服务器。这里显示的是 {} 的数据（{}前），恢复后自动更新。',
    en: 'The server cannot be reached. This is the data of {} ({} ago); it renews itself.',
  },
};

type DataAgeProps = { readonly board: Pick<Board, 'now'>; readonly isLost: boolean };

/** Of when what is shown is; while the network is away also how old that is by now, in words. */
export function DataAge({ board, isLost }: DataAgeProps) {
  const say = useSay();
  const nowMs = useNowMs();
  const readMs = momentMs(board.now);
  if (!isLost) return <p className="data-age">{say(about(WORDS.fresh, secondText(readMs)))}</p>;
  const age = lengthWords(Math.max(0, (nowMs ?? readMs) - readMs));
  return (
    <p className="data-age data-age-lost" role="alert">
      {say(about(WORDS.stale, secondText(readMs), age))}
    </p>
  );
}
