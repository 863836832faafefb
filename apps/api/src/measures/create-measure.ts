import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record, recordAll } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { type AgencyRound, demandOpen } from '../rounds/index.ts';
import { counter, measure, measureRound } from './schema.ts';

/** Adds a new, empty measure to an agency’s answer. It gets its number for life: `2026-0001`. */
export async function createMeasure(
  tx: Transaction,
  into: AgencyRound,
  actor: Actor,
  now: Date,
): Promise<{ id: string; number: string }> {
  const [made] = await createMeasures(tx, into, [null], actor, now);
  return made as { id: string; number: string };
}

/** Adds as many new, empty measures as there are numbers of the agency’s own, or null for none, in that order. */
export async function createMeasures(
  tx: Transaction,
  into: AgencyRound,
  externalIds: readonly (string | null)[],
  actor: Actor,
  now: Date,
): Promise<{ id: string; number: string }[]> {
  demandOpen(into.round, now);
  const numbers = await nextNumbers(tx, into.round.year, externalIds.length);
  const made = numbers.map((number) => ({ id: uuid(), number }));
  await tx.insert(measure).values(made.map((one) => ({ ...one, createdAt: now })));
  const { agencyId } = into.agency;
  await tx.insert(measureRound).values(
    made.map(({ id }, at) => ({
      measureId: id,
      roundId: into.round.id,
      agencyId,
      externalId: externalIds[at] ?? null,
      createdAt: now,
    })),
  );
  await recordAll(
    tx,
    made.map((one) => created(into, one, actor)),
    now,
  );
  return made;
}

/** Brings a measure of an earlier round, or one that was withdrawn from this, into an agency’s answer in a round. */
export async function bringIntoRound(
  tx: Transaction,
  into: AgencyRound,
  found: { id: string; number: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  demandOpen(into.round, now);
  const { agencyId } = into.agency;
  await tx
    .insert(measureRound)
    .values({ measureId: found.id, roundId: into.round.id, agencyId, createdAt: now })
    .onConflictDoUpdate({
      target: [measureRound.measureId, measureRound.roundId],
      set: { withdrawnAt: null, withdrawnByName: null, agencyId },
    });
  await record(tx, created(into, found, actor), now);
}

/** Gives out the next running numbers of a year; two at once never get the same. */
async function nextNumbers(tx: Transaction, year: number, count: number): Promise<string[]> {
  const [row] = await tx
    .insert(counter)
    .values({ name: `measure:${year}`, value: count })
    .onConflictDoUpdate({ target: counter.name, set: { value: sql`${counter.value} + ${count}` } })
    .returning();
  const last = row?.value ?? count;
  return Array.from({ length: count }, (_, at) => `${year}-${String(last - count + 1 + at).padStart(4, '0')}`);
}

function created(into: AgencyRound, { id, number }: { id: string; number: string }, actor: Actor) {
  const details = { number, year: into.round.year };
  return { actor: auditName(actor), action: 'measure.created' as const, subject: `measure:${id}`, details };
}
