import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answerOf, api } from './client.ts';

/** A track as its reader may see it, with every event of its state. */
export type Track = AnswerOf<'/api/tracks/{id}', 'get'>;

/** An event of the state a track is in. */
export type TrackEvent = Track['events'][number];

export function trackQuery(id: string) {
  return queryOptions({
    queryKey: ['/api/tracks/{id}', id],
    queryFn: () => answerOf(api.GET('/api/tracks/{id}', { params: { path: { id } } })),
  });
}
