import { askReopening, grantReopening, readReopening, refuseReopening } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { mailContextOf } from '../../platform/mail/index.ts';
import { actorOf } from '../../platform/signed/index.ts';
import { agencyRoundOf } from '../agency-round.ts';
import { mailAsked, mailGranted, mailRefused } from './mail.ts';
import { ask, grant, refuse, reopeningOf } from './reopen.ts';

export function reopeningRoutes(app: FastifyInstance, { config, db, clock, wake }: Deps): void {
  const mailContext = mailContextOf({ config, wake });
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, readReopening, ofAgency, (_, of) => reopeningOf(db, of));
  serveOver(app, askReopening, ofAgency, async ({ body: { reason }, user }, of) => {
    const letters = await mailContext();
    const by = actorOf(user);
    return db.transaction(async (tx) => {
      const asked = await ask(tx, of, reason, by, clock());
      await mailAsked(tx, letters, of, { reason, by }, clock());
      return asked;
    });
  });
  serveOver(app, grantReopening, ofAgency, async ({ body, user }, of) => {
    const letters = await mailContext();
    const until = new Date(body.until);
    return db.transaction(async (tx) => {
      const granted = await grant(tx, of, until, actorOf(user), clock());
      await mailGranted(tx, letters, of, until, clock());
      return granted;
    });
  });
  serveOver(app, refuseReopening, ofAgency, async ({ body: { reason }, user }, of) => {
    const letters = await mailContext();
    return db.transaction(async (tx) => {
      const refused = await refuse(tx, of, reason, actorOf(user), clock());
      await mailRefused(tx, letters, of, reason, clock());
      return refused;
    });
  });
}
