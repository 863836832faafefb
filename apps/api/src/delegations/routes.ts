import { delegate, endDelegation, finishDelegation, listDelegations } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { secretsOf } from '../auth/secrets.ts';
import { demandSigned } from '../auth/signed.ts';
import type { Deps } from '../deps.ts';
import { serveOver } from '../http/serve.ts';
import { measureInRound } from '../responses/store.ts';
import { delegateTo, endDelegationOf } from './delegate.ts';
import { finish } from './finish.ts';
import { delegationsOf } from './store.ts';

export function delegationRoutes(app: FastifyInstance, { config, db, clock }: Deps): void {
  const secrets = secretsOf(config);
  const ofMeasure = ({ params }: { params: { measure: string; year: number } }) =>
    measureInRound(db, params.measure, params.year);

  serveOver(app, listDelegations, ofMeasure, async (_, { round, agency, measure }) => {
    const all = await delegationsOf(db, round.id, agency.agencyId);
    return all.get(measure.id) ?? [];
  });

  serveOver(app, delegate, ofMeasure, async ({ body, user }, of) => {
    const means = { secrets: await secrets(), publicUrl: config.publicUrl };
    return db.transaction((tx) => delegateTo(tx, means, of, body, demandSigned(user), clock()));
  });

  serveOver(app, finishDelegation, ofMeasure, async ({ user }, of) => {
    const means = { secrets: await secrets(), publicUrl: config.publicUrl };
    const at = await db.transaction((tx) => finish(tx, means, of, demandSigned(user), clock()));
    return { finishedAt: at.toISOString() };
  });

  serveOver(app, endDelegation, ofMeasure, async ({ params, user }, of) => {
    await db.transaction((tx) => endDelegationOf(tx, of, params.delegation, demandSigned(user), clock()));
    return null;
  });
}
