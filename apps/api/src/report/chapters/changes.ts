import { findQuestion } from '@samblikk/questionnaire';
import type { Block } from '../model.ts';
import { heading, paragraph, type Writing } from '../writing.ts';

/** What the questionnaire asks otherwise than the one before, and whether answers compare: as declared, not guessed. */
export function changesChapter({ say, report, source, about }: Writing): readonly Block[] {
  const { language } = say;
  const { edition, editions } = source;
  const before = edition.previous === undefined ? undefined : editions[edition.previous];
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
    if (!found) return '–';
    const note = found.notes.map((text) => text[language]).join(' ');
    const keys = { same: 'comparedSame', note: 'comparedNote', break: 'comparedBreak', new: 'comparedNew' } as const;
    return say(keys[found.with], { year, note });
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
