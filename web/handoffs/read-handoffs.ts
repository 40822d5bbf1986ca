import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api, type ItemOf } from '#web/api/client.ts';

/** Work that goes from one agency to another. */
export type Handoff = ItemOf<'/api/handoffs'>;

export type Box = 'in' | 'out';

const PAGE_SIZE = 50;
const LOOK_AGAIN_MS = 30_000;

/** The handoffs of a box, newest first, as far as they were read; of one status, or all. */
export function useHandoffs(box: Box, status: Handoff['status'] | null) {
  return useInfiniteQuery({
    queryKey: ['/api/handoffs', box, status],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/handoffs', {
          params: {
            query: {
              box,
              ...(status !== null && { status }),
              limit: String(PAGE_SIZE),
              ...(pageParam !== '' && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    refetchInterval: LOOK_AGAIN_MS,
  });
}
