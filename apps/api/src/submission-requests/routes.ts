import { askSubmission } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { secretsOf } from '../auth/secrets.ts';
import { demandSigned } from '../auth/signed.ts';
import type { Deps } from '../deps.ts';
import { serveOver } from '../http/serve.ts';
import { agencyRoundOf } from '../responses/store.ts';
import { ask } from './ask.ts';

export function submissionRequestRoutes(app: FastifyInstance, { config, db, clock }: Deps): void {
  const secrets = secretsOf(config);
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, askSubmission, ofAgency, async ({ user }, of) => {
    const means = { secrets: await secrets(), publicUrl: config.publicUrl };
    return db.transaction((tx) => ask(tx, means, of, demandSigned(user), clock()));
  });
}
