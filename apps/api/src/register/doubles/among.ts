import type { Portfolio } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import type { DatedRelease } from '../../releases/index.ts';
import { believed, verdictsNow } from '../../verdicts/index.ts';
import { isListed, pairsIn, readingOf, shownPairs } from './pairs.ts';

/**
 * The likely doubles of a release of which both are among some of its public measures, in the order of the list of all.
 * @param isIn by place among the release's public measures
 * @param most how many are told; `total` counts them all
 * @throws ApiError notFound, releaseWithdrawn
 */
export async function doublesAmong(
  db: Database,
  now: Date,
  { year: round, number: release }: DatedRelease,
  isIn: (place: number) => boolean,
  { most, language }: { readonly most: number; readonly language: Language },
): Promise<NonNullable<Portfolio['doubles']>> {
  const reading = await readingOf(db, now, { round, release });
  const pairs = (await pairsIn(reading, await verdictsNow(db))).filter(
    (pair) => isListed(pair) && isIn(pair.one) && isIn(pair.other),
  );
  const shown = pairs.slice(0, most);
  return {
    total: pairs.length,
    pairs: (await shownPairs(db, reading, shown, language)).map(({ likeness, measures, words }, at) => ({
      measures: measures.map(({ number, title, agency }) => ({ number, title, agency })),
      ...{ likeness, words, verdict: believed(shown[at]?.verdict) },
    })),
  };
}
