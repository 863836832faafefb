import type { Answers, Edition } from '@samblikk/questionnaire';
import { type SQL, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { recordAll } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import type { Actor } from '../platform/signed/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import { savedEvent } from './save-draft.ts';

interface Into {
  readonly round: Pick<RoundRow, 'id'>;
  readonly edition: Pick<Edition, 'id'>;
}

/**
 * Makes rows that wait in the database the next revisions of their measures: the whole answer, with the origin `imported`.
 * @param rows a query of `revision_id uuid, measure_id uuid, answers jsonb`, each measure once
 */
export async function importRevisions(
  tx: Transaction,
  { round, edition }: Into,
  rows: SQL,
  { personId, name }: Actor,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await tx.execute(sql`
    insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors, author_id, created_at)
    select i.revision_id, i.measure_id, ${round.id}::uuid,
      coalesce((select max(v.version) from revision v where v.measure_id = i.measure_id and v.round_id = ${round.id}), 0) + 1,
      ${edition.id}, i.answers, k.origins, k.authors, ${personId}::uuid, ${at}::timestamptz
    from (${rows}) i
    cross join lateral (
      select coalesce(jsonb_object_agg(q, 'imported'), '{}') as origins,
        coalesce(jsonb_object_agg(q, ${JSON.stringify([name, at])}::jsonb), '{}') as authors
      from jsonb_object_keys(i.answers) q
    ) k`);
}

/** Writes the first, imported revisions of many new measures at once, each with its line in the audit. */
export async function firstRevisions(
  tx: Transaction,
  into: Into,
  measures: readonly { id: string; answers: Answers }[],
  actor: Actor,
  now: Date,
): Promise<void> {
  if (measures.length === 0) return;
  const rows = measures.map(({ id, answers }) => ({ revision_id: uuid(), measure_id: id, answers }));
  const query = sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(revision_id uuid, measure_id uuid, answers jsonb)`;
  await importRevisions(tx, into, query, actor, now);
  await recordAll(
    tx,
    measures.map(({ id, answers }) => savedEvent({ measureId: id, version: 1 }, Object.keys(answers), actor)),
    now,
  );
}
