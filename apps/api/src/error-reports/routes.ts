import {
  answerErrorReport,
  discardErrorReports,
  listAgencyErrorReports,
  listErrorReports,
  may,
  reportError,
} from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { agencyToday, carriersOn } from '../directory/index.ts';
import { type Deps, serve, serveOver } from '../platform/http/index.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { actorOf } from '../platform/signed/index.ts';
import { answer, discard } from './answer.ts';
import { report } from './report.ts';
import { errorReport } from './schema.ts';
import { answeredBy, reportList, reportsWhere } from './store.ts';

/** Errors in public measures: reported by readers, answered by agencies, followed up by staff. */
export function errorReportRoutes(app: FastifyInstance, { config, db, readDb, clock, wake }: Deps): void {
  const mailContext = mailContextOf({ config, wake });
  const ofAgency = ({ params }: { params: { orgnr: string } }) => agencyToday(db, params.orgnr, clock());

  serve(app, reportError, async ({ params: { id }, body }) => {
    const { secrets } = await mailContext();
    return report({ db, readDb, secrets }, id, body, clock());
  });

  serveOver(app, listAgencyErrorReports, ofAgency, async ({ query, user }, { id, orgnr, name, target }) => {
    const answerers = await carriersOn(db, clock());
    const own = await answeredBy(db, id, answerers);
    return {
      agency: { orgnr, name },
      mayAnswer: may(user?.roles, 'errorReport.answer', target),
      ...(await reportList({ db, readDb, answerers }, own, query, clock())),
    };
  });

  serveOver(app, answerErrorReport, ofAgency, async ({ params, body, user }, agency) => {
    const mail = await mailContext();
    const answerers = await carriersOn(db, clock());
    await db.transaction(async (tx) => {
      const own = await answeredBy(tx, agency.id, answerers);
      await answer(tx, mail, { id: params.report, own, agency: agency.name }, body, actorOf(user), clock());
    });
    const [answered] = await reportsWhere({ db, readDb, answerers }, eq(errorReport.id, params.report), clock());
    if (!answered) throw new Error(`Error report ${params.report} is gone`);
    return answered;
  });

  serve(app, listErrorReports, async ({ query }) =>
    reportList({ db, readDb, answerers: await carriersOn(db, clock()) }, undefined, query, clock()),
  );

  serve(app, discardErrorReports, async ({ body, user }) => ({
    discarded: await db.transaction((tx) => discard(tx, body.reports, actorOf(user), clock())),
  }));
}
