import type { AgencyStanding } from '@samblikk/contract';
import { successors } from '../../directory/index.ts';
import { measureCounts } from '../../measures/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { answersByAgency } from '../../responses/index.ts';
import { editionOfRound, type PopulationRow, populationOf, type RoundRow } from '../../rounds/index.ts';

type Before = NonNullable<AgencyStanding['before']>;

/** What each of these agencies did in an earlier round, by our ids; what those did that have gone into it since counts with it. */
export async function standingsBefore(
  db: Database,
  round: RoundRow | undefined,
  agencies: readonly PopulationRow[],
): Promise<ReadonlyMap<string, Before>> {
  if (!round) return new Map();
  const [lines, measures, answers, heirs] = await Promise.all([
    populationOf(db, round.id),
    measureCounts(db, round.id),
    answersByAgency(db, round, editionOfRound(round)),
    successors(db),
  ]);
  const asked = new Set(agencies.map(({ agencyId }) => agencyId));
  const found = new Map<string, Before>();
  for (const { agencyId } of lines) {
    const of = answers.get(agencyId);
    const own: Before = {
      year: round.year,
      measures: measures.get(agencyId) ?? 0,
      cost: of?.cost ?? null,
      submittedAt: of?.submission?.at.toISOString() ?? null,
    };
    const carriers = asked.has(agencyId) ? [agencyId] : (heirs.get(agencyId) ?? []).filter((heir) => asked.has(heir));
    for (const carrier of carriers) found.set(carrier, together(found.get(carrier), own));
  }
  return found;
}

function together(one: Before | undefined, other: Before): Before {
  if (!one) return other;
  const times = [one.submittedAt, other.submittedAt].filter((at) => at !== null).sort();
  return {
    year: one.year,
    measures: one.measures + other.measures,
    cost: one.cost === null && other.cost === null ? null : (one.cost ?? 0) + (other.cost ?? 0),
    submittedAt: times.at(-1) ?? null,
  };
}
