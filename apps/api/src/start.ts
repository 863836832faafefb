import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { type AppOptions, buildApp } from './app.ts';
import { calendarJob } from './calendar/index.ts';
import { loadDemo } from './demo/index.ts';
import { isDirectoryLoaded, loadDirectory } from './directory/index.ts';
import { errorReportJob } from './error-reports/index.ts';
import { sourcesJob } from './intake/index.ts';
import { digestJob } from './messages/index.ts';
import { freezeConcerns } from './pages/index.ts';
import { type Config, reason, StartError } from './platform/config/index.ts';
import type { Database, openDatabase } from './platform/db/index.ts';
import { jobRunner } from './platform/jobs/index.ts';
import { mailJob } from './platform/mail/index.ts';
import { frozenFilesJob } from './publication/index.ts';
import { retentionJob } from './retention/index.ts';
import { rounds } from './rounds/index.ts';
import { sweepJob } from './sweep.ts';
import { alertJob } from './watch/index.ts';
import { serveWeb } from './web.ts';

/** Copies that start at once on the same empty database: one fills it, the others wait for it. */
const LOAD_LOCK = 7_266_204;

/** Who can sign in at the local test login. */
export interface TestLogin {
  readonly people: readonly { readonly name: string; readonly agencyName: string; readonly roles: readonly string[] }[];
}

export interface Started {
  readonly app: FastifyInstance;
  readonly testLogin: TestLogin | undefined;
}

/**
 * Starts everything over an open database, in an order where the first thing that is wrong stops the rest.
 * @param config from `readConfig`
 * @param onClose takes what must be undone at the end, last first; also when this function throws half-way.
 * @throws StartError for what the person who starts it can mend
 */
export async function start(
  config: Config,
  database: Awaited<ReturnType<typeof openDatabase>>,
  onClose: (undo: () => Promise<unknown>) => void,
): Promise<Started> {
  await checkPort(config);
  await loadOnce(database.db, config.demo);

  const test = config.oidc ? undefined : await startTestLogin(config, onClose);
  const jobs = jobRunner(database.url);
  const app = await buildApp({
    config,
    wake: jobs.wake,
    db: database.db,
    readDb: database.readDb,
    logger: { level: config.logLevel },
    web: serveWeb,
    ...(test ? { login: test.login } : {}),
  });
  onClose(() => app.close());
  onClose(
    await jobs.start(
      [
        sweepJob(config, database.db),
        mailJob(config, database.db, app.log),
        digestJob(config, database.db, jobs.wake),
        calendarJob(config, database.db, jobs.wake, freezeConcerns),
        retentionJob(config, database.db),
        alertJob(config, database.db, database.readDb, jobs.wake),
        sourcesJob(config, database.db, jobs.wake),
        errorReportJob(config, database.db, jobs.wake),
        frozenFilesJob({ config, db: database.db, readDb: database.db, clock: () => new Date() }),
      ],
      app.log,
    ),
  );
  await app.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
    throw portError(config, error);
  });
  // Loading the program holds it up on a slow machine. What was measured then must not turn the first visitor away.
  for (let tries = 50; tries > 0 && app.isUnderPressure(); tries -= 1) await pause(100);
  return { app, testLogin: test };
}

/** Fills an empty database: the directory, without which nobody can sign in, and demonstration data where there is no round. */
async function loadOnce(db: Database, demo: boolean): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOAD_LOCK})`);
    if (demo && (await rounds(tx)).length === 0) await loadDemo(tx);
    else if (!(await isDirectoryLoaded(tx))) await loadDirectory(tx, 'system:start');
  });
}

/** The local provider; a package that only this function imports, and only outside production. */
async function startTestLogin(
  config: Config,
  onClose: (undo: () => Promise<unknown>) => void,
): Promise<TestLogin & { login: NonNullable<AppOptions['login']> }> {
  if (config.production) throw new StartError('OIDC_ISSUER: must be set when NODE_ENV is production');
  const { demoPeople, startDevIdp } = await import('@samblikk/dev-idp');
  const options = {
    host: config.host,
    redirectUris: [`${config.publicUrl}/auth/callback`],
    postLogoutRedirectUris: [`${config.publicUrl}/`],
  };
  const idp = await startDevIdp({ ...options, port: config.devIdpPort }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return startDevIdp({ ...options, port: 0 });
  });
  onClose(() => idp.close());
  return { people: demoPeople, login: { issuer: idp.issuer, clientId: idp.clientId, clientJwk: idp.clientJwk } };
}

async function checkPort(config: Config): Promise<void> {
  const problem = await portProblem(config.host, config.port);
  if (problem) throw portError(config, problem);
}

function portError(config: Config, error: NodeJS.ErrnoException): StartError {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Port ${config.port} on ${config.host} is taken by another program: stop it, or set another PORT.`,
    );
  }
  return new StartError(`Cannot listen on ${config.host}, port ${config.port}: ${reason(error)}`);
}

function portProblem(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', done);
    probe.listen(port, host, () => probe.close(() => done(undefined)));
  });
}
