import { createRequire } from 'node:module';
import {
  license,
  type PxLanguage,
  pxCodelist,
  pxConfig,
  pxData,
  pxFormats,
  pxLanguages,
  pxMaxCells,
  pxMetadata,
  pxSelected,
  pxTable,
  pxTables,
  type QueryOf,
  type ReplyOf,
} from '@samblikk/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  cacheable,
  type Deps,
  defaultLimits,
  type Limits,
  limitWindow,
  sendFile,
  serve,
} from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type LoadedRelease, loaded, newestReleases } from '../releases/index.ts';
import { catalogue, type PxTable } from './catalogue.ts';
import { spaceOf } from './cells.ts';
import { chosenIn } from './choose.ts';
import { type Codelist, codelistsFor, codelistsOf } from './codelists.ts';
import { datasetOf, languageFor, notesOf, releasesIn, titleOf, updatedOf, yearsIn } from './dataset.ts';
import { formOf, toCsv, toHtml, toParquet, toXlsx } from './formats.ts';
import { gridOf, laidOut, type Placement } from './layout.ts';
import { linksFrom } from './links.ts';
import { canonical, listIn } from './parameters.ts';
import { askedOf, refuseOthers, type Selection, sameName, selectionIn } from './selection.ts';
import { fromRelease, words } from './words.ts';

const { version }: { version: string } = createRequire(import.meta.url)('../../package.json');

const languageNames: Record<PxLanguage, string> = {
  no: 'norsk',
  nb: 'norsk (bokmål)',
  nn: 'norsk (nynorsk)',
  en: 'English',
};

/**
 * A subset of PxWebApi 2 (https://github.com/PxTools/PxApiSpecs): the tables of statistics for programs that read those of
 * Statistics Norway.
 * @param limits as `buildApp` was given them; what `/config` tells is true of them
 */
