import {
  lookAgain,
  lookAtMeasure,
  may,
  readMeasureQuality,
  readQuality,
  readRuleStatistics,
  ruleStatisticsCsv,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { measureInRound } from '../measures/index.ts';
import { type Deps, languageOf, serve, serveOver } from '../platform/http/index.ts';
import { requireSigned } from '../platform/signed/index.ts';
import { editionOfRound, roundOf } from '../rounds/index.ts';
import { lookOver } from './look-over.ts';
import { endLooks } from './looks.ts';
import { measureQuality } from './measure.ts';
import { queue } from './queue.ts';
import { ruleCsv, ruleStatistics } from './rules.ts';

/** Looking over what was sent in: the queue, one measure, and how the rules do. */
export function qualityRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const ofMeasure = ({ params }: { params: { measure: string; year: number } }) =>
    measureInRound(db, params.measure, params.year);

  serve(app, readQuality, async ({ params, query, user }) =>
    queue(db, await roundOf(db, params.year), query, { values: may(user?.roles, 'exemption.readValue') }),
  );

  serveOver(app, readMeasureQuality, ofMeasure, (_, of) => measureQuality(db, of, clock()));

  serveOver(app, lookAtMeasure, ofMeasure, async ({ body, user }, of) => {
    const by = requireSigned(user);
    await db.transaction((tx) => lookOver(tx, of, body, by, clock()));
    return measureQuality(db, of, clock());
  });

  serveOver(app, lookAgain, ofMeasure, async ({ user }, of) => {
    const by = requireSigned(user);
    await db.transaction((tx) => endLooks(tx, of, by, clock()));
    return null;
  });

  serve(app, readRuleStatistics, async ({ params }) => ruleStatistics(db, await roundOf(db, params.year)));

  serve(app, ruleStatisticsCsv, async ({ params, request, reply }) => {
    const round = await roundOf(db, params.year);
    const file = ruleCsv(await ruleStatistics(db, round), editionOfRound(round), languageOf(request));
    return reply
      .header('content-type', 'text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="samblikk-${params.year}-rules.csv"`)
      .send(file);
  });
}
