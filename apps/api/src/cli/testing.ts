import type { testConfig } from '../access/auth/testing.ts';
import type { Database } from '../platform/db/index.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { run, type Surroundings } from './run.ts';

/** Runs command lines on a database of a test: each gives its exit status, output and messages. */
export const commandLineOver =
  (db: Database, config: ReturnType<typeof testConfig>) =>
  async (args: readonly string[], changes: Partial<Surroundings> = {}) => {
    let output = '';
    const messages: string[] = [];
    const status = await run(args, {
      out: async (text) => {
        output += text;
      },
      tell: (line) => messages.push(line),
      config: () => ({ dataDir: '/nonexistent', sessionSecret: config.sessionSecret }),
      open: async () => ({ db, close: async () => undefined }),
      mail: mailContextOf({ config, wake: async () => undefined }),
      ...changes,
    });
    return { status, output, messages };
  };
