import type { PxDataset, QualityGrid, SeriesStat } from '@samblikk/contract';
import type { Edition } from '@samblikk/questionnaire';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { type Asked, coded, type Owners, type Told } from './testing-attacker.ts';

// For tests: the counts of 2019 that anyone may ask for otherwise than as tables, and the table that each is.

/**
 * All of them. Throws where one is refused.
 * @param groups variable → what groups its values, as PxWebApi offers it
 */
export async function otherWays(
  app: FastifyInstance,
  edition: Edition,
  owners: Owners,
  groups: Readonly<Record<string, readonly string[]>>,
): Promise<[Asked, Told][]> {
  const ask = async <T>(request: string | InjectOptions): Promise<T> => {
    const reply = await app.inject(request);
    if (reply.statusCode !== 200) throw new Error(`${JSON.stringify(request)} ${reply.body.slice(0, 300)}`);
    return reply.json() as T;
  };
  const all: [Asked, Told][] = [];

  for (const { id, who, by, beside } of selections(edition, groups)) {
    const every = (variableCode: string) => ({ variableCode, valueCodes: ['*'] });
    const selection = [
      { ...every(id), ...(by !== id && { codelist: `agg_${by}` }) },
      ...(beside === undefined ? [] : [every(beside)]),
      ...[{ variableCode: 'ContentsCode', valueCodes: ['count'] }, every('Tid')],
    ];
    const url = `/api/pxwebapi/v2/tables/${[id, who, edition.year].filter(Boolean).join('-')}/data`;
    const { dimension, value } = await ask<PxDataset>({ method: 'POST', url, payload: { selection } });
    const side = (name: string) => {
      const { category } = dimension[name] as { category: { index: Record<string, number> } };
      const places = Object.entries(category.index).toSorted(([, a], [, b]) => a - b);
      return { category: { index: places.map(([code]) => code) } };
    };
    const dimensions = { [by]: side(id), ...(beside !== undefined && { [beside]: side(beside) }) };
    const asked = { rows: by, ...(beside !== undefined && { columns: beside }), filters: {} };
    all.push([asked, { dimension: dimensions, extension: { counts: value } }]);
  }

  // As series: of one agency, and of all others.
  const { agency } = edition.roles;
  const whose = owners.hiding
    .slice(0, 8)
    .flatMap((own) => [[own], owners.agencies.filter((other) => other !== own)] as const);
  for (const { id } of coded(edition))
    for (const agencies of whose) {
      const query = new URLSearchParams({ rows: id, [agency]: agencies.join() });
      const { dimension, extension } = await ask<SeriesStat>(`/api/v1/statistics/series?${query}`);
      all.push([{ rows: id, filters: { [agency]: agencies } }, { dimension, extension } as Told]);
    }

  // How many of the whole round left each question blank.
  const { grids } = await ask<{ grids: QualityGrid[] }>(`/api/v1/statistics/${edition.year}/quality`);
  const variables = new Set(coded(edition).map(({ id }) => id));
  const { rows = [], columns = [] } = grids.find(({ id }) => id === 'blanks') ?? {};
  const place = columns.findIndex(({ code }) => code === 'blank');
  for (const { code, cells } of rows.filter((row) => variables.has(row.code)))
    all.push([
      { rows: code, filters: { [code]: ['blank'] } },
      { dimension: { [code]: { category: { index: ['blank'] } } }, extension: { counts: [cells[place]?.value ?? 0] } },
    ]);
  return all;
}

/** Of PxWebApi: each variable alone, beside whose, grouped, and with the side of whose left out. */
function selections(edition: Edition, groups: Readonly<Record<string, readonly string[]>>) {
  const { agency, ministry } = edition.roles;
  const whom = [agency, ministry, ...edition.population.map(({ id }) => id)];
  return coded(edition).flatMap(({ id }) => {
    const ways = [id, ...(groups[id] ?? [])];
    return ways.flatMap((by) => [
      { id, who: undefined, by, beside: undefined },
      ...whom.flatMap((who) => [who, undefined].map((beside) => ({ id, who, by, beside }))),
    ]);
  });
}
