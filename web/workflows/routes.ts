import type { RouteObject } from 'react-router';

/** The workflows and their pictures (流程). */
export const workflowRoutes: RouteObject[] = [
  {
    path: 'workflows',
    lazy: async () => ({ Component: (await import('./workflows-page.tsx')).WorkflowsPage }),
  },
  {
    path: 'workflows/:id',
    lazy: async () => ({ Component: (await import('./workflow-page.tsx')).WorkflowPage }),
  },
];
