import { inject } from 'vitest';
import { makeTestDatabase, type TestDatabase, type TestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * A fresh database for a test file, with all migrations applied: `{ db, pool, url, close }`. One server serves the whole
 * run (TEST_DATABASE_URL, else an embedded one); call `close` in `afterAll`.
 */
export function testDatabase(): Promise<TestDatabase> {
  return makeTestDatabase(inject('testServer'));
}
