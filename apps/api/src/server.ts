import closeWithGrace from 'close-with-grace';
import { type Config, readConfig, reason, StartError } from './platform/config/index.ts';
import { openDatabase } from './platform/db/index.ts';
import type { Started } from './start.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

// Whoever read along may go away (`npm start | head`); that is no reason to stop.
process.stdout.on('error', () => undefined);

const undo: (() => Promise<unknown>)[] = [];

/** Stops what was started, last first; one that fails does not keep the others from stopping. */
async function stopAll(): Promise<void> {
  for (let next = undo.pop(); next; next = undo.pop()) {
    await next().catch((error: unknown) => complain(`While stopping: ${reason(error)}`));
  }
}

const grace = closeWithGrace(
  { delay: 20_000, logger: { error: (message: unknown) => complain(String(message)) } },
  async ({ err }) => {
    if (err) complain(err.stack ?? err.message);
    await stopAll();
  },
);

// `npm start` holds the other end: when it dies without a word, nobody is left to stop this process.
if (process.send) process.once('disconnect', () => grace.close());

try {
  const config = readConfig();
  const began = performance.now();
  const opening = openDatabase(config, { serve: true });
  // Told before it is awaited: whoever stops the program in the middle waits for the database to come up, then stops it.
  undo.push(() =>
    opening.then(
      (database) => database.close(),
      () => undefined,
    ),
  );
  // The rest of the program is read while the database comes up: each takes seconds on a slow machine.
  const [database, { start }] = await Promise.all([opening, import('./start.ts')]);
  const started = await start(config, database, (task) => undo.push(task));
  tell(config, started, performance.now() - began);
} catch (error) {
  complain(error instanceof StartError ? error.message : `Samblikk cannot start: ${(error as Error).stack ?? error}`);
  grace.uninstall();
  await stopAll();
  process.exit(1);
}

function tell(config: Config, { testLogin }: Started, milliseconds: number): void {
  const where = config.databaseUrl ? 'the database at DATABASE_URL' : `${config.dataDir} (embedded PostgreSQL)`;
  say(`\nSamblikk is ready (${(milliseconds / 1000).toFixed(1)} s): ${config.publicUrl}`);
  say(`  API described at  ${config.publicUrl}/api/docs`);
  say(`  Data lies in      ${where}`);
  if (config.demo) say('  Demonstration     all measures are invented; SAMBLIKK_DEMO=off starts empty');
  if (testLogin) {
    say('  Sign in as (test login, no password):');
    for (const { name, agencyName, roles } of testLogin.people) say(`    ${name}, ${agencyName} (${roles.join(', ')})`);
  }
  say('  Ctrl-C stops it\n');
}
