import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api, type ItemOf } from '#web/api/client.ts';

/** A call that the desk owes somebody. */
export type Call = ItemOf<'/api/callbacks'>;

export type Outcome = Call['outcomes'][number];

const PAGE_SIZE = 100;
// Notices tell of what concerns her; that a colleague called somebody, or that hours began, is found by looking again.
const LOOK_AGAIN_MS = 10_000;

/** The call-back list as far as it was read, kept up to date while it is looked at. */
export function useCalls() {
  return useInfiniteQuery({
    queryKey: ['/api/callbacks'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/callbacks', {
          params: { query: { limit: String(PAGE_SIZE), ...(pageParam !== '' && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    refetchInterval: LOOK_AGAIN_MS,
  });
}
