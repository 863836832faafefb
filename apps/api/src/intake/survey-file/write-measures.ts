import { desc, inArray, sql } from 'drizzle-orm';
import { insertMeasures, measuresIn, placeMeasures } from '../../measures/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { importAuthor } from '../../platform/signed/index.ts';
import { importRevisions, latestPins, revisionsIn } from '../../responses/index.ts';
import type { RoundRow } from '../../rounds/index.ts';

export interface MeasuresWritten {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Measures of earlier imports of this round that the file lacks. They are kept. */
  readonly absent: number;
}

/**
 * Turns the staged rows into measures and revisions, all by statements over the whole table. What a row is held against is
 * the newest revision that an import wrote, so that importing an old file again never undoes what people have written since.
 */
export async function writeMeasures(tx: Transaction, round: RoundRow, now: Date): Promise<MeasuresWritten> {
  await compareRows(tx, round);
  const counts = await countRows(tx, round);
  const fresh = sql`select row, measure_id, agency_id, external_id from import_row where is_new`;
  await insertMeasures(tx, round, fresh, counts.added, now);
  await noteAgencies(tx, round);
  await placeMeasures(tx, round.id, sql`select measure_id, agency_id from import_row where touched and not is_new`);
  const answered = sql`select revision_id, measure_id, answers from import_row where new_answers`;
  await importRevisions(tx, { round, edition: { id: round.edition } }, answered, importAuthor, now);
  return counts;
}

async function countRows(tx: Transaction, { id }: RoundRow): Promise<MeasuresWritten> {
  const own = measuresIn({ roundId: id });
  const { rows } = await tx.execute<Record<keyof MeasuresWritten, number>>(sql`
    select count(*) filter (where is_new)::int as added,
      count(*) filter (where touched and not is_new)::int as changed,
      count(*) filter (where not touched)::int as unchanged,
      (select count(*)::int from ${own} where ${own.externalId} is not null and ${own.withdrawnAt} is null
        and not exists (select 1 from import_row i where i.measure_id = ${own.measureId})) as absent
    from import_row`);
  return rows[0] as MeasuresWritten;
}

/** Finds out whether the rows of known measures say anything new. */
async function compareRows(tx: Transaction, { id }: RoundRow): Promise<void> {
  const revisions = revisionsIn({ roundId: id });
  const pins = latestPins(id);
  const own = measuresIn({ roundId: id });
  const imported = tx
    .selectDistinctOn([revisions.measureId], {
      measureId: revisions.measureId,
      id: revisions.id,
      answers: revisions.answers,
    })
    .from(revisions)
    .where(
      sql`${inArray(revisions.measureId, sql`(select measure_id from import_row where not is_new)`)}
        and not exists (select 1 from jsonb_each_text(${revisions.origins}) o where o.value <> 'imported')`,
    )
    .orderBy(revisions.measureId, desc(revisions.version));
  await tx.execute(sql`create temp table import_before on commit drop as ${imported}`);
  await tx.execute(sql`
    create temp table import_pinned on commit drop as select ${pins.revisionId}, ${pins.submittedAt} from ${pins}`);
  // Without fresh numbers the planner believes these tables to be empty, and goes through one for every row of another.
  await tx.execute(sql`analyze import_row, import_before, import_pinned`);
  await tx.execute(sql`
    update import_row i set
      new_answers = v.answers is distinct from i.answers,
      touched = v.answers is distinct from i.answers or ${own.agencyId} <> i.agency_id
        or coalesce(p.submitted_at <> i.submitted_at, false),
      revision_id = case when v.answers is distinct from i.answers then i.revision_id else v.id end
    from ${own}
    left join import_before v on v.measure_id = ${own.measureId}
    left join import_pinned p on p.revision_id = v.id
    where not i.is_new and ${own.measureId} = i.measure_id`);
  await tx.execute(sql`analyze import_row`);
}

/** The agencies whose measures are touched: those of the rows, and those that had them before. */
async function noteAgencies(tx: Transaction, { id }: RoundRow): Promise<void> {
  const own = measuresIn({ roundId: id });
  await tx.execute(sql`
    create temp table import_agency on commit drop as
    select agency_id from import_row where touched
    union
    select ${own.agencyId} from ${own} join import_row i on i.measure_id = ${own.measureId} where i.touched`);
}
