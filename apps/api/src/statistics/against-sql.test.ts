import { type Edition, editionOf } from '@samblikk/questionnaire';
import { type TableQuery, tableOf, variablesIn } from '@samblikk/statistics';
import { randomFrom, randomRows } from '@samblikk/statistics/testing';
import { afterAll, expect, test } from 'vitest';
import { import2019 } from '../demo/testing.ts';
import { connect } from '../platform/db/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { loaded, releaseOf } from '../releases/index.ts';

// Tables of random rounds by the statistics package, from a release as it is loaded, and by PostgreSQL from the frozen rows.

const edition = editionOf('2019') as Edition;
const { db, pool, url, close } = await testDatabase();
await import2019(db, { freeze: true });
afterAll(close);

/** Gives the measures of the release random answers, all public, some of them late. */
async function answerAtRandom(seed: number): Promise<void> {
  const random = randomFrom(seed);
  const rows = [...randomRows(edition, 432, seed)].map(({ answers, known }, i) => ({
    ...{ position: i + 1, answers, known, late: random() < 0.1 },
  }));
  await pool.query('alter table release_measure disable trigger all');
  await pool.query(
    `update release_measure m set answers = r.answers, known = r.known, late = r.late, visibility = 'public', hidden = '{}'
      from jsonb_to_recordset($1) r(position int, answers jsonb, known jsonb, late boolean) where r.position = m.position`,
    [JSON.stringify(rows)],
  );
}

const asked = {
  ministry: `known->>'ministry'`,
  phase: `coalesce(answers->>'phase', 'blank')`,
  funding: `coalesce(answers->>'funding', 'blank')`,
  // Asked of those who involve others.
  involvedScope: `case when answers->>'involvesOthers' = 'yes' then coalesce(answers->>'involvedScope', 'blank') end`,
  costBand: `case when answers->>'totalCost' is null then 'blank' when cost < 10000000 then 'under10m'
    when cost < 50000000 then 'from10to50m' when cost <= 100000000 then 'from50to100m' else 'over100m' end`,
  cost: 'cost',
  late: 'late',
};
const several = (id: string) => `jsonb_array_elements_text(coalesce(answers->'${id}', '["blank"]'))`;
/** The measures, with a row for each answer where there may be several. */
const measures = (...ids: readonly string[]) =>
  `(select ${Object.entries(asked).map(([id, sql]) => `${sql} as "${id}"`)}, answers
      ${ids.map((id) => `, ${several(id)} as "${id}"`).join('')}
    from (select *, (answers->>'totalCost')::float8 as cost from release_measure) m) m`;
const cost = { of: 'totalCost' } as const;
const middle = (p: number) => `percentile_cont(${p}) within group (order by cost)`;

/** Row, column, number. */
const questions: readonly (readonly [query: TableQuery & { rows: string }, sql: string])[] = [
  [{ rows: 'phase' }, `select phase, null, count(*) from ${measures()} group by 1`],
  [{ rows: 'ministry', columns: 'costBand' }, `select ministry, "costBand", count(*) from ${measures()} group by 1, 2`],
  [
    { rows: 'involvedScope', columns: 'funding' },
    `select "involvedScope", funding, count(*) from ${measures()} where "involvedScope" is not null group by 1, 2`,
  ],
  [{ rows: 'phase', columns: 'effects' }, `select phase, effects, count(*) from ${measures('effects')} group by 1, 2`],
  [
    { rows: 'beneficiaries', columns: 'effects' },
    `select beneficiaries, effects, count(*)
      from (select *, ${several('effects')} as effects from ${measures('beneficiaries')}) m group by 1, 2`,
  ],
  [
    { rows: 'phase', filters: { effects: ['efficiency~newServices', 'other'], funding: ['no', 'blank'] } },
    `select phase, null, count(*) from ${measures()} where funding in ('no', 'blank')
      and (answers->'effects' ?& '{efficiency,newServices}' or answers->'effects' ? 'other') group by 1`,
  ],
  [
    { rows: 'phase', columns: 'funding', statistic: 'share' },
    `select phase, funding, 100.0 * count(*) / sum(count(*)) over (partition by funding) from ${measures()}
      where phase <> 'blank' and funding <> 'blank' group by 1, 2`,
  ],
  [
    { rows: 'effects', statistic: 'share', base: 'asked' },
    `select effects, null, 100.0 * count(*) / 432 from ${measures('effects')} group by 1`,
  ],
  [
    { rows: 'ministry', statistic: 'sum', ...cost, filters: { phase: ['idea'] } },
    `select ministry, null, sum(cost) from ${measures()} where phase = 'idea' and cost is not null group by 1`,
  ],
  [
    { rows: 'effects', columns: 'funding', statistic: 'sum', ...cost },
    `select effects, funding, sum(cost) from ${measures('effects')} where cost is not null group by 1, 2`,
  ],
  [
    { rows: 'phase', columns: 'effects', statistic: 'median', ...cost },
    `select phase, effects, ${middle(0.5)} from ${measures('effects')} where cost is not null group by 1, 2`,
  ],
  ...[10, 25, 90].map(
    (p) =>
      [
        { rows: 'ministry', statistic: 'quantile', p, ...cost },
        `select ministry, null, ${middle(p / 100)} from ${measures()} where cost is not null group by 1`,
      ] as const,
  ),
  [
    { rows: 'funding', statistic: 'mean', ...cost },
    `select funding, null, avg(cost) from ${measures()} where cost is not null group by 1`,
  ],
];

test.each([1, 2, 3])('random round %i: tables of a loaded release are those of SQL over its rows', async (seed) => {
  await answerAtRandom(seed);
  // Another connection has another cache.
  const fresh = connect(url);
  const release = await loaded(fresh.db, await releaseOf(fresh.db, new Date(), 2019));
  for (const [query, sql] of questions) {
    const table = tableOf(release.countedBy(variablesIn(query)), query);
    const [rows = [], columns = [null]] = table.dimensions.map(({ categories }) =>
      categories.map(({ code }) => code as string | null),
    );
    const cells = rows.flatMap((row) => columns.map((column) => `${row} ${column}`));
    const numbers = new Map(cells.map((cell, at) => [cell, table.values[at] ?? 0] as const));
    const { rows: said } = await pool.query<unknown[]>({ text: sql, rowMode: 'array' });
    for (const [row, column, value] of said) {
      const cell = `${row} ${column}`;
      expect([sql, cell, numbers.get(cell)]).toEqual([sql, cell, expect.closeTo(Number(value), 6)]);
      numbers.delete(cell);
    }
    expect([sql, [...numbers.values()].filter((left) => left !== 0)]).toEqual([sql, []]);
    expect(said.length).toBeGreaterThan(2);
  }
  const { rows } = await pool.query('select count(*) filter (where late)::int as late from release_measure');
  expect(tableOf(release.countedBy(['phase']), { rows: 'phase' }).late).toBe(rows[0].late);
  await fresh.close();
});