export function pxwebRoutes(
  app: FastifyInstance,
  { readDb, clock, config: { publicUrl } }: Deps,
  limits: Limits | false = defaultLimits,
): void {
  const links = linksFrom(publicUrl);

  /** The newest public release of each year, oldest first, and the tables made of them. */
  async function open(reply: FastifyReply): Promise<{ years: readonly LoadedRelease[]; tables: readonly PxTable[] }> {
    const newest = (await newestReleases(readDb, clock())).toReversed();
    if (newest.length > 0) cacheable(reply, { lastModified: newest.map(({ publishedAt }) => publishedAt) });
    const years = await Promise.all(newest.map((release) => loaded(readDb, release)));
    return { years, tables: catalogue(years) };
  }

  async function tableNamed(id: string, reply: FastifyReply): Promise<PxTable> {
    const { tables } = await open(reply);
    const table = tables.find((one) => sameName(one.id, id));
    if (!table) throw new ApiError('notFound', { detail: ['noPxTable', { table: id }] });
    return table;
  }

  serve(app, pxConfig, async ({ reply }) => {
    cacheable(reply, { lastModified: [] });
    return {
      apiVersion: '2.0',
      appVersion: version,
      languages: pxLanguages.map((id) => ({ id, label: languageNames[id] })),
      defaultLanguage: 'no' as const,
      maxDataCells: pxMaxCells,
      maxCallsPerTimeWindow: (limits || defaultLimits).all,
      timeWindow: limitWindow,
      license: license.url,
      sourceReferences: pxLanguages.map((language) => ({ language, text: words.source[languageFor(language)] })),
      defaultDataFormat: 'json-stat2' as const,
      dataFormats: [...pxFormats],
      features: [],
    };
  });

  serve(app, pxTables, async ({ query: asked, reply }) => {
    const query = canonical(pxTables, asked);
    const lang = query.lang ?? 'no';
    const { tables } = await open(reply);
    const found = matching(tables, query, lang, clock());
    const { pageNumber, pageSize } = query;
    const totalPages = Math.max(1, Math.ceil(found.length / pageSize));
    if (pageNumber > totalPages) {
      throw new ApiError('notFound', { detail: ['noPxPage', { page: String(pageNumber), last: String(totalPages) }] });
    }
    const page = (rel: string, number: number) => {
      const kept = query.query === undefined ? {} : { query: query.query };
      const more = { ...kept, pageSize: String(pageSize), pageNumber: String(number) };
      return links.link(rel, '/tables', lang, more);
    };
    return {
      language: lang,
      tables: found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).map((table) => inShort(table, lang)),
      page: {
        ...{ pageNumber, pageSize, totalElements: found.length, totalPages },
        links: [
          ...(pageNumber > 1 ? [page('previous', pageNumber - 1)] : []),
          ...(pageNumber < totalPages ? [page('next', pageNumber + 1)] : []),
          page('last', totalPages),
        ],
      },
      links: [page('self', pageNumber)],
    };
  });

  serve(app, pxTable, async ({ params, query, reply }) => {
    const lang = canonical(pxTable, query).lang ?? 'no';
    return { language: lang, ...inShort(await tableNamed(params.table, reply), lang) };
  });

  function inShort(table: PxTable, lang: PxLanguage): ReplyOf<typeof pxTables>['tables'][number] {
    const language = languageFor(lang);
    const years = table.years.map(({ release }) => String(release.year));
    const path = `/tables/${table.id}`;
    return {
      id: table.id,
      label: titleOf(table, years, language),
      description: words.description[language],
      updated: updatedOf(table)
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
      firstPeriod: years[0] ?? '',
      lastPeriod: years.at(-1) ?? '',
      category: 'public',
      variableNames: [...table.sides.map(({ label }) => label), words.contents, words.year].map(
        (name) => name[language],
      ),
      discontinued: table.discontinued,
      source: words.source[language],
      timeUnit: 'Annual',
      links: [
        links.link('self', path, lang),
        ...pxLanguages.filter((other) => other !== lang).map((other) => links.link('alternate', path, other)),
        links.link('metadata', `${path}/metadata`, lang),
        links.link('data', `${path}/data`, lang, { outputFormat: 'json-stat2' }),
      ],
    };
  }

  serve(app, pxMetadata, async ({ params, query, reply }) => {
    const lang = canonical(pxMetadata, query).lang ?? 'no';
    const table = await tableNamed(params.table, reply);
    const space = spaceOf(table, countedBy(table, selectionIn(query)));
    const sides = space.sides.map((side) => ({ side, codes: side.categories.map(({ code }) => code) }));
    return datasetOf(table, space, { sides }, lang, links);
  });

  serve(app, pxData, async ({ params, query: asked, reply }) => {
    const query = canonical(pxData, asked);
    const placement = { heading: listIn(query.heading), stub: listIn(query.stub) };
    return send(await tableNamed(params.table, reply), selectionIn(query), placement, query, reply);
  });

  serve(app, pxSelected, async ({ params, query: asked, body, reply }) => {
    if (body?.query !== undefined) throw new ApiError('invalidSelection', { detail: 'pxOldBody' });
    const query = canonical(pxSelected, asked);
    const selection: Selection = new Map(
      (body?.selection ?? []).map(({ variableCode, codelist, valueCodes }) => [
        variableCode,
        { codelist: codelist ?? undefined, values: valueCodes ?? [] },
      ]),
    );
    const { heading, stub } = body?.placement ?? {};
    const placement = { heading: heading ?? [], stub: stub ?? [] };
    return send(await tableNamed(params.table, reply), selection, placement, query, reply);
  });

  async function send(
    table: PxTable,
    selection: Selection,
    placement: Placement,
    {
      lang = 'no',
      outputFormat,
      outputFormatParams,
    }: Pick<QueryOf<typeof pxData>, 'lang' | 'outputFormat' | 'outputFormatParams'>,
    reply: FastifyReply,
  ) {
    const form = formOf(outputFormat, outputFormatParams);
    const space = spaceOf(table, countedBy(table, selection), leftOut(table, selection));
    const layout = laidOut(chosenIn(space, selection), placement);
    if (form.format === 'json-stat2') return datasetOf(table, space, layout, lang, links);
    const language = languageFor(lang);
    const years = layout.sides.find(({ side }) => side.role === 'time')?.codes ?? [];
    const metadata = links.absolute(`/tables/${table.id}/metadata`, lang);
    const about = {
      title: titleOf(table, years, language),
      notes: [
        ...releasesIn(space, years).map((release) => fromRelease(release)[language]),
        ...notesOf(table, space, years, layout.cells).map(({ text }) => text[language]),
        ...[`${words.address[language]}: ${metadata}`, `${words.license[language]}: ${license.name}, ${license.url}`],
      ],
      sheet: words.table[language],
      explanation: words.explanation[language],
      language,
    };
    const grid = gridOf(layout, form.told, language);
    if (form.format === 'html') return reply.type('text/html; charset=utf-8').send(toHtml(grid, form, about));
    const name = `samblikk-${table.id}-${yearsIn(years).replace('–', '-')}`;
    const contents = {
      csv: () => toCsv(grid, form, about),
      xlsx: () => toXlsx(grid, form, about),
      parquet: () => toParquet(layout, about),
    };
    return sendFile(reply, { format: form.format, name, content: await contents[form.format]() });
  }

  serve(app, pxCodelist, async ({ params, query, reply }) => {
    const lang = canonical(pxCodelist, query).lang ?? 'no';
    const { years } = await open(reply);
    const all = years.toReversed().flatMap(codelistsOf);
    const list = all.find(({ id }) => sameName(id, params.codelist));
    if (!list) throw new ApiError('notFound', { detail: ['noPxCodelist', { codelist: params.codelist }] });
    return codelistReply(list, lang);
  });

  function codelistReply({ id, label, type, values }: Codelist, lang: PxLanguage): ReplyOf<typeof pxCodelist> {
    const language = languageFor(lang);
    return {
      ...{ id, label: label[language], language: lang, languages: [...pxLanguages], elimination: false, type },
      values: values.map((value) => ({ code: value.code, label: value.label[language], valueMap: [...value.of] })),
      links: [links.link('self', `/codelists/${id}`, lang)],
    };
  }
}

