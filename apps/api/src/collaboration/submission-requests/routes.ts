import { askSubmission } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { meansOf } from '../../access/people/receivers.ts';
import type { Deps } from '../../platform/http/deps.ts';
import { serveOver } from '../../platform/http/serve.ts';
import { demandSigned } from '../../platform/signed/signed.ts';
import { agencyRoundOf } from '../../responses/store.ts';
import { ask } from './ask.ts';

export function submissionRequestRoutes(app: FastifyInstance, { config, db, clock }: Deps): void {
  const means = meansOf(config);
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, askSubmission, ofAgency, async ({ user }, of) => {
    const letters = await means();
    return db.transaction((tx) => ask(tx, letters, of, demandSigned(user), clock()));
  });
}
