import {
  createMeasure as createMeasureEndpoint,
  may,
  readDraft,
  readResponse,
  readRevisions,
  readSubmission,
  saveDraftEndpoints,
  submitResponse as submitEndpoint,
  withdrawMeasure,
} from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../app.ts';
import { record } from '../audit/record.ts';
import type { Signed } from '../auth/signed.ts';
import { measureRound } from '../db/schema.ts';
import { ApiError } from '../http/problem.ts';
import { serve } from '../http/serve.ts';
import { demandOpen } from '../rounds/store.ts';
import { actorOf, auditName } from './actor.ts';
import { createMeasure, takeAlong } from './create-measure.ts';
import { history, receiptOf } from './history.ts';
import { saveDraft } from './save-draft.ts';
import { type AgencyRound, agencyRoundOf, measureInRound, targetOf } from './store.ts';
import { submitResponse } from './submit.ts';
import { draftView, type Rights, responseView } from './view.ts';

export function responseRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const agencyTarget = async ({ params }: { params: { orgnr: string; year: number } }) =>
    targetOf(await agencyRoundOf(db, params.year, params.orgnr));
  const measureTarget = async ({ params }: { params: { measure: string; year: number } }) =>
    targetOf(await measureInRound(db, params.measure, params.year));
  const view = async (measure: string, year: number, user: Signed | undefined) => {
    const { mayWrite } = rightsOf(user, await measureInRound(db, measure, year));
    return draftView(db, measure, year, mayWrite, clock());
  };

  serve(
    app,
    readResponse,
    async ({ params, user }) => {
      const of = await agencyRoundOf(db, params.year, params.orgnr);
      return responseView(db, of, rightsOf(user, of), clock());
    },
    agencyTarget,
  );

  serve(
    app,
    createMeasureEndpoint,
    async ({ params, body, user }) => {
      const created = await db.transaction(async (tx) => {
        const into = await agencyRoundOf(tx, params.year, params.orgnr);
        return body.takeAlong
          ? takeAlong(tx, into, body.takeAlong, actorOf(user), clock())
          : createMeasure(tx, into, actorOf(user), clock());
      });
      return view(created.id, params.year, user);
    },
    agencyTarget,
  );

  serve(app, readDraft, ({ params, user }) => view(params.measure, params.year, user), measureTarget);

  serve(
    app,
    readRevisions,
    async ({ params }) => history(db, params.measure, (await measureInRound(db, params.measure, params.year)).round.id),
    measureTarget,
  );

  for (const [edition, endpoint] of saveDraftEndpoints) {
    serve(
      app,
      endpoint,
      async ({ params, body, user }) => {
        await db.transaction(async (tx) => {
          const target = await measureInRound(tx, params.measure, body.year);
          if (target.edition.id !== edition) {
            throw new ApiError('invalidRequest', {
              detail: `The round of ${body.year} has edition ${target.edition.id}.`,
            });
          }
          await saveDraft(tx, target, body, actorOf(user), clock());
        });
        return view(params.measure, body.year, user);
      },
      async ({ params, body }) => targetOf(await measureInRound(db, params.measure, body.year)),
    );
  }

  serve(
    app,
    withdrawMeasure,
    async ({ params, user }) => {
      await db.transaction(async (tx) => {
        const { round, measure } = await measureInRound(tx, params.measure, params.year);
        demandOpen(round, clock());
        const where = and(eq(measureRound.measureId, measure.id), eq(measureRound.roundId, round.id));
        await tx.update(measureRound).set({ withdrawnAt: clock() }).where(where);
        const event = {
          actor: auditName(actorOf(user)),
          subject: `measure:${measure.id}`,
          details: { year: params.year },
        };
        await record(tx, { ...event, action: 'measure.withdrawn' }, clock());
      });
      return null;
    },
    measureTarget,
  );

  serve(
    app,
    submitEndpoint,
    async ({ params, body, request, user }) => {
      const key = String(request.headers['idempotency-key']);
      return db.transaction(async (tx) => {
        const from = await agencyRoundOf(tx, params.year, params.orgnr);
        const row = await submitResponse(
          tx,
          from,
          { key, nothingToReport: body.nothingToReport },
          actorOf(user),
          clock(),
        );
        const { content: _, agency: __, edition: ___, ...reply } = await receiptOf(tx, from, row.receipt);
        return reply;
      });
    },
    agencyTarget,
  );

  serve(
    app,
    readSubmission,
    async ({ params }) => receiptOf(db, await agencyRoundOf(db, params.year, params.orgnr), params.receipt),
    agencyTarget,
  );
}

function rightsOf(user: Signed | undefined, of: Pick<AgencyRound, 'agency'>): Rights {
  return {
    mayWrite: may(user?.roles, 'measures.write', targetOf(of)),
    maySubmit: may(user?.roles, 'response.submit', targetOf(of)),
  };
}
