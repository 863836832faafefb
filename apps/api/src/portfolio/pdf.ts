import type { Portfolio, PortfolioTable } from '@samblikk/contract';
import type { Language, Text } from '@samblikk/questionnaire';
import { withheldCode } from '@samblikk/statistics';
import { format, formatDay, formatNumber } from '@samblikk/text';
import { type Block, type ReportDocument, type TableBlock, toPdf } from '../report/index.ts';
import { aboutOf } from './about.ts';
import { words } from './words.ts';

/** More rows than this of a list are in the workbook alone. */
const mostRows = 100;

/** A portfolio as a tagged PDF, drawn as the yearly report is. */
export function portfolioPdf(portfolio: Portfolio, language: Language, now: Date): Promise<Buffer> {
  return toPdf(portfolioDocument(portfolio, language, now));
}

function portfolioDocument(portfolio: Portfolio, language: Language, now: Date): ReportDocument {
  const { title, year, release, notice, tables, timeline, partners, doubles, shared } = portfolio;
  const say = (text: Text) => text[language];
  const number = (value: number) => numberText(value, language);
  const whole = `${say(words.portfolio)}: ${title}`;
  const section = (id: string, heading: string, blocks: readonly Block[]): Block[] => [
    { kind: 'heading', level: 1, id: `section-${id}`, text: heading, numbered: false },
    ...(blocks.length > 0 ? blocks : [{ kind: 'paragraph', pieces: [{ text: say(words.foundNone) }] } as const]),
  ];
  const list = (
    id: string,
    caption: Text,
    heads: readonly Text[],
    rows: readonly (readonly string[])[],
    /** Parts of the width of a page. */
    widths: readonly number[] = [],
  ): Block[] =>
    section(
      id,
      say(caption),
      rows.length === 0
        ? []
        : [
            {
              ...{ kind: 'table', id, caption: say(caption), rows: rows.slice(0, mostRows) },
              columns: heads.map((head, at) => ({
                ...(widths[at] !== undefined && { width: widths[at] }),
                label: say(head),
                number: head === words.measures || head === words.likeness,
              })),
              notes: rows.length > mostRows ? [format(words.cut, language, { most: mostRows, n: rows.length })] : [],
            },
          ],
    );
  const day = (value: string | null) => (value === null ? '' : formatDay(value, language));
  const about = aboutOf(portfolio, language, now);
  return {
    language,
    title,
    subtitle: [say(words.portfolio), year, ...(release ? [`${say(words.release)} ${release.name}`] : [])].join(' · '),
    author: 'Samblikk',
    subject: format(words.subject, language, { year: String(year), title }),
    foot: whole.length > 70 ? `${whole.slice(0, 69)}…` : whole,
    date: now,
    words: {
      ...{ contents: say(words.contents), figure: say(words.figure), table: say(words.table) },
      ...{ page: say(words.page), notes: say(words.notes), updateFields: '' },
    },
    withoutContents: true,
    front: notice ? [{ kind: 'paragraph', pieces: [{ text: notice }], look: 'notice' }] : [],
    blocks: [
      ...section('about', say(words.explanation), [
        {
          kind: 'list',
          items: about
            .filter(([term]) => term !== words.notes)
            .map(([term, said]) => [
              { text: `${say(term)}: `, strong: true },
              { text: typeof said === 'number' ? number(said) : said },
            ]),
        },
      ]),
      ...tables.flatMap((table) => section(table.id, table.title, tableBlocks(table, language))),
      ...(timeline
        ? list(
            'timeline',
            words.timeline,
            [words.name, words.owner, words.start, words.end, words.phase],
            timeline.rows.map(({ number: id, title: name, agency, start, end, phase }) => [
              ...[name === null ? id : `${name} (${id})`, agency.label, day(start), day(end), phase ?? ''],
            ]),
            [0.32, 0.2, 0.15, 0.15, 0.18],
          )
        : []),
      ...(partners
        ? list(
            'partners',
            words.partners,
            [words.owner, words.partner, words.measures],
            partners.pairs.map(({ owner, partner, measures }) => [owner.label, partner.label, number(measures)]),
          )
        : []),
      ...list(
        'shared',
        words.shared,
        [words.name, words.owner, words.what],
        shared.flatMap(({ label, measures }) =>
          measures.map(({ number: id, title: name, agency }) => [
            ...[name === null ? id : `${name} (${id})`, agency.label, label],
          ]),
        ),
      ),
      ...(doubles
        ? list(
            'doubles',
            words.doubles,
            [words.one, words.other, words.commonWords, words.likeness],
            doubles.pairs.map(({ likeness, measures, words: common }) => [
              ...measures.map(({ number: id, title: name, agency }) => `${name ?? id} (${id}), ${agency.label}`),
              ...[common.join(', '), likeness === null ? '' : number(Math.round(100 * likeness))],
            ]),
          )
        : []),
    ],
  };
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
