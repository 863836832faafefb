import { codeListsPath, readDataset } from '@samblikk/contract';
import { editions } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import type { FastifyInstance } from 'fastify';
import { namesAt, wholeDirectory } from '../directory/index.ts';
import { cacheable, type Deps, languageOf, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Graph, type RdfFormat, rdfEndings, sendRdf } from '../platform/rdf/index.ts';
import { type FrozenFile, frozenFilesOf } from '../publication/index.ts';
import { type DatedRelease, releaseOf, releases } from '../releases/index.ts';
import { bodyLists } from './bodies.ts';
import { codeListsOf } from './code-lists.ts';
import { catalogGraph, catalogPath, type Publisher } from './dcat.ts';
import { datasetJsonLd } from './schema-org.ts';
import { codeListGraph } from './skos.ts';

interface Described {
  readonly graph: Graph;
  readonly lastModified: readonly Date[];
}

/** The descriptions of the data, for harvesters and programs: at addresses that last, outside the API and its versions. */
export function catalogRoutes(app: FastifyInstance, deps: Deps): void {
  const { config, readDb, clock } = deps;
  const options = { schema: { hide: true }, config: { open: true } } as const;
  const { orgnr, organisations } = config.publisher;
  const organisation = (number: string) => `${organisations}/${number}`;
  const everyEdition = Object.values(editions);

  const publisherOn = async (day: string): Promise<Publisher> => {
    const name = (await namesAt(readDb, day)).agency(orgnr) ?? { nb: orgnr, nn: orgnr, en: orgnr };
    return { orgnr, address: organisation(orgnr), name };
  };

  const filesOfReleases = async (all: readonly DatedRelease[]) => {
    const files = new Map<string, readonly FrozenFile[]>();
    for (const release of all) files.set(release.id, await frozenFilesOf(deps, release));
    return files;
  };

  const catalog = async (): Promise<Described> => {
    const now = clock();
    const found = await releases(readDb, now);
    const graph = catalogGraph({
      base: config.publicUrl,
      publisher: await publisherOn(osloDay(now)),
      contactEmail: config.contactEmail,
      since: Math.min(...everyEdition.map(({ year }) => year)),
      releases: found,
      files: await filesOfReleases(found.filter(({ latest }) => latest)),
    });
    return { graph, lastModified: found.map(({ frozenAt }) => frozenAt) };
  };

  /** All code lists, or one. @throws ApiError notFound */
  const codeLists = async (id?: string): Promise<Described> => {
    const all = [...codeListsOf(everyEdition), ...bodyLists(await wholeDirectory(readDb), osloDay(clock()))];
    const lists = id === undefined ? all : all.filter((list) => list.id === id);
    if (lists.length === 0) throw new ApiError('notFound');
    const graph = codeListGraph(lists, {
      base: config.publicUrl,
      publisher: organisation(orgnr),
      alsoAt: (list, code) => (list === 'agencies' ? [organisation(code)] : []),
    });
    return { graph, lastModified: [] };
  };

  serve(app, readDataset, async ({ params: { name }, request, reply }) => {
    const now = clock();
    const [, year, number] = /^(20\d\d)\.([1-9]\d{0,4})$/.exec(name) ?? [];
    if (name !== 'register' && year === undefined) throw new ApiError('notFound');
    const found = await releases(readDb, now);
    const release = year === undefined ? undefined : await releaseOf(readDb, now, Number(year), Number(number));
    const shown = release ? [release] : found;
    cacheable(reply, { lastModified: shown.map(({ frozenAt }) => frozenAt), pinned: release !== undefined });
    const source = {
      base: config.publicUrl,
      publisher: await publisherOn(osloDay(now)),
      contactEmail: config.contactEmail,
    };
    const files = await filesOfReleases(release ? [release] : []);
    return datasetJsonLd({ ...source, releases: found, release, files, language: languageOf(request) });
  });

  for (const [path, describe] of [
    [catalogPath, catalog],
    [codeListsPath, () => codeLists()],
    [`${codeListsPath}/:list`, codeLists],
  ] as const) {
    for (const format of [undefined, ...rdfEndings] satisfies (RdfFormat | undefined)[]) {
      app.get<{ Params: { list?: string } }>(
        format === undefined ? path : `${path}.${format}`,
        options,
        async (request, reply) => {
          const { graph, lastModified } = await describe(request.params.list);
          return sendRdf(request, reply, graph, { format, lastModified });
        },
      );
    }
  }
}
