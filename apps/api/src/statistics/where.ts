import { csvwType, formats, formatsOf, type JsonStat, license, queryText } from '@samblikk/contract';
import type { Where } from '@samblikk/statistics';
import { type Language, prefixes } from '@samblikk/text';
import type { LoadedRelease } from '../releases/index.ts';

/** Where a table is found, and what else there is of it. */
export interface Found {
  readonly where: Where;
  readonly link: NonNullable<JsonStat['link']>;
}

/** After the path of a table: what describes its CSV. */
export const describedBy = '.csv-metadata.json';

/**
 * Where a table that was asked for is found for good: every address names the release.
 * @param asked the address as it was asked for, below the site
 * @param figure the figure that it is, if it is one
 * @param ignored parameters that filter nothing, and do not come along
 */
export function foundAt(
  asked: string,
  from: LoadedRelease,
  how: { site: string; language: Language; figure?: string; ignored?: readonly string[]; open: boolean },
): Found {
  const { site, language, figure, ignored = [] } = how;
  const { year, number } = from.release;
  const [path = '', query = ''] = asked.split('?', 2);
  const parameters = new URLSearchParams(query);
  for (const name of ['format', 'lang', 'release', ...ignored]) parameters.delete(name);
  const at = (place: string, more: Readonly<Record<string, string>>) =>
    `${site}${place}${queryText(new URLSearchParams([...parameters, ...Object.entries(more)]))}`;
  // What is not public has no other address than its own, and nobody else reads it.
  if (!how.open) return { where: { data: at(path, { lang: language }), license }, link: {} };
  const data = (format: string, place = path) => at(place, { release: String(number), lang: language, format });
  const release = `year=${year}&release=${number}`;
  const page =
    figure === undefined
      ? at(`${prefixes[language]}/tall/tabell`, { year: String(year), release: String(number) })
      : `${site}${prefixes[language]}/tall?${release}#${figure}`;
  // The same numbers: a picture is none, and not every table is drawn.
  const others = formatsOf('table').filter(
    ({ format }) => format !== 'json-stat' && !formats[format].type.startsWith('image/'),
  );
  return {
    where: { page, data: data('json'), license },
    link: {
      alternate: others.map(({ format, label, query: { format: named } }) => ({
        ...{ type: formats[format].type, href: data(named), label: label[language] },
      })),
      describedby: [
        { type: csvwType, href: data('csv', path + describedBy) },
        { type: 'application/json', href: `${site}/api/v1/editions/${from.edition.id}/codebook` },
      ],
      related: [{ type: 'text/html', href: page }],
      license: [{ type: 'text/html', href: license.url, label: license.name }],
    },
  };
}
