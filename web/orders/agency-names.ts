import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type ItemOf } from '#web/api/client.ts';
import type { Words } from '#web/words/words.ts';

type Agency = ItemOf<'/api/agencies'>;

const STALE_MS = 600_000;
const UNKNOWN: Words = { zh: '其他单位', en: 'Another agency' };

/** The agencies of the site, and what each is called. */
export function useAgencies(): {
  readonly agencies: readonly Agency[];
  readonly nameOf: (id: string) => Words;
} {
  const { data } = useQuery({
    queryKey: ['/api/agencies'],
    queryFn: () => answerOf(api.GET('/api/agencies', { params: { query: { limit: '200' } } })),
    staleTime: STALE_MS,
  });
  const agencies = data?.items ?? [];
  return { agencies, nameOf: (id) => agencies.find((agency) => agency.id === id)?.name ?? UNKNOWN };
}
