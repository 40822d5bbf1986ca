import { useQuery } from '@tanstack/react-query';
import { type AnswerOf, answerOf, api } from '#web/api/client.ts';
import type { BoardFilter } from './board-filter.ts';

export type Board = AnswerOf<'/api/orders', 'get'>;
export type Order = Board['items'][number];
export type OrderService = Order['services'][number];

const PAGE_SIZE = 200;
/** The stream tells of what concerns the person at the screen; the rest of the board is looked at this often. */
const READ_EVERY_MS = 30_000;

/** The board as a filter asks for it. It is read again by itself, also while the window lies behind others. */
export function useBoard(filter: BoardFilter, everyMs: number = READ_EVERY_MS) {
  return useQuery({
    queryKey: ['/api/orders', filter],
    queryFn: () =>
      answerOf(api.GET('/api/orders', { params: { query: { ...filter, limit: String(PAGE_SIZE) } } })),
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
  });
}

/** One card, by its track. */
export function useOrder(trackId: string) {
  return useQuery({
    queryKey: ['/api/orders/{id}', trackId],
    queryFn: () => answerOf(api.GET('/api/orders/{id}', { params: { path: { id: trackId } } })),
    refetchInterval: READ_EVERY_MS,
  });
}
