import {
  createMeasure as createMeasureEndpoint,
  decideRollOver,
  decideRollOvers,
  may,
  readResponse,
  readSubmission,
  readUpdates,
  submitResponse as submitEndpoint,
  undoRollOver,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { createMeasure, toRollOver } from '../../measures/index.ts';
import { stopMail } from '../../messages/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { mailContextOf } from '../../platform/mail/index.ts';
import { actorOf, personIdOf } from '../../platform/signed/index.ts';
import { mailNewReceipt, writingIn } from '../../receipts/index.ts';
import {
  carryForward,
  decideOutcome,
  decideOutcomes,
  receiptOf,
  submitResponse,
  toSubmission,
  undoOutcome,
} from '../../responses/index.ts';
import { agencyRoundOf } from '../../rounds/index.ts';
import { accessOf } from './access-of.ts';
import type { DraftViews } from './draft-view.ts';
import { responseView } from './response-view.ts';
import { updatesView } from './updates-view.ts';

/** An agency's whole answer in a round: what it has, what became of earlier measures, and sending it in. */
export function responseRoutes(app: FastifyInstance, { config, db, clock, wake }: Deps, drafts: DraftViews): void {
  const mailContext = mailContextOf({ config, wake });
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, readResponse, ofAgency, ({ query, user }, of) => {
    const rights = {
      mayWrite: may(user?.roles, 'measures.write', of.target),
      maySubmit: may(user?.roles, 'response.submit', of.target),
    };
    // All answers of an agency at once are not for those who look a measure over.
    const values = may(user?.roles, 'response.readAnswers', of.target);
    const previousAnswers = query.previousAnswers === true && values;
    return responseView(db, of, rights, clock(), { ...query, values, previousAnswers, personId: personIdOf(user) });
  });

  serveOver(app, readUpdates, ofAgency, (_call, of) => updatesView(db, of, clock()));

  serveOver(app, createMeasureEndpoint, ofAgency, async ({ body, user }, into) => {
    const created = await db.transaction((tx) =>
      body.carryForward
        ? carryForward(tx, into, body.carryForward, actorOf(user), clock())
        : createMeasure(tx, into, actorOf(user), clock()),
    );
    const of = { ...into, measure: created };
    return drafts.show(of, accessOf(user, of), clock());
  });

  serveOver(app, decideRollOver, ofAgency, async ({ params, body, user }, of) =>
    toRollOver(await db.transaction((tx) => decideOutcome(tx, of, params.measure, body, actorOf(user), clock()))),
  );

  serveOver(app, decideRollOvers, ofAgency, async ({ body, user }, of) => {
    await db.transaction((tx) => decideOutcomes(tx, of, body.decisions, actorOf(user), clock()));
    return null;
  });

  serveOver(app, undoRollOver, ofAgency, async ({ params, user }, of) => {
    await db.transaction((tx) => undoOutcome(tx, of, params.measure, actorOf(user), clock()));
    return null;
  });

  serveOver(app, submitEndpoint, ofAgency, async ({ body, query, request, user }, from) => {
    const key = String(request.headers['idempotency-key']);
    const letters = await mailContext();
    const row = await db.transaction((tx) =>
      submitResponse(tx, from, { key, ...body }, actorOf(user), clock(), async (sent, measures) => {
        await stopMail(tx, letters, from, clock());
        const submission = { ...toSubmission(sent), measures };
        await mailNewReceipt(tx, letters, from, submission, writingIn(query.lang, user), clock());
      }),
    );
    const { content: _, agency: __, edition: ___, undecided: ____, ...reply } = await receiptOf(db, from, row.receipt);
    return reply;
  });

  serveOver(app, readSubmission, ofAgency, ({ params }, of) => receiptOf(db, of, params.receipt));
}
