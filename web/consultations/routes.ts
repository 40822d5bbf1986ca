import type { RouteObject } from 'react-router';

/** The volunteer lawyer's consultations (法律咨询). */
export const consultationRoutes: RouteObject[] = [
  {
    path: 'consultations/:trackId',
    lazy: async () => ({ Component: (await import('./consultation-page.tsx')).ConsultationPage }),
  },
  {
    path: 'consultations/:trackId/answer',
    lazy: async () => ({ Component: (await import('./offer-page.tsx')).OfferPage }),
  },
  {
    path: 'consultations/:trackId/session',
    lazy: async () => ({ Component: (await import('./session-page.tsx')).SessionPage }),
  },
  {
    path: 'consultations/:trackId/application',
    lazy: async () => ({ Component: (await import('./application-page.tsx')).ApplicationPage }),
  },
];
