import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/index.ts';
import type { RoundRow } from '../../rounds/index.ts';

export interface MeasuresWritten {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Measures of earlier imports of this round that the file lacks. They are kept. */
  readonly absent: number;
}

/** The name that stands as author of what an import writes. */
export const importAuthor = 'Import';

/**
 * Turns the staged rows into measures and revisions, all by statements over the whole table. A row is known again by its
 * external id; what a row is held against is the newest revision that an import wrote, so that importing an old file again
 * never undoes what people have written since.
 */
export async function writeMeasures(tx: Transaction, round: RoundRow, now: Date): Promise<MeasuresWritten> {
  await matchRows(tx, round);
  await addMeasures(tx, round, now);
  await addRevisions(tx, round, now);
  const { rows } = await tx.execute<Record<keyof MeasuresWritten, number>>(sql`
    select count(*) filter (where is_new)::int as added,
      count(*) filter (where touched and not is_new)::int as changed,
      count(*) filter (where not touched)::int as unchanged,
      (select count(*)::int from measure_round m where m.round_id = ${round.id} and m.external_id is not null
        and m.withdrawn_at is null and not exists (select 1 from import_row i where i.measure_id = m.measure_id)) as absent
    from import_row`);
  return rows[0] as MeasuresWritten;
}

/** Finds the measure of each row, and whether the row says anything new. */
async function matchRows(tx: Transaction, { id }: RoundRow): Promise<void> {
  await tx.execute(sql`
    update import_row i set measure_id = m.measure_id, is_new = false
    from (
      select distinct on (r.row) r.row, m.measure_id
      from import_row r join measure_round m on m.round_id = ${id} and m.external_id = r.external_id
      order by r.row, (m.agency_id = r.agency_id) desc
    ) m
    where m.row = i.row`);
  await tx.execute(sql`
    create temp table import_before on commit drop as
    select distinct on (v.measure_id) v.measure_id, v.id, v.answers
    from revision v
    where v.round_id = ${id} and v.measure_id in (select measure_id from import_row where not is_new)
      and not exists (select 1 from jsonb_each_text(v.origins) o where o.value <> 'imported')
    order by v.measure_id, v.version desc`);
  await tx.execute(sql`
    create temp table import_pinned on commit drop as
    select p.revision_id, p.submitted_at
    from (select distinct on (agency_id) id from submission where round_id = ${id} order by agency_id, number desc) s
    join submission_revision p on p.submission_id = s.id`);
  // Without fresh numbers the planner believes these tables to be empty, and goes through one for every row of another.
  await tx.execute(sql`analyze import_row, import_before, import_pinned`);
  await tx.execute(sql`
    update import_row i set
      new_answers = v.answers is distinct from i.answers,
      touched = v.answers is distinct from i.answers or m.agency_id <> i.agency_id
        or coalesce(p.submitted_at <> i.submitted_at, false),
      revision_id = case when v.answers is distinct from i.answers then i.revision_id else v.id end
    from measure_round m
    left join import_before v on v.measure_id = m.measure_id
    left join import_pinned p on p.revision_id = v.id
    where not i.is_new and m.measure_id = i.measure_id and m.round_id = ${id}`);
  await tx.execute(sql`analyze import_row`);
}

/** New measures get the year's next numbers, in the order of the file. */
async function addMeasures(tx: Transaction, { id, year }: RoundRow, now: Date): Promise<void> {
  await tx.execute(sql`
    with fresh as (select row, measure_id, row_number() over (order by row) as place from import_row where is_new),
    taken as (
      insert into counter (name, value) select ${`measure:${year}`}, count(*) from fresh having count(*) > 0
      on conflict (name) do update set value = counter.value + excluded.value
      returning value - (select count(*) from fresh) as before
    )
    insert into measure (id, number, created_at)
    select measure_id, ${`${year}-`} || lpad((before + place)::text, greatest(4, length((before + place)::text)), '0'),
      ${now.toISOString()}::timestamptz
    from fresh, taken`);
  await tx.execute(sql`
    insert into measure_round (measure_id, round_id, agency_id, external_id, created_at)
    select measure_id, ${id}, agency_id, external_id, ${now.toISOString()}::timestamptz from import_row where is_new`);
  await tx.execute(sql`
    create temp table import_agency on commit drop as
    select agency_id from import_row where touched
    union
    select m.agency_id from measure_round m join import_row i on i.measure_id = m.measure_id
    where m.round_id = ${id} and i.touched`);
  await tx.execute(sql`
    update measure_round m set agency_id = i.agency_id, withdrawn_at = null from import_row i
    where i.touched and not i.is_new and m.measure_id = i.measure_id and m.round_id = ${id}`);
}

async function addRevisions(tx: Transaction, { id, edition }: RoundRow, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors, created_at)
    select i.revision_id, i.measure_id, ${id}, coalesce(v.version, 0) + 1, ${edition}, i.answers,
      k.origins, k.authors, ${now.toISOString()}::timestamptz
    from import_row i
    left join (
      select measure_id, max(version) as version from revision where round_id = ${id} group by measure_id
    ) v on v.measure_id = i.measure_id
    cross join lateral (
      select coalesce(jsonb_object_agg(q, 'imported'), '{}') as origins,
        coalesce(jsonb_object_agg(q, ${JSON.stringify([importAuthor, now.toISOString()])}::jsonb), '{}') as authors
      from jsonb_object_keys(i.answers) q
    ) k
    where i.new_answers`);
}
