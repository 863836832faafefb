import type { Portfolio, PortfolioTable } from '@samblikk/contract';
import type { Language, Text } from '@samblikk/questionnaire';
import { format, formatDay, formatNumber } from '@samblikk/text';
import { type Block, type ReportDocument, toPdf } from '../report/index.ts';
import { aboutOf } from './about.ts';
import { words } from './words.ts';

/** More rows than this of a list are in the workbook alone. */
const mostRows = 200;

/** A portfolio as a tagged PDF, drawn as the yearly report is. */
export function portfolioPdf(portfolio: Portfolio, language: Language, now: Date): Promise<Buffer> {
  return toPdf(portfolioDocument(portfolio, language, now));
}

function portfolioDocument(portfolio: Portfolio, language: Language, now: Date): ReportDocument {
  const { title, year, release, notice, tables, timeline, partners, doubles, shared } = portfolio;
  const say = (text: Text) => text[language];
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  const whole = `${say(words.portfolio)}: ${title}`;
  const section = (id: string, heading: string, table: Block | null): Block[] => [
    { kind: 'heading', level: 1, id: `section-${id}`, text: heading, numbered: false },
    table ?? { kind: 'paragraph', pieces: [{ text: say(words.foundNone) }] },
  ];
  const list = (id: string, caption: Text, heads: readonly Text[], rows: readonly (readonly string[])[]): Block[] =>
    section(
      id,
      say(caption),
      rows.length === 0
        ? null
        : {
            ...{ kind: 'table', id, caption: say(caption), rows: rows.slice(0, mostRows) },
            columns: heads.map((head) => ({
              label: say(head),
              number: head === words.measures || head === words.likeness,
            })),
            notes: rows.length > mostRows ? [format(words.cut, language, { most: mostRows, n: rows.length })] : [],
          },
    );
  const day = (value: string | null) => (value === null ? '' : formatDay(value, language));
  const about = aboutOf(portfolio, language, now);
  return {
    language,
    title: whole,
    subtitle: release ? `${year} · ${say(words.release)} ${release.name}` : String(year),
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
      ...section('about', say(words.explanation), {
        kind: 'list',
        items: about
          .filter(([term]) => term !== words.notes)
          .map(([term, said]) => [
            { text: `${say(term)}: `, strong: true },
            { text: typeof said === 'number' ? number(said) : said },
          ]),
      }),
      ...tables.flatMap((table) => section(table.id, table.title, tableBlock(table, language, number))),
      ...(timeline
        ? list(
            'timeline',
            words.timeline,
            [words.name, words.owner, words.start, words.end, words.phase],
            timeline.rows.map(({ number: id, title: name, agency, start, end, phase }) => [
              ...[name === null ? id : `${name} (${id})`, agency.label, day(start), day(end), phase ?? ''],
            ]),
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
              ...[common.join(', '), number(Math.round(100 * likeness))],
            ]),
          )
        : []),
    ],
  };
}

function tableBlock(table: PortfolioTable, language: Language, number: (value: number | null) => string): Block | null {
  if (table.rows.length === 0) return null;
  const { id, title, rowLabel, columns, rows, total, notes } = table;
  const cells = (of: PortfolioTable['rows'][number]['cells']) => of.map(({ value }) => number(value));
  return {
    ...{ kind: 'table', id, caption: title, notes },
    columns: [{ label: rowLabel, number: false }, ...columns.map(({ label }) => ({ label, number: true }))],
    rows: [
      ...rows.map(({ label, cells: of }) => [label, ...cells(of)]),
      ...(total ? [[words.inAll[language], ...cells(total)]] : []),
    ],
  };
}
