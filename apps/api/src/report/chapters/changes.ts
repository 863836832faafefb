import { findQuestion } from '@samblikk/questionnaire';
import { type PublishedYear, publishedYears } from '@samblikk/statistics';
import type { Block } from '../model.ts';
import type { Say } from '../say.ts';
import { heading, paragraph, type Writing } from '../writing.ts';
import { comparisonText } from './compared.ts';

/** What the questionnaire asks otherwise than the one before, and whether answers compare: as declared, not guessed. */
export function changesChapter({ say, report, source, about }: Writing): readonly Block[] {
  const { language } = say;
  const { edition, editions } = source;
  const before = edition.previous === undefined ? undefined : editions[edition.previous];
  const published = publishedYears.find(({ comparedBy }) => comparedBy === edition.id);
  if (!before && published) return [heading(1, 'changes', say('changes')), ...sincePublished(published, say)];
  if (!before)
    return [heading(1, 'changes', say('changes')), paragraph(say('changesNone', { year: String(edition.year) }))];
  const nameIn = (of: typeof edition, id: string) => {
    const question = findQuestion(of, id);
    return (question?.name ?? question?.label ?? of.derived.find((one) => one.id === id)?.label)?.[language];
  };
  const nameOf = (id: string) => nameIn(edition, id) ?? nameIn(before, id) ?? id;
  const ids = [...new Set(report.changes.map(({ id }) => id))];
  const year = String(before.year);
  const compared = (id: string): string => {
    const found = report.comparisons.find((one) => one.id === id);
    return found ? comparisonText(found, year, say) : '–';
  };
  const changed = (id: string): string =>
    [...new Set(report.changes.filter((one) => one.id === id).map(({ change }) => say(`change.${change}`)))].join('. ');
  return [
    heading(1, 'changes', say('changes')),
    paragraph(say('changesText', { edition: before.title[language] })),
    {
      kind: 'table',
      id: 'table-changes',
      caption: say('changesTable', { edition: before.title[language] }),
      columns: [
        { label: say('question'), number: false, width: 0.36 },
        { label: say('change'), number: false, width: 0.24 },
        { label: say('comparability'), number: false, width: 0.4 },
      ],
      rows: ids.map((id) => [nameOf(id), changed(id), compared(id)]),
      notes: [say('source', about)],
    },
  ];
}

/** What was asked otherwise in a year of which only published numbers are known. */
function sincePublished({ year, questions, source }: PublishedYear, say: Say): readonly Block[] {
  const { language } = say;
  return [
    paragraph(say('changesPublished', { year: String(year), source: source[language] })),
    {
      kind: 'table',
      id: 'table-changes',
      caption: say('changesPublishedTable', { year: String(year) }),
      columns: [
        { label: say('question'), number: false, width: 0.24 },
        { label: say('askedThen', { year: String(year) }), number: false, width: 0.32 },
        { label: say('comparability'), number: false, width: 0.44 },
      ],
      // Several variables may come of one question.
      rows: distinct(
        questions.map(({ label, asked, comparability }) => [
          label[language],
          asked[language],
          comparisonText(
            { id: '', with: comparability.with, notes: 'note' in comparability ? [comparability.note] : [] },
            String(year),
            say,
          ),
        ]),
      ),
      notes: [],
    },
  ];
}

const distinct = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...new Map(rows.map((row) => [row.join('\n'), row])).values(),
];
