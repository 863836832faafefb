import { exportPopulation, importPopulation as importEndpoint } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { record } from '../../platform/audit/index.ts';
import { type Deps, languageOf, serve } from '../../platform/http/index.ts';
import { roundOf } from '../../rounds/index.ts';
import { importPopulation } from './import-population.ts';
import { populationCsv } from './population-csv.ts';

/** The population of a round to a file and back. */
export function populationFileRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  serve(app, exportPopulation, async ({ params: { year }, user, reply }) => {
    const file = await populationCsv(db, await roundOf(db, year));
    const event = { actor: user?.personId ?? '', subject: `round:${year}`, details: { year, format: 'population' } };
    await db.transaction((tx) => record(tx, { ...event, action: 'export.taken' }, clock()));
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="population-${year}.csv"`)
      .send(file);
  });
  serve(app, importEndpoint, ({ params, body, user, request }) =>
    importPopulation(db, {
      ...{ year: params.year, ...body, language: languageOf(request) },
      ...{ actor: user?.personId ?? '', now: clock() },
    }),
  );
}
