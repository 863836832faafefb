import { releaseName } from '@samblikk/questionnaire';
import { computeReport, publicationOf, type Table } from '@samblikk/statistics';
import { formatDate, type Language } from '@samblikk/text';
import { annexPublished, annexQuestions, references } from './chapters/annexes.ts';
import { changesChapter } from './chapters/changes.ts';
import { figureChapters, findingsOf } from './chapters/figures.ts';
import { introduction, methodChapter } from './chapters/method.ts';
import { qualityChapter } from './chapters/quality.ts';
import { responseChapter } from './chapters/response.ts';
import type { Block, Piece, ReportDocument } from './model.ts';
import { sayIn } from './say.ts';
import type { ReportInput } from './source.ts';
import { heading, paragraph, type Writing } from './writing.ts';

export interface ReportChoice {
  readonly language: Language;
  /** Ids of figures; all of the year's when left out. */
  readonly figures?: readonly string[] | undefined;
  readonly extra?: readonly Table[] | undefined;
  /** Where the program is reached, for references. */
  readonly site: string;
}

/** The draft of the yearly report of a release, as plain data. The same release and choice give the same document. */
export function reportDocument(input: ReportInput, choice: ReportChoice): ReportDocument {
  const { release } = input.from;
  const say = sayIn(choice.language);
  const { year } = release;
  const about = {
    year,
    release: releaseName(release),
    date: formatDate(release.dataAsOf.toISOString(), choice.language),
  };
  const report = computeReport(input.source, choice.figures);
  const writing: Writing = { ...input, report, extra: choice.extra ?? [], say, about, site: choice.site };
  const { notice } = release;
  return {
    language: choice.language,
    title: say('title', { year: String(year) }),
    subtitle: say('subtitle', about as unknown as Record<string, string>),
    author: 'Samblikk',
    subject: say('subject', { release: about.release }),
    foot: `${say('title', { year: String(year) })} · ${about.release}`,
    date: release.frozenAt,
    words: {
      contents: say('contents'),
      figure: say('figure'),
      table: say('table'),
      page: say('page'),
      notes: say('notes'),
      updateFields: say('updateFields'),
    },
    front: [notice, input.earlierNotice].flatMap((one) => (one ? [paragraph(one[choice.language], 'notice')] : [])),
    blocks: [
      ...summary(writing),
      ...introduction(writing),
      ...methodChapter(writing),
      ...responseChapter(writing),
      ...figureChapters(writing),
      ...qualityChapter(writing),
      ...changesChapter(writing),
      ...annexQuestions(writing),
      ...annexPublished(writing),
      ...references(writing),
    ],
  };
}

/** The main findings, each with the way to its figure. */
function summary(writing: Writing): readonly Block[] {
  const { say, from, report } = writing;
  const items = findingsOf(writing).map(({ id, pieces }): readonly Piece[] => [
    ...pieces,
    { text: ` ${say('see')} ` },
    { to: `figure-${id}` },
    { text: '.' },
  ]);
  const { answered, invited, measures } = from.release;
  const publication = publicationOf(from.sealed);
  const ministries = report.ministries.values.filter((value) => value).length;
  return [
    heading(1, 'summary', say('summary'), false),
    paragraph(say('summaryText', { answered, invited, n: measures, ministries })),
    { kind: 'list', items },
    ...(publication ? [paragraph(say('invented', { source: publication.source[say.language] }), 'note')] : []),
  ];
}
