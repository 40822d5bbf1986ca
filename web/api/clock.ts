import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { localMinuteOf } from '#web/words/time.ts';
import { answerOf, api } from './client.ts';

const READ_AGAIN_MS = 300_000;
const TICK_MS = 15_000;

/**
 * Now by the product's clock, in milliseconds since 1970, moving on its own; null until the server has told it. What is
 * left of a period is counted by this and never by the clock of the browser, which may be wrong.
 */
export function useNowMs(tickMs = TICK_MS): number | null {
  const { data: aheadMs } = useQuery({
    queryKey: ['clock'],
    queryFn: async () => Date.parse((await answerOf(api.GET('/api/clock'))).now) - Date.now(),
    staleTime: READ_AGAIN_MS,
  });
  const [browserMs, setBrowserMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setBrowserMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [tickMs]);
  return aheadMs === undefined ? null : Math.max(browserMs, Date.now()) + aheadMs;
}

/** The date in Shanghai by the product's clock, `YYYY-MM-DD`; null until the server has told it. */
export function useToday(): string | null {
  const nowMs = useNowMs();
  return nowMs === null ? null : localMinuteOf(nowMs).slice(0, 10);
}
