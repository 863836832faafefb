import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import { type Answers, askedAnswers, type Edition } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../platform/db/connect.ts';
import { insertSubmission } from '../../responses/submit.ts';
import type { RoundRow } from '../../rounds/store.ts';
import type { population } from '../../schema.ts';
import { importAuthor } from './write-measures.ts';

const PAGE = 1000;

/**
 * Gives each agency whose measures the import touched a new submission: what the file says, and beside it what the agency
 * had sent in before of measures the file does not have. @returns how many submissions
 */
export async function writeSubmissions(tx: Transaction, round: RoundRow, edition: Edition, now: Date): Promise<number> {
  await tx.execute(sql`
    create temp table import_pin on commit drop as
    select i.agency_id, n.number, i.revision_id, coalesce(i.submitted_at, ${now.toISOString()}::timestamptz) as submitted_at, i.late
    from import_row i join import_agency a using (agency_id) join measure n on n.id = i.measure_id
    join measure_round m on m.measure_id = i.measure_id and m.round_id = ${round.id} and m.withdrawn_at is null
    union all
    select m.agency_id, n.number, p.revision_id, p.submitted_at, p.late
    from submission s
    join submission_revision p on p.submission_id = s.id
    join revision v on v.id = p.revision_id
    join measure_round m on m.measure_id = v.measure_id and m.round_id = s.round_id and m.withdrawn_at is null
    join measure n on n.id = m.measure_id
    join import_agency a on a.agency_id = m.agency_id
    where s.round_id = ${round.id} and m.agency_id = s.agency_id
      and not exists (select 1 from submission l where l.round_id = s.round_id and l.agency_id = s.agency_id and l.number > s.number)
      and not exists (select 1 from import_row i where i.measure_id = v.measure_id)`);
  await tx.execute(sql`create index on import_pin (agency_id, number collate "C")`);
  await tx.execute(sql`analyze import_pin`);
  const { rows } = await tx.execute<{ agency_id: string; measures: number; last: Date | null }>(sql`
    select a.agency_id, count(p.number)::int as measures, max(p.submitted_at) as last
    from import_agency a left join import_pin p using (agency_id) group by a.agency_id order by a.agency_id`);
  for (const { agency_id, measures, last } of rows) {
    const submittedAt = last === null ? now : new Date(last);
    const { id } = await insertSubmission(
      tx,
      { round, agency: { agencyId: agency_id } as typeof population.$inferSelect },
      {
        idempotencyKey: `import:${uuid()}`,
        contentHash: await hashOfPins(tx, edition, agency_id),
        nothingToReport: measures === 0,
        late: round.deadline !== null && submittedAt > round.deadline,
        submittedAt,
        submittedByName: importAuthor,
        revisions: [],
      },
    );
    await tx.execute(sql`
      insert into submission_revision (submission_id, revision_id, submitted_at, late)
      select ${id}, revision_id, submitted_at, late from import_pin where agency_id = ${agency_id}`);
  }
  return rows.length;
}

/** The content hash of a submission, as `contentHash` makes it, a page of measures at a time. */
async function hashOfPins(tx: Transaction, edition: Edition, agencyId: string): Promise<string> {
  const hash = createHash('sha256').update('[');
  let after = '';
  for (;;) {
    const { rows } = await tx.execute<{ number: string; answers: Answers }>(sql`
      select p.number, v.answers from import_pin p join revision v on v.id = p.revision_id
      where p.agency_id = ${agencyId} and p.number collate "C" > ${after} order by p.number collate "C" limit ${PAGE}`);
    for (const { number, answers } of rows) {
      hash.update(`${after === '' ? '' : ','}${canonical([number, askedAnswers(edition, answers)])}`);
      after = number;
    }
    if (rows.length < PAGE) return hash.update(']').digest('hex');
  }
}
