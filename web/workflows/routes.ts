import type { RouteObject } from 'react-router';

/** The workflows and their pictures (流程). */
export const workflowRoutes: RouteObject[] = [];
