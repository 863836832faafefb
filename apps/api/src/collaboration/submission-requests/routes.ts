import { askSubmission } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { mailContextOf } from '../../platform/mail/index.ts';
import { requireSigned } from '../../platform/signed/index.ts';
import { agencyRoundOf } from '../../rounds/index.ts';
import { ask } from './ask.ts';

export function submissionRequestRoutes(app: FastifyInstance, { config, db, clock, wake }: Deps): void {
  const mailContext = mailContextOf({ config, wake });
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, askSubmission, ofAgency, async ({ user }, of) => {
    const letters = await mailContext();
    return db.transaction((tx) => ask(tx, letters, of, requireSigned(user), clock()));
  });
}
