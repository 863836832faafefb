import { type Cell, csvFile, dayCell, heading, numberCell, textCell, workbookOf } from '@samblikk/files';
import {
  askedAnswers,
  kindOf,
  type Language,
  type Names,
  type Question,
  questionsOf,
  type Text,
} from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { knownOf, type MeasureRow, measuresOf } from '../responses/index.ts';
import type { AgencyRound } from '../rounds/index.ts';

const headings = {
  number: { nb: 'Nummer', nn: 'Nummer', en: 'Number' },
  savedAt: { nb: 'Sist lagret', nn: 'Sist lagra', en: 'Last saved' },
  sheet: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
} as const satisfies Record<string, Text>;

export type PortfolioFormat = 'csv' | 'xlsx' | 'json';

/** All measures of an agency in a round as they stand, with every answer that is asked for, also the closed ones. */
export async function portfolioOf(
  db: Database,
  of: AgencyRound,
  format: PortfolioFormat,
  names: Names,
  language: Language,
): Promise<string | Buffer> {
  const measures = await measuresOf(db, of.round.id, of.agency.agencyId);
  switch (format) {
    case 'csv':
      return asCsv(of, measures);
    case 'json':
      return asJson(of, measures);
    case 'xlsx':
      return asXlsx(of, measures, names, language);
  }
}

const answersOf = ({ edition }: AgencyRound, { revision }: MeasureRow) =>
  askedAnswers(edition, revision?.answers ?? {});
/** What is known about the owner is the same in every row; it is not asked, and not in the file. */
const columnsOf = ({ edition }: AgencyRound): Question[] => questionsOf(edition).filter(({ known }) => !known);
const savedAt = ({ revision }: MeasureRow): string => revision?.createdAt.toISOString() ?? '';

function asCsv(of: AgencyRound, measures: readonly MeasureRow[]): string {
  const questions = columnsOf(of);
  const head = ['number', 'savedAt', ...questions.flatMap((question) => kindOf(question).columns(question))];
  const lines = measures.map((measure) => {
    const answers = answersOf(of, measure);
    const cells = questions.flatMap((question) => kindOf(question).cells(question, answers[question.id]));
    return [measure.number, savedAt(measure), ...cells];
  });
  // What a spreadsheet would run as a formula gets an apostrophe in front.
  return csvFile([head, ...lines]);
}

function asJson(of: AgencyRound, measures: readonly MeasureRow[]): string {
  const { orgnr, nameNb: nb, nameNn: nn, nameEn: en } = of.agency;
  return JSON.stringify(
    {
      year: of.round.year,
      edition: of.edition.id,
      agency: { orgnr, name: { nb, nn, en }, known: knownOf(of) },
      measures: measures.map((measure) => ({
        number: measure.number,
        version: measure.revision?.version ?? 0,
        savedAt: measure.revision?.createdAt.toISOString() ?? null,
        answers: answersOf(of, measure),
      })),
    },
    null,
    2,
  );
}

async function asXlsx(
  of: AgencyRound,
  measures: readonly MeasureRow[],
  names: Names,
  language: Language,
): Promise<Buffer> {
  const questions = columnsOf(of);
  const text = (value: string): Cell => (value === '' ? null : textCell(value));
  const heads = [headings.number, headings.savedAt, ...questions.map(({ label }) => label)];
  const rows = measures.map((measure): Cell[] => {
    const answers = answersOf(of, measure);
    const cells = questions.map((question): Cell => {
      const answer = answers[question.id];
      if (answer === undefined) return null;
      if (kindOf(question).days) return dayCell(String(answer));
      if (typeof answer === 'number') return numberCell(answer);
      return text(kindOf(question).show(question, answer, language, names, of.edition));
    });
    return [text(measure.number), text(savedAt(measure)), ...cells];
  });
  const data = [heads.map((label) => textCell(label[language], heading)), ...rows];
  const columns = heads.map(() => ({ width: 24 }));
  return workbookOf([{ sheet: headings.sheet[language], data, columns, stickyRowsCount: 1 }]);
}
