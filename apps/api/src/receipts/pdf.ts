import type { ReplyOf, readSubmission } from '@samblikk/contract';
import { type Edition, format, kindOf, type Language, type Names } from '@samblikk/questionnaire';
import { Paper, type Row } from './paper.ts';
import { osloTime, receiptTexts as say } from './texts.ts';

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
  const values = { agency, year: String(year), count: receipt.measures, receipt: receipt.receipt };
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
    [say.round[language], String(year)],
    [say.time[language], osloTime(receipt.submittedAt, language) + late],
    [say.by[language], receipt.submittedBy],
    [say.number[language], String(receipt.number)],
    [say.hash[language], receipt.contentHash],
  ]);
  for (const { number, answers } of receipt.content) {
    const title = answers[edition.roles.title];
    const label = format(say.measure, language, { number });
    paper.heading('H2', typeof title === 'string' ? `${label}: ${title}` : label);
    for (const section of edition.sections) {
      const rows = section.questions.flatMap((question): Row[] => {
        const answer = answers[question.id];
        if (answer === undefined) return [];
        return [[question.label[language], kindOf(question).show(question, answer, language, names, edition)]];
      });
      if (rows.length === 0) continue;
      paper.heading('H3', section.title[language]);
      paper.list(rows);
    }
  }
  return paper.finish(
    (page, pages) => `Samblikk · ${receipt.receipt} · ${format(say.page, language, { page, pages })}`,
  );
}
