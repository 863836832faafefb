import { type ReplyOf, readPopulation } from '@samblikk/contract';
import { eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { queriesIn } from '../collaboration/index.ts';
import type { Database } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { type RoundRow, roundOf, toReopening } from '../rounds/index.ts';
import { population, reopening } from '../rounds/schema.ts';

/** Every agency the round asks, by Norwegian name order, with how far it has come. */
export async function followUp(db: Database, round: RoundRow): Promise<ReplyOf<typeof readPopulation>> {
  const agencies = await db.select().from(population).where(eq(population.roundId, round.id));
  const { rows } = await db.execute<{ agency_id: string; measures: number; submitted_at: Date | null }>(sql`
    select p.agency_id,
      (select count(*)::int from measure_round m
        where m.round_id = p.round_id and m.agency_id = p.agency_id and m.withdrawn_at is null) as measures,
      (select max(s.submitted_at) from submission s
        where s.round_id = p.round_id and s.agency_id = p.agency_id) as submitted_at
    from population p where p.round_id = ${round.id}`);
  const progress = new Map(rows.map((row) => [row.agency_id, row]));
  const extra = await db.select().from(reopening).where(eq(reopening.roundId, round.id));
  const moreTime = new Map(extra.map((row) => [row.agencyId, toReopening(row)]));
  const put = await queriesIn(db, { roundId: round.id });
  const asked = (agencyId: string, state: 'open' | 'answered') =>
    put.filter((one) => one.agencyId === agencyId && one.query.state === state).length;
  const order = new Intl.Collator('nb');
  return agencies
    .map((agency) => {
      const { measures = 0, submitted_at = null } = progress.get(agency.agencyId) ?? {};
      return {
        orgnr: agency.orgnr,
        name: { nb: agency.nameNb, nn: agency.nameNn, en: agency.nameEn },
        ministry: agency.ministry,
        state: submitted_at ? ('submitted' as const) : measures > 0 ? ('begun' as const) : ('notStarted' as const),
        measures,
        submittedAt: submitted_at ? new Date(submitted_at).toISOString() : null,
        reopening: moreTime.get(agency.agencyId) ?? null,
        queries: { open: asked(agency.agencyId, 'open'), answered: asked(agency.agencyId, 'answered') },
      };
    })
    .sort((a, b) => order.compare(a.name.nb, b.name.nb));
}

export function followUpRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, readPopulation, async ({ params }) => followUp(db, await roundOf(db, params.year)));
}
