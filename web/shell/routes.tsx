import { createBrowserRouter, type RouteObject } from 'react-router';
import { callRoutes } from '#web/calls/routes.ts';
import { callbackRoutes } from '#web/callbacks/routes.ts';
import { caseRoutes } from '#web/cases/routes.ts';
import { consultationRoutes } from '#web/consultations/routes.ts';
import { deadlineRoutes } from '#web/deadlines/routes.ts';
import { handoffRoutes } from '#web/handoffs/routes.ts';
import { noticeRoutes } from '#web/notices/routes.ts';
import { orderRoutes } from '#web/orders/routes.ts';
import { ruleRoutes } from '#web/rules/routes.ts';
import { shiftRoutes } from '#web/shift/routes.ts';
import { workRoutes } from '#web/work/routes.ts';
import { workflowRoutes } from '#web/workflows/routes.ts';
import { BrokenPage } from './broken-page.tsx';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** Every address of the console; each page is loaded when it is first gone to. */
const ROUTES: RouteObject[] = [
  {
    element: <Frame />,
    children: [
      {
        errorElement: <BrokenPage />,
        children: [
          ...workRoutes,
          ...callRoutes,
          ...callbackRoutes,
          ...shiftRoutes,
          ...consultationRoutes,
          ...orderRoutes,
          ...caseRoutes,
          ...handoffRoutes,
          ...deadlineRoutes,
          ...noticeRoutes,
          ...ruleRoutes,
          ...workflowRoutes,
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

export const router = createBrowserRouter(ROUTES);
