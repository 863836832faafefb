import multipart from '@fastify/multipart';
import {
  addSource,
  changeSource,
  deliverFile,
  listAllSources,
  listSources,
  mapSource,
  may,
  readDelivery,
  readSource,
  removeSource,
  runSource,
  spreadsheetLimits,
} from '@samblikk/contract';
import { kindOf, type Language } from '@samblikk/questionnaire';
import { cellOptions, questionsToFill } from '@samblikk/questionnaire/match';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { agencyToday, namesAt, newestAgencies } from '../../directory/index.ts';
import { type Deps, languageOf, serve, serveOver } from '../../platform/http/index.ts';
import { mailContextOf } from '../../platform/mail/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { actorOf, type Signed } from '../../platform/signed/index.ts';
import { roundRows } from '../../rounds/index.ts';
import { deliver, type GetFile, tryDelivery } from './deliver.ts';
import { getFile, gotFile } from './get-list.ts';
import { add, change, map, remove } from './manage.ts';
import { deliveryView, mappingView, reportView, sourceView, type Words } from './show.ts';
import {
  deliveriesOf,
  deliveryOf,
  lastDeliveries,
  roundsAsking,
  type SourceRow,
  sourceOf,
  sourcesOf,
} from './store.ts';

/** What agencies deliver by: their own sources, and all of them for staff. */
export async function sourceRoutes(app: FastifyInstance, { config, db, clock, wake }: Deps): Promise<void> {
  const mailContext = mailContextOf({ config, wake });
  const alsoFrom = config.watchedFilesFrom;
  const ofAgency = ({ params }: { params: { orgnr: string } }) => agencyToday(db, params.orgnr, clock());
  const words = async (request: FastifyRequest): Promise<Words> => ({
    years: new Map((await roundRows(db)).map(({ id, year }) => [id, year])),
    names: await namesAt(db, clock().toISOString().slice(0, 10)),
    language: languageOf(request),
  });
  const by = (user: Signed | undefined, language: Language) => ({
    ...{ actor: actorOf(user), now: clock(), alsoFrom, language },
  });
  const views = async (rows: readonly SourceRow[], inWords: Words) => {
    const last = await lastDeliveries(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => sourceView(row, last.get(row.id), inWords));
  };
  const one = async (agencyId: string, id: string, request: FastifyRequest) => {
    const [view] = await views([await sourceOf(db, agencyId, id)], await words(request));
    if (!view) throw new ApiError('internal');
    return view;
  };

  serveOver(app, listSources, ofAgency, async ({ request, user }, { id, orgnr, name, target }) => ({
    agency: { orgnr, name },
    mayManage: may(user?.roles, 'source.manage', target),
    sources: await views(await sourcesOf(db, id), await words(request)),
  }));

  serveOver(app, addSource, ofAgency, async ({ body, request, user }, agency) => {
    const row = await db.transaction((tx) => add(tx, agency.id, body, by(user, languageOf(request))));
    await db.transaction((tx) => wake(tx, 'sources'));
    return one(agency.id, row.id, request);
  });

  serveOver(app, readSource, ofAgency, async ({ params, request, user }, { id, orgnr, name, target }) => {
    const row = await sourceOf(db, id, params.source);
    const inWords = await words(request);
    const [source] = await views([row], inWords);
    const deliveries = await deliveriesOf(db, row.id);
    const report = deliveries.find((one) => one.report !== null)?.report ?? null;
    const [newest] = await roundsAsking(db, id);
    const questions = newest ? questionsToFill(newest.edition) : [];
    if (!source) throw new ApiError('internal');
    return {
      ...{ agency: { orgnr, name }, mayManage: may(user?.roles, 'source.manage', target), source },
      deliveries: deliveries.map((one) => deliveryView(one, inWords)),
      ...mappingView(report, inWords),
      questions: questions.map((question) => ({
        id: question.id,
        label: question.label[inWords.language],
        amount: kindOf(question).unit !== undefined,
        options: newest
          ? cellOptions(newest.edition, question).map(({ code, label }) => ({ code, label: label[inWords.language] }))
          : [],
      })),
    };
  });

  serveOver(app, changeSource, ofAgency, async ({ params, body, request, user }, { id }) => {
    await db.transaction(async (tx) => {
      const row = await sourceOf(tx, id, params.source, { lock: true });
      await change(tx, row, body, by(user, languageOf(request)));
      await wake(tx, 'sources');
    });
    return one(id, params.source, request);
  });

  serveOver(app, removeSource, ofAgency, async ({ params, reply, request, user }, { id }) => {
    await db.transaction(async (tx) => {
      const row = await sourceOf(tx, id, params.source, { lock: true });
      await remove(tx, row, by(user, languageOf(request)));
    });
    return reply.code(204).send();
  });

  serveOver(app, mapSource, ofAgency, async ({ params, body, reply, request, user }, { id }) => {
    const [newest] = await roundsAsking(db, id);
    if (!newest) throw new ApiError('notFound', { detail: 'noRoundToDeliverTo' });
    await db.transaction(async (tx) => {
      const row = await sourceOf(tx, id, params.source, { lock: true });
      await map(tx, row, newest, body, by(user, languageOf(request)));
      await wake(tx, 'sources');
    });
    return reply.code(204).send();
  });

  /** Tries a file, or takes it in, and tells what became of it. */
  async function run(row: SourceRow, get: GetFile, dryRun: boolean, request: FastifyRequest) {
    const inWords = await words(request);
    if (dryRun) return reportView({ id: uuid(), ...(await tryDelivery(db, row, get, clock())) }, inWords);
    const delivery = await deliver(db, await mailContext(), row, get, clock());
    const told = delivery ?? (await lastDeliveries(db, [row.id])).get(row.id);
    if (!told) throw new ApiError('roundNotOpen', { detail: 'noRoundToDeliverTo' });
    return reportView(told, inWords);
  }

  serveOver(app, runSource, ofAgency, async ({ params, body, request }, { id }) => {
    const row = await sourceOf(db, id, params.source);
    if (row.kind !== 'address') throw new ApiError('invalidRequest', { detail: 'notWatched' });
    return run(row, (again) => getFile(row, { again, alsoFrom }), body.dryRun, request);
  });

  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: spreadsheetLimits.bytes, files: 1, fields: 0 } });
    serveOver(scope, deliverFile, ofAgency, async ({ params, query, request }, { id }) => {
      const row = await sourceOf(db, id, params.source);
      if (row.kind !== 'upload') throw new ApiError('invalidRequest', { detail: 'notSentTo' });
      if (!request.isMultipart()) throw new ApiError('invalidRequest', { detail: 'sendMultipart' });
      const part = await request.file();
      if (part?.fieldname !== 'file') throw new ApiError('invalidRequest', { detail: 'sendOneFile' });
      const name =
        part.filename
          .split(/[\\/]/)
          .at(-1)
          ?.replace(/\p{Cc}/gu, '')
          .slice(0, 200) ?? '';
      const got = gotFile(name, await part.toBuffer());
      return run(row, async () => got, query.dryRun, request);
    });
  });

  serveOver(app, readDelivery, ofAgency, async ({ params, request }, { id }) => {
    const row = await sourceOf(db, id, params.source);
    return reportView(await deliveryOf(db, row.id, params.delivery), await words(request));
  });

  serve(app, listAllSources, async ({ request }) => {
    const rows = await sourcesOf(db);
    const agencies = await newestAgencies(db, [...new Set(rows.map(({ agencyId }) => agencyId))]);
    const inWords = await words(request);
    const shown = (await views(rows, inWords)).map((view, at) => {
      const agency = agencies.get(rows[at]?.agencyId ?? '');
      return { ...view, agency: { orgnr: agency?.orgnr ?? '', name: agency?.name ?? { nb: '', nn: '', en: '' } } };
    });
    const urgency = (view: (typeof shown)[number]) => (view.fault !== null ? 0 : view.needsPeople ? 1 : 2);
    return { sources: shown.toSorted((a, b) => urgency(a) - urgency(b)) };
  });
}