/** The tables that were asked for. */
function matching(
  tables: readonly PxTable[],
  {
    query = '',
    pastDays,
    includeDiscontinued,
  }: Pick<QueryOf<typeof pxTables>, 'query' | 'pastDays' | 'includeDiscontinued'>,
  lang: PxLanguage,
  now: Date,
): readonly PxTable[] {
  const language = languageFor(lang);
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean);
  const since = pastDays === undefined ? undefined : now.getTime() - pastDays * 86_400_000;
  return tables.filter((table) => {
    if (table.discontinued && includeDiscontinued?.toLowerCase() !== 'true') return false;
    if (since !== undefined && updatedOf(table).getTime() < since) return false;
    if (asked.length === 0) return true;
    const options = table.sides.flatMap(({ id }) => table.years.at(-1)?.sealed.columns.get(id)?.variable.options ?? []);
    const texts = [table.title, ...table.sides.map(({ label }) => label), ...options.map(({ label }) => label)];
    const text = [table.id, ...texts.map((one) => one[language])].join(' ').toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}

/** What each side of the table is counted by: itself, or what a code list groups it by. @throws ApiError invalidSelection */
function countedBy(table: PxTable, selection: Selection): readonly string[] {
  refuseOthers(
    selection,
    table.sides.map(({ id }) => id),
  );
  return table.sides.map(({ id }) => {
    const { codelist } = askedOf(selection, id) ?? {};
    if (codelist === undefined || codelist === '') return id;
    const list = codelistsFor(table, id).find((one) => sameName(one.id, codelist));
    if (!list) throw new ApiError('invalidSelection', { detail: ['noPxCodelist', { codelist }] });
    return list.by;
  });
}

/** The places of the sides that may be left out, and are. */
function leftOut({ figure, sides }: PxTable, selection: Selection): ReadonlySet<number> {
  if (figure !== undefined || selection.size === 0) return new Set();
  const places = sides.map((_, place) => place).slice(1);
  return new Set(places.filter((place) => (askedOf(selection, sides[place]?.id ?? '')?.values ?? []).length === 0));
}
