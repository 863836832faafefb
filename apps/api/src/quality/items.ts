import type { QualityItem } from '@samblikk/contract';
import { correctionsIn, queriesIn, waits } from '../collaboration/index.ts';
import { nameOf } from '../directory/index.ts';
import type { Database } from '../platform/db/index.ts';
import { type RoundStanding, roundStandings } from '../responses/index.ts';
import { type AgencyRound, populationOf, type RoundRow, toAgencyRound } from '../rounds/index.ts';
import { type Facts, factsOf, withoutExempt } from './facts.ts';
import { type LookRow, looksIn } from './looks.ts';

/** A measure of the queue, with what a selection needs beside what a list shows. */
export interface Queued {
  readonly item: QualityItem;
  readonly facts: Facts;
}

/** The agencies of a round, as measures are looked over with. */
export async function agenciesOf(db: Database, round: RoundRow): Promise<ReadonlyMap<string, AgencyRound>> {
  const rows = await populationOf(db, round.id);
  return new Map(rows.map((agency) => [agency.agencyId, toAgencyRound({ round, agency, reopenedUntil: null })]));
}

/** The revision that is looked over: the one sent in last, or the newest of what never was. */
export const lookedOver = ({ sent, newest }: Pick<RoundStanding, 'sent' | 'newest'>): string | null => sent ?? newest;

/**
 * All measures of a round that are not withdrawn, by number.
 * @param values whether whoever asks may read exempt answers in a list
 */
export async function queuedIn(
  db: Database,
  round: RoundRow,
  { values }: { readonly values: boolean },
): Promise<Queued[]> {
  const [agencies, standings, queries, corrections, looks] = await Promise.all([
    agenciesOf(db, round),
    roundStandings(db, round),
    queriesIn(db, { roundId: round.id }),
    correctionsIn(db, { roundId: round.id }),
    looksIn(db, round.id),
  ]);
  const here = standings.flatMap((standing) => {
    const of = agencies.get(standing.agencyId);
    return of ? [{ of, standing, revision: lookedOver(standing), previous: standing.previous }] : [];
  });
  const known = await factsOf(db, here);
  const facts = known.map((one, at) =>
    values ? one : withoutExempt(one, (here[at] as (typeof here)[number]).of.edition),
  );
  const queriesOf = Map.groupBy(queries, ({ measureId }) => measureId);
  const correctionsOf = Map.groupBy(corrections, ({ measureId }) => measureId);
  const looksOf = Map.groupBy(looks, ({ measureId }) => measureId);
  return here.map(({ of, standing, revision }, at) => {
    const { measureId: id, number, sent, newest } = standing;
    const { blank, exempt: _, ...said } = facts[at] as Facts;
    const asked = queriesOf.get(id) ?? [];
    const proposed = correctionsOf.get(id) ?? [];
    const item: QualityItem = {
      ...{ id, number },
      agency: { orgnr: of.agency.orgnr, name: nameOf(of.agency), ministry: of.agency.ministry },
      state: sent === null ? 'draft' : sent === newest ? 'submitted' : 'changedSince',
      ...said,
      changes: [...said.changes],
      blank: blank.length,
      queries: {
        open: asked.filter(({ query }) => query.state === 'open').length,
        answered: asked.filter(({ query }) => query.state === 'answered').length,
      },
      corrections: {
        open: proposed.filter(({ correction }) => waits(correction)).length,
        refused: proposed.filter(({ correction: { state, superseded } }) => state === 'refused' && !superseded).length,
        inForce: proposed.filter(({ inForce }) => inForce).length,
      },
      looked: toLook(looksOf.get(id)?.findLast((look) => look.revisionId === revision && look.endedAt === null)),
    };
    return { item, facts: facts[at] as Facts };
  });
}

export const toLook = (row: LookRow | undefined): QualityItem['looked'] =>
  row ? { at: row.lookedAt.toISOString(), by: row.lookedByName, note: row.note } : null;
