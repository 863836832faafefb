import {
  listSubmissions,
  mailReceipt,
  portfolioCsv,
  portfolioJson,
  portfolioXlsx,
  readComparison,
  readEffort,
  receiptPdf,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { namesAt } from '../directory/index.ts';
import { type Deps, languageOf, serveOver } from '../platform/http/index.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { receiptOf, submissionsOf } from '../responses/index.ts';
import { agencyRoundOf } from '../rounds/index.ts';
import { comparisonOf } from './comparison.ts';
import { effortOf } from './effort.ts';
import { mailReceiptAgain, writingIn } from './mail.ts';
import { receiptAsPdf } from './pdf.ts';
import { portfolioOf } from './portfolio.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const portfolios = [
  ['csv', portfolioCsv],
  ['xlsx', portfolioXlsx],
  ['json', portfolioJson],
] as const;

export function receiptRoutes(app: FastifyInstance, { config, db, readDb, clock, wake }: Deps): void {
  const mailContext = mailContextOf({ config, wake });
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  serveOver(app, listSubmissions, ofAgency, (_, of) => submissionsOf(db, of));

  serveOver(app, receiptPdf, ofAgency, async ({ params, request, reply }, of) => {
    const receipt = await receiptOf(db, of, params.receipt);
    const names = await namesAt(db, receipt.submittedAt.slice(0, 10));
    const file = await receiptAsPdf(receipt, of.edition, params.year, names, languageOf(request));
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="samblikk-${params.year}-${receipt.receipt}.pdf"`)
      .send(file);
  });

  serveOver(app, mailReceipt, ofAgency, async ({ params, query, user }, of) => {
    const receipt = await receiptOf(db, of, params.receipt);
    const letters = await mailContext();
    return db.transaction((tx) => mailReceiptAgain(tx, letters, of, receipt, writingIn(query.lang, user), clock()));
  });

  serveOver(app, readEffort, ofAgency, async ({ params }, of) => {
    const { submittedAt } = await receiptOf(db, of, params.receipt);
    return effortOf(db, of, params.receipt, new Date(submittedAt));
  });

  for (const [format, endpoint] of portfolios) {
    serveOver(app, endpoint, ofAgency, async ({ params, request, reply }, of) => {
      const names = await namesAt(db, clock().toISOString().slice(0, 10));
      const file = await portfolioOf(db, of, format, names, languageOf(request));
      const name = `samblikk-${params.year}-${params.orgnr}-tiltak.${format}`;
      return reply.type(types[format]).header('content-disposition', `attachment; filename="${name}"`).send(file);
    });
  }

  serveOver(app, readComparison, ofAgency, ({ query }, of) => comparisonOf(db, readDb, clock(), of, query.receipt));
}
