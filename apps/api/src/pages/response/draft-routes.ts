import { readDraft, readRevisions, restoreRevision, saveDraftEndpoints, withdrawMeasure } from '@samblikk/contract';
import { type Edition, editions } from '@samblikk/questionnaire';
import type { FastifyInstance } from 'fastify';
import { measureInRound, measuresEverInRound, requireNotWithdrawn, withdraw } from '../../measures/index.ts';
import { batched } from '../../platform/db/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { actorOf } from '../../platform/signed/index.ts';
import { draftWriter, history, restore, standings } from '../../responses/index.ts';
import { accessOf } from './access-of.ts';
import type { DraftViews } from './draft-view.ts';
import { withExactAnswers } from './exact-answers.ts';

/** One measure's answers in a round: read, saved, looked back on, taken out. */
export function draftRoutes(app: FastifyInstance, { db, clock }: Deps, drafts: DraftViews): void {
  const save = draftWriter(db, clock);
  // Those who may see it are told when it was taken out while they were writing.
  const everInRound = batched((keys: readonly { measureId: string; year: number }[]) => measuresEverInRound(db, keys));
  const standingOf = batched((keys: readonly { measureId: string; year: number; version: number }[]) =>
    standings(db, keys),
  );
  const ofMeasure = ({ params }: { params: { measure: string; year: number } }) =>
    measureInRound(db, params.measure, params.year);

  const ofMeasureEver = ({ params }: { params: { measure: string; year: number } }) =>
    everInRound({ measureId: params.measure, year: params.year });
  serveOver(app, readDraft, ofMeasureEver, async ({ user }, of) => {
    requireNotWithdrawn(of);
    return drafts.show(of, accessOf(user, of), clock());
  });

  serveOver(app, readRevisions, ofMeasure, ({ user }, of) => history(db, of, accessOf(user, of)));

  for (const [id, endpoint] of saveDraftEndpoints) {
    const ofBody = async ({
      params,
      body,
    }: {
      params: { measure: string };
      body: { year: number; basedOn: number };
    }) => {
      const key = { measureId: params.measure, year: body.year };
      const [of, standing] = await Promise.all([everInRound(key), standingOf({ ...key, version: body.basedOn })]);
      return { ...of, standing };
    };
    serveOver(
      app,
      withExactAnswers(endpoint, editions[id] as Edition),
      ofBody,
      ({ body, user }, { standing, ...of }) => {
        requireNotWithdrawn(of);
        if (of.edition.id !== id) {
          throw new ApiError('invalidRequest', {
            detail: ['otherEdition', { year: body.year, edition: of.edition.id }],
          });
        }
        const access = accessOf(user, of);
        const draft = { ...body, sections: access.answers };
        const written = save({ target: of, draft, actor: actorOf(user), standing });
        return drafts.showWritten(of, access, clock(), written);
      },
    );
  }

  serveOver(app, withdrawMeasure, ofMeasure, async ({ user }, of) => {
    await db.transaction((tx) => withdraw(tx, of, actorOf(user), clock()));
    return null;
  });

  serveOver(app, restoreRevision, ofMeasure, ({ body, user }, of) =>
    drafts.showWritten(
      of,
      accessOf(user, of),
      clock(),
      db.transaction((tx) => restore(tx, of, body, actorOf(user), clock())),
    ),
  );
}
