import type { Portfolio, PortfolioTable } from '@samblikk/contract';
import type { Language, Text } from '@samblikk/questionnaire';
import { withheldCode } from '@samblikk/statistics';
import { format, formatDay, formatNumber } from '@samblikk/text';
import { type Block, type ReportDocument, type TableBlock, toPdf } from '../report/index.ts';
import { aboutOf } from './about.ts';
import { type List, type ListCell, listsOf } from './lists.ts';
import { words } from './words.ts';

/** More rows than this of a list are in the workbook alone. */
const mostRows = 100;

/** A portfolio as a tagged PDF, drawn as the yearly report is. */
export function portfolioPdf(portfolio: Portfolio, language: Language, now: Date): Promise<Buffer> {
  return toPdf(portfolioDocument(portfolio, language, now));
}

function portfolioDocument(portfolio: Portfolio, language: Language, now: Date): ReportDocument {
  const { title, year, release, notice, tables } = portfolio;
  const say = (text: Text) => text[language];
  const whole = `${say(words.portfolio)}: ${title}`;
  const section = (id: string, heading: string, blocks: readonly Block[]): Block[] => [
    { kind: 'heading', level: 1, id: `section-${id}`, text: heading, numbered: false },
    ...(blocks.length > 0 ? blocks : [{ kind: 'paragraph', pieces: [{ text: say(words.foundNone) }] } as const]),
  ];
  return {
    ...{ language, title, author: 'Samblikk', date: now, withoutContents: true },
    subtitle: [say(words.portfolio), year, ...(release ? [`${say(words.release)} ${release.name}`] : [])].join(' · '),
    subject: format(words.subject, language, { year: String(year), title }),
    foot: whole.length > 70 ? `${whole.slice(0, 69)}…` : whole,
    words: {
      ...{ contents: say(words.contents), figure: say(words.figure), table: say(words.table) },
      ...{ page: say(words.page), notes: say(words.notes), updateFields: '' },
    },
    front: notice ? [{ kind: 'paragraph', pieces: [{ text: notice }], look: 'notice' }] : [],
    blocks: [
      ...section('about', say(words.explanation), [aboutBlock(portfolio, language, now)]),
      ...tables.flatMap((table) => section(table.id, table.title, tableBlocks(table, language))),
      ...listsOf(portfolio).flatMap((list) => section(list.id, say(list.caption), listBlocks(list, language))),
    ],
  };
}

function aboutBlock(portfolio: Portfolio, language: Language, now: Date): Block {
  return {
    kind: 'list',
    items: aboutOf(portfolio, language, now)
      // Notes stand under their tables.
      .filter(([term]) => term !== words.notes)
      .map(([term, said]) => [
        { text: `${term[language]}: `, strong: true },
        { text: typeof said === 'number' ? numberText(said, language) : said },
      ]),
  };
}

function listBlocks({ id, caption, columns, rows }: List, language: Language): TableBlock[] {
  if (rows.length === 0) return [];
  const text = (cell: ListCell): string => {
    if (cell === null || typeof cell === 'string') return cell ?? '';
    return typeof cell === 'number' ? numberText(cell, language) : formatDay(cell.day, language);
  };
  return [
    {
      ...{ kind: 'table', id, caption: caption[language] },
      columns: columns.map(({ head, width }, at) => ({
        ...{ label: head[language], width },
        number: rows.some((row) => typeof row[at] === 'number'),
      })),
      rows: rows.slice(0, mostRows).map((row) => row.map(text)),
      notes: rows.length > mostRows ? [format(words.cut, language, { most: mostRows, n: rows.length })] : [],
    },
  ];
}

/** More columns of numbers than this have no room on a page: what measures cost then stands in a table of its own. */
const mostColumns = 5;
/** The columns on cost, last in each table, and how many measures there are before them. */
const costColumns = 2;

function tableBlocks(table: PortfolioTable, language: Language): TableBlock[] {
  if (table.rows.length === 0) return [];
  const { id, title, columns, notes } = table;
  const all = columns.map((_, at) => at);
  if (columns.length <= mostColumns) return [tableBlock(table, all, { id, caption: title, notes }, language)];
  const counts = all.slice(0, -costColumns);
  const costs = { id: `${id}-cost`, caption: `${title}: ${words.cost[language]}`, notes };
  return [
    tableBlock(table, counts, { id, caption: `${title}: ${words.measures[language]}`, notes: [] }, language),
    tableBlock(table, all.slice(-costColumns - 1), costs, language),
  ];
}

/** Some of the columns of a table. */
function tableBlock(
  { rowLabel, columns, rows, total }: PortfolioTable,
  which: readonly number[],
  head: Pick<TableBlock, 'id' | 'caption' | 'notes'>,
  language: Language,
): TableBlock {
  const cells = (of: PortfolioTable['rows'][number]['cells']) => which.map((at) => numberText(of[at]?.value, language));
  const labelOf = ({ code, label }: PortfolioTable['columns'][number]) =>
    code === withheldCode ? words.withheldShort[language] : label;
  return {
    ...{ kind: 'table', ...head },
    columns: [
      { label: rowLabel, number: false },
      ...which.flatMap((at) => {
        const column = columns[at];
        return column ? [{ label: labelOf(column), number: true }] : [];
      }),
    ],
    rows: [
      ...rows.map(({ label, cells: of }) => [label, ...cells(of)]),
      ...(total ? [[words.inAll[language], ...cells(total)]] : []),
    ],
  };
}

const numberText = (value: number | null | undefined, language: Language): string =>
  value === null || value === undefined ? '–' : formatNumber(value, language);
