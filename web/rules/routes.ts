import type { RouteObject } from 'react-router';

/** The law table and the calculator (法定期限). */
export const ruleRoutes: RouteObject[] = [
  { path: 'rules', lazy: async () => ({ Component: (await import('./rules-page.tsx')).RulesPage }) },
  { path: 'rules/:code', lazy: async () => ({ Component: (await import('./rule-page.tsx')).RulePage }) },
];
