import { inArray } from 'drizzle-orm';
import { measureNumbers } from '../../measures/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { correctionsIn, waits } from '../corrections/store.ts';
import { queriesIn } from './store.ts';

/** Something staff have asked or proposed, and that the agency has not answered. */
export interface OpenQuery {
  readonly kind: 'query' | 'correction';
  readonly id: string;
  readonly agencyId: string;
  readonly measureId: string;
  readonly number: string;
  /** Null: the whole measure. */
  readonly question: string | null;
  readonly askedAt: Date;
  /** Null for what was asked before there were days to answer by. */
  readonly dueAt: Date | null;
  readonly overdue: boolean;
}

/**
 * What waits for the agencies of a round, the first due first: questions and proposed corrections alike. For letters that remind,
 * one to a person; nothing here posts any. What was asked is not told, as it is in no letter: it may tell what was answered.
 */
export async function openQueries(
  db: Database | Transaction,
  { roundId, agencyId, now }: { roundId: string; agencyId?: string; now: Date },
): Promise<OpenQuery[]> {
  const which = { roundId, ...(agencyId !== undefined && { agencyId }) };
  const queries = (await queriesIn(db, which)).filter(({ query }) => query.state === 'open');
  const corrections = (await correctionsIn(db, which)).filter(({ correction }) => waits(correction));
  const open = [
    ...queries.map(({ query, ...of }) => ({ kind: 'query' as const, ...of, ...query })),
    ...corrections.map(({ correction, ...of }) => ({
      kind: 'correction' as const,
      ...of,
      ...correction,
      askedAt: correction.proposedAt,
    })),
  ];
  if (open.length === 0) return [];
  const ids = [...new Set(open.map(({ measureId }) => measureId))];
  const numbers = new Map(
    (await db.select().from(measureNumbers).where(inArray(measureNumbers.id, ids))).map(({ id, number }) => [
      id,
      number,
    ]),
  );
  const last = (dueAt: string | null) => dueAt ?? '9999';
  return open
    .toSorted((a, b) => (last(a.dueAt) < last(b.dueAt) ? -1 : 1))
    .map(({ kind, id, agencyId: agency, measureId, question, askedAt, dueAt }) => ({
      ...{ kind, id, agencyId: agency, measureId, question },
      number: numbers.get(measureId) ?? '',
      askedAt: new Date(askedAt),
      dueAt: dueAt === null ? null : new Date(dueAt),
      overdue: dueAt !== null && new Date(dueAt) < now,
    }));
}
