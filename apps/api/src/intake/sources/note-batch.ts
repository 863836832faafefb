import { contactQuestions } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../platform/db/index.ts';
import { type RevisionRow, titleOf } from '../../responses/index.ts';
import { type AgencyRound, lockAgency } from '../../rounds/index.ts';
import { noCounts } from './deliver.ts';
import { source } from './schema.ts';
import { addDelivery, changeRow, type SourceRow } from './store.ts';

/** A measure that a system sent, and what became of it. */
interface SentMeasure {
  readonly id: string;
  readonly number: string;
  readonly result: 'created' | 'changed' | 'unchanged';
  readonly revision: RevisionRow | undefined;
}

const mostRows = 500;

/** Notes what an agency's own system delivered, among the sources of the agency. @param system what the audit calls it */
export async function noteBatch(
  tx: Transaction,
  of: AgencyRound,
  system: string,
  measures: readonly SentMeasure[],
  counts: Readonly<Record<SentMeasure['result'], number>>,
  now: Date,
): Promise<void> {
  const { id: sourceId } = await systemOf(tx, of.agency.agencyId, system, now);
  await changeRow(tx, sourceId, { checkedAt: now, fault: null, failures: 0 });
  // The same again is no delivery, as a file that is as before is none.
  if (counts.created + counts.changed === 0) return;
  const contacts = contactQuestions(of.edition);
  const told = measures.filter(({ result }) => result !== 'unchanged');
  const rows = told.slice(0, mostRows).map(({ id: measure, number, result, revision }, at) => ({
    ...{ row: at + 1, sheet: null, result, why: null, number, measure, conflicts: [], issues: [] },
    title: titleOf(of.edition, revision?.answers ?? {}),
    // What it sent besides was as before.
    taken: changedAt(revision, now).map((question) => ({
      ...{ question, from: null },
      to: contacts.includes(question) ? null : (revision?.answers[question] ?? null),
    })),
  }));
  const notListed = told.length - rows.length;
  const report = { edition: of.edition.id, title: of.edition.roles.title, rows, notListed, columns: [], words: [] };
  const head = { sourceId, roundId: of.round.id, at: now, outcome: 'taken' as const, fileName: null, fault: null };
  await addDelivery(tx, { ...head, counts: { ...noCounts, ...counts }, report });
}

/** The questions whose answers were written at a moment. */
const changedAt = (revision: RevisionRow | undefined, now: Date): string[] =>
  Object.entries(revision?.authors ?? {}).flatMap(([question, [, at]]) => (at === now.toISOString() ? [question] : []));

/** The source that stands for a system of an agency, made the first time it delivers. The caller has locked the agency. */
async function systemOf(tx: Transaction, agencyId: string, name: string, now: Date): Promise<Pick<SourceRow, 'id'>> {
  const here = and(eq(source.agencyId, agencyId), eq(source.kind, 'system'), eq(source.name, name));
  const [known] = await tx.select().from(source).where(here);
  if (known) {
    // One that was removed and delivers again is there again.
    if (known.removedAt) await changeRow(tx, known.id, { removedAt: null });
    return known;
  }
  const id = uuid();
  await tx.insert(source).values({ id, agencyId, kind: 'system', name, createdAt: now });
  return { id };
}

/** Notes that a system's delivery was refused, and how many of its measures were at fault: the system itself was told which and why. */
export async function noteRefusedBatch(
  tx: Transaction,
  of: AgencyRound,
  system: string,
  left: number,
  now: Date,
): Promise<void> {
  await lockAgency(tx, of);
  const { id: sourceId } = await systemOf(tx, of.agency.agencyId, system, now);
  const fault = { code: 'batchRefused', params: { count: left } };
  const head = { sourceId, roundId: of.round.id, at: now, outcome: 'refused' as const, fileName: null, fault };
  await addDelivery(tx, { ...head, counts: { ...noCounts, left }, report: null });
  await changeRow(tx, sourceId, { checkedAt: now, fault });
}
