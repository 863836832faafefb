import {
  addDirectoryAgency,
  addDirectoryMinistry,
  changeDirectoryAgency,
  changeDirectoryMinistry,
  endDirectoryAgency,
  endDirectoryMinistry,
  importDirectory as importEndpoint,
  lookUpOrganisation,
  readDirectory,
  readDirectoryAgency,
  readDirectoryMinistry,
  searchOrganisations,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, languageOf, serve } from '../../platform/http/index.ts';
import { lookUp, lookUpByName } from '../register/look-up.ts';
import { addNewAgency, changeAgency, endAgency } from './change.ts';
import { importDirectory } from './import.ts';
import { addNewMinistry, changeMinistry, endMinistry } from './ministry.ts';
import { agencyLife, findIn, ministryLife, wholeDirectory } from './show.ts';

/** The directory for staff: all of it, one agency's life, and what changes from a day on. */
export function directoryLifeRoutes(app: FastifyInstance, { db, config, clock }: Deps): void {
  const by = (user: { personId: string } | undefined) => user?.personId ?? '';
  const today = () => clock().toISOString().slice(0, 10);

  serve(app, readDirectory, async ({ query }) => {
    const all = await wholeDirectory(db);
    return { ...(query.q ? findIn(all, query.q) : all), lookUp: config.registerUrl !== undefined };
  });
  serve(app, readDirectoryAgency, ({ params }) => agencyLife(db, params.agency));

  serve(app, addDirectoryMinistry, ({ body, user }) =>
    db.transaction(async (tx) => ministryLife(tx, await addNewMinistry(tx, body, by(user), clock()))),
  );
  serve(app, readDirectoryMinistry, ({ params }) => ministryLife(db, params.ministry));
  serve(app, changeDirectoryMinistry, ({ params, body, user }) =>
    db.transaction(async (tx) => {
      await changeMinistry(tx, params.ministry, body, by(user), clock());
      return ministryLife(tx, params.ministry);
    }),
  );
  serve(app, endDirectoryMinistry, ({ params, body, user }) =>
    db.transaction(async (tx) => {
      await endMinistry(tx, params.ministry, body, by(user), clock());
      return ministryLife(tx, params.ministry);
    }),
  );
  serve(app, addDirectoryAgency, ({ body, user }) =>
    db.transaction(async (tx) => agencyLife(tx, await addNewAgency(tx, body, by(user), clock()))),
  );
  serve(app, changeDirectoryAgency, ({ params, body, user }) =>
    db.transaction(async (tx) => {
      await changeAgency(tx, params.agency, body, by(user), clock());
      return agencyLife(tx, params.agency);
    }),
  );
  serve(app, endDirectoryAgency, ({ params, body, user }) =>
    db.transaction(async (tx) => {
      await endAgency(tx, params.agency, body, by(user), clock());
      return agencyLife(tx, params.agency);
    }),
  );
  serve(app, importEndpoint, ({ body, user, request }) =>
    importDirectory(db, { ...body, language: languageOf(request), actor: by(user), now: clock() }),
  );

  serve(app, lookUpOrganisation, ({ params }) => lookUp(config, db, params.orgnr, today()));
  serve(app, searchOrganisations, ({ query }) => lookUpByName(config, db, query.q, today()));
}
