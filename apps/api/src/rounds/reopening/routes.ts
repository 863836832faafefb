import { askReopening, grantReopening, readReopening } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { meansOf } from '../../access/people/receivers.ts';
import type { Deps } from '../../platform/http/deps.ts';
import { serveOver } from '../../platform/http/serve.ts';
import { actorOf } from '../../platform/signed/actor.ts';
import { agencyRoundOf } from '../../responses/store.ts';
import { mailAsked, mailGranted } from './mail.ts';
import { ask, grant, reopeningOf } from './reopen.ts';

export function reopeningRoutes(app: FastifyInstance, { config, db, clock }: Deps): void {
  const means = meansOf(config);
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, readReopening, ofAgency, (_, of) => reopeningOf(db, of));
  serveOver(app, askReopening, ofAgency, async ({ body: { reason }, user }, of) => {
    const letters = await means();
    const by = actorOf(user);
    return db.transaction(async (tx) => {
      const asked = await ask(tx, of, reason, by, clock());
      await mailAsked(tx, letters, of, { reason, by }, clock());
      return asked;
    });
  });
  serveOver(app, grantReopening, ofAgency, async ({ body, user }, of) => {
    const letters = await means();
    const until = new Date(body.until);
    return db.transaction(async (tx) => {
      const granted = await grant(tx, of, until, actorOf(user), clock());
      await mailGranted(tx, letters, of, until, clock());
      return granted;
    });
  });
}
