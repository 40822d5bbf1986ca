import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type ItemOf } from './client.ts';

type Person = ItemOf<'/api/people'>;
type Agency = ItemOf<'/api/agencies'>;

const PAGE_LIMIT = '200';
// A district has some hundred people and some dozen agencies; ten pages are two thousand.
const PAGES = 10;
// Who works here changes by the day, not by the minute.
const FRESH_MS = 300_000;

/** Everybody who works here. */
export function peopleQuery() {
  return queryOptions({
    queryKey: ['/api/people', 'all'],
    queryFn: () => everyPage<Person>((query) => answerOf(api.GET('/api/people', { params: { query } }))),
    staleTime: FRESH_MS,
  });
}

/** Every agency. */
export function agenciesQuery() {
  return queryOptions({
    queryKey: ['/api/agencies', 'all'],
    queryFn: () => everyPage<Agency>((query) => answerOf(api.GET('/api/agencies', { params: { query } }))),
    staleTime: FRESH_MS,
  });
}

type PageOf<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

async function everyPage<Item>(
  read: (query: { limit: string; cursor?: string }) => Promise<PageOf<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const answer: PageOf<Item> = await read({ limit: PAGE_LIMIT, ...(cursor !== null && { cursor }) });
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return items;
}
