import type { Answers } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import { measuresByExternalId } from '../../measures/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { RoundRow } from '../../rounds/index.ts';
import { matchRows } from '../match-rows.ts';
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
  /** The measure it is; that of a new one where none is known. */
  readonly measure_id: string;
  readonly revision_id: string;
}

const BATCH = 1000;

/**
 * Pours rows into a staging table of this transaction, a batch at a time, each with the measure it is: a row is known again
 * by the agency's own number. @returns how many
 */
export async function stage(
  tx: Transaction,
  round: Pick<RoundRow, 'id'>,
  rows: AsyncIterable<StagedRow>,
): Promise<number> {
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
      insert into import_row (row, external_id, agency_id, answers, submitted_at, late, measure_id, revision_id, is_new)
      select row, external_id, agency_id, answers, submitted_at, late, measure_id, revision_id, is_new
      from jsonb_to_recordset(${JSON.stringify(await matched(tx, round.id, batch))}::jsonb) as t(
        row int, external_id text, agency_id text, answers jsonb, submitted_at timestamptz, late boolean,
        measure_id uuid, revision_id uuid, is_new boolean)`);
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

async function matched(tx: Transaction, roundId: string, rows: readonly StagedRow[]) {
  const externalIds = rows.map(({ external_id }) => external_id);
  const known = await measuresByExternalId(tx, roundId, externalIds);
  const identities = rows.map(({ row, external_id, agency_id }) => ({
    ...{ row, externalId: external_id, agencyId: agency_id },
    ...{ number: undefined, title: undefined, asNew: false },
  }));
  const matches = await matchRows(
    identities,
    known.map((one) => ({ ...one, title: null, here: true })),
  );
  return rows.map((row) => {
    const match = matches.get(row.row);
    // Of two rows with the same own number the second is told of afterwards, and nothing is written.
    return match && 'measure' in match
      ? { ...row, measure_id: match.measure.id, is_new: false }
      : { ...row, is_new: true };
  });
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
