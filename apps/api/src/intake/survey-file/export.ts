import type { ExportFormat } from '@samblikk/contract';
import { csvFile, csvRows } from '@samblikk/files';
import { type Answers, editionOf, surveyCells, surveyHeader } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../platform/db/connect.ts';
import { roundOf } from '../../rounds/store.ts';

type Row = {
  number: string;
  external_id: string | null;
  answers: Answers;
  orgnr: string;
  ministry: string;
  facts: Record<string, string>;
  submitted_at: Date;
  late: boolean;
};

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
  // Submissions never change, so what their pins say is one moment's truth however long the reading takes.
  const { rows: submissions } = await db.execute<{ id: string }>(sql`
    select distinct on (agency_id) id from submission where round_id = ${round.id} order by agency_id, number desc`);
  const ids = submissions.map(({ id }) => id);
  const known = (row: Row): Answers => ({ ...row.facts, [roles.agency]: row.orgnr, [roles.ministry]: row.ministry });
  const asRow = (row: Row) => ({
    externalId: row.external_id ?? row.number,
    submittedAt: osloTime(row.submitted_at),
    answers: row.answers,
    known: known(row),
  });
  const formats: Record<ExportFormat, () => AsyncGenerator<string>> = {
    async *csv() {
      yield csvFile([surveyHeader(edition)], { verbatim: true });
      for await (const page of pages(db, round.id, ids)) {
        const cells = page.map((row) => surveyCells(edition, asRow(row), { keepUnasked: true }));
        yield csvRows(cells, { verbatim: true });
      }
    },
    async *json() {
      yield `${JSON.stringify({ year, edition: edition.id }).slice(0, -1)},"measures":[`;
      let separator = '\n';
      for await (const page of pages(db, round.id, ids)) {
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

/** The pinned revisions of submissions, by length and then order of number, so that 10000 comes after 9999. */
async function* pages(db: Database, roundId: string, submissions: readonly string[]): AsyncGenerator<Row[]> {
  let after = '';
  for (;;) {
    const { rows } = await db.execute<Row>(sql`
      select n.number, m.external_id, v.answers, o.orgnr, o.ministry, o.facts, p.submitted_at, p.late
      from submission_revision p
      join submission s on s.id = p.submission_id
      join revision v on v.id = p.revision_id
      join measure n on n.id = v.measure_id
      join measure_round m on m.measure_id = v.measure_id and m.round_id = ${roundId}
      join population o on o.round_id = ${roundId} and o.agency_id = s.agency_id
      where p.submission_id = any(${sql.param(submissions)}::uuid[])
        and (length(n.number), n.number collate "C") > (length(${after}::text), ${after}::text collate "C")
      order by length(n.number), n.number collate "C" limit ${PAGE}`);
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.number ?? after;
    if (rows.length < PAGE) return;
  }
}

/** A moment as the survey file writes it: local time in Norway with its offset, `2019-08-30T12:00:00+02:00`. */
function osloTime(moment: Date | string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(new Date(moment).getTime());
  return instant.toZonedDateTimeISO('Europe/Oslo').toString({ timeZoneName: 'never' });
}
