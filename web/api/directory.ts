import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type ItemOf } from './client.ts';
import { readPages } from './read-pages.ts';

type Person = ItemOf<'/api/people'>;
type Agency = ItemOf<'/api/agencies'>;

// Who works here changes by the day, not by the minute.
const FRESH_MS = 300_000;

/** Everybody who works here. */
export function peopleQuery() {
  return queryOptions({
    queryKey: ['/api/people', 'all'],
    queryFn: () => readPages<Person>((query) => answerOf(api.GET('/api/people', { params: { query } }))),
    staleTime: FRESH_MS,
  });
}

/** Every agency. */
export function agenciesQuery() {
  return queryOptions({
    queryKey: ['/api/agencies', 'all'],
    queryFn: () => readPages<Agency>((query) => answerOf(api.GET('/api/agencies', { params: { query } }))),
    staleTime: FRESH_MS,
  });
}
