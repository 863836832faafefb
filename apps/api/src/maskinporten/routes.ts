import { batchMeasures } from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Signed } from '../auth/signed.ts';
import type { Database } from '../db/connect.ts';
import { population, round } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../http/language.ts';
import { serveOver } from '../http/serve.ts';
import { actorOf } from '../responses/actor.ts';
import { agencyRoundOf } from '../responses/store.ts';
import { takeBatch } from './batch.ts';
import { type System, tokenReader } from './token.ts';

/** The address for agencies' own systems. Only here does a token stand for a user; elsewhere it is nothing. */
export async function maskinportenRoutes(app: FastifyInstance, { config, db, clock }: Deps): Promise<void> {
  const read = tokenReader(config.maskinporten, config.publicUrl);
  await app.register(async (scope) => {
    scope.addHook('preHandler', async (request) => {
      const token = request.headers.authorization?.match(/^Bearer +(\S+)$/i)?.[1];
      if (token === undefined) return;
      // A token speaks for itself: a cookie beside it gives nothing.
      request.user = undefined;
      const { year } = request.params as { year: number };
      request.user = await userOf(db, await read(token), year);
    });

    const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
      agencyRoundOf(db, params.year, params.orgnr);
    serveOver(scope, batchMeasures, ofAgency, ({ body, request, user }, of) =>
      db.transaction((tx) => takeBatch(tx, of, body.measures, languageOf(request), actorOf(user), clock())),
    );
  });
}

/**
 * The system as a user, for this request: `fill` at the agency that the round asks under the consumer's number, and nothing
 * else. The permission table decides what that is good for.
 */
async function userOf(db: Database, { clientId, orgnr, mayWrite }: System, year: number): Promise<Signed> {
  const name = `Maskinporten ${clientId}`;
  const own =
    orgnr && mayWrite
      ? await db
          .select({ agency: population.agencyId })
          .from(population)
          .innerJoin(round, eq(round.id, population.roundId))
          .where(and(eq(population.orgnr, orgnr), eq(round.year, year)))
      : [];
  return {
    personId: `system:${name}`,
    system: true,
    name,
    language: 'nb',
    roles: own.map(({ agency }) => ({ role: 'fill', agency })),
    sessionId: '',
  };
}
