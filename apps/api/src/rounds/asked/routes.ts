import { changeAsked as endpoint, readAsked } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, serve } from '../../platform/http/index.ts';
import { actorOf, auditName } from '../../platform/signed/index.ts';
import { askedOf, changeAsked } from './change-asked.ts';

/** What a round says of one agency it asks. */
export function askedRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  serve(app, readAsked, ({ params: { year, orgnr } }) => askedOf(db, year, orgnr, clock()));
  serve(app, endpoint, ({ params, body, user }) =>
    db.transaction(async (tx) => {
      await changeAsked(tx, params, body, auditName(actorOf(user)), clock());
      return askedOf(tx, params.year, params.orgnr, clock());
    }),
  );
}
