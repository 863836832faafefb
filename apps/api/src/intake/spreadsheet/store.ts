import { type ColumnTarget, plain } from '@samblikk/questionnaire/match';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import type { Layout } from './layout.ts';
import type { ReadFile } from './read-file.ts';
import {
  columnMapping,
  spreadsheetImport,
  spreadsheetImportRow,
  type UploadMapping,
  upload,
  wordMapping,
} from './schema.ts';

type Db = Database | Transaction;
export type UploadRow = typeof upload.$inferSelect;

/** How long a list waits to be taken in. */
const keptFor = 24 * 60 * 60 * 1000;

/** A list that was read, not kept yet. */
export function newUpload(
  { round, agency }: AgencyRound,
  file: ReadFile & { fileName: string },
  personId: string,
  now: Date,
): UploadRow {
  return {
    ...file,
    id: uuid(),
    roundId: round.id,
    agencyId: agency.agencyId,
    personId,
    mapping: null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + keptFor),
    takenInAt: null,
  };
}

export async function keepUpload(db: Db, row: UploadRow): Promise<void> {
  await db.insert(upload).values(row);
}

/** Forgets lists whose time is over, taken in or not. @returns how many */
export async function deleteExpiredUploads(db: Db, now: Date): Promise<number> {
  return (await db.delete(upload).where(lt(upload.expiresAt, now))).rowCount ?? 0;
}

/** A list that waits. @throws ApiError notFound when there is none, it has expired, or it is another agency’s; alreadyDone */
export async function uploadOf(
  db: Db,
  { round, agency }: AgencyRound,
  id: string,
  now: Date,
  { lock = false } = {},
): Promise<UploadRow> {
  const query = db
    .select()
    .from(upload)
    .where(and(eq(upload.id, id), eq(upload.roundId, round.id), eq(upload.agencyId, agency.agencyId)));
  const [row] = await (lock ? query.for('update') : query);
  if (!row || row.expiresAt <= now)
    throw new ApiError('notFound', { detail: 'There is no such list, or it has expired.' });
  if (row.takenInAt) throw new ApiError('alreadyDone', { detail: 'The list was taken in.' });
  return row;
}

export async function saveMapping(db: Db, id: string, mapping: UploadMapping): Promise<void> {
  await db.update(upload).set({ mapping }).where(eq(upload.id, id));
}

/** The rows of a list that were taken in and not undone: they are not taken in again. */
export async function importedRows(db: Db, uploadId: string): Promise<ReadonlySet<number>> {
  const rows = await db
    .select({ row: spreadsheetImportRow.row })
    .from(spreadsheetImportRow)
    .innerJoin(spreadsheetImport, eq(spreadsheetImport.id, spreadsheetImportRow.importId))
    .where(and(eq(spreadsheetImport.uploadId, uploadId), isNull(spreadsheetImport.undoneAt)));
  return new Set(rows.map(({ row }) => row));
}

/** The list is taken in: what was in it is in the measures now, and not here. */
export async function closeUpload(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.update(upload).set({ sheets: [], takenInAt: now }).where(eq(upload.id, id));
}

/** What this agency’s columns held before, by plain heading. */
export async function rememberedColumns(db: Db, agencyId: string): Promise<Map<string, ColumnTarget>> {
  const rows = await db.select().from(columnMapping).where(eq(columnMapping.agencyId, agencyId));
  return new Map(rows.map(({ heading, target }) => [heading, target]));
}

/** What this agency’s words were said to stand for, by `question word`. */
export async function rememberedWords(db: Db, agencyId: string): Promise<Map<string, string>> {
  const rows = await db.select().from(wordMapping).where(eq(wordMapping.agencyId, agencyId));
  return new Map(rows.map(({ question, word, code }) => [wordKey(question, word), code]));
}

/** Rows that were left out, or taken in all the same, are remembered as words of the title: one that means nothing, one that does. */
const rowCodes = { skip: '', take: 'take' } as const;

/** What was done with rows before, by plain title. */
export function rowsBefore(words: ReadonlyMap<string, string>, titleQuestion: string): Map<string, 'skip' | 'take'> {
  const prefix = `${titleQuestion} `;
  return new Map(
    [...words].flatMap(([key, code]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), code === rowCodes.take ? 'take' : 'skip'] as const] : [],
    ),
  );
}

export const wordKey = (question: string, word: string): string => `${question} ${plain(word)}`;

/** Remembers what columns and words meant, for the agency’s next list. */
export async function remember(
  tx: Transaction,
  agencyId: string,
  layout: Layout,
  mapping: UploadMapping,
  rows: readonly { readonly title: string | undefined; readonly will: 'skip' | 'take' }[],
  titleQuestion: string,
): Promise<void> {
  const columns = new Map(
    layout.names.flatMap((name, column) => {
      const heading = plain(name);
      const target = mapping.columns[column];
      return heading === '' || !target ? [] : [[heading, { agencyId, heading, target }] as const];
    }),
  );
  if (columns.size > 0)
    await tx
      .insert(columnMapping)
      .values([...columns.values()])
      .onConflictDoUpdate({
        target: [columnMapping.agencyId, columnMapping.heading],
        set: { target: sql`excluded.target` },
      });
  const told = [
    ...mapping.words,
    ...rows.flatMap(({ title, will }) =>
      title === undefined ? [] : [{ question: titleQuestion, word: title, code: rowCodes[will] }],
    ),
  ];
  const words = new Map(
    told.map(({ question, word, code }) => [
      wordKey(question, word),
      { agencyId, question, word: plain(word).slice(0, 1_000), code },
    ]),
  );
  if (words.size > 0)
    await tx
      .insert(wordMapping)
      .values([...words.values()])
      .onConflictDoUpdate({
        target: [wordMapping.agencyId, wordMapping.question, wordMapping.word],
        set: { code: sql`excluded.code` },
      });
}
