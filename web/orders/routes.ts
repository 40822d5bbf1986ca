import type { RouteObject } from 'react-router';

/** The board of protection orders and the page of one (保护令看板). */
export const orderRoutes: RouteObject[] = [
  { path: '/orders', lazy: async () => ({ Component: (await import('./board-page.tsx')).BoardPage }) },
  {
    path: '/orders/screen',
    lazy: async () => ({ Component: (await import('./screen-page.tsx')).ScreenPage }),
  },
  {
    path: '/orders/meeting',
    lazy: async () => ({ Component: (await import('./meeting-page.tsx')).MeetingPage }),
  },
  {
    path: '/orders/corridor',
    lazy: async () => ({ Component: (await import('./corridor-page.tsx')).CorridorPage }),
  },
  {
    path: '/orders/corridor/:trackId',
    lazy: async () => ({ Component: (await import('./corridor-order-page.tsx')).CorridorOrderPage }),
  },
  {
    path: '/orders/:trackId',
    lazy: async () => ({ Component: (await import('./order-page.tsx')).OrderPage }),
  },
];
