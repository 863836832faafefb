import { codeListsPath, license } from '@samblikk/contract';
import { csvw } from '@samblikk/files';
import { blankOption, type Language, withheldOption } from '@samblikk/questionnaire';
import { longColumns, type Table, type Where } from '@samblikk/statistics';
import type { LoadedRelease } from '../releases/index.ts';

/** What stands among codes where there is none of the list. */
const reserved: readonly string[] = [blankOption.code, withheldOption.code];

/**
 * What the CSV of a table holds, for programs (CSV on the Web).
 * @param from the release that the table is of
 * @param site where the web is, without language
 * @param url the address of the file
 */
export function csvwOf(
  table: Table,
  from: LoadedRelease,
  {
    language,
    site,
    url,
    excel,
    where,
  }: { language: Language; site: string; url: string; excel: boolean; where: Where },
): object {
  const columns = longColumns(table, language, where).map(({ dimension, kind: _, value: __, said: ___, ...column }) => {
    const list = dimension && listOf(dimension, from);
    if (list === undefined) return column;
    return { ...column, codes: `${site}${codeListsPath}/${list}`, none: reserved };
  });
  return csvw({
    ...{ url, language, title: table.title[language], license: license.url, flavour: excel ? 'excel' : 'strict' },
    columns,
    key: table.dimensions.map((_, place) => columns[2 * place]?.name ?? ''),
  });
}

/** The code list that the categories of a side are from; undefined where a figure has made its own, or anyone may write one. */
function listOf({ id, categories, comparison }: Table['dimensions'][number], { edition, sealed }: LoadedRelease) {
  if (comparison) return undefined;
  if (id === edition.roles.agency) return 'agencies';
  if (id === edition.roles.ministry) return 'ministries';
  const known = new Set(sealed.columns.get(id)?.variable.options?.map(({ code }) => code));
  return categories.every(({ code }) => known.has(code) || reserved.includes(code)) && known.size > 0 ? id : undefined;
}
