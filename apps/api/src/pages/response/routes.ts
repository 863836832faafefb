import {
  createMeasure as createMeasureEndpoint,
  decideRollOver,
  decideRollOvers,
  may,
  readDraft,
  readResponse,
  readRevisions,
  readSubmission,
  restoreRevision,
  saveDraftEndpoints,
  sectionsWithin,
  submitResponse as submitEndpoint,
  undoRollOver,
  withdrawMeasure,
} from '@samblikk/contract';
import { type Edition, editions } from '@samblikk/questionnaire';
import type { FastifyInstance } from 'fastify';
import {
  createMeasure,
  type MeasureInRound,
  measureEverInRound,
  measureInRound,
  requireNotWithdrawn,
  toRollOver,
  withdraw,
} from '../../measures/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { mailContextOf } from '../../platform/mail/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { actorOf, type Signed } from '../../platform/signed/index.ts';
import { mailNewReceipt, writingIn } from '../../receipts/index.ts';
import {
  carryForward,
  decideOutcome,
  decideOutcomes,
  history,
  type MeasureAccess,
  type RevisionRow,
  receiptOf,
  restore,
  saveDraft,
  submitResponse,
  toSubmission,
  undoOutcome,
} from '../../responses/index.ts';
import { type AgencyRound, agencyRoundOf } from '../../rounds/index.ts';
import { withExactAnswers } from './exact-answers.ts';
import { draftView, type Rights, responseView } from './view.ts';

export function responseRoutes(app: FastifyInstance, { config, db, clock, wake }: Deps): void {
  const means = mailContextOf({ config, wake });
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);
  const ofMeasure = ({ params }: { params: { measure: string; year: number } }) =>
    measureInRound(db, params.measure, params.year);
  // Those who may see it are told when it was taken out while they were writing.
  const ofMeasureEver = ({ params }: { params: { measure: string; year: number } }) =>
    measureEverInRound(db, params.measure, params.year);
  const view = (of: MeasureInRound, user: Signed | undefined, written?: RevisionRow) =>
    draftView(db, of, accessOf(user, of), clock(), written);

  serveOver(app, readResponse, ofAgency, ({ user }, of) =>
    responseView(db, of, rightsOf(user, of), clock(), user && !user.system ? user.personId : undefined),
  );

  serveOver(app, createMeasureEndpoint, ofAgency, async ({ body, user }, into) => {
    const created = await db.transaction((tx) =>
      body.carryForward
        ? carryForward(tx, into, body.carryForward, actorOf(user), clock())
        : createMeasure(tx, into, actorOf(user), clock()),
    );
    return view({ ...into, measure: created }, user);
  });

  serveOver(app, readDraft, ofMeasureEver, async ({ user }, of) => {
    requireNotWithdrawn(of);
    return view(of, user);
  });
  serveOver(app, readRevisions, ofMeasure, ({ user }, of) => history(db, of, accessOf(user, of)));

  for (const [id, endpoint] of saveDraftEndpoints) {
    const find = ({ params, body }: { params: { measure: string }; body: { year: number } }) =>
      measureEverInRound(db, params.measure, body.year);
    serveOver(app, withExactAnswers(endpoint, editions[id] as Edition), find, async ({ body, user }, of) => {
      requireNotWithdrawn(of);
      if (of.edition.id !== id) {
        throw new ApiError('invalidRequest', { detail: ['otherEdition', { year: body.year, edition: of.edition.id }] });
      }
      const sections = sectionsWithin(user?.roles, 'draft.write', of.target);
      const saved = await db.transaction((tx) => saveDraft(tx, of, { ...body, sections }, actorOf(user), clock()));
      return view(of, user, saved);
    });
  }

  serveOver(app, withdrawMeasure, ofMeasure, async ({ user }, of) => {
    await db.transaction((tx) => withdraw(tx, of, actorOf(user), clock()));
    return null;
  });

  serveOver(app, restoreRevision, ofMeasure, async ({ body, user }, of) => {
    const saved = await db.transaction((tx) => restore(tx, of, body, actorOf(user), clock()));
    return view(of, user, saved);
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
    const letters = await means();
    const row = await db.transaction((tx) =>
      submitResponse(tx, from, { key, ...body }, actorOf(user), clock(), (sent, measures) =>
        mailNewReceipt(tx, letters, from, { ...toSubmission(sent), measures }, writingIn(query.lang, user), clock()),
      ),
    );
    const { content: _, agency: __, edition: ___, undecided: ____, ...reply } = await receiptOf(db, from, row.receipt);
    return reply;
  });

  serveOver(app, readSubmission, ofAgency, ({ params }, of) => receiptOf(db, of, params.receipt));
}

function rightsOf(user: Signed | undefined, { target }: AgencyRound): Rights {
  return {
    mayWrite: may(user?.roles, 'measures.write', target),
    maySubmit: may(user?.roles, 'response.submit', target),
  };
}

/** What of a measure the person sees, and whether they may answer that. */
function accessOf(user: Signed | undefined, { target }: MeasureInRound): MeasureAccess {
  return {
    mayWrite: may(user?.roles, 'draft.write', target),
    sections: sectionsWithin(user?.roles, 'draft.read', target),
    answers: sectionsWithin(user?.roles, 'draft.write', target),
    delegated: !may(user?.roles, 'measures.read', target),
    mayAsk: may(user?.roles, 'query.ask', target),
    personId: user?.personId,
  };
}
