import { defineConfig } from 'vitest/config';

// Tests here need no database (or start one of their own), so that running one of them starts none.
const WITHOUT_DATABASE = ['unit', 'console', 'house', 'workflows', 'proof', 'integration/start'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // Two cores are what a small machine has, and the servers under test need some of them.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: WITHOUT_DATABASE } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['test/**/*.test.ts'],
          exclude: WITHOUT_DATABASE,
          globalSetup: './test/support/global-setup.ts',
        },
      },
    ],
  },
});
