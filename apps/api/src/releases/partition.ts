import type { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { copyInto, copyStream, copyText, type Transaction } from '../platform/db/index.ts';
import type { CollectedMeasure } from './collected.ts';

/** The columns of `release_measure` that differ between the measures of a release, and what stands in them. */
const columns: Readonly<Record<string, (measure: CollectedMeasure) => string | null>> = {
  measure_id: ({ measureId }) => measureId,
  revision_id: ({ revisionId }) => revisionId,
  position: ({ position }) => String(position),
  number: ({ number }) => number,
  agency_id: ({ agencyId }) => agencyId,
  answers: ({ json }) => json.answers,
  known: ({ json }) => json.known,
  late: ({ late }) => String(late),
  visibility: ({ visibility }) => visibility,
  public_answers: ({ json }) => json.publicAnswers,
  public_title: ({ publicTitle }) => publicTitle,
  hidden: ({ hidden }) => textArray(hidden),
  corrected: ({ corrected }) => textArray(corrected),
  public_corrected: ({ publicCorrected }) => textArray(publicCorrected),
};

const textArray = (ids: readonly string[]): string => `{${ids.map((id) => JSON.stringify(id)).join(',')}}`;

/**
 * The measures of a release in the making: a table of its own, so that nothing is in the way of writing, until `attach` makes
 * it part of `release_measure` (migration 0002).
 */
export class ReleasePartition {
  readonly #tx: Transaction;
  readonly #releaseId: string;
  readonly table: string;

  private constructor(tx: Transaction, releaseId: string, table: string) {
    this.#tx = tx;
    this.#releaseId = releaseId;
    this.table = table;
  }

  static async make(tx: Transaction, releaseId: string): Promise<ReleasePartition> {
    const { rows } = await tx.execute<{ name: string }>(sql`select make_release_partition(${releaseId}::uuid) as name`);
    return new ReleasePartition(tx, releaseId, rows[0]?.name as string);
  }

  /** The rows of some measures, as COPY reads them. */
  rowsOf(measures: readonly CollectedMeasure[]): string {
    const values = Object.values(columns);
    return copyText(measures.map((measure) => [this.#releaseId, ...values.map((value) => value(measure))]));
  }

  async write(rows: string): Promise<void> {
    await copyInto(this.#tx, this.table, ['release_id', ...Object.keys(columns)], rows);
  }

  /** Makes the measures those of the release, which must be there. Writers of what they point to wait from here to the commit. */
  async attach(): Promise<void> {
    // Indexes made in larger pieces; nothing else runs meanwhile in this transaction.
    await this.#tx.execute(sql`set local maintenance_work_mem = '256MB'`);
    await this.#tx.execute(sql`select attach_release_partition(${this.#releaseId}::uuid)`);
  }

  /** As if it had never been made. */
  async drop(): Promise<void> {
    await this.#tx.execute(sql`drop table ${sql.identifier(this.table)}`);
  }
}

/** The frozen measures of a release as they were in another database; the release itself must be there. @returns how many */
export async function restoreFrozen(
  tx: Transaction,
  releaseId: string,
  columnNames: readonly string[],
  rows: Readable,
): Promise<number> {
  const partition = await ReleasePartition.make(tx, releaseId);
  const written = await copyStream(tx, partition.table, columnNames, rows);
  await partition.attach();
  return written;
}
