import type { Answers } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/index.ts';
import { type FileIssue, fileIssue } from './problems.ts';

/** One good row of the answers file, as it waits in the staging table; the names are the table's columns. */
export interface StagedRow {
  readonly row: number;
  readonly external_id: string;
  readonly agency_id: string;
  readonly answers: Answers;
  /** ISO 8601; null when the file does not say. */
  readonly submitted_at: string | null;
  readonly late: boolean;
  /** The ids the measure and its revision get if they turn out to be new. */
  readonly measure_id: string;
  readonly revision_id: string;
}

const BATCH = 1000;

/** Pours rows into a staging table of this transaction, a batch at a time. @returns how many */
export async function stage(tx: Transaction, rows: AsyncIterable<StagedRow>): Promise<number> {
  // Several imports may share an outer transaction, as when the demonstration data are loaded.
  await tx.execute(
    sql`drop table if exists pg_temp.import_row, pg_temp.import_before, pg_temp.import_pinned, pg_temp.import_agency, pg_temp.import_pin`,
  );
  await tx.execute(sql`
    create temp table import_row (
      row int primary key, external_id text not null, agency_id text not null, answers jsonb not null,
      submitted_at timestamptz, late boolean not null, measure_id uuid not null, revision_id uuid not null,
      is_new boolean not null default true, new_answers boolean not null default true, touched boolean not null default true
    ) on commit drop`);
  let batch: StagedRow[] = [];
  let count = 0;
  const pour = async () => {
    if (batch.length === 0) return;
    await tx.execute(sql`
      insert into import_row (row, external_id, agency_id, answers, submitted_at, late, measure_id, revision_id)
      select row, external_id, agency_id, answers, submitted_at, late, measure_id, revision_id
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as t(
        row int, external_id text, agency_id text, answers jsonb, submitted_at timestamptz, late boolean,
        measure_id uuid, revision_id uuid)`);
    count += batch.length;
    batch = [];
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH) await pour();
  }
  await pour();
  await tx.execute(sql`analyze import_row`);
  return count;
}

/** Says which rows have an external id that an earlier row has. */
export async function findDuplicates(tx: Transaction, say: (issue: FileIssue) => void): Promise<void> {
  const { rows } = await tx.execute<{ row: number; first: number; external_id: string }>(sql`
    select row, first, external_id
    from (select row, external_id, min(row) over (partition by external_id) as first from import_row) r
    where row <> first order by row limit 10000`);
  for (const { row, first, external_id } of rows) {
    say(fileIssue('answers', 'duplicate', { row, column: 'externalId', value: external_id, params: { first } }));
  }
}
