import type pg from 'pg';

/** Copies the measures of 2019, each with its submission, until there are as many as asked for. */
export async function multiply(pool: pg.Pool, measures: number): Promise<void> {
  const copies = Math.ceil(measures / 432) - 1;
  await pool.query(`
    create temp table copy as
      select gen_random_uuid() as measure, gen_random_uuid() as revision, r.id as original, r.measure_id as original_measure,
        '2019-1' || lpad((row_number() over ())::text, 7, '0') as number
      from revision r, generate_series(1, ${copies});
    insert into measure (id, number) select measure, number from copy;
    insert into measure_round (measure_id, round_id, agency_id)
      select c.measure, m.round_id, m.agency_id from copy c join measure_round m on m.measure_id = c.original_measure;
    insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors)
      select c.revision, c.measure, r.round_id, 1, r.edition, r.answers, r.origins, r.authors from copy c join revision r on r.id = c.original;
    insert into submission_revision (submission_id, revision_id, submitted_at, late)
      select s.submission_id, c.revision, s.submitted_at, s.late from copy c join submission_revision s on s.revision_id = c.original;
    analyze;`);
}
