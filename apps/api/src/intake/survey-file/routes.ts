import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import { exportRound as exportEndpoint, type ImportReport, importRound as importEndpoint } from '@samblikk/contract';
import { type Edition, editionOf, format, type Language } from '@samblikk/questionnaire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { record } from '../../platform/audit/index.ts';
import { temporaryFolder } from '../../platform/files/index.ts';
import { type Deps, languageOf, serve } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { roundOf } from '../../rounds/index.ts';
import { formTexts } from './csv-file.ts';
import { exportRound } from './export.ts';
import { type ImportResult, importRound } from './import.ts';
import { type FileIssue, fileIssueText } from './problems.ts';

/** The largest file that is taken in over HTTP, in bytes; larger ones go by the command line. */
const LARGEST_FILE = 200 * 1024 * 1024;

export async function exchangeRoutes(app: FastifyInstance, { db, readDb, clock }: Deps): Promise<void> {
  serve(app, exportEndpoint, async ({ params, query, user, reply }) => {
    const { year } = await roundOf(readDb, params.year);
    const file = await exportRound(readDb, year, query.format);
    const event = { actor: user?.personId ?? '', subject: `round:${year}`, details: { year, format: query.format } };
    await db.transaction((tx) => record(tx, { ...event, action: 'export.taken' }, clock()));
    return reply
      .type(query.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="survey-${year}.${query.format}"`)
      .send(Readable.from(file));
  });

  // Only these addresses take files, so the parser lives here and nowhere else.
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: LARGEST_FILE, files: 2, fields: 2, fieldSize: 100 } });
    serve(scope, importEndpoint, async ({ params, request, user }) => {
      const language = languageOf(request);
      const folder = await temporaryFolder('import');
      try {
        const sent = await receive(request, folder.path);
        const result = await importRound(db, { year: params.year, ...sent, actor: user?.personId ?? '', now: clock() });
        const report = toReport(result, language);
        if (!result.ok)
          throw new ApiError('fileAtFault', {
            issues: report.issues,
            detail: ['nothingImported', { errors: result.counts.errors, warnings: result.counts.warnings }],
          });
        return report;
      } finally {
        await folder.remove();
      }
    });
  });
}

/** Writes the two files into a folder as they come in, and reads the fields beside them. @throws ApiError invalidRequest */
async function receive(request: FastifyRequest, folder: string) {
  if (!request.isMultipart()) throw new ApiError('invalidRequest', { detail: 'sendMultipart' });
  const paths: Partial<Record<'population' | 'answers', string>> = {};
  const fields: Record<string, string> = {};
  let fileName: string | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
    } else if (part.fieldname === 'population' || part.fieldname === 'answers') {
      const path = join(folder, `${part.fieldname}.csv`);
      await pipeline(part.file, createWriteStream(path));
      if (part.file.truncated) throw new ApiError('tooLarge');
      paths[part.fieldname] = path;
      if (part.fieldname === 'answers') fileName = part.filename;
    } else {
      throw new ApiError('invalidRequest', { detail: ['noSuchFile', { name: part.fieldname }] });
    }
  }
  const { population, answers } = paths;
  if (!population || !answers) throw new ApiError('invalidRequest', { detail: 'sendBothFiles' });
  const { dryRun = 'false', edition, ...others } = fields;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new ApiError('invalidRequest', { detail: ['noSuchField', { name: unknown }] });
  if (dryRun !== 'true' && dryRun !== 'false') throw new ApiError('invalidRequest', { detail: 'dryRunIsBoolean' });
  return { population, answers, fileName, edition: edition || undefined, dryRun: dryRun === 'true' };
}

function toReport({ ok: _, forms, issues, ...result }: ImportResult, language: Language): ImportReport {
  const edition = editionOf(result.edition) as Edition;
  const say = (issue: FileIssue) => ({ ...issue, text: fileIssueText(issue, edition, language) });
  return {
    ...result,
    measures: { ...result.measures },
    notes: (['population', 'answers'] as const).flatMap((file) =>
      forms[file].notes.map((code) => ({ file, code, text: format(formTexts[code], language) })),
    ),
    issues: issues.map(say),
  };
}
