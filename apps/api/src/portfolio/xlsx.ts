import type { OwnPortfolio, Portfolio, PortfolioTable } from '@samblikk/contract';
import { bold, type Cell, dayCell, heading, numberCell, type Row, textCell, workbookOf } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import { aboutOf } from './about.ts';
import { words } from './words.ts';

/** A portfolio as a workbook: a sheet for each of its tables and lists, and one that explains it. */
export async function portfolioXlsx(
  portfolio: Portfolio,
  language: Language,
  now: Date,
  also: readonly ReturnType<typeof listed>[] = [],
): Promise<Uint8Array> {
  const { timeline, partners, doubles, shared } = portfolio;
  const say = (text: Text) => text[language];
  const ofAll = listed(words.measures, [words.number, words.name, words.owner, words.phase, words.itsCost], language, [
    ...portfolio.measures.map(
      (measure): Row => [
        ...[textCell(measure.number), text(measure.title), textCell(measure.agency.label), text(measure.phase)],
        numberCell(measure.kroner),
      ],
    ),
  ]);
  const sheets = [
    ...(also.length > 0 ? also : [ofAll]),
    ...portfolio.tables.map((table) => ({ name: table.title, ...tableData(table, language) })),
    ...(timeline
      ? [
          listed(
            words.timeline,
            [words.number, words.name, words.owner, words.start, words.end, words.phase],
            language,
            [
              ...timeline.rows.map(
                ({ number, title, agency, start, end, phase }): Row => [
                  ...[textCell(number), text(title), textCell(agency.label)],
                  ...[start === null ? null : dayCell(start), end === null ? null : dayCell(end), text(phase)],
                ],
              ),
            ],
          ),
        ]
      : []),
    ...(partners
      ? [
          listed(words.partners, [words.owner, words.partner, words.measures], language, [
            ...partners.pairs.map(
              ({ owner, partner, measures }): Row => [
                ...[textCell(owner.label), textCell(partner.label), numberCell(measures)],
              ],
            ),
          ]),
        ]
      : []),
    listed(words.shared, [words.what, words.number, words.name, words.owner], language, [
      ...shared.flatMap(({ label, measures }) =>
        measures.map(
          ({ number, title, agency }): Row => [
            ...[textCell(label), textCell(number), text(title), textCell(agency.label)],
          ],
        ),
      ),
    ]),
    ...(doubles
      ? [
          listed(
            words.doubles,
            [words.likeness, words.one, words.name, words.other, words.name, words.commonWords],
            language,
            [
              ...doubles.pairs.map(
                ({ likeness, measures: [one, other], words: common }): Row => [
                  numberCell(likeness === null ? null : Math.round(100 * likeness)),
                  ...[one, other].flatMap((side) => [textCell(side?.number ?? ''), text(side?.title ?? null)]),
                  textCell(common.join(', ')),
                ],
              ),
            ],
          ),
        ]
      : []),
  ];
  const explanation = aboutOf(portfolio, language, now).map(
    ([term, said]): Row => [textCell(say(term)), typeof said === 'number' ? numberCell(said) : textCell(said)],
  );
  return workbookOf([
    ...sheets.map(({ name, data }) => ({
      sheet: sheetName(name),
      data,
      stickyRowsCount: 1,
      columns: (data[0] ?? []).map((_, at) => ({ width: at === 0 ? 44 : 24 })),
    })),
    { sheet: say(words.explanation), data: explanation, columns: [{ width: 36 }, { width: 110 }] },
  ]);
}

/** A ministry's own portfolio as a workbook, which says that it is not public: its measures first. */
export function ownXlsx(own: OwnPortfolio, language: Language, now: Date): Promise<Uint8Array> {
  const publicity = ({ visibility, exempt }: OwnPortfolio['measures'][number]): string => {
    if (visibility === 'withheld') return words.whole[language];
    return visibility === 'whole' ? words.open[language] : `${words.withheldShort[language]}: ${exempt.join(', ')}`;
  };
  const heads = [words.number, words.name, words.owner, words.phase, words.itsCost, words.withheld];
  const rows = own.measures.map(
    (measure): Row => [
      ...[textCell(measure.number), text(measure.title), textCell(measure.agency.label), text(measure.phase)],
      ...[numberCell(measure.kroner), textCell(publicity(measure))],
    ],
  );
  return portfolioXlsx(own, language, now, [listed(words.closed, heads, language, rows)]);
}

const text = (value: string | null): Cell => (value === null ? null : textCell(value));

/** A name that Excel takes for a sheet: 31 characters at most, and none of its own signs. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim();

function listed(title: Text, heads: readonly Text[], language: Language, rows: readonly Row[]) {
  return { name: title[language], data: [heads.map((head) => textCell(head[language], heading)), ...rows] };
}

function tableData({ rowLabel, columns, rows, total }: PortfolioTable, language: Language) {
  const numbers = (cells: PortfolioTable['rows'][number]['cells'], style = {}) =>
    cells.map(({ value }) => numberCell(value, style));
  const head: Row = [textCell(rowLabel, heading), ...columns.map(({ label }) => textCell(label, heading))];
  return {
    data: [
      head,
      ...rows.map(({ label, cells }): Row => [textCell(label), ...numbers(cells)]),
      ...(total ? [[textCell(words.inAll[language], bold), ...numbers(total, bold)]] : []),
    ],
  };
}
