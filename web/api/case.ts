import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answerOf, api } from './client.ts';

/** A case as its reader may see it. */
export type Case = AnswerOf<'/api/cases/{id}', 'get'>;

/** A workflow as data. */
export type Workflow = AnswerOf<'/api/workflows/{id}', 'get'>;

// A workflow changes with a new version of the product.
const WORKFLOW_FRESH_MS = 300_000;

export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ['/api/cases/{id}', id],
    queryFn: () => answerOf(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  });
}

export function workflowQuery(id: string) {
  return queryOptions({
    queryKey: ['/api/workflows/{id}', id],
    queryFn: () => answerOf(api.GET('/api/workflows/{id}', { params: { path: { id } } })),
    staleTime: WORKFLOW_FRESH_MS,
  });
}

/** The workflows there are. */
export function workflowsQuery() {
  return queryOptions({
    queryKey: ['/api/workflows'],
    queryFn: () => answerOf(api.GET('/api/workflows', { params: { query: { limit: '200' } } })),
    staleTime: WORKFLOW_FRESH_MS,
  });
}
