// Register search over 100,000 measures, with facets, counts of the withheld and labels, against the bare query: the same
// words and filter, total and one page of rows, served by bare Fastify.
import Fastify from 'fastify';
import type pg from 'pg';
import { testConfig } from '../src/access/auth/testing.ts';
import { buildApp } from '../src/app.ts';
import { import2019 } from '../src/demo/testing.ts';
import { freezeRound } from '../src/releases/freeze.ts';
import { compare, withDatabase } from './measure.ts';

const measures = 100_000;

const searches = [
  { what: 'all of it', ours: '', words: null, facet: null },
  { what: 'one filter', ours: 'phase=idea', words: null, facet: { phase: 'idea' } },
  { what: 'one word', ours: 'q=tilsyn', words: 'tilsyn', facet: null },
  {
    what: 'two words and a filter',
    ours: 'q=planlegging+beredskap&phase=execution',
    words: 'planlegging beredskap',
    facet: { phase: 'execution' },
  },
];

await withDatabase(async ({ db, pool }) => {
  await import2019(db);
  await multiply(pool);
  const { release } = await freezeRound(db, { year: 2019, actor: 'system:bench', now: new Date() });
  await pool.query('vacuum analyze');
  const app = await buildApp({ config: testConfig(), db, limits: false });
  const bare = await bareServer(pool, release.id);
  for (const { what, ours, words, facet } of searches) {
    const url = `/?${new URLSearchParams({ ...(words && { words }), ...(facet && { facet: JSON.stringify(facet) }) })}`;
    await compare(
      `Register search over ${release.measures.toLocaleString('en')} measures, ${what}`,
      { name: 'GET register', run: async () => demand(await app.inject(`/api/v1/register?${ours}`)) },
      { name: 'bare query, bare Fastify', run: async () => demand(await bare.inject(url)) },
      { runs: 15, warmUp: 3 },
    );
  }
  await app.close();
  await bare.close();
});

function demand(reply: { statusCode: number; body: string; json(): { total: number } }): void {
  if (reply.statusCode !== 200 || reply.json().total === 0) throw new Error(reply.body.slice(0, 500));
}

async function bareServer(pool: pg.Pool, release: string) {
  const server = Fastify();
  server.get<{ Querystring: { words?: string; facet?: string } }>('/', async ({ query: { words, facet } }) => {
    const { rows } = await pool.query(
      `select number, public_title, public_answers, count(*) over ()::int as total from release_measure
        where release_id = $1 and visibility <> 'withheld'
          and ($2::text is null or search @@ plainto_tsquery('norwegian', $2)) and ($3::jsonb is null or public_answers @> $3)
        order by case when $2 is null then 0 else ts_rank(search, plainto_tsquery('norwegian', $2)) end desc, position limit 20`,
      [release, words ?? null, facet ?? null],
    );
    return { total: rows[0]?.total ?? 0, items: rows };
  });
  await server.ready();
  return server;
}

/** Copies the measures of 2019, each with its submission, until there are as many as asked for. */
async function multiply(pool: pg.Pool): Promise<void> {
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
