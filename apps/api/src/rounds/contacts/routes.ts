import { confirmContacts as endpoint, readContacts } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { actorOf } from '../../platform/signed/index.ts';
import { agencyRoundOf } from '../agency-round.ts';
import { confirmContacts, contactsOf } from './confirm.ts';

/** Whom the agency is reached by in a round, asked once when it opens. */
export function contactRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);
  serveOver(app, readContacts, ofAgency, (_, of) => contactsOf(db, of));
  serveOver(app, endpoint, ofAgency, ({ body, user }, of) =>
    db.transaction(async (tx) => {
      await confirmContacts(tx, of, body.mailbox, actorOf(user), clock());
      return contactsOf(tx, of);
    }),
  );
}
