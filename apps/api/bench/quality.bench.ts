// The queue of quality control over a whole round, as the API answers it: against reading the same answers from the database, and
// doing nothing with them. The round of 2019 is brought to 470 measures.
import { signInAs, testConfig } from '../src/access/auth/testing.ts';
import { buildApp } from '../src/app.ts';
import { loadDemo } from '../src/demo/index.ts';
import { compare, withDatabase } from './measure.ts';

const measures = Number(process.env.BENCH_MEASURES ?? 470);

await withDatabase(async ({ db, pool }) => {
  await loadDemo(db);
  // Twins of measures that were sent in, each pinned with the other.
  await pool.query(`
    create temp table twin as
      select gen_random_uuid() as measure, gen_random_uuid() as revision, r.id as original, r.measure_id, r.round_id, s.submission_id,
        s.submitted_at, s.late, '2019-8' || lpad((row_number() over ())::text, 4, '0') as number
      from revision r join submission_revision s on s.revision_id = r.id join round on round.id = r.round_id and round.year = 2019
      order by r.id limit greatest(0, ${measures} - (select count(*) from measure_round m join round on round.id = m.round_id where year = 2019));
    insert into measure (id, number) select measure, number from twin;
    insert into measure_round (measure_id, round_id, agency_id)
      select t.measure, t.round_id, m.agency_id from twin t join measure_round m on m.measure_id = t.measure_id and m.round_id = t.round_id;
    insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors)
      select t.revision, t.measure, t.round_id, 1, r.edition, r.answers, r.origins, r.authors from twin t join revision r on r.id = t.original;
    insert into submission_revision (submission_id, revision_id, submitted_at, late)
      select submission_id, revision, submitted_at, late from twin;`);
  const app = await buildApp({ config: testConfig(), db, limits: false });
  const { headers } = await signInAs(db, { roles: [{ role: 'analyst' }] });
  const url = '/api/v1/rounds/2019/quality?sort=change&page=3';
  const { total } = (await app.inject({ url, headers })).json() as { total: number };
  await compare(
    `The queue of quality control, ${total} measures`,
    { name: 'a page of it', run: () => app.inject({ url, headers }) },
    {
      name: 'reading the answers',
      run: () =>
        pool.query(
          'select r.answers from revision r join submission_revision s on s.revision_id = r.id join round on round.id = r.round_id where year = 2019',
        ),
    },
  );
  await app.close();
});
