import type { Comparison } from '@samblikk/contract';
import { type Variable, variablesOf } from '@samblikk/questionnaire';
import { type Dataset, datasetFrom, tableOf } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import { loaded, newestReleases } from '../releases/index.ts';
import { knownOf, measuresOf, receiptOf } from '../responses/index.ts';
import type { AgencyRound } from '../rounds/index.ts';

/**
 * An agency's measures, as they were sent in with a receipt or else as they stand, beside all measures of the latest
 * release, of whatever round: how many, and how they spread over each question with one answer that the register sorts
 * by. A category that is not in both editions has no share on the side that lacks it. Null while nothing is published.
 * @throws ApiError notFound for an unknown receipt
 */
export async function comparisonOf(
  db: Database,
  readDb: Database,
  now: Date,
  of: AgencyRound,
  receipt?: string,
): Promise<Comparison> {
  const [newest] = await newestReleases(readDb, now);
  if (!newest) return null;
  const latest = await loaded(readDb, newest);
  const measures =
    receipt === undefined
      ? (await measuresOf(db, of.round.id, of.agency.agencyId)).map(({ revision }) => revision?.answers ?? {})
      : (await receiptOf(db, of, receipt)).content.map(({ answers }) => answers);
  const known = knownOf(of);
  const own = datasetFrom(
    of.edition,
    measures.map((answers) => ({ answers, known })),
  );
  return {
    measures: measures.length,
    release: { year: newest.year, number: newest.number, measures: newest.measures, agencies: newest.answered },
    measuresPerAgency: newest.answered > 0 ? Math.round((10 * newest.measures) / newest.answered) / 10 : null,
    variables: variablesOf(of.edition)
      .filter(isComparable)
      .filter(({ id }) => latest.sealed.columns.has(id))
      .map(({ id, label, options = [] }) => {
        const [mine, theirs] = [sharesOf(own, id), sharesOf(latest.countedBy([id]), id)];
        const categories = options.map(({ code, label }) => ({
          code,
          label,
          own: mine.get(code) ?? null,
          all: theirs.get(code) ?? null,
        }));
        return { id, label, categories };
      }),
  };
}

const isComparable = ({ source, several, options, facet, comparability }: Variable): boolean =>
  source === 'question' && facet && !several && options !== undefined && comparability?.with !== 'break';

/** The share of each category among those who answered, in whole percent. */
function sharesOf(dataset: Dataset, variable: string): Map<string, number | null> {
  const { dimensions, values } = tableOf(dataset, { rows: variable, statistic: 'share', base: 'answered' });
  return new Map(
    dimensions[0]?.categories.map(({ code }, at) => {
      const value = values[at] ?? null;
      return [code, value === null ? null : Math.round(value)];
    }),
  );
}
