// How well the register is searched: recall@10 and mean reciprocal rank for each sort of query of the relevance set.
import { import2019 } from '../src/demo/testing.ts';
import { judge } from '../src/register/relevance.ts';
import { searchRegister } from '../src/register/search.ts';
import { withDatabase } from './measure.ts';

await withDatabase(async ({ db, pool }) => {
  const now = new Date();
  await import2019(db, { freeze: true, now });
  const { rows } = await pool.query(
    `select number, known->>'agency' as agency, public_answers as answers from release_measure where visibility <> 'withheld'`,
  );
  const asked = { rounds: [], release: undefined, filters: {}, sort: '', language: 'nb' } as const;
  const judged = await judge(rows, async (q) => {
    const { selection, entries } = await searchRegister(db, now, { ...asked, q });
    return Array.from(entries.slice(0, 10), (entry) => {
      const { part, place } = selection.corpus.at(entry);
      return part.numbers[place] as string;
    });
  });
  const all = judged.reduce((sum, { queries }) => sum + queries, 0);
  const mean = (of: 'recall' | 'reciprocalRank') => judged.reduce((sum, one) => sum + one[of] * one.queries, 0) / all;
  console.log('sort              queries  recall@10  MRR');
  for (const { sort, queries, recall, reciprocalRank, short } of judged)
    console.log(
      `${sort.padEnd(18)}${String(queries).padStart(7)}${recall.toFixed(2).padStart(11)}${reciprocalRank.toFixed(2).padStart(5)}   ${short.join('; ')}`,
    );
  console.log(
    `${'all'.padEnd(18)}${String(all).padStart(7)}${mean('recall').toFixed(2).padStart(11)}${mean('reciprocalRank').toFixed(2).padStart(5)}`,
  );
  if (mean('recall') < 0.9 || judged.some(({ recall }) => recall < 0.8)) process.exitCode = 1;
});
