import type { RouteObject } from 'react-router';

/** The volunteer lawyer's consultations (法律咨询). */
export const consultationRoutes: RouteObject[] = [];
