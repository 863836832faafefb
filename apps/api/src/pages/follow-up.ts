import { type ReplyOf, readPopulation } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { queriesIn } from '../collaboration/index.ts';
import { nameOf } from '../directory/index.ts';
import { measureCounts } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { lastSubmitted } from '../responses/index.ts';
import { populationOf, type RoundRow, reopeningsIn, roundOf } from '../rounds/index.ts';

/** Every agency the round asks, by Norwegian name order, with how far it has come. */
export async function followUp(db: Database, round: RoundRow): Promise<ReplyOf<typeof readPopulation>> {
  const agencies = await populationOf(db, round.id);
  const counts = await measureCounts(db, round.id);
  const submitted = await lastSubmitted(db, round.id);
  const moreTime = await reopeningsIn(db, round.id);
  const queries = await queriesIn(db, { roundId: round.id });
  const asked = (agencyId: string, state: 'open' | 'answered') =>
    queries.filter((one) => one.agencyId === agencyId && one.query.state === state).length;
  const order = new Intl.Collator('nb');
  return agencies
    .map((agency) => {
      const measures = counts.get(agency.agencyId) ?? 0;
      const submittedAt = submitted.get(agency.agencyId);
      return {
        orgnr: agency.orgnr,
        name: nameOf(agency),
        ministry: agency.ministry,
        state: submittedAt ? ('submitted' as const) : measures > 0 ? ('begun' as const) : ('notStarted' as const),
        measures,
        submittedAt: submittedAt?.toISOString() ?? null,
        reopening: moreTime.get(agency.agencyId) ?? null,
        queries: { open: asked(agency.agencyId, 'open'), answered: asked(agency.agencyId, 'answered') },
      };
    })
    .sort((a, b) => order.compare(a.name.nb, b.name.nb));
}

export function followUpRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, readPopulation, async ({ params }) => followUp(db, await roundOf(db, params.year)));
}
