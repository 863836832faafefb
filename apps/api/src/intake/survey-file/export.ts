import type { ExportFormat } from '@samblikk/contract';
import { csvFile, csvRows } from '@samblikk/files';
import { type Answers, editionOf, surveyCells, surveyHeader } from '@samblikk/questionnaire';
import { osloStamp } from '@samblikk/text/oslo-clock';
import type { Database } from '../../platform/db/index.ts';
import { type SubmittedMeasure, submittedMeasures } from '../../responses/index.ts';
import { roundOf } from '../../rounds/index.ts';

const PAGE = 1000;

/**
 * A round as a file, in pieces: what each agency last submitted, by measure number, with closed answers. As CSV it is the
 * survey file again: a file that was imported comes back byte for byte.
 * @throws ApiError notFound when there is no such round
 */
export async function exportRound(db: Database, year: number, format: ExportFormat): Promise<AsyncGenerator<string>> {
  const round = await roundOf(db, year);
  const edition = editionOf(round.edition);
  if (!edition) throw new Error(`Round ${year} has edition ${round.edition}, which this program does not know.`);
  const { roles } = edition;
  const known = (row: SubmittedMeasure): Answers => ({
    ...row.facts,
    [roles.agency]: row.orgnr,
    [roles.ministry]: row.ministry,
  });
  const asRow = (row: SubmittedMeasure) => ({
    externalId: row.externalId ?? row.number,
    submittedAt: osloStamp(row.submittedAt),
    answers: row.answers,
    known: known(row),
  });
  const formats: Record<ExportFormat, () => AsyncGenerator<string>> = {
    async *csv() {
      yield csvFile([surveyHeader(edition)], { verbatim: true });
      for await (const page of submittedMeasures(db, round.id, PAGE)) {
        const cells = page.map((row) => surveyCells(edition, asRow(row), { keepUnasked: true }));
        yield csvRows(cells, { verbatim: true });
      }
    },
    async *json() {
      yield `${JSON.stringify({ year, edition: edition.id }).slice(0, -1)},"measures":[`;
      let separator = '\n';
      for await (const page of submittedMeasures(db, round.id, PAGE)) {
        for (const row of page) {
          yield separator + JSON.stringify({ number: row.number, ...asRow(row), late: row.late });
          separator = ',\n';
        }
      }
      yield '\n]}\n';
    },
  };
  return formats[format]();
}
