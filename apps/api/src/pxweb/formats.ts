import { type PxFormat, pxFormatParams, pxFormats } from '@samblikk/contract';
import { bold, csvRows, numberCell, parquetFile, type Cell as SheetCell, textCell, workbookOf } from '@samblikk/files';
import type { Language } from '@samblikk/text';
import { safe } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { combined, type Grid, type Layout, type Told } from './layout.ts';
import { listed, sameName } from './selection.ts';

/** How a reply is written. */
export interface Form {
  readonly format: PxFormat;
  readonly told: Told;
  readonly title: boolean;
  /** Between the cells of CSV. */
  readonly delimiter: string;
}

const delimiters: Readonly<Record<string, string>> = {
  SeparatorTab: '\t',
  SeparatorSpace: ' ',
  SeparatorSemicolon: ';',
};
const toldBy: readonly Told[] = ['UseCodes', 'UseTexts', 'UseCodesAndTexts'];

/** The format asked for. @throws ApiError invalidSelection for one that is not given, or parameters that do not go with it */
export function formOf(format: string | undefined, given: string | readonly string[] | undefined): Form {
  const known = pxFormats.find((one) => sameName(one, format ?? 'json-stat2'));
  if (!known) {
    const detail = ['pxFormat', { format: format ?? '', known: pxFormats.join(', ') }] as const;
    throw new ApiError('invalidSelection', { detail });
  }
  const params = (typeof given === 'string' ? [given] : (given ?? [])).flatMap(listed);
  const named = params.map((param) => pxFormatParams.find((one) => sameName(one, param)));
  const separators = named.filter((one) => one !== undefined && one in delimiters);
  const told = toldBy.filter((one) => named.includes(one));
  const wrong =
    named.includes(undefined) ||
    ((known === 'json-stat2' || known === 'parquet') && named.length > 0) ||
    (known !== 'csv' && separators.length > 0) ||
    separators.length > 1 ||
    told.length > 1;
  if (wrong) {
    throw new ApiError('invalidSelection', {
      detail: ['pxFormatParams', { params: params.join(', '), format: known }],
    });
  }
  return {
    format: known,
    told: told[0] ?? 'UseTexts',
    title: named.includes('IncludeTitle'),
    delimiter: delimiters[separators[0] ?? ''] ?? ',',
  };
}

/** What a file says besides its grid. */
export interface About {
  readonly title: string;
  readonly notes: readonly string[];
  readonly sheet: string;
  readonly explanation: string;
  readonly language: Language;
}

/** As CSV: the title in a row of its own where it is asked for, then the heads of columns in one row. */
export function toCsv(
  { stubNames, columns, rows }: Grid,
  { title: withTitle, delimiter }: Form,
  { title }: About,
): string {
  const header = [...stubNames, ...columns.map((heads) => heads.join(' '))];
  const body = rows.map(({ heads, cells }) => [...heads, ...cells]);
  return csvRows([...(withTitle ? [[title], []] : []), header, ...body], { delimiter });
}

/** As a workbook: the grid on a sheet, and what must be said of it on another. */
export async function toXlsx(
  { stubNames, columns, rows }: Grid,
  { title: withTitle }: Form,
  { title, notes, sheet, explanation }: About,
): Promise<Uint8Array> {
  const blank = stubNames.map((): SheetCell => null);
  const levels = columns[0]?.map((_, level) => level) ?? [];
  const data = [
    ...(withTitle ? [[textCell(title, bold)], []] : []),
    ...levels.map((level) => {
      const lead = level === levels.length - 1 ? stubNames.map((name) => textCell(name, bold)) : blank;
      return [...lead, ...columns.map((heads) => textCell(heads[level] ?? '', bold))];
    }),
    ...rows.map(({ heads, cells }) => [
      ...heads.map((head) => textCell(head)),
      ...cells.map((cell) => (typeof cell === 'number' ? numberCell(cell, { format: '#,##0' }) : textCell(cell))),
    ]),
  ];
  const said = [title, ...notes].map((text) => [textCell(text)]);
  return workbookOf([
    { data, sheet, columns: [...stubNames.map(() => ({ width: 40 })), ...columns.map(() => ({ width: 18 }))] },
    { data: said, sheet: explanation, columns: [{ width: 120 }] },
  ]);
}

/** As a page with the table, and what must be said of it. */
export function toHtml({ stubNames, columns, rows }: Grid, { title: withTitle }: Form, about: About): string {
  const levels = columns[0]?.map((_, level) => level) ?? [];
  const head = levels.map((level) => {
    const lead =
      level > 0
        ? ''
        : stubNames.map((name) => `<th scope="col" rowspan="${levels.length}">${safe(name)}</th>`).join('');
    return `<tr>${lead}${columns.map((heads) => `<th scope="col">${safe(heads[level] ?? '')}</th>`).join('')}</tr>`;
  });
  const body = rows.map(({ heads, cells }) => {
    const lead = heads.map((one) => `<th scope="row">${safe(one)}</th>`).join('');
    return `<tr>${lead}${cells.map((cell) => `<td>${safe(String(cell))}</td>`).join('')}</tr>`;
  });
  const caption = withTitle ? `<caption>${safe(about.title)}</caption>` : '';
  const notes = about.notes.map((note) => `<li>${safe(note)}</li>`).join('');
  return `<!doctype html>
<html lang="${about.language}"><head><meta charset="utf-8"><title>${safe(about.title)}</title></head>
<body><table>${caption}<thead>${head.join('')}</thead>
<tbody>${body.join('\n')}</tbody></table>
<ul>${notes}</ul></body></html>
`;
}

/**
 * As Apache Parquet, a row for each cell: the code and the text of each variable (`phase`, `phase_label`), the number (`value`), and
 * the sign that says why there is none (`status`). Title and notes stand in the footer.
 */
export async function toParquet({ sides, cells }: Layout, { title, notes, language }: About): Promise<Uint8Array> {
  const columns = [
    ...sides.flatMap(({ side }) => [side.id, `${side.id}_label`]).map((name) => ({ name, type: 'text' as const })),
    { name: 'value', type: 'decimal' as const },
    { name: 'status', type: 'text' as const },
  ];
  const heads = sides.map(({ side, codes }) => {
    const labels = new Map(side.categories.map(({ code, label }) => [code, label[language]]));
    return codes.map((code) => [code, labels.get(code) ?? code]);
  });
  const rows = combined(heads).map((head, at) => {
    const cell = cells[at] ?? '.';
    return [...head.flat(), typeof cell === 'number' ? cell : null, typeof cell === 'number' ? null : cell];
  });
  const batches = (async function* () {
    yield rows;
  })();
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetFile(columns, batches, { title, notes: JSON.stringify(notes) })) pieces.push(piece);
  return Buffer.concat(pieces);
}
