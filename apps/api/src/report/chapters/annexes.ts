import { kindOf, numbered } from '@samblikk/questionnaire';
import { publicationOf, totalNames2019 } from '@samblikk/statistics';
import { formatNumber } from '@samblikk/text';
import type { Block } from '../model.ts';
import { heading, paragraph, type Writing } from '../writing.ts';

/** The questionnaire: every question with its number and answers, by section. */
export function annexQuestions({ say, source }: Writing): readonly Block[] {
  const { language } = say;
  const { edition } = source;
  const { all, questions, fields } = numbered(edition);
  const more = fields > 0 ? say('annexFollowUps', { count: fields }) : '';
  return [
    heading(1, 'annex-questions', say('annexQuestions'), false),
    paragraph(say('annexQuestionsText', { n: questions, more })),
    paragraph(edition.source[language], 'note'),
    ...edition.sections.flatMap((section): readonly Block[] => [
      heading(2, `section-${section.id}`, section.title[language], false),
      {
        kind: 'list',
        plain: true,
        items: all
          .filter(({ question }) => section.questions.includes(question))
          .map(({ number, question }) => {
            const options = kindOf(question)
              .choices(question)
              .map(({ label }) => label[language]);
            return [
              { text: `${number}. `, strong: true as const },
              { text: ended(question.label[language], options.length > 0) },
              ...(options.length > 0 && options.length < 20
                ? [{ text: ` ${say('annexOptions', { options: together(options) })}` }]
                : []),
            ];
          }),
      },
    ]),
  ];
}

/** A sentence that another follows. */
const ended = (text: string, goesOn: boolean): string => (goesOn && !/[.?!]$/.test(text) ? `${text}.` : text);

/** Answers in a row; a section sign stays on the line of its number. */
const together = (options: readonly string[]): string =>
  options.join('; ').replaceAll('§ ', '§\u00a0').replace(/\.$/, '');

/** Every number that was published of a round whose measures are made up to fit it, beside what the release gives. */
export function annexPublished({ say, report, from, about }: Writing): readonly Block[] {
  const publication = publicationOf(from.sealed);
  if (!publication || report.published.length === 0) return [];
  const { language } = say;
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  const same = report.published.filter(({ published, computed }) => published === computed).length;
  return [
    heading(1, 'annex-published', say('annexPublished'), false),
    paragraph(say('annexPublishedText', { source: publication.source[language], same, n: report.published.length })),
    {
      kind: 'table',
      id: 'table-published',
      caption: say('annexPublishedTable', { year: String(about.year) }),
      columns: [
        { label: say('numberOf'), number: false, width: 0.64 },
        { label: say('publishedNumber'), number: true, width: 0.18 },
        { label: say('computedNumber'), number: true, width: 0.18 },
      ],
      rows: report.published.map(({ what, published, computed }, at) => [
        totalNames2019[at]?.[language] ?? what,
        number(published),
        number(computed),
      ]),
      notes: [...(same < report.published.length ? [say('annexPublishedNote')] : []), say('source', about)],
    },
  ];
}

export function references({ say, about, from, source, site }: Writing): readonly Block[] {
  const { language } = say;
  const publication = publicationOf(from.sealed);
  const figures = `${site}/tall?round=${about.year}&release=${from.release.number}`;
  return [
    heading(1, 'references', say('references'), false),
    {
      kind: 'list',
      items: [
        [{ text: say('referenceRelease', about) }],
        [{ text: `${say('referenceFigures')} ` }, { href: figures, text: figures }],
        [{ text: source.edition.source[language] }],
        ...(publication ? [[{ text: publication.source[language] }]] : []),
      ],
    },
  ];
}
