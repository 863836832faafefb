import { delegate, endDelegation, finishDelegation, listDelegations } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { measureInRound } from '../../measures/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { mailContextOf } from '../../platform/mail/index.ts';
import { requireSigned } from '../../platform/signed/index.ts';
import { delegateTo, endDelegationOf } from './delegate.ts';
import { finish } from './finish.ts';
import { delegationsOf } from './store.ts';

export function delegationRoutes(app: FastifyInstance, { config, db, clock, wake }: Deps): void {
  const mailContext = mailContextOf({ config, wake });
  const ofMeasure = ({ params }: { params: { measure: string; year: number } }) =>
    measureInRound(db, params.measure, params.year);

  serveOver(app, listDelegations, ofMeasure, async (_, { round, agency, measure }) => {
    const all = await delegationsOf(db, round.id, agency.agencyId);
    return all.get(measure.id) ?? [];
  });

  serveOver(app, delegate, ofMeasure, async ({ body, user }, of) => {
    const letters = await mailContext();
    return db.transaction((tx) => delegateTo(tx, letters, of, body, requireSigned(user), clock()));
  });

  serveOver(app, finishDelegation, ofMeasure, async ({ user }, of) => {
    const letters = await mailContext();
    const at = await db.transaction((tx) => finish(tx, letters, of, requireSigned(user), clock()));
    return { finishedAt: at.toISOString() };
  });

  serveOver(app, endDelegation, ofMeasure, async ({ params, user }, of) => {
    await db.transaction((tx) => endDelegationOf(tx, of, params.delegation, requireSigned(user), clock()));
    return null;
  });
}
