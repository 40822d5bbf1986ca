import type { RouteObject } from 'react-router';

/** My work first: what every role starts from (我的工作). */
export const workRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./work-page.tsx')).WorkPage }) },
];
