import type { TestProject } from 'vitest/node';
import '../../apps/api/src/platform/db/testing.ts';
import { startTestServer } from '../../apps/api/src/platform/db/test-server.ts';

/** One PostgreSQL for the whole run: the one at TEST_DATABASE_URL, else an embedded one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...server } = await startTestServer(process.env.TEST_DATABASE_URL || undefined);
  project.provide('testServer', server);
  return stop;
}
