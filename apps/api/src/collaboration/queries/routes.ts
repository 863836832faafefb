import { answerQuery, askQuery, closeQuery, listQueries, sectionsWithin } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { measureInRound } from '../../measures/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { requireSigned } from '../../platform/signed/index.ts';
import { answer, close } from './answer.ts';
import { ask } from './ask.ts';
import { queriesAbout, queriesSeen } from './store.ts';

export function queryRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const ofMeasure = ({ params }: { params: { measure: string; year: number } }) =>
    measureInRound(db, params.measure, params.year);

  serveOver(app, listQueries, ofMeasure, async ({ user }, of) => {
    const [queries = []] = await queriesAbout(db, [{ measureId: of.measure.id, roundId: of.round.id }]);
    return queriesSeen(queries, of.edition, sectionsWithin(user?.roles, 'draft.read', of.target));
  });

  serveOver(app, askQuery, ofMeasure, async ({ body, user }, of) => {
    const by = requireSigned(user);
    return db.transaction((tx) => ask(tx, of, body, by, clock()));
  });

  serveOver(app, answerQuery, ofMeasure, ({ params, body, user }, of) =>
    db.transaction((tx) => answer(tx, of, params.query, body.text, user, clock())),
  );

  serveOver(app, closeQuery, ofMeasure, ({ params, user }, of) =>
    db.transaction((tx) => close(tx, of, params.query, requireSigned(user), clock())),
  );
}
