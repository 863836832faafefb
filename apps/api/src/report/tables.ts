import { showAmount } from '@samblikk/questionnaire';
import { baseClause, provenanceSentence, share, type Table } from '@samblikk/statistics';
import { formatNumber, formatPercent, type Language } from '@samblikk/text';
import type { TableBlock } from './model.ts';
import type { Say } from './say.ts';

const missing = '–';

/** A value as it is written, with the mark of what is made up where only some of the table’s numbers are. */
function written(table: Table, language: Language, at: number, marked: boolean): string {
  const value = table.values[at];
  if (table.status?.[at] !== undefined) return table.status[at] ?? ':';
  if (value === null || value === undefined) return missing;
  const units = {
    percent: () => formatPercent(Math.round(value), language),
    measures: () => formatNumber(value, language),
    kroner: () => showAmount(value, language, 'exact'),
  };
  return units[table.unit]() + (marked && table.provenance?.values[at] === 'invented' ? '*' : '');
}

const countIn = (value: number | null | undefined, language: Language): string =>
  value === null || value === undefined ? ':' : formatNumber(value, language);

/** Whether some of a table’s numbers were published and some made up: then those are marked. */
export const isMixed = (table: Table): boolean => new Set(shownOrigins(table)).size > 1;

/** The numbers of a table, one row a category. One way, the count and the share stand beside each other, whichever the table is of. */
export function tableBlock(table: Table, id: string, caption: string, say: Say): TableBlock {
  const { language } = say;
  const [rows, columns, layers] = table.dimensions;
  const marked = isMixed(table);
  const categories = rows?.categories ?? [];
  const cell = (at: number) => written(table, language, at, marked);
  const count = (at: number) =>
    countIn(table.counts[at], language) + (marked && table.provenance?.counts[at] === 'invented' ? '*' : '');
  const head = { label: rows?.label[language] ?? '', number: false };
  if (columns && layers) return layered(table, { id, caption, cell, say });
  if (columns) {
    const width = columns.categories.length;
    return {
      kind: 'table',
      id,
      caption,
      columns: [
        head,
        ...columns.categories.map(({ label }) => ({ label: label[language], number: true })),
        { label: say('numberOf'), number: true },
      ],
      rows: categories.map(({ label }, row) => [
        label[language],
        ...columns.categories.map((_, column) => cell(row * width + column)),
        countIn(table.margins.rows[row], language) +
          (marked && table.provenance?.margins.rows[row] === 'invented' ? '*' : ''),
      ]),
      notes: tableNotes(table, say),
    };
  }
  const shareAt = (at: number) => {
    if (table.unit === 'percent') return cell(at);
    const of = share(table.counts[at] ?? 0, table.n);
    const known = table.provenance?.counts[at] === 'published' && table.provenance.n === 'published';
    return of === null ? missing : formatPercent(Math.round(of), language) + (marked && !known ? '*' : '');
  };
  const amounts = table.unit === 'kroner';
  return {
    kind: 'table',
    id,
    caption,
    columns: [
      head,
      { label: say('numberOf'), number: true },
      { label: amounts ? table.title[language] : say('share'), number: true },
    ],
    rows: categories.map(({ label }, row) => [label[language], count(row), amounts ? cell(row) : shareAt(row)]),
    notes: tableNotes(table, say),
  };
}

/** A table by three variables: the rows of each layer below those of the one before. */
function layered(
  table: Table,
  { id, caption, cell, say }: { id: string; caption: string; cell: (at: number) => string; say: Say },
): TableBlock {
  const { language } = say;
  const [rows, columns, layers] = table.dimensions.map(({ categories }) => categories);
  const [width, depth] = [columns?.length ?? 1, layers?.length ?? 1];
  return {
    kind: 'table',
    id,
    caption,
    columns: [
      {
        label: [table.dimensions[2], table.dimensions[0]].map((side) => side?.label[language]).join(': '),
        number: false,
      },
      ...(columns ?? []).map(({ label }) => ({ label: label[language], number: true })),
    ],
    rows: (layers ?? []).flatMap((layer, at) =>
      (rows ?? []).map((row, place) => [
        `${layer.label[language]}: ${row.label[language]}`,
        ...(columns ?? []).map((_, column) => cell((place * width + column) * depth + at)),
      ]),
    ),
    notes: tableNotes(table, say),
  };
}

/** What the numbers are of and how they were counted; then all that must be said with them. */
export function tableNotes(table: Table, say: Say): readonly string[] {
  const { language } = say;
  const n = formatNumber(table.n, language);
  const clause = baseClause(table);
  const { provenance } = table;
  const base = clause ? say('base', { n, clause: clause[language] }) : say('baseAll', { n });
  const between = language === 'en' ? '”, “' : '», «';
  const method = say('counted', { variables: table.dimensions.map(({ label }) => label[language]).join(between) });
  const shown = provenance && { ...provenance, values: shownOrigins(table) };
  const others = [
    ...table.notes.map((note) => note[language]),
    ...(shown ? [provenanceSentence(shown)[language]] : []),
    ...(isMixed(table) ? [say('marked')] : []),
  ];
  return [`${base} ${method}`, ...(others.length > 0 ? [others.join(' ')] : [])];
}

/** Where each number that the table shows is from: one way, counts and shares both. */
function shownOrigins({ provenance, dimensions, unit }: Table) {
  if (!provenance) return [];
  if (dimensions.length > 1) return [...provenance.values, ...provenance.margins.rows];
  const shares =
    unit === 'measures'
      ? provenance.counts.map((origin) => (origin === 'published' ? provenance.n : 'invented'))
      : provenance.values;
  return [...provenance.counts, ...shares];
}
