import {
  answerCorrection as answerEndpoint,
  decideCorrection as decideEndpoint,
  dropCorrection as dropEndpoint,
  listCorrections,
  proposeCorrection,
  sectionsWithin,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { measureInRound } from '../../measures/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { requireSigned } from '../../platform/signed/index.ts';
import { answerCorrection, decideCorrection, dropCorrection } from './answer.ts';
import { propose } from './propose.ts';
import { correctionsAbout, correctionsSeen } from './store.ts';

export function correctionRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const ofMeasure = ({ params }: { params: { measure: string; year: number } }) =>
    measureInRound(db, params.measure, params.year);

  serveOver(app, listCorrections, ofMeasure, async ({ user }, of) => {
    const [corrections = []] = await correctionsAbout(db, [{ measureId: of.measure.id, roundId: of.round.id }]);
    return correctionsSeen(corrections, of.edition, sectionsWithin(user?.roles, 'draft.read', of.target));
  });

  serveOver(app, proposeCorrection, ofMeasure, async ({ body, user }, of) => {
    const by = requireSigned(user);
    return db.transaction((tx) => propose(tx, of, body, by, clock()));
  });

  serveOver(app, answerEndpoint, ofMeasure, async ({ params, body, user }, of) => {
    const by = requireSigned(user);
    return db.transaction((tx) => answerCorrection(tx, of, params.correction, body, by, clock()));
  });

  serveOver(app, decideEndpoint, ofMeasure, async ({ params, body, user }, of) => {
    const by = requireSigned(user);
    return db.transaction((tx) => decideCorrection(tx, of, params.correction, body.text, by, clock()));
  });

  serveOver(app, dropEndpoint, ofMeasure, async ({ params, user }, of) => {
    const by = requireSigned(user);
    return db.transaction((tx) => dropCorrection(tx, of, params.correction, by, clock()));
  });
}
