import type { Answers, Edition } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { measureNumbers, measuresIn } from '../../measures/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { importAuthor } from '../../platform/signed/index.ts';
import { ContentHash, insertSubmission, latestPins, revisionsIn } from '../../responses/index.ts';
import type { RoundRow } from '../../rounds/index.ts';

const PAGE = 1000;

/**
 * Gives each agency whose measures the import touched a new submission: what the file says, and beside it what the agency
 * had sent in before of measures the file does not have. @returns how many submissions
 */
export async function writeSubmissions(tx: Transaction, round: RoundRow, edition: Edition, now: Date): Promise<number> {
  await gatherPins(tx, round, now);
  const { rows } = await tx.execute<{ agency_id: string; measures: number; last: Date | null }>(sql`
    select a.agency_id, count(p.number)::int as measures, max(p.submitted_at) as last
    from import_agency a left join import_pin p using (agency_id) group by a.agency_id order by a.agency_id`);
  for (const { agency_id: agencyId, measures, last } of rows) {
    const submittedAt = last === null ? now : new Date(last);
    await insertSubmission(
      tx,
      { round, agency: { agencyId } },
      {
        idempotencyKey: `import:${uuid()}`,
        contentHash: await hashOfPins(tx, edition, agencyId),
        nothingToReport: measures === 0,
        late: round.deadline !== null && submittedAt > round.deadline,
        submittedAt,
        submittedByName: importAuthor.name,
      },
      sql`select revision_id, submitted_at, late from import_pin where agency_id = ${agencyId}`,
    );
  }
  return rows.length;
}

/** What each touched agency submits: rows of the file, and what stood in its latest submission of measures the file lacks. */
async function gatherPins(tx: Transaction, round: RoundRow, now: Date): Promise<void> {
  const own = measuresIn({ roundId: round.id });
  const pins = latestPins(round.id);
  const revisions = revisionsIn({ roundId: round.id });
  await tx.execute(sql`
    create temp table import_pin on commit drop as
    select i.agency_id, ${measureNumbers.number}, i.revision_id,
      coalesce(i.submitted_at, ${now.toISOString()}::timestamptz) as submitted_at, i.late
    from import_row i join import_agency a using (agency_id)
    join ${measureNumbers} on ${measureNumbers.id} = i.measure_id
    join ${own} on ${own.measureId} = i.measure_id and ${own.withdrawnAt} is null
    union all
    select ${own.agencyId}, ${measureNumbers.number}, ${pins.revisionId}, ${pins.submittedAt}, ${pins.late}
    from ${pins}
    join ${revisions} on ${revisions.id} = ${pins.revisionId}
    join ${own} on ${own.measureId} = ${revisions.measureId} and ${own.withdrawnAt} is null and ${own.agencyId} = ${pins.agencyId}
    join ${measureNumbers} on ${measureNumbers.id} = ${own.measureId}
    join import_agency a on a.agency_id = ${own.agencyId}
    where not exists (select 1 from import_row i where i.measure_id = ${revisions.measureId})`);
  await tx.execute(sql`create index on import_pin (agency_id, number collate "C")`);
  await tx.execute(sql`analyze import_pin`);
}

/** The fingerprint of what an agency submits, a page of measures at a time. */
async function hashOfPins(tx: Transaction, edition: Edition, agencyId: string): Promise<string> {
  const hash = new ContentHash(edition);
  const revisions = revisionsIn();
  let after = '';
  for (;;) {
    const { rows } = await tx.execute<{ number: string; answers: Answers }>(sql`
      select p.number, ${revisions.answers} from import_pin p join ${revisions} on ${revisions.id} = p.revision_id
      where p.agency_id = ${agencyId} and p.number collate "C" > ${after} order by p.number collate "C" limit ${PAGE}`);
    for (const { number, answers } of rows) {
      hash.add(number, answers);
      after = number;
    }
    if (rows.length < PAGE) return hash.digest();
  }
}
