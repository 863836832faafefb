import { batchMeasures, type Detail } from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/db/index.ts';
import { type Deps, languageOf, serveOver } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { actorOf, type Signed } from '../../platform/signed/index.ts';
import { agencyRoundOf, askedAgencies } from '../../rounds/index.ts';
import { noteRefusedBatch } from '../sources/note-batch.ts';
import { importBatch } from './batch.ts';
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
      const { year, orgnr } = request.params as { year: number; orgnr: string };
      const system = await read(token);
      request.user = await userOf(db, system, year);
      const why = refusalOf(system, orgnr, config.maskinporten?.scope ?? '');
      if (why) throw new ApiError('notAllowed', { detail: why });
    });
    // What a client of OAuth looks for (RFC 6750, section 3).
    scope.addHook('onSend', async (request, reply) => {
      const challenge = challengeOf(reply.statusCode, request.headers.authorization !== undefined);
      if (challenge) reply.header('www-authenticate', challenge);
    });

    const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
      agencyRoundOf(db, params.year, params.orgnr);
    serveOver(scope, batchMeasures, ofAgency, async ({ body, request, user }, of) => {
      const actor = actorOf(user);
      try {
        return await db.transaction((tx) => importBatch(tx, of, body.measures, languageOf(request), actor, clock()));
      } catch (error) {
        const rows = faultyRows(error);
        // People of the agency see it too, though nothing of it was taken.
        if (user?.system && rows > 0) await db.transaction((tx) => noteRefusedBatch(tx, of, actor.name, rows, clock()));
        throw error;
      }
    });
  });
}

/** How many measures of a refused request were at fault, or would overwrite what somebody changed; 0 for a refusal of another kind. */
function faultyRows(error: unknown): number {
  if (!(error instanceof ApiError)) return 0;
  const { issues = [], conflicts = [] } = error.more;
  return new Set([...issues, ...conflicts].flatMap(({ row }) => row ?? [])).size;
}

/** Why a token that holds is no good here; undefined when it is. */
function refusalOf({ orgnr, mayWrite }: System, asked: string, scope: string): Detail | undefined {
  if (!mayWrite) return ['tokenScope', { scope }];
  if (orgnr === undefined) return 'tokenConsumer';
  return orgnr === asked ? undefined : ['tokenAgency', { consumer: orgnr, orgnr: asked }];
}

function challengeOf(status: number, token: boolean): string | undefined {
  if (status === 401) return `Bearer realm="samblikk"${token ? ', error="invalid_token"' : ''}`;
  return status === 403 && token ? 'Bearer realm="samblikk", error="insufficient_scope"' : undefined;
}

/**
 * The system as a user, for this request: `fill` at the agency that the round asks under the consumer's number, and nothing
 * else. The permission table decides what that is good for.
 */
async function userOf(db: Database, { clientId, orgnr, mayWrite }: System, year: number): Promise<Signed> {
  const name = `Maskinporten ${clientId}`;
  const own = orgnr && mayWrite ? await askedUnder(db, year, orgnr) : [];
  return {
    personId: `system:${name}`,
    system: true,
    name,
    language: 'nb',
    roles: own.map(({ agencyId }) => ({ role: 'fill', agency: agencyId })),
    sessionId: '',
  };
}

/** The agency that the round of a year asks under a number, if any. */
function askedUnder(db: Database, year: number, orgnr: string): Promise<{ agencyId: string }[]> {
  return db
    .select({ agencyId: askedAgencies.agency.agencyId })
    .from(askedAgencies)
    .where(and(eq(askedAgencies.agency.orgnr, orgnr), eq(askedAgencies.round.year, year)));
}
