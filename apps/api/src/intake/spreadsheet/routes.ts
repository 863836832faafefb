import multipart from '@fastify/multipart';
import {
  importSpreadsheet,
  listSpreadsheetImports,
  mapSpreadsheet,
  readUpload,
  type Separator,
  spreadsheetLimits,
  templateCsv as templateCsvEndpoint,
  templateXlsx as templateXlsxEndpoint,
  undoSpreadsheetImport,
  uploadSpreadsheet,
} from '@samblikk/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { personAsReceiver } from '../../access/index.ts';
import { namesAt } from '../../directory/index.ts';
import { temporaryFolder } from '../../platform/files/index.ts';
import { type Deps, languageOf, serveOver } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, actorOf } from '../../platform/signed/index.ts';
import { agencyRoundOf, requireOpen } from '../../rounds/index.ts';
import type { Delimiter } from '../survey-file/csv-file.ts';
import { inWords } from './file-fault.ts';
import { findSheets } from './find-sheets.ts';
import { importRows } from './import-rows.ts';
import { importsOf, undoImport } from './imports.ts';
import { planUpload, requireMapping } from './preview.ts';
import { readInChildProcess } from './read-apart.ts';
import { previewOf } from './show-plan.ts';
import { knownMeasures } from './state.ts';
import { keepUpload, newUpload, saveMapping, uploadOf } from './store.ts';
import { templateCsv, templateXlsx } from './template.ts';
import { uploadView } from './upload-view.ts';
import { yieldToOthers } from './yield-to-others.ts';

const signs = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const satisfies Record<Separator, Delimiter>;

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function spreadsheetRoutes(app: FastifyInstance, { db, clock }: Deps): Promise<void> {
  const ofAgency = ({ params }: { params: { orgnr: string; year: number } }) =>
    agencyRoundOf(db, params.year, params.orgnr);

  const today = () => clock().toISOString().slice(0, 10);
  const ownAddress = async ({ personId }: Actor) =>
    personId === null ? undefined : (await db.transaction((tx) => personAsReceiver(tx, personId)))[0]?.email;

  serveOver(app, templateXlsxEndpoint, ofAgency, async ({ request, reply, params }, of) => {
    const file = await templateXlsx(of, await knownMeasures(db, of), languageOf(request));
    return reply.type(xlsxType).header('content-disposition', attachment(params, 'xlsx')).send(file);
  });
  serveOver(app, templateCsvEndpoint, ofAgency, async ({ request, reply, params }, of) => {
    const file = templateCsv(of, await knownMeasures(db, of), languageOf(request));
    return reply.type('text/csv; charset=utf-8').header('content-disposition', attachment(params, 'csv')).send(file);
  });

  // Only this address takes files, so the parser lives here and nowhere else.
  await app.register(async (scope) => {
    const folder = await temporaryFolder('lists');
    scope.addHook('onClose', () => folder.remove());
    await scope.register(multipart, { limits: { fileSize: spreadsheetLimits.bytes, files: 1, fields: 0 } });
    serveOver(scope, uploadSpreadsheet, ofAgency, async ({ request, query, user }, of) => {
      requireOpen(of.round, clock());
      const { fileName, path } = await receive(request, folder.path);
      return worded(request, async () => {
        const file = await readInChildProcess(path, query.separator && signs[query.separator]);
        const found = await findSheets(of.edition, file.sheets, yieldToOthers());
        const row = newUpload(of, { ...file, fileName, found }, actorOf(user).personId ?? '', clock());
        // Looked at before it is kept: one that is too long is refused here, and leaves nothing behind.
        const view = await uploadView(db, of, row, {}, languageOf(request), file.sheets);
        await keepUpload(db, row, file.sheets);
        return view;
      });
    });
  });

  serveOver(app, readUpload, ofAgency, ({ params, query, request }, of) =>
    worded(request, async () => {
      const row = await uploadOf(db, of, params.upload, clock());
      return uploadView(db, of, row, query, languageOf(request));
    }),
  );

  serveOver(app, mapSpreadsheet, ofAgency, ({ params, body, request, user }, of) =>
    worded(request, async () => {
      const row = await uploadOf(db, of, params.upload, clock());
      const { ownContact, ...rest } = body;
      const mapping = { ...rest, contact: ownContact ? await ownAddress(actorOf(user)) : undefined };
      requireMapping(of, mapping);
      const planned = await planUpload(db, of, row, mapping, today());
      await saveMapping(db, row.id, mapping);
      return previewOf(of, planned, await namesAt(db, today()), languageOf(request));
    }),
  );

  serveOver(app, importSpreadsheet, ofAgency, ({ params, body, request, user }, of) =>
    worded(request, () =>
      db.transaction((tx) =>
        importRows(tx, of, params.upload, { ...body, language: languageOf(request) }, actorOf(user), clock()),
      ),
    ),
  );

  serveOver(app, listSpreadsheetImports, ofAgency, (_, of) => importsOf(db, of));

  serveOver(app, undoSpreadsheetImport, ofAgency, ({ params, user }, of) =>
    db.transaction((tx) => undoImport(tx, of, params.import, actorOf(user), clock())),
  );
}

const attachment = ({ year, orgnr }: { year: number; orgnr: string }, extension: string) =>
  `attachment; filename="samblikk-${year}-${orgnr}.${extension}"`;

/** Runs something that may refuse a file, with the refusal in the reader's language. */
async function worded<T>(request: FastifyRequest, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw inWords(error, languageOf(request));
  }
}

/** The one file of the request, on disk until it is answered: in memory it would be there several times over. */
async function receive(request: FastifyRequest, folder: string): Promise<{ fileName: string; path: string }> {
  if (!request.isMultipart()) throw new ApiError('invalidRequest', { detail: 'sendMultipart' });
  const [part] = (await request.saveRequestFiles({ tmpdir: folder })).files;
  if (part?.fieldname !== 'file') throw new ApiError('invalidRequest', { detail: 'sendOneFile' });
  // Whatever the browser says, only a short name without folders is kept.
  const fileName =
    (part.filename ?? '')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .slice(0, 200) ?? '';
  return { fileName, path: part.filepath };
}
