// The pages of those who run a round, with 76 agencies and 470 measures: milliseconds of server time from the request to the last
// byte of the page, in turn with a bare Fastify that answers at once, so that the machine's own pace can be read off. The aim is
// 100 ms; a page that takes longer is said to, and the status is 1.
import Fastify from 'fastify';
import type pg from 'pg';
import { signInAs, testConfig } from '../src/access/auth/testing.ts';
import { buildApp } from '../src/app.ts';
import { loadDemo } from '../src/demo/index.ts';
import { serveWeb } from '../src/web.ts';
import { median, withDatabase } from './measure.ts';

const measures = Number(process.env.BENCH_MEASURES ?? 470);
const aim = 100;
const runs = 15;
const round = '/runder/2026';

const pages = {
  'Start page': `${round}/oversikt`,
  'Who has answered': round,
  'The list as XLSX': '/api/v1/rounds/2026/population.xlsx',
  'One agency': `${round}/virksomheter/974761076`,
  Population: `${round}/virksomheter`,
  Calendar: `${round}/kalender`,
  'The year beforehand': `${round}/kalender/prove`,
  'New round': '/runder/ny',
  Questionnaire: `${round}/skjema`,
  'Who gets a reminder': `${round}/meldinger?type=reminder`,
  'Texts of letters': `${round}/meldinger/tekster`,
  Letters: `${round}/meldinger/utboks`,
  'Quality control': `${round}/kvalitet`,
  'How rules do': `${round}/kvalitet/regler`,
  Exemptions: `${round}/unntak`,
  Publishing: `${round}/publisering`,
  'A release': '/runder/2019/utgave/1',
  'A release before it is public': '/runder/2019/utgave/1/tall',
  Rounds: '/runder',
  Directory: '/katalog',
  Audit: '/revisjon',
  Retention: '/oppbevaring',
} as const;

await withDatabase(async ({ db, pool }) => {
  await loadDemo(db);
  await fill(pool);
  const app = await buildApp({ config: testConfig(), db, limits: false, web: serveWeb });
  const bare = Fastify();
  bare.get('/', async () => ({ bare: true }));
  const { headers } = await signInAs(db, { roles: [{ role: 'admin' }] });
  for (const [title, url] of Object.entries(pages)) {
    const ask = () => app.inject({ url, headers: { ...headers, accept: 'text/html' } });
    const { statusCode, headers: said, body } = await ask();
    if (statusCode !== 200) throw new Error(`${title}: ${statusCode} ${said.location ?? body.slice(0, 200)}`);
    const times: { ours: number; bare: number }[] = [];
    for (let i = -3; i < runs; i++) {
      const pair = { bare: await time(() => bare.inject('/')), ours: await time(ask) };
      if (i >= 0) times.push(pair);
    }
    const took = median(times.map(({ ours }) => ours));
    const ratio = median(times.map((pair) => pair.ours / pair.bare));
    const over = took > aim ? `, more than ${aim}` : '';
    if (over) process.exitCode = 1;
    console.log(`${title}: ${took.toFixed(0)} ms${over}, ${ratio.toFixed(0)} times a bare reply`);
  }
  await app.close();
  await bare.close();
});

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Copies measures of the round, for the agencies that have them, until there are as many as are asked for. */
async function fill(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create temp table newest as
      select distinct on (r.measure_id) r.id, r.measure_id, r.round_id, m.agency_id
      from revision r join measure_round m using (measure_id, round_id) join round on round.id = r.round_id
      where round.year = 2026 and m.withdrawn_at is null order by r.measure_id, r.version desc;
    create temp table copy as
      select gen_random_uuid() as measure, gen_random_uuid() as revision, newest.*,
        '2026-9' || lpad((row_number() over ())::text, 4, '0') as number
      from newest, generate_series(1, 20) order by random()
      limit greatest(0, ${measures} - (select count(*) from newest));
    insert into measure (id, number) select measure, number from copy;
    insert into measure_round (measure_id, round_id, agency_id) select measure, round_id, agency_id from copy;
    insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors)
      select c.revision, c.measure, c.round_id, 1, r.edition, r.answers, r.origins, r.authors from copy c join revision r on r.id = c.id;
    insert into submission_revision (submission_id, revision_id, submitted_at, late)
      select s.id, c.revision, s.submitted_at, s.late from copy c
      join (select distinct on (agency_id, round_id) * from submission order by agency_id, round_id, number desc) s
        on s.agency_id = c.agency_id and s.round_id = c.round_id
      where not s.nothing_to_report;
    analyze;`);
}
