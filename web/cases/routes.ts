import type { RouteObject } from 'react-router';

/** The list of cases, and the page of a case with its tracks (个案). */
export const caseRoutes: RouteObject[] = [];
