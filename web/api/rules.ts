import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type ItemOf } from './client.ts';
import { readPages } from './read-pages.ts';

export type Rule = ItemOf<'/api/rules'>;

/** The whole law table; it changes with a release only, so it is read once. */
export function useRules() {
  return useQuery({
    queryKey: ['/api/rules'],
    queryFn: () => readPages<Rule>((query) => answerOf(api.GET('/api/rules', { params: { query } }))),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
