import type { RouteObject } from 'react-router';

/** The list of people who wait for a call (回访名单). */
export const callbackRoutes: RouteObject[] = [
  {
    path: '/callbacks',
    lazy: async () => ({ Component: (await import('./callbacks-page.tsx')).CallbacksPage }),
  },
];
