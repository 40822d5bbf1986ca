import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/api/client.ts';

const KEY = ['/api/notifications'];

/** The notices of the person who is logged in, newest first, page by page. */
export function useNotices() {
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/notifications', { params: { query: pageParam === null ? {} : { cursor: pageParam } } }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Others listen too: one page is read again, and the older ones with it only while they are shown.
    maxPages: 20,
  });
}
