import { testConfig } from '../access/auth/testing.ts';
import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { run, type Surroundings } from './run.ts';

/** Runs command lines on a database of a test: each gives its exit status, output and messages. */
export const commandLineOver =
  (db: Database, config: Config) =>
  async (args: readonly string[], changes: Partial<Surroundings> = {}) => {
    let output = '';
    const messages: string[] = [];
    const status = await run(args, {
      out: async (text) => {
        output += text;
      },
      tell: (line) => messages.push(line),
      config: () => config,
      open: async () => ({ db, close: async () => undefined }),
      mail: mailContextOf({ config, wake: async () => undefined }),
      ...changes,
    });
    return { status, output, messages };
  };

/** As `commandLineOver`, of lines as they are typed: the first text is split at its spaces, those after it are not. */
export function linesOver(db: Database, config = testConfig()) {
  const commandLine = commandLineOver(db, config);
  return (line: string, ...more: string[]) => commandLine([...line.split(' '), ...more]);
}
