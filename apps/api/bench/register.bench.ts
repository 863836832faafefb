// Freezing a round of BENCH_MEASURES measures (100,000 unless told), against writing the same rows once more by a bare INSERT.
// Then ten mixed searches by fifty at once: the register as JSON, with facets, counts of the withheld and labels, and as a page;
// against PostgreSQL's text search and counts by GROUP BY over columns made for it, served by bare Fastify.
import Fastify from 'fastify';
import pg from 'pg';
import { testConfig } from '../src/access/auth/testing.ts';
import { buildApp } from '../src/app.ts';
import { import2019 } from '../src/demo/testing.ts';
import type { Database } from '../src/platform/db/connect.ts';
import { freezeRound } from '../src/releases/freeze.ts';
import { serveWeb } from '../src/web.ts';
import { load } from './load.ts';
import { median, withDatabase } from './measure.ts';
import { multiply } from './multiply.ts';

const measures = Number(process.env.BENCH_MEASURES ?? 100_000);
const connections = 50;
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const milliseconds = 6000;

/** The facets that the bare server counts, with the answer each is of. */
const facets = [
  'phase',
  'funding',
  'involvedScope',
  'developsShared',
  'reusesShared',
  'innovation',
  'agency',
  'ministry',
];
const lists = ['tags', 'effects', 'beneficiaries', 'technologies'];

const searches: readonly Readonly<Record<string, string>>[] = [
  {},
  { phase: 'idea' },
  { q: 'tilsyn' },
  { q: 'fellesløsning kommunene', phase: 'execution' },
  { q: 'Statistisk sentralbyrå' },
  { q: 'kunstig intelligens' },
  { q: 'saksbehandling', sort: 'name' },
  { ministry: 'FIN' },
  { q: 'skipsregister' },
  { q: 'innbyggere', technologies: 'cloud', page: '3' },
];
const queries = searches.map((search) => `?${new URLSearchParams(search)}`);

await withDatabase(async ({ db, pool, url }) => {
  await import2019(db);
  await multiply(pool, measures);
  const release = await freeze(db, pool);
  await pool.query('vacuum analyze');
  const app = await buildApp({ config: testConfig(), db, limits: false, web: serveWeb });
  const ours = await app.listen({ port: 0 });
  // A pool of its own, in which one waits as long as it takes: with a million measures that is longer than the program lets anybody wait.
  const patient = new pg.Pool({ connectionString: url, max: 10 });
  const bare = await bareServer(patient, release.id);
  const theirs = await bare.listen({ port: 0 });
  const size = release.measures.toLocaleString('en');
  const before = process.memoryUsage();
  const start = performance.now();
  for (const query of queries) await demand(`${ours}/api/v1/register${query}`);
  console.log(
    `The first ten searches over ${size} measures: ${((performance.now() - start) / 1000).toFixed(1)} s, of which reading the release is most`,
  );
  tellMemory(before);
  const crowd = (origin: string, paths: readonly string[]) => load({ origin, paths, connections, milliseconds });
  const results: Record<'bare' | 'plain' | 'json' | 'page', Awaited<ReturnType<typeof load>>>[] = [];
  for (let round = -1; round < rounds; round++) {
    const result = {
      bare: await crowd(
        theirs,
        queries.map((query) => `/${query}`),
      ),
      plain: await crowd(
        theirs,
        queries.map((query) => `/${query}${query === '?' ? '' : '&'}facets=none`),
      ),
      json: await crowd(
        ours,
        queries.map((query) => `/api/v1/register${query}`),
      ),
      page: await crowd(
        ours,
        queries.map((query) => `/register${query}`),
      ),
    };
    if (round >= 0) results.push(result);
  }
  const of = (what: (one: (typeof results)[number]) => number) => median(results.map(what));
  const show = (name: keyof (typeof results)[number]) =>
    `${of((one) => one[name].rate).toFixed(0)} a second, p95 ${of((one) => one[name].p95).toFixed(0)} ms`;
  console.log(
    `Ten mixed searches over ${size} measures, ${connections} at once (medians of ${rounds} rounds in turn):`,
  );
  console.log(`    GET register: ${show('json')}`);
  console.log(`    the page: ${show('page')}`);
  console.log(`    bare Fastify and SQL, facets counted: ${show('bare')}`);
  console.log(`    bare Fastify and SQL, without facets: ${show('plain')}`);
  console.log(
    `    JSON: ${of((one) => one.json.rate / one.bare.rate).toFixed(2)} of the throughput of the bare (at least 0.7), ${of((one) => one.json.rate / one.plain.rate).toFixed(2)} of that without facets`,
  );
  console.log(`    page: ${of((one) => one.page.p95 / one.json.p95).toFixed(2)} times the p95 of the JSON (under 3)`);
  tellMemory(before);
  await app.close();
  await bare.close();
  await patient.end();
});

