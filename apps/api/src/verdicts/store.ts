import type { DoubleVerdict } from '@samblikk/contract';
import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { measureNumbers } from '../measures/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { doubleVerdict } from './schema.ts';

type Reader = Database | Transaction;

/** Two measures, by number, in any order. */
export type Pair = readonly [one: string, other: string];

/** What is believed of two measures. */
export interface Verdict {
  readonly measures: Pair;
  readonly verdict: DoubleVerdict;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** What verdicts are kept by: the same whichever comes first. */
export const pairName = (one: string, other: string): string => [one, other].sort().join(' ');

/**
 * What is believed now, by `pairName`: of each pair the latest verdict, none where that took an earlier back. Verdicts are of measures and
 * not of releases: whoever shows one looks that both are public there.
 * @param of only those of this measure, by its number
 */
export async function verdictsNow(db: Reader, of?: string): Promise<ReadonlyMap<string, Verdict>> {
  const [measure] = of === undefined ? [] : await numbered(db, [of]);
  if (of !== undefined && !measure) return new Map();
  const { oneId, otherId, judgedAt, id } = doubleVerdict;
  const rows = await db
    .selectDistinctOn([oneId, otherId])
    .from(doubleVerdict)
    .where(measure && or(eq(oneId, measure.id), eq(otherId, measure.id)))
    .orderBy(oneId, otherId, desc(judgedAt), desc(id));
  const ids = rows.flatMap((row) => [row.oneId, row.otherId]);
  const numbers = new Map<string, string>();
  if (ids.length > 0)
    for (const row of await db
      .select()
      .from(measureNumbers)
      .where(inArray(measureNumbers.id, [...new Set(ids)])))
      numbers.set(row.id, row.number);
  return new Map(
    rows.flatMap(({ verdict, reason, judgedByName: by, judgedAt: at, ...row }): [string, Verdict][] => {
      const [one, other] = [numbers.get(row.oneId), numbers.get(row.otherId)];
      if (verdict === null || one === undefined || other === undefined) return [];
      return [[pairName(one, other), { measures: [one, other], verdict, reason, by, at }]];
    }),
  );
}

/** What everyone is told of two measures that are shown together. */
export const believed = (verdict: Pick<Verdict, 'verdict'> | undefined): 'same' | 'related' | null =>
  verdict === undefined || verdict.verdict === 'not' ? null : verdict.verdict;

const numbered = (db: Reader, numbers: readonly string[]) =>
  db
    .select()
    .from(measureNumbers)
    .where(inArray(measureNumbers.number, [...numbers]));

/** What is said of two measures. */
export interface Said {
  readonly measures: Pair;
  /** Null takes back what was said. */
  readonly verdict: DoubleVerdict | null;
  readonly reason: string;
}

/**
 * Says what two measures are to each other; what would say the same again is not written.
 * @returns what was said before, so that it can be said again
 * @throws ApiError notFound
 */
export async function judge(
  tx: Transaction,
  { measures, verdict, reason }: Said,
  by: Actor,
  now: Date,
): Promise<Pick<Verdict, 'verdict' | 'reason'> | null> {
  const found = await numbered(tx, measures);
  const [oneId, otherId] = found.map(({ id }) => id).sort();
  if (oneId === undefined || otherId === undefined)
    throw new ApiError('notFound', { detail: ['noPublicMeasure', { number: measures.join(', ') }] });
  // Of two at once about the same pair, one comes after the other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`verdict ${oneId} ${otherId}`}, 0))`);
  const [latest] = await tx
    .select()
    .from(doubleVerdict)
    .where(and(eq(doubleVerdict.oneId, oneId), eq(doubleVerdict.otherId, otherId)))
    .orderBy(desc(doubleVerdict.judgedAt), desc(doubleVerdict.id))
    .limit(1);
  const before = latest?.verdict ? { verdict: latest.verdict, reason: latest.reason } : null;
  if ((before?.verdict ?? null) === verdict && (before?.reason ?? '') === reason) return before;
  const who = { judgedAt: now, judgedBy: by.personId, judgedByName: by.name };
  await tx.insert(doubleVerdict).values({ id: v7(), oneId, otherId, verdict, reason, ...who });
  const details = { measures: [...measures].sort(), verdict };
  await record(tx, { actor: auditName(by), action: 'double.judged', subject: `measure:${oneId}`, details }, now);
  return before;
}
