import type { RouteObject } from 'react-router';

/** The list at the end of a shift and its handover (交接班). */
export const shiftRoutes: RouteObject[] = [
  { path: '/shift', lazy: async () => ({ Component: (await import('./shift-page.tsx')).ShiftPage }) },
];
