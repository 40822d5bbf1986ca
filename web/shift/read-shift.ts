import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type ItemOf } from '#web/api/client.ts';
import { readPages } from '#web/api/read-pages.ts';
import { instantOf, localMinuteOf } from '#web/words/time.ts';

/** Something that is open at the end of a shift. */
export type ShiftItem = ItemOf<'/api/shift'>;

/** A shift that was handed over. */
export type Handover = ItemOf<'/api/shift/handovers'>;

const HOUR_MS = 3_600_000;
const HISTORY_LIMIT = 6;
const LOOK_AGAIN_MS = 30_000;

/** When the next shift ends that begins now and lasts so many hours, as the API takes it. */
export function untilOf(nowMs: number, hours: number): string {
  return instantOf(localMinuteOf(nowMs + hours * HOUR_MS));
}

/** What is open, with the clocks due within so many hours; waits for the server's clock. */
export function useShift(nowMs: number | null, hours: number) {
  const until = nowMs === null ? '' : untilOf(nowMs, hours);
  return useQuery({
    // The hours name the list; the minute it is read in does not make it another one.
    queryKey: ['/api/shift', hours],
    queryFn: () =>
      readPages<ShiftItem>((query) =>
        answerOf(api.GET('/api/shift', { params: { query: { ...query, until } } })),
      ),
    enabled: nowMs !== null,
    refetchInterval: LOOK_AGAIN_MS,
  });
}

/** The last shifts the desk handed over, newest first. */
export function useHandovers() {
  return useQuery({
    queryKey: ['/api/shift/handovers'],
    queryFn: () =>
      answerOf(api.GET('/api/shift/handovers', { params: { query: { limit: String(HISTORY_LIMIT) } } })),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

/** What one is still writing oneself. */
export function useOwnDrafts() {
  return useQuery({
    queryKey: ['/api/drafts'],
    queryFn: () => answerOf(api.GET('/api/drafts', { params: { query: { limit: '50' } } })),
  });
}
