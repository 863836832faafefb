import { findQuestion } from '@samblikk/questionnaire';
import { share } from '@samblikk/statistics';
import { formatNumber, formatPercent } from '@samblikk/text';
import type { Block } from '../model.ts';
import { heading, paragraph, type Writing } from '../writing.ts';

/** What is missing in the answers, what came late, and what was corrected. */
export function qualityChapter(writing: Writing): readonly Block[] {
  const { say, report, about } = writing;
  const { language } = say;
  const number = (value: number) => formatNumber(value, language);
  const withheld = report.blanks.some((one) => one.withheld > 0);
  return [
    heading(1, 'quality', say('quality')),
    heading(2, 'quality-blank', say('blanks')),
    paragraph(say('blanksText')),
    {
      kind: 'table',
      id: 'table-blanks',
      caption: say('blanksTable'),
      columns: [
        { label: say('question'), number: false },
        { label: say('asked'), number: true },
        { label: say('blank'), number: true },
        { label: say('blankShare'), number: true },
        ...(withheld ? [{ label: say('withheldColumn'), number: true }] : []),
      ],
      rows: report.blanks.map((one) => {
        const of = share(one.blank, one.asked);
        return [
          nameOf(writing, one.id),
          number(one.asked),
          number(one.blank),
          of === null ? '–' : formatPercent(Math.round(of), language),
          ...(withheld ? [number(one.withheld)] : []),
        ];
      }),
      notes: [say('source', about)],
    },
    heading(2, 'quality-late', say('late')),
    ...late(writing),
    heading(2, 'quality-corrections', say('corrections')),
    paragraph(corrections(writing)),
  ];
}

const nameOf = ({ source, say }: Writing, id: string): string => {
  const question = findQuestion(source.edition, id);
  return (question?.name ?? question?.label)?.[say.language] ?? id;
};

function late(writing: Writing): readonly Block[] {
  const { say, report, from } = writing;
  if (report.late === 0) return [paragraph(say('lateNone'))];
  return [
    paragraph(say('lateText', { late: report.late, n: from.release.measures })),
    {
      kind: 'list',
      items: report.lateBlank.map(({ id, blank, late }) => [
        { text: say('lateBlank', { question: nameOf(writing, id), blank, late }) },
      ]),
    },
  ];
}

function corrections({ say, from, about }: Writing): string {
  const { number, year, reason } = from.release;
  if (number === 1) return say('correctionsFirst', { year: String(year) });
  const why = reason?.[say.language] ?? reason?.nb ?? say('noReason');
  return say('correctionsLater', { release: about.release, before: `${year}.${number - 1}`, reason: why });
}
