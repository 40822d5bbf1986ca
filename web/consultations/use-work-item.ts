import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/api/client.ts';

const LIMIT = '200';
// Whether she may be called changes with the hour, without anybody doing anything.
const READ_AGAIN_MS = 60_000;

/** The line of a matter in its lawyer's list: due, next step, and whether she may be called now. Null: not in it. */
export function useWorkItem(trackId: string) {
  const query = useQuery({
    queryKey: ['/api/work', 'mine', 'consultation'],
    queryFn: () =>
      answerOf(
        api.GET('/api/work', { params: { query: { box: 'mine', workflow: 'consultation', limit: LIMIT } } }),
      ),
    refetchInterval: READ_AGAIN_MS,
  });
  return query.data?.items.find((item) => item.trackId === trackId) ?? null;
}
