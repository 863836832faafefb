import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { type Erasure, erasures, inHistory, namesIn, personPattern } from '../platform/erasure/index.ts';
import { importAuthor } from '../platform/signed/index.ts';
import { revision, submission } from './schema.ts';

/**
 * Answers to these questions, which say how to reach a person, in every revision of a round. No fingerprint covers them.
 * @param questions `contactQuestions` of the round's edition
 */
export function contactAnswersIn(roundId: string, questions: readonly string[]): Erasure {
  const list = sql`${sql.param([...questions])}::text[]`;
  const due = and(eq(revision.roundId, roundId), sql`${revision.answers} ?| ${list}`);
  return inHistory({
    count: (db) => db.$count(revision, due),
    async erase(tx) {
      const { rowCount } = await tx
        .update(revision)
        .set({ answers: sql`${revision.answers} - ${list}` })
        .where(due);
      return rowCount ?? 0;
    },
  });
}

/** Who wrote each answer of a round, and who sent in. */
export const authorNamesIn = (roundId: string): Erasure =>
  inHistory(erasures([authorsIn(roundId), namesIn(submission.submittedByName, eq(submission.roundId, roundId))]));

function authorsIn(roundId: string): Erasure {
  const name = sql`author.value ->> 0`;
  const isDue = sql`${name} !~ ${personPattern} and ${name} not in ('', ${importAuthor.name})`;
  const due = and(
    eq(revision.roundId, roundId),
    sql`exists (select 1 from jsonb_each(${revision.authors}) author where ${isDue})`,
  );
  return {
    count: (db) => db.$count(revision, due),
    async erase(tx, { person }) {
      const names = await namesDue(tx, roundId, isDue);
      const pseudonyms = JSON.stringify(Object.fromEntries(names.map((one) => [one, person(one)])));
      const authors = sql`(select jsonb_object_agg(author.key, jsonb_build_array(
        coalesce(${pseudonyms}::jsonb ->> (${name}), ${name}), author.value -> 1)) from jsonb_each(${revision.authors}) author)`;
      const { rowCount } = await tx.update(revision).set({ authors }).where(due);
      return rowCount ?? 0;
    },
  };
}

async function namesDue(db: Database | Transaction, roundId: string, isDue: SQL): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`select distinct author.value ->> 0 as name
    from ${revision}, jsonb_each(${revision.authors}) author where ${eq(revision.roundId, roundId)} and ${isDue}`);
  return rows.map((row) => row.name);
}
