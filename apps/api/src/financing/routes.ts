import {
  accountsFileLimits,
  calculateCostSharing,
  type FinancingModelsReply,
  listCostSharers,
  listFinancingCases,
  listFinancingSchemes,
  readExampleAccounts,
  readFinancingModels,
  tryFinancingModels,
} from '@samblikk/contract';
import { newestPopulation } from '@samblikk/financing';
import { osloDay } from '@samblikk/text';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Deps, languageOf, negotiateFormat, sendFile, serve } from '../platform/http/index.ts';
import { calculate, yearOf } from './calculation.ts';
import { casesReply } from './cases.ts';
import { sharesCsv, sharesXlsx } from './files.ts';
import { modelsCsv, modelsXlsx } from './model-files.ts';
import { tryModels } from './models.ts';
import { exampleCsv, exampleXlsx, tryOwnAccounts } from './own-accounts/index.ts';
import { schemesReply } from './schemes.ts';
import { sharersOn } from './sharers.ts';

/** Calculations that anyone may make, of which nothing is kept; and what is known of how measures were financed. */
export function financingRoutes(app: FastifyInstance, { readDb, clock, config: { publicUrl } }: Deps): void {
  const today = () => osloDay(clock());
  /** Where and when a file was made, for its sheet that explains it. */
  const madeAt = ({ url }: FastifyRequest) => ({ address: publicUrl + url, now: clock() });
  const flavourOf = (format: 'csv' | 'csv-excel') => (format === 'csv' ? 'strict' : 'excel');

  serve(app, calculateCostSharing, async ({ query, request, reply }) => {
    const language = languageOf(request);
    const sharers = await sharersOn(readDb, today(), yearOf(query.population), language);
    const told = calculate(query, sharers, language);
    const format = negotiateFormat('costSharing', query.format, request);
    if (format === 'json') return told;
    const content =
      format === 'xlsx'
        ? await sharesXlsx(told, madeAt(request), language)
        : sharesCsv(told, language, flavourOf(format));
    return sendFile(reply, { format, name: 'samblikk-cost-sharing', content });
  });

  serve(app, listCostSharers, async ({ request }) => {
    const { all } = await sharersOn(readDb, today(), newestPopulation, languageOf(request));
    return { sharers: all.map(({ id, name, kind }) => ({ id, name, kind })) };
  });

  serve(app, listFinancingSchemes, async ({ query, request }) =>
    schemesReply(query, Number(today().slice(0, 4)), languageOf(request)),
  );

  /** What models do to accounts, in the format asked for. */
  async function sendModels(
    told: FinancingModelsReply,
    named: string | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    const language = languageOf(request);
    const format = negotiateFormat('financingModels', named, request);
    if (format === 'json') return told;
    const content =
      format === 'xlsx'
        ? await modelsXlsx(told, madeAt(request), language)
        : modelsCsv(told, language, flavourOf(format));
    return sendFile(reply, { format, name: `samblikk-financing-models${told.invented ? '-invented' : ''}`, content });
  }

  serve(app, readFinancingModels, ({ query, request, reply }) =>
    sendModels(tryModels(query, languageOf(request)), query.format, request, reply),
  );

  // In a scope of its own: a page without script posts its form here to get a file, and no other address takes forms.
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 3 * accountsFileLimits.characters },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    serve(scope, tryFinancingModels, async ({ query, body, request, reply }) =>
      sendModels(await tryOwnAccounts(body, query, languageOf(request)), query.format, request, reply),
    );
  });

  serve(app, readExampleAccounts, async ({ query, request, reply }) => {
    const language = languageOf(request);
    const format = query.format ?? 'csv';
    const content = format === 'xlsx' ? await exampleXlsx(language) : exampleCsv(language, flavourOf(format));
    return sendFile(reply, { format, name: 'samblikk-product-accounts-invented', content });
  });

  serve(app, listFinancingCases, async ({ request }) => casesReply(languageOf(request)));
}