function tellMemory(before: NodeJS.MemoryUsage): void {
  global.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  console.log(
    `    memory: ${mb(heapUsed - before.heapUsed)} of objects and ${mb(arrayBuffers - before.arrayBuffers)} of columns more; the process ${mb(rss)}`,
  );
}

async function demand(url: string): Promise<void> {
  const reply = await fetch(url);
  const { total } = (await reply.json()) as { total: number };
  if (reply.status !== 200 || total === 0) throw new Error(`${url}: ${reply.status}, ${total}`);
}

/** Freezes, and tells the time it takes beside that of writing the same rows into a table with the same indexes and keys. */
async function freeze(db: Database, pool: pg.Pool) {
  const start = performance.now();
  const { release } = await freezeRound(db, { year: 2019, actor: 'system:bench', now: new Date() });
  const ours = performance.now() - start;
  await pool.query(`create table bare (like release_measure including all);
    alter table bare add foreign key (release_id) references release, add foreign key (measure_id) references measure,
      add foreign key (revision_id) references revision, add foreign key (agency_id) references agency`);
  const bareStart = performance.now();
  await pool.query('insert into bare select * from release_measure');
  const bare = performance.now() - bareStart;
  await pool.query('drop table bare');
  console.log(`Freezing ${release.measures.toLocaleString('en')} measures: ${(ours / bare).toFixed(2)} times the bare`);
  console.log(`    freezeRound: ${(ours / 1000).toFixed(1)} s`);
  console.log(`    bare INSERT … SELECT of the same rows: ${(bare / 1000).toFixed(1)} s   (one run)`);
  return release;
}

/** The same search as SQL would do it: PostgreSQL's Norwegian words, and a column for each facet. */
async function bareServer(pool: pg.Pool, release: string) {
  const single = facets.map((id) => `coalesce(public_answers->>'${id}', known->>'${id}') as "${id}"`);
  const several = lists.map((id) => `array(select jsonb_array_elements_text(public_answers->'${id}')) as "${id}"`);
  await pool.query(`create table bare as select position, number, public_title as title, public_answers->>'deliverable' as summary, (public_answers->>'totalCost')::numeric as cost,
      setweight(to_tsvector('norwegian', public_title), 'A') || setweight(to_tsvector('norwegian', coalesce(public_answers->>'deliverable', '') || ' ' || coalesce(public_answers->>'tags', '')), 'C') as search,
      ${[...single, ...several].join(', ')} from release_measure where release_id = '${release}' and visibility <> 'withheld'`);
  await pool.query(
    'alter table bare add primary key (position); create index on bare using gin (search); create index on bare (phase); create index on bare (ministry)',
  );
  await pool.query('vacuum analyze bare');
  const counts = [
    ...facets.map((id) => `select '${id}', "${id}", count(*)::int from hits group by 2`),
    ...lists.map((id) => `select '${id}', one, count(*)::int from hits, unnest("${id}") one group by 2`),
  ];
  const server = Fastify();
  server.get<{ Querystring: Record<string, string> }>('/', async ({ query }) => {
    const { q = null, page = '1', sort, phase = null, ministry = null, technologies = null } = query;
    const where = `($1::text is null or search @@ plainto_tsquery('norwegian', $1)) and ($2::text is null or phase = $2)
      and ($3::text is null or ministry = $3) and ($4::text is null or $4 = any(technologies))`;
    const values = [q, phase, ministry, technologies];
    const { rows: items } = await pool.query(
      `select number, title, summary, cost, count(*) over ()::int as total from bare where ${where}
        order by ${sort === 'name' ? 'title' : "case when $1 is null then 0 else ts_rank(search, plainto_tsquery('norwegian', $1)) end desc"}, position limit 20 offset $5`,
      [...values, (Number(page) - 1) * 20],
    );
    if (query.facets === 'none') return { items };
    const { rows: counted } = await pool.query(
      `with hits as materialized (select * from bare where ${where}) ${counts.join(' union all ')}`,
      values,
    );
    return { items, counted };
  });
  return server;
}
