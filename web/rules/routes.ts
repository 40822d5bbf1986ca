import type { RouteObject } from 'react-router';

/** The law table and the calculator (法定期限). */
export const ruleRoutes: RouteObject[] = [];
