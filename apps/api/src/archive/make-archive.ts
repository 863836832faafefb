import { editionOf, fingerprint } from '@samblikk/questionnaire';
import { and, max, notInArray, sql } from 'drizzle-orm';
import { type AuditRow, chainUpTo, eventsIn, readings, record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { wholeFile } from '../platform/files/index.ts';
import { type WrittenFile, writeZip } from '../platform/zip/index.ts';
import { isAboutRound } from '../responses/index.ts';
import { type RoundRow, roundOf } from '../rounds/index.ts';
import { indexPage } from './index-page.ts';
import { indexName, type Manifest, manifestName } from './manifest.ts';
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
  return wholeFile(path, async (unfinished) => {
    const made = await db.transaction(
      async (tx) => {
        await tx.execute(sql`set local statement_timeout = 0`);
        await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
        return writeArchive(await archivedRound(tx, year), unfinished);
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    await db.transaction((tx) =>
      record(tx, { actor, action: 'archive.made', subject: `round:${year}`, details: { year, ...made } }, now),
    );
    return made;
  });
}

async function archivedRound(tx: Transaction, year: number): Promise<Archived> {
  const round = await roundOf(tx, year);
  const edition = editionOf(round.edition);
  if (!edition) throw new Error(`Round ${year} has edition ${round.edition}, which this program does not know.`);
  return { tx, round, edition, lastEvent: await lastEventOf(tx, round) };
}

/** The last event about a round, less those that tell of someone who looked. */
async function lastEventOf(tx: Transaction, round: RoundRow): Promise<number> {
  const events = eventsIn();
  const [row] = await tx
    .select({ last: max(events.sequence) })
    .from(events)
    .where(and(notInArray(events.action, [...readings]), isAboutRound(events, round)));
  return Number(row?.last ?? 0);
}

async function writeArchive(of: Archived, path: string): Promise<ArchiveMade> {
  const written = await writeZip(path, [
    ...parts.map(({ file, write }) => ({
      name: file,
      async *pieces() {
        yield* await write(of);
      },
    })),
    { name: indexName, pieces: (before) => [indexPage(of, before)] },
    {
      name: manifestName,
      async *pieces(before) {
        yield `${JSON.stringify(await manifestOf(of, before), null, 2)}\n`;
      },
    },
  ]);
  return { files: written.length, manifest: written.at(-1)?.sha256 ?? '' };
}

async function manifestOf(
  { tx, round, edition, lastEvent }: Archived,
  files: readonly WrittenFile[],
): Promise<Manifest> {
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
    files: files.map((file) =>
      parts.some((part) => part.file === file.name && part.separable) ? { ...file, separable: true as const } : file,
    ),
  };
}
