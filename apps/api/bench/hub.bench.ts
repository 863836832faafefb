// The page with an agency's whole answer, with 3,000 measures this year and as many to carry forward, and the page that sends it
// in: milliseconds of server time, from the request to the last byte, and how many questions they ask the database.
import type pg from 'pg';
import { signInAs, testConfig } from '../src/access/auth/testing.ts';
import { buildApp } from '../src/app.ts';
import { loadDemo } from '../src/demo/index.ts';
import { serveWeb } from '../src/web.ts';
import { median, withDatabase } from './measure.ts';

const measures = Number(process.env.BENCH_MEASURES ?? 3000);
const agency = { id: 'skatteetaten', orgnr: '974761076' };
const pages = [
  ['The hub', `/svar/2026?virksomhet=${agency.orgnr}`],
  ['The page that sends in', `/svar/2026/send-inn?virksomhet=${agency.orgnr}`],
] as const;

await withDatabase(async ({ db, pool }) => {
  await loadDemo(db);
  await multiply(pool);
  const app = await buildApp({ config: testConfig(), db, limits: false, web: serveWeb });
  const { headers } = await signInAs(db, { roles: [{ role: 'submit', agency: agency.id }] });
  let questions = 0;
  pool.on('acquire', () => {
    questions += 1;
  });
  for (const [title, url] of pages) {
    const times: number[] = [];
    let first = 0;
    for (let i = -3; i < 15; i++) {
      questions = 0;
      const start = performance.now();
      const reply = await app.inject({ url, headers: { ...headers, accept: 'text/html' } });
      const time = performance.now() - start;
      if (reply.statusCode !== 200)
        throw new Error(`${reply.statusCode} ${reply.headers.location ?? reply.body.slice(0, 200)}`);
      if (i === -3) first = time;
      if (i >= 0) times.push(time);
    }
    const said = `${measures.toLocaleString('en')} measures: ${median(times).toFixed(0)} ms, the first time ${first.toFixed(0)} ms`;
    console.log(`${title}, ${said}, ${questions} questions to the database`);
  }
  await app.close();
});

/** Copies the agency's measures, of this year and of the round before, until there are as many in each. */
async function multiply(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create temp table newest as
      select distinct on (r.measure_id, r.round_id) r.id, r.measure_id, r.round_id, row_number() over (partition by r.round_id order by r.measure_id, r.version desc) as n
      from revision r join measure_round m using (measure_id, round_id)
      where m.agency_id = '${agency.id}' and m.withdrawn_at is null order by r.measure_id, r.round_id, r.version desc;
    create temp table copy as
      select gen_random_uuid() as measure, gen_random_uuid() as revision, id as original, measure_id as original_measure, round_id,
        '2019-2' || lpad((row_number() over ())::text, 7, '0') as number
      from (select *, count(*) over (partition by round_id) as has from newest) n, generate_series(1, ${measures}) g
      where g <= ceil(${measures}::numeric / has) - 1;
    insert into measure (id, number) select measure, number from copy;
    insert into measure_round (measure_id, round_id, agency_id) select measure, round_id, '${agency.id}' from copy;
    insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors)
      select c.revision, c.measure, c.round_id, 1, r.edition, r.answers, r.origins, r.authors from copy c join revision r on r.id = c.original;
    analyze;`);
}
