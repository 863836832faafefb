// Tables over a million measures: the statistics package, DuckDB over typed columns in the same process, and PostgreSQL, in turn; and
// the yearly report over as many as a round has. Fails when DuckDB is quicker, the report takes 50 ms, or an answer 64 bytes.
import { type Edition, editionOf, editions } from '@samblikk/questionnaire';
import { computeReport, type Dataset, type TableQuery, tableOf } from '@samblikk/statistics';
import { randomDataset } from '@samblikk/statistics/testing';
import { median, race, withDatabase } from './measure.ts';
import { measuresLikeARelease, requireSame } from './same-numbers.ts';
import { blank, inDuckDb, inPostgres, integersOf, notAsked } from './typed-columns.ts';

const edition = editionOf('2019') as Edition;
const size = Number(process.env.BENCH_MEASURES ?? 1_000_000);
const dataset = measuresLikeARelease(edition, size);
const { late: _, ...inTime } = dataset;
const code = integersOf(dataset);

/** The same question to all three; `has` is defined below, since the two databases call it differently. */
interface Question {
  readonly title: string;
  readonly of: Dataset;
  readonly query: TableQuery & { readonly rows: string; readonly columns?: string };
  readonly sql: string;
}

const ask = (title: string, query: Question['query'], sql: string, of: Dataset = inTime): Question => ({
  title,
  of,
  query,
  sql,
});
const oneMinistry = { ministry: ['D02', 'D03'] };
const inMinistry = `ministry in (${code('ministry', 'D02')}, ${code('ministry', 'D03')})`;
const answered = (id: string) => `${id} not in (${notAsked}, ${blank}, ${code(id, 'withheld')})`;
const unnested = (columns: string, more = '') =>
  `(select ${columns}, unnest(effects) e${more} from (select *, unnest(beneficiaries) b from m) m1) m2`;
const wordsUnnested = '(select ministry, totalCost, unnest(tags) t from m) m1';
const middle = 'percentile_cont(0.5) within group (order by totalCost)';
const cost = { of: 'totalCost' } as const;
const stated = 'where totalCost is not null';

const questions: readonly Question[] = [
  ask('one variable', { rows: 'phase' }, 'select phase, null, count(*) from m group by 1'),
  ask('single × single', { rows: 'phase', columns: 'funding' }, 'select phase, funding, count(*) from m group by 1, 2'),
  ask(
    'agency × ministry',
    { rows: 'agency', columns: 'ministry' },
    'select agency, ministry, count(*) from m group by 1, 2',
  ),
  ask(
    'single × several',
    { rows: 'phase', columns: 'effects' },
    'select phase, e, count(*) from (select phase, unnest(effects) e from m) m1 group by 1, 2',
  ),
  ask(
    'several × several',
    { rows: 'beneficiaries', columns: 'effects' },
    `select b, e, count(*) from ${unnested('b')} group by 1, 2`,
  ),
  ask(
    'own words × ministry',
    { rows: 'tags', columns: 'ministry' },
    'select t, ministry, count(*) from (select ministry, unnest(tags) t from m) m1 group by 1, 2',
  ),
  ask(
    'own words × several',
    { rows: 'tags', columns: 'effects' },
    'select t, e, count(*) from (select t, unnest(effects) e from (select effects, unnest(tags) t from m) m1) m2 group by 1, 2',
  ),
  ask(
    'a filter',
    { rows: 'phase', columns: 'crossCutting', filters: oneMinistry },
    `select phase, crossCutting, count(*) from m where ${inMinistry} group by 1, 2`,
  ),
  ask(
    'three filters, one on what some keep back',
    {
      rows: 'phase',
      columns: 'crossCutting',
      filters: { ...oneMinistry, effects: ['efficiency'], innovation: ['high'] },
    },
    `select phase, crossCutting, count(*) from m
      where ${inMinistry} and has(effects, ${code('effects', 'efficiency')}) and innovation = ${code('innovation', 'high')} group by 1, 2`,
  ),
  ask(
    'shares of columns',
    { rows: 'phase', columns: 'funding', statistic: 'share' },
    `select phase, funding, count(*) * 100.0 / sum(count(*)) over (partition by funding)
      from m where ${answered('phase')} and ${answered('funding')} group by 1, 2`,
  ),
  ask(
    'sums',
    { rows: 'phase', columns: 'funding', statistic: 'sum', ...cost },
    `select phase, funding, sum(totalCost) from m ${stated} group by 1, 2`,
  ),
  ask(
    'sums, several × several',
    { rows: 'beneficiaries', columns: 'effects', statistic: 'sum', ...cost },
    `select b, e, sum(totalCost) from ${unnested('b, totalCost')} ${stated} group by 1, 2`,
  ),
  ask(
    'sums, own words × ministry',
    { rows: 'tags', columns: 'ministry', statistic: 'sum', ...cost },
    `select t, ministry, sum(totalCost) from ${wordsUnnested} ${stated} group by 1, 2`,
  ),
  ask(
    'median, one variable',
    { rows: 'phase', statistic: 'median', ...cost },
    `select phase, null, ${middle} from m ${stated} group by 1`,
  ),
  ask(
    'medians',
    { rows: 'phase', columns: 'funding', statistic: 'median', ...cost },
    `select phase, funding, ${middle} from m ${stated} group by 1, 2`,
  ),
  ask(
    'medians, several × several',
    { rows: 'beneficiaries', columns: 'effects', statistic: 'median', ...cost },
    `select b, e, ${middle} from ${unnested('b, totalCost')} ${stated} group by 1, 2`,
  ),
  ask(
    'medians, own words',
    { rows: 'tags', statistic: 'median', ...cost },
    `select t, null, ${middle} from ${wordsUnnested} ${stated} group by 1`,
  ),
  ask(
    'medians, own words × ministry',
    { rows: 'tags', columns: 'ministry', statistic: 'median', ...cost },
    `select t, ministry, ${middle} from ${wordsUnnested} ${stated} group by 1, 2`,
  ),
  ask(
    'with how many came late',
    { rows: 'phase', columns: 'funding' },
    'select phase, funding, count(*), count(*) filter (where late) from m group by 1, 2',
    dataset,
  ),
  ask(
    'filtered, with how many came late',
    { rows: 'phase', columns: 'funding', filters: oneMinistry },
    `select phase, funding, count(*), count(*) filter (where late) from m where ${inMinistry} group by 1, 2`,
    dataset,
  ),
];

