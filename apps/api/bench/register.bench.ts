// Freezing a round of BENCH_MEASURES measures (100,000 unless told), against writing the same rows once more by a bare INSERT.
// Then register search over them, with facets, counts of the withheld and labels, against the bare query: the same words and
// filter, total and one page of rows, served by bare Fastify.
import Fastify from 'fastify';
import type pg from 'pg';
import { testConfig } from '../src/access/auth/testing.ts';
import { buildApp } from '../src/app.ts';
import { import2019 } from '../src/demo/testing.ts';
import type { Database } from '../src/platform/db/connect.ts';
import { freezeRound } from '../src/releases/freeze.ts';
import { compare, withDatabase } from './measure.ts';

const measures = Number(process.env.BENCH_MEASURES ?? 100_000);
const runs = 15;
const warmUp = 3;

interface Search {
  readonly words?: string;
  readonly facet?: Readonly<Record<string, string>>;
}

const searches: { readonly what: string; readonly search: Search }[] = [
  { what: 'all of it', search: {} },
  { what: 'one filter', search: { facet: { phase: 'idea' } } },
  { what: 'one word', search: { words: 'tilsyn' } },
  { what: 'two words and a filter', search: { words: 'fellesløsning kommunene', facet: { phase: 'execution' } } },
];

await withDatabase(async ({ db, pool }) => {
  await import2019(db);
  await multiply(pool);
  const release = await freeze(db, pool);
  await pool.query('vacuum analyze');
  const app = await buildApp({ config: testConfig(), db, limits: false });
  const bare = await bareServer(pool, release.id);
  const size = release.measures.toLocaleString('en');
  const contest = (what: string, next: { ours: () => Search; bare: () => Search }) =>
    compare(
      `Register search over ${size} measures, ${what}`,
      { name: 'GET register', run: async () => demand(await app.inject(ourUrl(next.ours()))) },
      { name: 'bare query, bare Fastify', run: async () => demand(await bare.inject(bareUrl(next.bare()))) },
      { runs, warmUp },
    );
  for (const { what, search } of searches) await contest(what, { ours: () => search, bare: () => search });
  const words = await commonWords(pool, release.id);
  const inTurn = () => {
    let turn = 0;
    return () => ({ words: words[turn++ % words.length] as string });
  };
  await contest('one word that nobody has asked for before', { ours: inTurn(), bare: inTurn() });
  await app.close();
  await bare.close();
});

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

/** As many of the words that most measures have as are asked for, each once. */
async function commonWords(pool: pg.Pool, release: string): Promise<string[]> {
  const { rows } = await pool.query<{ word: string }>(
    `select word from release_word where release_id = $1 and word ~ '^[a-zæøå]{5,}$' and word <> all ($2)
        and numnode(plainto_tsquery('norwegian', word)) > 0
      order by measures desc, word limit $3`,
    [release, searches.flatMap(({ search }) => search.words?.split(' ') ?? []), runs + warmUp],
  );
  return rows.map(({ word }) => word);
}

function ourUrl({ words, facet }: Search): string {
  return `/api/v1/register?${new URLSearchParams({ ...(words && { q: words }), ...facet })}`;
}

function bareUrl({ words, facet }: Search): string {
  return `/?${new URLSearchParams({ ...(words && { words }), ...(facet && { facet: JSON.stringify(facet) }) })}`;
}

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
