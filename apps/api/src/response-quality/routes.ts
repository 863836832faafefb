import {
  previewQualityTable,
  previewResponseQuality,
  type QualityGrid,
  type QualityJsonStat,
  readQualityTable,
  readResponseQuality,
} from '@samblikk/contract';
import {
  formatDate,
  formatMoment,
  inAll,
  type Language,
  mapTexts,
  releaseName,
  type Text,
} from '@samblikk/questionnaire';
import { type Grid, type GridSource, gridCsv, gridJsonStat, gridXlsx } from '@samblikk/statistics';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  cacheable,
  type Deps,
  describeFile,
  languageOf,
  negotiateFormat,
  sendFile,
  serve,
} from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type LoadedRelease, loaded, releaseOf } from '../releases/index.ts';
import { qualityOf } from './of-release.ts';

interface Told {
  readonly from: LoadedRelease;
  readonly grids: readonly Grid[];
}

/** Response and quality over HTTP: all of it for the page, and each table as a file. */
export function responseQualityRoutes(app: FastifyInstance, { readDb, clock, config: { publicUrl } }: Deps): void {
  const open = async (year: number, number: number | undefined, reply: FastifyReply): Promise<Told> => {
    const from = await loaded(readDb, await releaseOf(readDb, clock(), year, number));
    // Other rounds stand beside this one: it has no date of its own.
    cacheable(reply, { lastModified: [] });
    return { from, grids: await qualityOf(readDb, from, { now: clock() }) };
  };
  const preview = async ({ year, number }: { year: number; number: number }): Promise<Told> => {
    const from = await loaded(readDb, await releaseOf(readDb, clock(), year, number, { unpublished: true }));
    return { from, grids: await qualityOf(readDb, from, { now: clock(), staff: true }) };
  };

  serve(app, readResponseQuality, async ({ params, query, request, reply }) =>
    page(await open(params.year, query.release, reply), languageOf(request)),
  );
  serve(app, previewResponseQuality, async ({ params, request }) => page(await preview(params), languageOf(request)));
  serve(app, readQualityTable, async ({ params, query, request, reply }) =>
    sendGrid(await open(params.year, query.release, reply), params.id, query.format, { request, reply, publicUrl }),
  );
  serve(app, previewQualityTable, async ({ params, query, request, reply }) =>
    sendGrid(await preview(params), params.id, query.format, { request, reply, publicUrl }),
  );
}

function page({ from: { release }, grids }: Told, language: Language) {
  const { year, number, frozenAt, dataAsOf, measures: n, notice } = release;
  const times = { frozenAt: frozenAt.toISOString(), dataAsOf: dataAsOf.toISOString() };
  return {
    release: { ...{ year, number, n }, name: releaseName(release), ...times },
    notice: notice?.[language] ?? null,
    grids: grids.map((grid) => inLanguage(grid, language)),
  };
}

function inLanguage({ total, ...grid }: Grid, language: Language): QualityGrid {
  const rows = total ? [...grid.rows, total] : grid.rows;
  return mapTexts({ ...grid, rows, total: total !== undefined }, (text) => text[language]) as QualityGrid;
}

/** @throws ApiError notFound when the release has no table with this id */
async function sendGrid(
  { from, grids }: Told,
  id: string,
  named: string | undefined,
  { request, reply, publicUrl }: { request: FastifyRequest; reply: FastifyReply; publicUrl: string },
): Promise<QualityJsonStat | FastifyReply> {
  const grid = grids.find((one) => one.id === id);
  if (!grid) throw new ApiError('notFound');
  const language = languageOf(request);
  const { release } = from;
  const name = `samblikk-${release.year}-${id}`;
  const format = negotiateFormat('quality', named, request);
  const address = pinned(publicUrl + request.url, from);
  const origin = {
    ...{ year: release.year, release: releaseName(release), n: release.measures, address },
    notes: release.notice ? [release.notice] : [],
  };
  if (format === 'json-stat') {
    describeFile(reply, { format, name });
    const head = { ...origin, year: String(release.year), updated: release.frozenAt.toISOString() };
    return gridJsonStat(grid, { ...head, source: sourceOf(from) }, language);
  }
  const content =
    format === 'xlsx'
      ? await gridXlsx([grid], explained(from, address), language)
      : gridCsv(grid, origin, language, format === 'csv' ? 'strict' : 'excel');
  return sendFile(reply, { format, name, content });
}

/** The address of a table, whichever format it came as, of this very release. */
function pinned(address: string, { release }: LoadedRelease): string {
  const url = new URL(address);
  url.searchParams.delete('format');
  // Before a release is public its number is in the path.
  if (!url.pathname.includes('/releases/')) url.searchParams.set('release', String(release.number));
  return url.href;
}

const sourceOf = ({ release }: LoadedRelease): Text => ({
  nb: `Samblikk, digitaliseringstiltak i staten, utgave ${releaseName(release)}`,
  nn: `Samblikk, digitaliseringstiltak i staten, utgåve ${releaseName(release)}`,
  en: `Samblikk, digitalisation measures in central government, release ${releaseName(release)}`,
});

/** What the explanation sheet says of the release. */
function explained(from: LoadedRelease, address: string): GridSource {
  const { dataAsOf, frozenAt, notice } = from.release;
  const words = {
    source: { nb: 'Kilde', nn: 'Kjelde', en: 'Source' },
    dataAsOf: { nb: 'Data per', nn: 'Data per', en: 'Data as of' },
    frozenAt: { nb: 'Utgaven ble laget', nn: 'Utgåva vart laga', en: 'Release made' },
    notice: { nb: 'Merknad', nn: 'Merknad', en: 'Note' },
    address: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
  };
  return [
    [words.source, sourceOf(from)],
    [words.dataAsOf, inAll((language) => formatDate(dataAsOf.toISOString(), language))],
    [words.frozenAt, inAll((language) => formatMoment(frozenAt.toISOString(), language))],
    ...(notice ? [[words.notice, notice] as const] : []),
    [words.address, inAll(() => address)],
  ];
}
