import {
  answerExemption,
  decideExemption,
  listExemptions,
  listMeasureExemptions,
  type MeasureClaimsView,
  may,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { namesAt } from '../directory/index.ts';
import { type MeasureInRound, measureInRound } from '../measures/index.ts';
import { type Deps, serve, serveOver } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { actorOf, type Signed } from '../platform/signed/index.ts';
import { submittedAnswers } from '../responses/index.ts';
import { roundOf } from '../rounds/index.ts';
import { answerClaim, claimsOf, decideClaim } from './decide.ts';
import { roundClaims } from './store.ts';
import { claimView, measureClaimsView } from './view.ts';

export function exemptionRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const list = async (year: number, user: Signed | undefined): Promise<MeasureClaimsView[]> => {
    const { edition, measures } = await roundClaims(db, await roundOf(db, year), clock());
    const values = may(user?.roles, 'exemption.readValue');
    const names = await namesAt(db, clock().toISOString().slice(0, 10));
    return measures.map((measure) => measureClaimsView(edition, measure, { values, names }));
  };
  serve(app, listExemptions, ({ params, user }) => list(params.year, user));

  const ofMeasure = ({ params }: { params: { measure: string; year: number } }) =>
    measureInRound(db, params.measure, params.year);
  serveOver(app, decideExemption, ofMeasure, async ({ params, body, user }, of) => {
    await db.transaction((tx) => decideClaim(tx, of, body, { actor: actorOf(user), now: clock() }));
    const found = (await list(params.year, user)).find(({ measure }) => measure === of.measure.id);
    if (!found) throw new ApiError('notFound');
    return found;
  });

  const ofAgency = async (of: MeasureInRound) => {
    return db.transaction(async (tx) => {
      const answers = (await submittedAnswers(tx, of.measure.id, of.round.id)) ?? {};
      return (await claimsOf(tx, of, clock())).map((claim) => claimView(of.edition, answers, claim));
    });
  };
  serveOver(app, listMeasureExemptions, ofMeasure, (_, of) => ofAgency(of));
  serveOver(app, answerExemption, ofMeasure, async ({ body, user }, of) => {
    await db.transaction((tx) => answerClaim(tx, of, body, { actor: actorOf(user), now: clock() }));
    return ofAgency(of);
  });
}
