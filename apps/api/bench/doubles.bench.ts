// Likely doubles among BENCH_MEASURES measures (100,000 unless told), those of 2019 copied until there are enough: reading what is counted, one
// measure’s, and the whole list.
// Fails when one measure’s take 50 ms, the whole list 10 minutes, or fewer than 85 of a hundred of the first five are doubles or related.
import { import2019 } from '../src/demo/testing.ts';
import { likelyDoubles } from '../src/register/doubles/index.ts';
import { precision } from '../src/register/doubles/precision.ts';
import { freezeRound } from '../src/releases/freeze.ts';
import { median, withDatabase } from './measure.ts';
import { multiply } from './multiply.ts';

const measures = Number(process.env.BENCH_MEASURES ?? 100_000);
const now = new Date();

await withDatabase(async ({ db, pool }) => {
  await import2019(db);
  const judge = () =>
    precision(async (number) => {
      const { pairs } = await likelyDoubles(db, now, { number, page: 1, size: 5 }, 'nb');
      return pairs.map((pair) => pair.measures[1]?.number ?? '');
    });
  const freeze = () => freezeRound(db, { year: 2019, actor: 'system:bench', now });
  await freeze();
  const judged = await judge();
  console.log(
    `precision@5 over ${judged.measures} measures of the labelled set: ${judged.related.toFixed(2)} double or related, ${judged.double.toFixed(2)} double; ${judged.recall.toFixed(2)} of the doubles found`,
  );
  await multiply(pool, measures);
  const { release } = await freeze();
  const { rows } = await pool.query<{ number: string }>(
    `select number from release_measure where release_id = $1 and visibility <> 'withheld' order by md5(number) limit 200`,
    [release.id],
  );
  const ask = (number?: string) => likelyDoubles(db, now, { number, page: 1, size: 20 }, 'nb');
  const [first, ...rest] = rows.map(({ number }) => number);
  const reading = await seconds(() => ask(first));
  const each: number[] = [];
  for (const number of rest) each.push(1000 * (await seconds(() => ask(number))));
  const list = await seconds(() => ask());
  const again = await seconds(() => ask());
  const worst = each.toSorted((a, b) => a - b)[Math.floor(each.length * 0.95)] ?? 0;
  console.log(
    `${release.measures.toLocaleString('en')} measures: the first question ${reading.toFixed(1)} s, of which reading the release and its words is most`,
  );
  console.log(
    `    one measure’s: median ${median(each).toFixed(1)} ms, p95 ${worst.toFixed(1)} ms, rows of the database included (at most 50)`,
  );
  console.log(
    `    the whole list: ${list.toFixed(1)} s the first time (at most 600), ${(1000 * again).toFixed(0)} ms again`,
  );
  if (judged.related < 0.85 || worst > 50 || list > 600) process.exitCode = 1;
});

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
