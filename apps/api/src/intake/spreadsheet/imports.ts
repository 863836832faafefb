import { isDeepStrictEqual } from 'node:util';
import type { listSpreadsheetImports, ReplyOf, undoSpreadsheetImport } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { lockMeasuresOf, setExternalId, withdrawAll, writeOutcome } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import {
  earlierSummaries,
  type MeasureRow,
  measuresOf,
  restore,
  revisionOf,
  titleOf,
  undoOutcome,
} from '../../responses/index.ts';
import { type AgencyRound, requireOpen } from '../../rounds/index.ts';
import { type ImportedKind, spreadsheetImport, spreadsheetImportRow } from './schema.ts';
import type { UploadRow } from './store.ts';

export type ImportedRow = Omit<typeof spreadsheetImportRow.$inferInsert, 'importId'>;

/** One statement holds no more than PostgreSQL’s 65 535 values. */
const atOnce = 5_000;

/** Notes what a list brought in. @returns the id of the import */
export async function noteImport(
  tx: Transaction,
  { round, agency }: AgencyRound,
  { id: uploadId, fileName }: Pick<UploadRow, 'id' | 'fileName'>,
  rows: readonly ImportedRow[],
  actor: Actor,
  now: Date,
): Promise<string> {
  const importId = uuid();
  await tx.insert(spreadsheetImport).values({
    id: importId,
    uploadId,
    roundId: round.id,
    agencyId: agency.agencyId,
    fileName,
    importedAt: now,
    importedByName: actor.name,
  });
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.insert(spreadsheetImportRow).values(rows.slice(from, from + atOnce).map((row) => ({ ...row, importId })));
  return importId;
}

/** The lists that were taken in for an agency in a round, the newest first. */
export async function importsOf(
  db: Database | Transaction,
  { round, agency }: AgencyRound,
): Promise<ReplyOf<typeof listSpreadsheetImports>> {
  const imports = await db
    .select()
    .from(spreadsheetImport)
    .where(and(eq(spreadsheetImport.roundId, round.id), eq(spreadsheetImport.agencyId, agency.agencyId)))
    .orderBy(desc(spreadsheetImport.importedAt), desc(spreadsheetImport.id))
    .limit(20);
  const counts = await db
    .select({ importId: spreadsheetImportRow.importId, kind: spreadsheetImportRow.kind, rows: count() })
    .from(spreadsheetImportRow)
    .where(
      inArray(
        spreadsheetImportRow.importId,
        imports.map(({ id }) => id),
      ),
    )
    .groupBy(spreadsheetImportRow.importId, spreadsheetImportRow.kind);
  return imports.map(({ id, fileName, importedAt, importedByName, undoneAt }) => {
    const of = (kind: ImportedKind) => counts.find((one) => one.importId === id && one.kind === kind)?.rows ?? 0;
    return {
      id,
      fileName,
      at: importedAt.toISOString(),
      by: importedByName,
      undoneAt: undoneAt?.toISOString() ?? null,
      created: of('new'),
      carriedForward: of('carriedForward'),
      ended: of('ended'),
      changed: of('changed'),
      unchanged: of('unchanged'),
    };
  });
}

/**
 * Undoes what a list brought in: new measures and those taken along are withdrawn, changed answers are as before in a new
 * revision. Measures that someone has changed since stay as they are, and are named. In the caller's transaction.
 * @throws ApiError roundNotOpen; notFound; alreadyDone
 */
