import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { editionOf, fingerprint } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import { ZipFile } from 'yazl';
import { type AuditRow, chainUpTo, eventsIn, readings, record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { receiptsIn, savesIn } from '../responses/index.ts';
import { type RoundRow, roundOf } from '../rounds/index.ts';
import { indexPage } from './index-page.ts';
import { indexName, type Manifest, manifestName, type WrittenFile } from './manifest.ts';
import { type Archived, parts } from './parts.ts';

export interface ArchiveRequest {
  readonly year: number;
  /** Where the archive is to lie. What lies there before stays until the new one is whole. */
  readonly path: string;
  /** A person’s id, or `system:…`. */
  readonly actor: string;
  readonly now: Date;
}

export interface ArchiveMade {
  readonly files: number;
  /** SHA-256 of the manifest: who has it noted elsewhere knows the archive again. The audit has it. */
  readonly manifest: string;
}

/**
 * Writes the archive of a round, as one moment of the database has it. The same round gives the same bytes: every time in it
 * is of the data. It is written beside and gets its name when it is whole and the audit knows who took it.
 * @throws ApiError notFound when there is no such round
 */
export async function makeArchive(db: Database, { year, path, actor, now }: ArchiveRequest): Promise<ArchiveMade> {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    const made = await db.transaction(
      async (tx) => {
        await tx.execute(sql`set local statement_timeout = 0`);
        await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
        return writeZip(await archivedRound(tx, year), unfinished);
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    await db.transaction((tx) =>
      record(tx, { actor, action: 'archive.made', subject: `round:${year}`, details: { year, ...made } }, now),
    );
    await rename(unfinished, path);
    return made;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function archivedRound(tx: Transaction, year: number): Promise<Archived> {
  const round = await roundOf(tx, year);
  const edition = editionOf(round.edition);
  if (!edition) throw new Error(`Round ${year} has edition ${round.edition}, which this program does not know.`);
  return { tx, round, edition, lastEvent: await lastEventOf(tx, round) };
}

/** The last event about a round, less those that tell of someone who looked. */
async function lastEventOf(tx: Transaction, { id, year }: RoundRow): Promise<number> {
  const events = eventsIn();
  const saves = savesIn(id);
  const [row] = await tx
    .select({ last: sql<string | null>`max(${events.sequence})` })
    .from(events)
    .where(
      sql`${events.action} not in (${sql.join(
        readings.map((action) => sql`${action}`),
        sql`, `,
      )}) and (${events.details} ->> 'year' = ${String(year)} or ${events.subject} = ${`round:${year}`}
        or (${events.action} = 'response.submitted' and ${events.details} ->> 'receipt' in (${receiptsIn(id)}))
        or (${events.action} = 'draft.saved' and exists (select 1 from ${saves}
          where 'measure:' || ${saves.measureId} = ${events.subject} and ${saves.createdAt} = ${events.at}
            and ${saves.version} = (${events.details} ->> 'version')::int)))`,
    );
  return Number(row?.last ?? 0);
}

/** Nothing in the archive is of the clock: every file is dated the first day a zip file can name. */
const entry = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

async function writeZip(of: Archived, path: string): Promise<ArchiveMade> {
  const zip = new ZipFile();
  const written: WrittenFile[] = [];
  const add = (name: string, more: Pick<WrittenFile, 'separable'>, pieces: () => AsyncIterable<string>) =>
    zip.addReadStreamLazy(name, entry, (give) => give(null, Readable.from(noted(name, more, pieces(), written))));
  for (const { file, separable, write } of parts)
    add(file, separable ? { separable } : {}, async function* () {
      yield* await write(of);
    });
  add(indexName, {}, async function* () {
    yield indexPage(of, written);
  });
  let manifest = '';
  const manifestFile = async function* () {
    const text = `${JSON.stringify(await manifestOf(of, written), null, 2)}\n`;
    manifest = createHash('sha256').update(text).digest('hex');
    yield text;
  };
  zip.addReadStreamLazy(manifestName, entry, (give) => give(null, Readable.from(manifestFile())));
  zip.end();
  const stream = zip.outputStream as Readable;
  // What a part of it could not give ends the whole.
  zip.on('error', (error: Error) => stream.destroy(error));
  await pipeline(stream, createWriteStream(path, { flags: 'w', mode: 0o600 }));
  return { files: written.length + 1, manifest };
}

/** Passes the pieces on, and notes when they are through what the file was. */
async function* noted(
  name: string,
  more: Pick<WrittenFile, 'separable'>,
  pieces: AsyncIterable<string>,
  written: WrittenFile[],
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let [bytes, lines] = [0, 0];
  for await (const piece of pieces) {
    const part = Buffer.from(piece);
    hash.update(part);
    bytes += part.length;
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) lines += 1;
    yield part;
  }
  written.push({ name, bytes, lines, sha256: hash.digest('hex'), ...more });
}

async function manifestOf({ tx, round, edition, lastEvent }: Archived, files: WrittenFile[]): Promise<Manifest> {
  let last: AuditRow | undefined;
  let events = 0;
  for await (const event of chainUpTo(tx, lastEvent)) {
    last = event;
    events += 1;
  }
  return {
    format: 'samblikk-archive',
    version: 1,
    year: round.year,
    edition: edition.id,
    definition: await fingerprint(edition),
    asOf: last?.at.toISOString() ?? null,
    audit: { events, lastHash: last?.hash ?? '' },
    files,
  };
}
