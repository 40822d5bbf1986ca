import type { RouteObject } from 'react-router';

/** The screen while a call runs (接电话). */
export const callRoutes: RouteObject[] = [];
