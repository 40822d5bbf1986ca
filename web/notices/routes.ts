import type { RouteObject } from 'react-router';

/** What this person was told (通知). */
export const noticeRoutes: RouteObject[] = [
  {
    path: 'notices',
    lazy: async () => ({ Component: (await import('./notices-page.tsx')).NoticesPage }),
  },
];
