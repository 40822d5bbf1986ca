import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import { useNowMs } from '#web/api/clock.ts';
import { Button } from '#web/parts/button.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { localMinuteOf } from '#web/words/time.ts';

const WORDS = {
  demo: { zh: '演示模式：人物均为虚构。演示时间', en: 'Demo: everybody is invented. Demo time' },
  hour: { zh: '+1 小时', en: '+1 hour' },
  day: { zh: '+1 天', en: '+1 day' },
  threeDays: { zh: '+3 天', en: '+3 days' },
  month: { zh: '+30 天', en: '+30 days' },
};

const STEPS = [
  { advance: 'PT1H', words: WORDS.hour },
  { advance: 'P1D', words: WORDS.day },
  { advance: 'P3D', words: WORDS.threeDays },
  { advance: 'P30D', words: WORDS.month },
];

/** In the demo, time can be let pass: everything that falls due on the way happens. */
export function DemoClock() {
  const say = useSay();
  const nowMs = useNowMs();
  const queries = useQueryClient();
  const [isMoving, setIsMoving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const move = async (advance: string): Promise<void> => {
    setIsMoving(true);
    setError(null);
    try {
      await answerOf(api.POST('/api/demo/clock', { body: { advance } }));
      await queries.invalidateQueries();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsMoving(false);
    }
  };
  return (
    <div className="demo-clock not-on-paper">
      <span>
        {say(WORDS.demo)} <time>{nowMs === null ? '' : localMinuteOf(nowMs).replace('T', ' ')}</time>
      </span>
      {STEPS.map(({ advance, words }) => (
        <Button key={advance} look="quiet" isBusy={isMoving} onClick={() => void move(advance)}>
          {say(words)}
        </Button>
      ))}
      {error !== null && <Trouble error={error} />}
    </div>
  );
}
