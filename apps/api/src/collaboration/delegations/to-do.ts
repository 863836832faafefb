import type { Answers } from '@samblikk/questionnaire';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { measureNumbers, measuresIn } from '../../measures/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { revisionsIn } from '../../responses/index.ts';
import { type AgencyRound, askedAgencies } from '../../rounds/index.ts';
import { delegation } from '../schema.ts';

/** A measure, or a section of it, that someone was given to answer. */
export interface DelegatedMeasure {
  readonly round: Pick<AgencyRound['round'], 'year' | 'edition'>;
  readonly agency: Pick<AgencyRound['agency'], 'agencyId' | 'orgnr' | 'nameNb' | 'nameNn' | 'nameEn'>;
  readonly measure: { readonly id: string; readonly number: string };
  readonly section: string | null;
  readonly dueOn: string;
  /** As they are now. */
  readonly answers: Answers;
}

/** What these delegations are of, the first due first; measures that were taken out, or went to another agency, are left out. */
export async function delegatedMeasures(db: Database, ids: readonly string[]): Promise<DelegatedMeasure[]> {
  if (ids.length === 0) return [];
  const own = measuresIn();
  const every = revisionsIn();
  const newest = db
    .select({ answers: every.answers })
    .from(every)
    .where(and(eq(every.measureId, delegation.measureId), eq(every.roundId, delegation.roundId)))
    .orderBy(desc(every.version))
    .limit(1)
    .as('newest');
  const { section, dueOn } = delegation;
  const rows = await db
    .select({
      round: { year: askedAgencies.round.year, edition: askedAgencies.round.edition },
      agency: askedAgencies.agency,
      measure: { id: measureNumbers.id, number: measureNumbers.number },
      section,
      dueOn,
      answers: newest.answers,
    })
    .from(delegation)
    .innerJoin(measureNumbers, eq(measureNumbers.id, delegation.measureId))
    .innerJoin(
      askedAgencies,
      and(eq(askedAgencies.round.id, delegation.roundId), eq(askedAgencies.agency.agencyId, delegation.agencyId)),
    )
    .innerJoin(
      own,
      and(
        eq(own.measureId, delegation.measureId),
        eq(own.roundId, delegation.roundId),
        eq(own.agencyId, delegation.agencyId),
        isNull(own.withdrawnAt),
      ),
    )
    .leftJoinLateral(newest, sql`true`)
    .where(inArray(delegation.id, [...ids]))
    .orderBy(dueOn, measureNumbers.number);
  return rows.map((row) => ({ ...row, answers: row.answers ?? {} }));
}
