import { type AskedAgencyResponse, tableOf } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import type { LoadedRelease } from '../releases/index.ts';
import { firstSentIn } from '../responses/index.ts';
import { populationOf } from '../rounds/index.ts';

/** An agency that the round of a release asked, as it was at the freeze. */
export interface AgencyAtFreeze extends AskedAgencyResponse {
  /** Our id. */
  readonly id: string;
  /** When it first sent in; undefined when it has not, or when only the population file says so. */
  readonly firstAt: Date | undefined;
}

/**
 * The agencies that the round of a release asks, and which had answered when the release was frozen: who answers later is in a
 * later release. No more than `/mangler` has told of them by then.
 */
export async function agenciesAtFreeze(db: Database, from: LoadedRelease): Promise<readonly AgencyAtFreeze[]> {
  const { release, edition } = from;
  const [population, sentIn] = await Promise.all([populationOf(db, release.roundId), firstSentIn(db, release.roundId)]);
  const owner = edition.roles.agency;
  const table = tableOf(from.countedBy([owner]), { rows: owner });
  const measures = new Map(table.dimensions[0]?.categories.map(({ code }, at) => [code, table.counts[at] ?? 0]));
  return population.map(({ agencyId: id, orgnr, ministry, answered }) => {
    const firstAt = sentIn.get(id);
    return {
      ...{ id, ministry, firstAt },
      answered: answered && (firstAt === undefined || firstAt <= release.frozenAt),
      measures: measures.get(orgnr) ?? 0,
    };
  });
}
