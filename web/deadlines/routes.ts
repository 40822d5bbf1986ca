import type { RouteObject } from 'react-router';

/** What is due, and why then (期限). */
export const deadlineRoutes: RouteObject[] = [
  {
    path: 'deadlines',
    lazy: async () => ({ Component: (await import('./deadlines-page.tsx')).DeadlinesPage }),
  },
];
