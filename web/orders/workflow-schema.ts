import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/api/client.ts';

const WORKFLOW = 'protection-order';
const STALE_MS = 3_600_000;

/** The schema of an event's payload, whatever state an order is in: for the words of codes that were recorded before. */
export function useSchemaOf(): (type: string) => unknown {
  const { data } = useQuery({
    queryKey: ['/api/workflows/{id}', WORKFLOW],
    queryFn: () => answerOf(api.GET('/api/workflows/{id}', { params: { path: { id: WORKFLOW } } })),
    staleTime: STALE_MS,
  });
  return (type) => data?.events.find((event) => event.type === type)?.payloadSchema;
}
