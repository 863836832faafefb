import { type ColumnTarget, plain } from '@samblikk/questionnaire/match';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import type { FoundSheets } from './find-sheets.ts';
import type { Layout } from './layout.ts';
import type { ReadFile } from './read-file.ts';
import { charactersIn } from './row-size.ts';
import {
  columnMapping,
  spreadsheetImport,
  spreadsheetImportRow,
  type UploadedSheet,
  type UploadMapping,
  upload,
  uploadRows,
  wordMapping,
} from './schema.ts';

type Db = Database | Transaction;
export type UploadRow = typeof upload.$inferSelect;

/** How long a list waits to be taken in. */
const keptFor = 24 * 60 * 60 * 1000;

/** A list that was read, not kept yet. */
export function newUpload(
  { round, agency }: AgencyRound,
  {
    format,
    notes,
    sheets,
    fileName,
    found: { sheet, alike, otherUnits },
  }: ReadFile & { fileName: string; found: FoundSheets },
  personId: string,
  now: Date,
): UploadRow {
  return {
    format,
    notes,
    fileName,
    sheet,
    sheets: sheets.map(({ rows, ...facts }, at) => {
      const rowsOfList = alike.get(at);
      return {
        ...facts,
        rows: rows.length,
        ...(rowsOfList !== undefined && { alike: rowsOfList }),
        ...(otherUnits.has(at) && { otherUnits: true as const }),
      };
    }),
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

/** As many characters as are written at a time. */
const piece = 500_000;

/** Keeps a list with its rows, some at a time. */
export async function keepUpload(db: Database, row: UploadRow, sheets: readonly UploadedSheet[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.insert(upload).values(row);
    for (const [sheet, { rows }] of sheets.entries())
      for (const { first, some } of piecesOf(rows))
        await tx.insert(uploadRows).values({ uploadId: row.id, sheet, first, rows: some });
  });
}

function* piecesOf(rows: UploadedSheet['rows']): Generator<{ first: number; some: UploadedSheet['rows'] }> {
  let first = 0;
  let size = 0;
  for (const [at, row] of rows.entries()) {
    const characters = charactersIn(row);
    if (at > first && size + characters > piece) {
      yield { first, some: rows.slice(first, at) };
      first = at;
      size = 0;
    }
    size += characters;
  }
  if (rows.length > first) yield { first, some: rows.slice(first) };
}

/** One sheet of a list, with its rows. */
export async function sheetOf(db: Db, { id, sheets }: UploadRow, sheet: number): Promise<UploadedSheet | undefined> {
  const kept = sheets[sheet];
  if (!kept) return undefined;
  const { rows: _, alike: __, otherUnits: ___, ...facts } = kept;
  const pieces = await db
    .select({ rows: uploadRows.rows })
    .from(uploadRows)
    .where(and(eq(uploadRows.uploadId, id), eq(uploadRows.sheet, sheet)))
    .orderBy(uploadRows.first);
  return { ...facts, rows: pieces.flatMap(({ rows }) => rows) };
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
  if (!row || row.expiresAt <= now) throw new ApiError('notFound', { detail: 'noList' });
  if (row.takenInAt) throw new ApiError('alreadyDone', { detail: 'listTakenIn' });
  return row;
}

export async function saveMapping(db: Db, id: string, mapping: UploadMapping): Promise<void> {
  await db.update(upload).set({ mapping }).where(eq(upload.id, id));
}

/** The rows of a list, counted through all its sheets, that were taken in and not undone: they are not taken in again. */
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
  await tx.delete(uploadRows).where(eq(uploadRows.uploadId, id));
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
  const columns = layout.names.flatMap((name, column) => {
    const heading = plain(name);
    const target = mapping.columns[column];
    return heading === '' || !target ? [] : [{ heading, target }];
  });
  await rememberColumns(tx, agencyId, columns);
  await rememberWords(tx, agencyId, [
    ...mapping.words,
    ...rows.flatMap(({ title, will }) =>
      title === undefined ? [] : [{ question: titleQuestion, word: title, code: rowCodes[will] }],
    ),
  ]);
}

/** Remembers what columns hold, by plain heading; the last said of each counts. */
export async function rememberColumns(
  tx: Transaction,
  agencyId: string,
  said: readonly { readonly heading: string; readonly target: ColumnTarget }[],
): Promise<void> {
  const columns = new Map(said.map((one) => [one.heading, { agencyId, ...one }]));
  if (columns.size === 0) return;
  await tx
    .insert(columnMapping)
    .values([...columns.values()])
    .onConflictDoUpdate({
      target: [columnMapping.agencyId, columnMapping.heading],
      set: { target: sql`excluded.target` },
    });
}

/** Remembers what words stand for; the last said of each counts. */
export async function rememberWords(tx: Transaction, agencyId: string, said: UploadMapping['words']): Promise<void> {
  const words = new Map(
    said.map(({ question, word, code }) => [
      wordKey(question, word),
      { agencyId, question, word: plain(word).slice(0, 1_000), code },
    ]),
  );
  if (words.size === 0) return;
  await tx
    .insert(wordMapping)
    .values([...words.values()])
    .onConflictDoUpdate({
      target: [wordMapping.agencyId, wordMapping.question, wordMapping.word],
      set: { code: sql`excluded.code` },
    });
}
