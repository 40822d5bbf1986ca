import type { RouteObject } from 'react-router';

const casePage = async () => ({ Component: (await import('./case-page.tsx')).CasePage });

/** The list of cases, and the page of a case with its tracks (个案). */
export const caseRoutes: RouteObject[] = [
  { path: '/cases', lazy: async () => ({ Component: (await import('./cases-page.tsx')).CasesPage }) },
  { path: '/cases/:caseId', lazy: casePage },
  { path: '/cases/:caseId/tracks/:trackId', lazy: casePage },
];
