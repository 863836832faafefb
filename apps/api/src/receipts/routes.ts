import { listSubmissions, readEffort, receiptPdf } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, languageOf } from '../app.ts';
import { namesAt } from '../directory/store.ts';
import { serveOver } from '../http/serve.ts';
import { receiptOf } from '../responses/history.ts';
import { agencyRoundOf } from '../responses/store.ts';
import { effortOf } from './effort.ts';
import { receiptAsPdf } from './pdf.ts';
import { submissionsOf } from './store.ts';

export function receiptRoutes(app: FastifyInstance, { db }: Deps): void {
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, listSubmissions, ofAgency, (_, of) => submissionsOf(db, of));

  serveOver(app, receiptPdf, ofAgency, async ({ params, request, reply }, of) => {
    const receipt = await receiptOf(db, of, params.receipt);
    const names = await namesAt(db, receipt.submittedAt.slice(0, 10));
    const file = await receiptAsPdf(receipt, of.edition, params.year, names, languageOf(request));
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="samblikk-${params.year}-${receipt.receipt}.pdf"`)
      .send(file);
  });

  serveOver(app, readEffort, ofAgency, async ({ params }, of) => {
    const { submittedAt } = await receiptOf(db, of, params.receipt);
    return effortOf(db, of, params.receipt, new Date(submittedAt));
  });
}