export async function undoImport(
  tx: Transaction,
  of: AgencyRound,
  id: string,
  actor: Actor,
  now: Date,
): Promise<ReplyOf<typeof undoSpreadsheetImport>> {
  requireOpen(of.round, now);
  const { importedAt } = await requireImport(tx, of, id);
  await lockMeasuresOf(tx, of);
  const rows = await tx
    .select()
    .from(spreadsheetImportRow)
    .where(eq(spreadsheetImportRow.importId, id))
    .orderBy(spreadsheetImportRow.row);
  const here = new Map((await measuresOf(tx, of.round.id, of.agency.agencyId)).map((one) => [one.id, one]));
  const withdrawn: string[] = [];
  const kept: ReplyOf<typeof undoSpreadsheetImport>['kept'] = [];
  let restored = 0;
  const name = (number: string, answers: Answers = {}) => ({ number, title: titleOf(of.edition, answers) });
  const waiting = new Map((await earlierSummaries(tx, of)).map((one) => [one.id, one]));
  for (const row of rows.filter(({ kind }) => kind === 'ended')) {
    const earlier = waiting.get(row.measureId);
    // Said again, taken back, or the measure taken along since: that stays.
    if (earlier?.rollOver?.decidedAt.getTime() !== importedAt.getTime()) {
      const measure = here.get(row.measureId);
      if (earlier) kept.push({ number: earlier.number, title: earlier.title });
      else if (measure) kept.push(name(measure.number, measure.revision?.answers));
      continue;
    }
    if (row.outcome) await writeOutcome(tx, of, row.measureId, row.outcome, actor, now);
    else await undoOutcome(tx, of, row.measureId, actor, now);
    restored += 1;
  }
  for (const row of rows) {
    const measure = here.get(row.measureId);
    if (!measure || row.kind === 'ended' || (row.kind === 'unchanged' && !row.numbered)) continue;
    if (await changedSince(tx, of, measure, row.after)) {
      kept.push(name(measure.number, measure.revision?.answers));
      continue;
    }
    if (row.kind !== 'new' && row.after !== row.before) {
      const to = { version: row.before, basedOn: measure.revision?.version ?? 0 };
      await restore(tx, { ...of, measure }, to, actor, now);
      if (row.kind === 'changed') restored += 1;
    }
    if (row.kind === 'new' || row.kind === 'carriedForward') withdrawn.push(measure.id);
    if (row.numbered) await setExternalId(tx, { measureId: measure.id, roundId: of.round.id }, row.numberBefore);
  }
  await withdrawAll(tx, of, withdrawn, actor, now);
  for (const { measureId, outcome } of rows)
    if (outcome && withdrawn.includes(measureId)) await writeOutcome(tx, of, measureId, outcome, actor, now);
  await tx.update(spreadsheetImport).set({ undoneAt: now }).where(eq(spreadsheetImport.id, id));
  const details = { year: of.round.year, withdrawn: withdrawn.length, restored, kept: kept.length };
  const subject = `agency:${of.agency.agencyId}`;
  await record(tx, { actor: auditName(actor), action: 'import.undone', subject, details }, now);
  return {
    withdrawn: withdrawn.length,
    restored,
    kept,
  };
}

/** Locks an import that is not undone yet. @throws ApiError notFound; alreadyDone */
async function requireImport(
  tx: Transaction,
  { round, agency }: AgencyRound,
  id: string,
): Promise<typeof spreadsheetImport.$inferSelect> {
  const [found] = await tx
    .select()
    .from(spreadsheetImport)
    .where(
      and(
        eq(spreadsheetImport.id, id),
        eq(spreadsheetImport.roundId, round.id),
        eq(spreadsheetImport.agencyId, agency.agencyId),
      ),
    )
    .for('update');
  if (!found) throw new ApiError('notFound', { detail: 'noImport' });
  if (found.undoneAt) throw new ApiError('alreadyDone', { detail: 'importUndone' });
  return found;
}

/** Whether the answers are others than the import left. What was changed and changed back is as it was. */
async function changedSince(tx: Transaction, of: AgencyRound, measure: MeasureRow, after: number): Promise<boolean> {
  const { revision } = measure;
  if ((revision?.version ?? 0) === after) return false;
  const then = after === 0 ? undefined : await revisionOf(tx, measure.id, of.round.id, after);
  return !isDeepStrictEqual(revision?.answers ?? {}, then?.answers ?? {});
}