const repeats = { runs: 15, warmUp: 5 };
const fewer = { runs: 3, warmUp: 1 };
const ratio = (ours: readonly number[], theirs: readonly number[]) =>
  median(ours.map((ms, i) => ms / (theirs[i] as number)));
const show = (ms: readonly number[]) => median(ms).toFixed(2).padStart(9);

const duckdb = await inDuckDb(dataset);
await duckdb.run('create macro has(list, code) as list_contains(list, code)');
const bytes = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const before = bytes();
let slower = 0;
await withDatabase(async ({ pool }) => {
  await inPostgres(pool, dataset);
  await pool.query(
    `create function has(smallint[], int) returns boolean language sql immutable as 'select $2 = any($1)'`,
  );
  console.log(
    `Tables over ${dataset.size.toLocaleString('en')} measures: milliseconds, and how many times as long as the databases`,
  );
  // The first time finds what is worked out once of the columns that a table reads: those of the tables above it are there already.
  console.log('first time     ours   DuckDB  PostgreSQL  to DuckDB  to PostgreSQL');
  for (const { title, of, query, sql } of questions) {
    const statement = await duckdb.prepare(sql);
    const ours = { name: 'tableOf', run: () => tableOf(of, query) };
    const start = performance.now();
    ours.run();
    const first = performance.now() - start;
    const duck = { name: 'DuckDB', run: async () => (await statement.runAndReadAll()).getRows() };
    const postgres = { name: 'PostgreSQL', run: () => pool.query({ text: sql, rowMode: 'array' }) };
    requireSame(title, of, tableOf(of, query), await duck.run());
    requireSame(title, of, tableOf(of, query), (await postgres.run()).rows);
    const [a, b] = await race([ours, duck], repeats);
    const [c, d] = await race([ours, postgres], fewer);
    const times = [ratio(a, b), ratio(c, d)];
    console.log(
      `${first.toFixed(1).padStart(10)}${show(a)}${show(b)}${show(d).padStart(12)}${times.map((one) => one.toFixed(3).padStart(13)).join('')}  ${title}`,
    );
    if ((times[0] as number) > 1) slower += 1;
  }
});
duckdb.closeSync();
const answers = dataset.size * dataset.columns.size;
const more = (bytes() - before) / answers;
console.log(`What was worked out once for these tables takes ${more.toFixed(1)} bytes an answer beside the columns`);

const round = randomDataset(edition, 432, 7);
const source = { edition, editions, countedBy: () => round, invited: 80, answered: 80 };
const report = () => computeReport(source);
// The first time is of the processor: a busy machine lets it wait, and it cannot be tried twice.
const start = process.cpuUsage();
report();
const { user, system } = process.cpuUsage(start);
const first = (user + system) / 1000;
const [again] = await race([{ name: 'report', run: report }], { runs: 30, warmUp: 0 });
console.log(
  `All computing of the yearly report over 432 measures: ${first.toFixed(1)} ms of the processor the first time, then ${median(again).toFixed(1)} ms`,
);

if (slower > 0) console.error(`${slower} tables took longer than in DuckDB.`);
if (slower > 0 || first > 50 || more > 56) process.exitCode = 1;
