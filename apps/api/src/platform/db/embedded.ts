import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { reason, StartError } from '../config/index.ts';
import { findBinaries, runAs } from './embedded-binaries.ts';
import { type Place, prepare, runningPort, start, urlOf, usualPort } from './embedded-server.ts';

/** Advisory locks in the database `postgres`. Each process using the server holds the first, shared; the one program that serves holds the second. */
const IN_USE = 7_266_201;
const SERVING = 7_266_202;

export interface EmbeddedOptions {
  /** The data folder of the program; PostgreSQL gets `postgres/` inside it. */
  readonly dataDir: string;
  /** The database to make when missing. */
  readonly database?: string;
  /** True for the one program that serves; a second one on the same folder is refused. Tools beside it say false. */
  readonly serve?: boolean;
  /** Tests: lose data in a power cut, for speed. */
  readonly unsafeFast?: boolean;
}

export interface Embedded {
  readonly url: string;
  /** Lets go of the server, and stops it when no other process uses it. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the program, or joins the one that already runs on the folder (left by a killed
 * program, or in use by a program beside this one).
 * @throws StartError with one line telling what is wrong.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, database = 'samblikk', serve = false, unsafeFast = false } = options;
  const place = await prepare(resolve(dataDir));
  const deadline = Date.now() + 60_000;
  for (let failure = ''; ; await pause(100)) {
    if (Date.now() > deadline)
      throw new StartError(`The embedded PostgreSQL in ${place.folder} does not start: ${failure}`);
    const port = await runningPort(place);
    if (port === 'busy') {
      failure = 'it is still starting or stopping';
      continue;
    }
    if (port === 'none') {
      failure = await start(place, await usualPort(place), unsafeFast);
      continue;
    }
    const holder = await hold(urlOf(place, port, 'postgres'));
    if (typeof holder === 'string') {
      failure = holder;
      continue;
    }
    try {
      if (serve) await claim(holder, dataDir);
      await makeDatabase(holder, database);
    } catch (error) {
      await letGo(holder, place);
      throw error;
    }
    const claimed = serve ? (next: pg.Client) => claim(next, dataDir) : async () => undefined;
    return { url: urlOf(place, port, database), stop: keep(place, holder, port, unsafeFast, claimed) };
  }
}

/**
 * Keeps the server there while the program runs: when it goes away under us (killed, out of memory, stopped by hand) it is
 * started again, on the same port, so that whoever has its address finds it again.
 * @param claimed takes what the first holder had beside the shared lock
 * @returns how to let go of it
 */
function keep(
  place: Place,
  first: pg.Client,
  port: number,
  unsafeFast: boolean,
  claimed: (holder: pg.Client) => Promise<void>,
): () => Promise<void> {
  let stopping = false;
  let holder: pg.Client | undefined;
  let reviving = Promise.resolve();

  const watch = (client: pg.Client) => {
    holder = client;
    client.once('end', () => {
      holder = undefined;
      if (stopping) return;
      process.emitWarning(`The embedded PostgreSQL went away: it is started again. Its log is ${place.log}`);
      reviving = revive();
    });
  };

  async function revive(): Promise<void> {
    for (let failure = ''; ; await pause(200)) {
      const running = await runningPort(place);
      if (running === 'none') {
        if (stopping) return;
        const told = await start(place, port, unsafeFast).catch(reason);
        if (told !== failure)
          await appendFile(place.log, `samblikk: not started again: ${told}\n`).catch(() => undefined);
        failure = told;
      } else if (running === port) {
        const next = await hold(urlOf(place, port, 'postgres'));
        if (typeof next === 'string') continue;
        watch(next);
        await claimed(next).catch((error) => process.emitWarning(reason(error)));
        return;
      }
    }
  }

  watch(first);
  return async () => {
    stopping = true;
    await reviving;
    if (holder) await letGo(holder, place);
  };
}

/** Connects and takes the shared lock that keeps the server running; a string tells why not. */
async function hold(url: string): Promise<pg.Client | string> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: 'samblikk-holder',
  });
  // When the server goes away under us the pool tells so, query by query; this connection has nothing to add.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    return reason(error);
  }
}

/** Makes this process the one that serves the folder. One that is just stopping, or was killed, gets a few seconds to let go. */
async function claim(holder: pg.Client, dataDir: string): Promise<void> {
  for (let tries = 40; tries > 0; tries -= 1, await pause(100)) {
    const { rows } = await holder.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [SERVING]);
    if (rows[0]?.mine) return;
  }
  throw new StartError(`Samblikk already runs on ${resolve(dataDir)}: stop it first, or set another DATA_DIR.`);
}

async function makeDatabase(holder: pg.Client, name: string): Promise<void> {
  const { rowCount } = await holder.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  await holder.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error: { code?: string }) => {
    // 42P04 or 23505: another process made it at the same moment.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}

/** Gives up the locks; the last process out stops the server. */
async function letGo(holder: pg.Client, place: Place): Promise<void> {
  try {
    await holder.query('SELECT pg_advisory_unlock_all()');
    const { rows } = await holder.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [IN_USE]);
    if (!rows[0]?.last) return;
    const { pgCtl } = await findBinaries();
    const postgres = await runAs(place.folder);
    const stop = (mode: string) => postgres(pgCtl, ['stop', '-s', '-w', '-t', '10', '-D', place.data, '-m', mode]);
    if ((await stop('fast')).status !== 0) await stop('immediate');
  } catch (error) {
    await appendFile(place.log, `samblikk: cannot stop the server: ${reason(error)}\n`).catch(() => undefined);
  } finally {
    await holder.end().catch(() => undefined);
  }
}
