import { correctNote as correctEndpoint, writeNote as writeEndpoint } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, serveOver } from '../platform/http/index.ts';
import { actorOf } from '../platform/signed/index.ts';
import { agencyRoundOf } from '../rounds/index.ts';
import { correctNote, writeNote } from './store.ts';

export function noteRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, writeEndpoint, ofAgency, ({ body, user }, of) =>
    db.transaction((tx) => writeNote(tx, of, body.text, actorOf(user), clock())),
  );
  serveOver(app, correctEndpoint, ofAgency, ({ params, body, user }, of) =>
    db.transaction((tx) => correctNote(tx, of, params.note, body.text, actorOf(user), clock())),
  );
}
