import { csvFile, csvRows } from '@samblikk/files';
import { surveyCells, surveyHeader, withoutContacts } from '@samblikk/questionnaire';
import { osloStamp } from '@samblikk/text/oslo-clock';
import { submittedMeasures } from '../responses/index.ts';
import type { Archived } from './parts.ts';

/** What each agency last submitted, as the survey file has it, less contact addresses. */
export async function* submittedCsv({ tx, round, edition }: Archived): AsyncGenerator<string> {
  const { roles } = edition;
  yield csvFile([surveyHeader(edition)], { verbatim: true });
  for await (const page of submittedMeasures(tx, round.id, 500)) {
    const cells = page.map((row) =>
      surveyCells(
        edition,
        {
          externalId: row.externalId ?? row.number,
          submittedAt: osloStamp(row.submittedAt),
          answers: withoutContacts(edition, row.answers),
          known: { ...row.facts, [roles.agency]: row.orgnr, [roles.ministry]: row.ministry },
        },
        { keepUnasked: true },
      ),
    );
    yield csvRows(cells, { verbatim: true });
  }
}
