import { decline as declineEndpoint, undoDecline as undoEndpoint } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { stopMail } from '../../messages/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { mailContextOf } from '../../platform/mail/index.ts';
import { actorOf } from '../../platform/signed/index.ts';
import { agencyRoundOf, decline, undoDecline } from '../../rounds/index.ts';

/** An agency that will not answer: it is written down, and letters on their way to it are taken back. */
export function declinationRoutes(app: FastifyInstance, { config, db, wake, clock }: Deps): void {
  const mailContext = mailContextOf({ config, wake });
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, declineEndpoint, ofAgency, async ({ body, user }, of) => {
    const letters = await mailContext();
    return db.transaction(async (tx) => {
      const declined = await decline(tx, of, body.reason, actorOf(user), clock());
      await stopMail(tx, letters, of, clock());
      return declined;
    });
  });
  serveOver(app, undoEndpoint, ofAgency, async ({ user }, of) => {
    await db.transaction((tx) => undoDecline(tx, of, actorOf(user), clock()));
    return null;
  });
}
