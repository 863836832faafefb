import type { FastifyInstance } from 'fastify';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { completeAnswers, digdir, openRound } from '../responses/testing.ts';
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

/**
 * An open round of 2026 in which Digdir has sent in one measure, whose cost looks as if it were in thousands.
 * @param email of whoever sent in, for letters to reach
 * @returns the number of the measure
 */
export async function measureSentIn(app: FastifyInstance, db: Database, email?: string): Promise<string> {
  const days = (n: number) => new Date(Date.now() + n * 86_400_000);
  await openRound(db, { opensAt: days(-9), deadline: days(9), lateUntil: null });
  const { headers } = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], ...(email && { email }) });
  const call = async (method: 'POST' | 'PUT', path: string, payload: object) => {
    const all = { ...headers, 'idempotency-key': path };
    return (await app.inject({ method, url: `/api/v1${path}`, headers: all, payload })).json();
  };
  const ofAgency = `/agencies/${digdir.orgnr}/rounds/2026`;
  const { id, version, number } = await call('POST', `${ofAgency}/measures`, {});
  const changes = { ...completeAnswers, totalCost: 5_000 };
  await call('PUT', `/measures/${id}/answers/2026`, { year: 2026, basedOn: version, changes });
  await call('POST', `${ofAgency}/submissions`, { nothingToReport: false });
  return number;
}
