import { type ReplyOf, type readSubmission, roundName } from '@samblikk/contract';
import { type Edition, format, type Language, type Names } from '@samblikk/questionnaire';
import { formatMoment } from '@samblikk/text';
import { titleOf } from '../responses/index.ts';
import { answerRows } from './answer-rows.ts';
import { Paper } from './paper.ts';
import { receiptTexts as say } from './texts.ts';

export type Receipt = ReplyOf<typeof readSubmission>;

/** A receipt as a tagged PDF: who sent in what and when, every answer by section, in the reader's language. */
export async function receiptAsPdf(
  receipt: Receipt,
  edition: Edition,
  year: number,
  names: Names,
  language: Language,
): Promise<Buffer> {
  const agency = receipt.agency.name[language];
  const values = { agency, year: roundName(year)[language], count: receipt.measures, receipt: receipt.receipt };
  const paper = await Paper.start({
    title: format(say.documentTitle, language, values),
    language,
    created: new Date(receipt.submittedAt),
  });
  paper.heading('H1', say.title[language]);
  paper.paragraph(format(receipt.nothingToReport ? say.nothing : say.sent, language, values));
  paper.heading('H2', say.facts[language]);
  const late = receipt.late ? ` (${say.late[language]})` : '';
  paper.table([
    [say.reference[language], receipt.receipt],
    [say.agency[language], agency],
    [say.orgnr[language], receipt.agency.orgnr],
    [say.round[language], roundName(year)[language]],
    [say.time[language], formatMoment(receipt.submittedAt, language) + late],
    [say.by[language], receipt.submittedBy],
    [say.number[language], String(receipt.number)],
  ]);
  if (receipt.content.length > 1) {
    paper.heading('H2', say.content[language]);
    paper.table(
      receipt.content.map(({ number, answers }) => [number, titleOf(edition, answers) ?? '–']),
      { labels: 80 },
    );
  }
  for (const { number, answers } of receipt.content) {
    const title = titleOf(edition, answers);
    const label = format(say.measure, language, { number });
    paper.heading('H2', title === null ? label : `${label}: ${title}`, { line: true });
    for (const { section, rows } of answerRows(edition, answers, names, language)) {
      if (rows.length === 0) continue;
      paper.heading('H3', section.title[language]);
      paper.list(rows);
    }
  }
  if (receipt.undecided.length > 0) {
    paper.heading('H2', say.undecided[language], { line: true });
    paper.table(
      receipt.undecided.map(({ number, title }) => [number, title ?? '–']),
      { labels: 80 },
    );
  }
  paper.heading('H2', say.proof[language], { line: true });
  paper.table([[say.hash[language], inTwoLines(receipt.contentHash)]]);
  if (paper.replaced) paper.paragraph(say.replaced[language]);
  return paper.finish((page, pages) => [
    `Samblikk · ${agency} · ${receipt.receipt}`,
    format(say.page, language, { page, pages }),
  ]);
}

/** 64 characters that no line has room for, broken in the middle. */
const inTwoLines = (hash: string) => `${hash.slice(0, hash.length / 2)}\n${hash.slice(hash.length / 2)}`;
