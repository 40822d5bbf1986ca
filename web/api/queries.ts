import { QueryClient } from '@tanstack/react-query';
import { RequestRefused } from './problem.ts';

const RETRY_COUNT = 2;
const FRESH_MS = 5_000;
// The stream brings what concerns a person at once; what others do beside her is seen within this.
const LOOK_AGAIN_MS = 60_000;

/** What was read of the API. A refusal is not asked again; an answer that did not come is, twice. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: FRESH_MS,
      // Only while somebody looks (`useIdle` says so): reading must not keep a session alive that nobody uses.
      refetchInterval: LOOK_AGAIN_MS,
      retry: (count, error) => !(error instanceof RequestRefused) && count < RETRY_COUNT,
    },
  },
});
