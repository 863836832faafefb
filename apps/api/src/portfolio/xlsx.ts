import type { OwnPortfolio, Portfolio, PortfolioTable } from '@samblikk/contract';
import { bold, type Cell, dayCell, heading, numberCell, type Row, textCell, workbookOf } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import { aboutOf } from './about.ts';
import { type ListCell, listsOf } from './lists.ts';
import { words } from './words.ts';

interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** A portfolio as a workbook: its measures, a sheet for each of its tables and lists, and one that explains it. */
export function portfolioXlsx(portfolio: Portfolio, language: Language, now: Date): Promise<Uint8Array> {
  const heads = [words.number, words.name, words.owner, words.phase, words.itsCost];
  const rows = portfolio.measures.map(measureCells);
  return workbook(portfolio, language, now, listed(words.measures, heads, rows, language));
}

/** A ministry's own portfolio as a workbook, which says that it is not public. */
export function ownXlsx(own: OwnPortfolio, language: Language, now: Date): Promise<Uint8Array> {
  const publicity = ({ visibility, exempt }: OwnPortfolio['measures'][number]): string => {
    if (visibility === 'withheld') return words.whole[language];
    return visibility === 'whole' ? words.open[language] : `${words.withheldShort[language]}: ${exempt.join(', ')}`;
  };
  const heads = [words.number, words.name, words.owner, words.phase, words.itsCost, words.withheld];
  const rows = own.measures.map((measure) => [...measureCells(measure), publicity(measure)]);
  return workbook(own, language, now, listed(words.closed, heads, rows, language));
}

const measureCells = ({ number, title, agency, phase, kroner }: Portfolio['measures'][number]): ListCell[] => [
  ...[number, title, agency.label, phase, kroner],
];

function workbook(portfolio: Portfolio, language: Language, now: Date, first: Sheet): Promise<Uint8Array> {
  const sheets = [
    first,
    ...portfolio.tables.map((table) => tableSheet(table, language)),
    ...listsOf(portfolio).map(({ caption, columns, rows }) =>
      listed(
        caption,
        columns.map(({ head }) => head),
        rows,
        language,
      ),
    ),
  ];
  const explanation = aboutOf(portfolio, language, now).map(
    ([term, said]): Row => [...[textCell(term[language]), cellOf(said)]],
  );
  return workbookOf([
    ...sheets.map(({ name, rows }) => ({
      ...{ sheet: sheetName(name), data: [...rows], stickyRowsCount: 1 },
      columns: (rows[0] ?? []).map((_, at) => ({ width: at === 0 ? 44 : 24 })),
    })),
    { sheet: words.explanation[language], data: explanation, columns: [{ width: 36 }, { width: 110 }] },
  ]);
}

function cellOf(cell: ListCell): Cell {
  if (cell === null) return null;
  if (typeof cell === 'number') return numberCell(cell);
  return typeof cell === 'string' ? textCell(cell) : dayCell(cell.day);
}

/** A name that Excel takes for a sheet: 31 characters at most, and none of its own signs. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim();

function listed(
  title: Text,
  heads: readonly Text[],
  rows: readonly (readonly ListCell[])[],
  language: Language,
): Sheet {
  const head = heads.map((one) => textCell(one[language], heading));
  return { name: title[language], rows: [head, ...rows.map((row) => row.map(cellOf))] };
}

function tableSheet({ title, rowLabel, columns, rows, total }: PortfolioTable, language: Language): Sheet {
  const numbers = (cells: PortfolioTable['rows'][number]['cells'], style = {}) =>
    cells.map(({ value }) => numberCell(value, style));
  return {
    name: title,
    rows: [
      [textCell(rowLabel, heading), ...columns.map(({ label }) => textCell(label, heading))],
      ...rows.map(({ label, cells }): Row => [textCell(label), ...numbers(cells)]),
      ...(total ? [[textCell(words.inAll[language], bold), ...numbers(total, bold)]] : []),
    ],
  };
}
