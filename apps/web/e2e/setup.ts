import type { TestProject } from 'vitest/node';
import { startSite } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the program, without a slash at the end. */
    site: string;
    /** The address of its database. */
    database: string;
    /** Where lists of agencies are, as if on the open net. */
    lists: string;
    /** Where the run's Chromium listens. */
    chromium: string;
  }
}

/** One program and one browser for a whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, databaseUrl, lists, chromium, stop } = await startSite(process.env);
  project.provide('site', url);
  project.provide('database', databaseUrl);
  project.provide('lists', lists);
  project.provide('chromium', chromium);
  return stop;
}
