// All ten figures of the yearly report from a loaded dataset, against the same counts by PostgreSQL over the same rows.
import { type Edition, editionOf, type MeasureRow } from '@samblikk/questionnaire';
import { computeFigure, datasetFrom, figuresOf } from '@samblikk/statistics';
import { randomRows } from '@samblikk/statistics/testing';
import type pg from 'pg';
import { compare, withDatabase } from './measure.ts';

/** The ten figures as one would count them by hand in SQL, in the report's order. */
const counts = [
  'select ministry, count(*) from measure_flat group by 1',
  'select code, count(*) from measure_flat, unnest(effects) code group by 1',
  'select code, count(*) from measure_flat, unnest(beneficiaries) code group by 1',
  `select case when cost < 10000000 then 1 when cost < 50000000 then 2 when cost <= 100000000 then 3 else 4 end, count(*)
    from measure_flat where cost is not null group by 1`,
  'select funding, count(*) from measure_flat where funding is not null group by 1',
  `select case phase when 'operation' then 'execution' else phase end, count(*) from measure_flat group by 1`,
  `select case phase when 'operation' then 'execution' else phase end, funding, count(*) from measure_flat group by 1, 2`,
  'select innovation, count(*) from measure_flat group by 1',
  `select count(*) filter (where develops = 'yes'), count(*) filter (where reuses = 'yes'),
    count(*) filter (where develops = 'yes' and reuses = 'yes') from measure_flat`,
  `select scope, count(*) from measure_flat where involves = 'yes' and scope is not null group by 1`,
];

const edition = editionOf('2019') as Edition;

await withDatabase(async ({ pool }) => {
  for (const [n, runs] of [
    [432, 50],
    [1_000_000, 5],
  ] as const) {
    const rows = () => randomRows(edition, n, 7);
    await load(pool, rows());
    const dataset = datasetFrom(edition, rows());
    const figures = figuresOf(dataset);
    if (figures.length !== counts.length) throw new Error(`${figures.length} figures, ${counts.length} counts`);
    await requireSameFunding(pool, () => computeFigure(figures[4] as (typeof figures)[number], dataset));
    await compare(
      `Ten figures over ${n.toLocaleString('en')} measures`,
      { name: 'computeFigure', run: () => figures.map((figure) => computeFigure(figure, dataset)) },
      {
        name: 'SQL',
        run: async () => {
          for (const count of counts) await pool.query(count);
        },
      },
      { runs, warmUp: 2 },
    );
  }
});

async function load(pool: pg.Pool, rows: Iterable<MeasureRow>): Promise<void> {
  await pool.query(`drop table if exists measure_flat; create unlogged table measure_flat (ministry text, effects text[], beneficiaries text[],
    cost bigint, funding text, phase text, innovation text, develops text, reuses text, involves text, scope text)`);
  let batch: object[] = [];
  const write = async () => {
    await pool.query('insert into measure_flat select * from jsonb_populate_recordset(null::measure_flat, $1)', [
      JSON.stringify(batch),
    ]);
    batch = [];
  };
  for (const { answers: a, known } of rows) {
    batch.push({
      ministry: known.ministry,
      effects: a.effects ?? [],
      beneficiaries: a.beneficiaries ?? [],
      cost: a.totalCost ?? null,
      funding: a.funding ?? null,
      phase: a.phase ?? null,
      innovation: a.innovation ?? null,
      develops: a.developsShared ?? null,
      reuses: a.reusesShared ?? null,
      involves: a.involvesOthers ?? null,
      scope: a.involvedScope ?? null,
    });
    if (batch.length === 20_000) await write();
  }
  await write();
  await pool.query('vacuum analyze measure_flat');
}

/** Two that count different things are not worth comparing. */
async function requireSameFunding(pool: pg.Pool, figure: () => { n: number }): Promise<void> {
  const { rows } = await pool.query('select count(funding)::int as n from measure_flat');
  if (rows[0].n !== figure().n) throw new Error(`SQL counts ${rows[0].n}, the figure ${figure().n}`);
}
