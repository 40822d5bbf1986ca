import type { RouteObject } from 'react-router';

/** Handoffs in and out (转介). */
export const handoffRoutes: RouteObject[] = [
  {
    path: '/handoffs',
    lazy: async () => ({ Component: (await import('./handoffs-page.tsx')).HandoffsPage }),
  },
];
