import type { RouteObject } from 'react-router';

/** The board of protection orders and the page of one (保护令看板). */
export const orderRoutes: RouteObject[] = [];
