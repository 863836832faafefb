import { decline as declineEndpoint, undoDecline as undoEndpoint } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { actorOf } from '../../platform/signed/index.ts';
import { agencyRoundOf } from '../agency-round.ts';
import { decline, undoDecline } from './decline.ts';

export function declinationRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, declineEndpoint, ofAgency, ({ body, user }, of) =>
    db.transaction((tx) => decline(tx, of, body.reason, actorOf(user), clock())),
  );
  serveOver(app, undoEndpoint, ofAgency, async ({ user }, of) => {
    await db.transaction((tx) => undoDecline(tx, of, actorOf(user), clock()));
    return null;
  });
}
