import { configDefaults, defineConfig } from 'vitest/config';

const setupFiles = ['./scripts/vitest/console.ts'];
/** Reading the program anew for each file would take as long as the tests do. */
const isolate = false;
/** Replaces a module by another, which no other test may meet. */
const mocking = ['apps/api/src/added-question.test.ts'];
const onDatabase = {
  globalSetup: ['./scripts/vitest/postgres.ts'],
  setupFiles,
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: ['packages/**/*.test.ts', 'scripts/**/*.test.ts'], isolate, setupFiles } },
      {
        test: {
          name: 'api',
          include: ['apps/api/**/*.test.ts'],
          // What npm test runs elsewhere. Of projects, the command line’s --exclude is not heard.
          exclude: [...configDefaults.exclude, ...mocking, ...(process.env.TEST_EXCLUDE?.split(',') ?? [])],
          isolate,
          ...onDatabase,
        },
      },
      { test: { name: 'api-mocking', include: mocking, ...onDatabase } },
      { test: { name: 'web', include: ['apps/web/app/**/*.test.{ts,tsx}'], environment: 'happy-dom', setupFiles } },
      {
        test: {
          name: 'browser',
          include: ['apps/web/e2e/**/*.test.ts'],
          globalSetup: ['./apps/web/e2e/setup.ts'],
          setupFiles,
          fileParallelism: false,
          // What a page does after a press takes as long as the machine lets it: a second is too little on a busy one.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
