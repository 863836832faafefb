import { createHash } from 'node:crypto';
import { type EditionFormat, formats, formatsOf } from '@samblikk/contract';
import { releaseName } from '@samblikk/questionnaire';
import { type Language, prefixes } from '@samblikk/text';
import { parse } from 'csv-parse/sync';
import { and, eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../platform/db/index.ts';
import type { Deps } from '../platform/http/index.ts';
import { type Listing, registerFile, releaseListing } from '../register/index.ts';
import type { DatedRelease } from '../releases/index.ts';
import { frozenFile, frozenFilePiece } from './schema.ts';

/** One at a time makes frozen files, whichever copy of the program it is in. */
const FROZEN_LOCK = 7_266_211;
/** The most bytes in a row, and so in memory while a file is sent. */
const pieceSize = 1_000_000;

/** What frozen files are made with. */
export type Makers = Pick<Deps, 'db' | 'readDb' | 'clock'> & { readonly config: Pick<Deps['config'], 'publicUrl'> };

/** A file of a release: the same bytes for good. */
export interface FrozenFile {
  readonly id: string;
  /** Among the files of its release and language: `tiltak.csv`. */
  readonly name: string;
  readonly format: EditionFormat;
  readonly type: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly madeAt: Date;
  /** Where it is for good, without the host. */
  readonly address: string;
}

type Release = Pick<DatedRelease, 'id' | 'year' | 'number'>;

/** The files that every release has. */
export const editionFiles = formatsOf('edition').map(({ file, format }) => ({ name: file, format }));
type EditionFile = (typeof editionFiles)[number];

/**
 * The frozen files of a release in a language, in the order they are offered; those that nobody has asked for yet are made.
 * Whether the release is public is for the caller to have seen.
 */
export async function frozenFilesOf(
  makers: Makers,
  release: Release,
  language: Language = 'nb',
): Promise<readonly FrozenFile[]> {
  const known = new Map((await find(makers.readDb, release, language)).map((file) => [file.name, file]));
  const files: FrozenFile[] = [];
  for (const file of editionFiles)
    files.push(known.get(file.name) ?? (await frozenFileOf(makers, release, language, file)));
  return files;
}

/** One frozen file; made the first time it is asked for, and never again. */
export async function frozenFileOf(
  makers: Makers,
  release: Release,
  language: Language,
  file: EditionFile,
): Promise<FrozenFile> {
  const [known] = await find(makers.readDb, release, language, file.name);
  return known ?? inTurn(makers.db, () => make(makers, release, language, file));
}

/** The bytes of a frozen file, a piece at a time. */
export async function* bytesOf(db: Database, { id, bytes }: FrozenFile): AsyncGenerator<Buffer> {
  for (let place = 0, sent = 0; sent < bytes; place++) {
    const [piece] = await db
      .select({ content: frozenFilePiece.content })
      .from(frozenFilePiece)
      .where(and(eq(frozenFilePiece.fileId, id), eq(frozenFilePiece.place, place)));
    if (!piece) throw new Error(`Piece ${place} of the frozen file ${id} is missing.`);
    sent += piece.content.length;
    yield piece.content;
  }
}

/** The first row of a frozen CSV, as it was written. */
export async function headerOf(db: Database, file: FrozenFile): Promise<string[]> {
  // The first piece holds it whole.
  const { value } = await bytesOf(db, file).next();
  const delimiter = file.format === 'csv-excel' ? ';' : ',';
  const [header = []] = parse(value ?? Buffer.alloc(0), { bom: true, delimiter, to: 1 }) as string[][];
  return header;
}

/** What the files of a release hold. */
export function listingOf(
  { db, clock, config: { publicUrl } }: Pick<Makers, 'db' | 'clock' | 'config'>,
  release: Release,
  language: Language,
): Promise<Listing> {
  const source = `${publicUrl}${prefixes[language]}/${releaseName(release)}`;
  return releaseListing(db, clock(), release, { language, site: publicUrl, source });
}

/** The files of a release that are made; of this name alone, where one is told. */
async function find(
  db: Database | Transaction,
  release: Release,
  language: Language,
  only?: string,
): Promise<FrozenFile[]> {
  const { releaseId, language: written, name: called } = frozenFile;
  const named = only === undefined ? undefined : eq(called, only);
  const rows = await db
    .select()
    .from(frozenFile)
    .where(and(eq(releaseId, release.id), eq(written, language), named));
  return rows.map(({ id, name, bytes, sha256, madeAt, ...row }) => {
    const format = row.format as EditionFormat;
    const address = `${prefixes[language]}/${releaseName(release)}/${name}`;
    return { id, name, format, type: formats[format].type, bytes, sha256, madeAt, address };
  });
}

const turns = new WeakMap<Database, Promise<unknown>>();

/** One after the other: each holds a connection while it reads by another. */
function inTurn<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(db) ?? Promise.resolve()).then(work, work);
  turns.set(
    db,
    mine.catch(() => undefined),
  );
  return mine;
}

/** Makes a file under the lock, unless another copy of the program has done so meanwhile. */
function make(
  makers: Makers,
  release: Release,
  language: Language,
  { name, format }: EditionFile,
): Promise<FrozenFile> {
  const { db, clock } = makers;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${FROZEN_LOCK})`);
    const [known] = await find(tx, release, language, name);
    if (known) return known;
    const listing = await listingOf(makers, release, language);
    const [id, hash] = [v7(), createHash('sha256')];
    let [bytes, place] = [0, 0];
    for await (const content of pieces(registerFile(db, format, listing))) {
      await tx.insert(frozenFilePiece).values({ fileId: id, place, content });
      hash.update(content);
      bytes += content.length;
      place += 1;
    }
    const sha256 = hash.digest('hex');
    await tx
      .insert(frozenFile)
      .values({ id, releaseId: release.id, language, name, format, bytes, sha256, madeAt: clock() });
    const [made] = await find(tx, release, language, name);
    return made as FrozenFile;
  });
}

/** The same bytes in pieces of the size that is stored. */
async function* pieces(from: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const part of from) {
    const bytes = Buffer.from(part as Uint8Array);
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.subarray(at, at + pieceSize - size);
      waiting.push(piece);
      size += piece.length;
      at += piece.length;
      if (size < pieceSize) continue;
      yield Buffer.concat(waiting);
      [waiting, size] = [[], 0];
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}
