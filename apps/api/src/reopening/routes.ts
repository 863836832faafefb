import { askReopening, grantReopening, readReopening } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { serveOver } from '../http/serve.ts';
import { actorOf } from '../responses/actor.ts';
import { agencyRoundOf } from '../responses/store.ts';
import { ask, grant, reopeningOf } from './reopen.ts';

export function reopeningRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, readReopening, ofAgency, (_, of) => reopeningOf(db, of));
  serveOver(app, askReopening, ofAgency, ({ body, user }, of) =>
    db.transaction((tx) => ask(tx, of, body.reason, actorOf(user), clock())),
  );
  serveOver(app, grantReopening, ofAgency, ({ body, user }, of) =>
    db.transaction((tx) => grant(tx, of, new Date(body.until), actorOf(user), clock())),
  );
}
