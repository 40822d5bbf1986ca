import type { RouteObject } from 'react-router';

/** The screen while a call runs (接电话). */
export const callRoutes: RouteObject[] = [
  {
    path: '/call/:draftId?',
    lazy: async () => ({ Component: (await import('./call-page.tsx')).CallPage }),
  },
];
