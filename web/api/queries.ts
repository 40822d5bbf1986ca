import { QueryClient } from '@tanstack/react-query';
import { RequestRefused } from './problem.ts';

const RETRY_COUNT = 2;
const FRESH_MS = 5_000;

/** What was read of the API. A refusal is not asked again; an answer that did not come is, twice. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: FRESH_MS,
      retry: (count, error) => !(error instanceof RequestRefused) && count < RETRY_COUNT,
    },
  },
});
