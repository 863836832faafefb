import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record, recordAll } from '../platform/audit/record.ts';
import type { Transaction } from '../platform/db/connect.ts';
import { ApiError } from '../platform/problem/problem.ts';
import { type Actor, auditName } from '../platform/signed/actor.ts';
import { type AgencyRound, measuresToTakeAlong, withdrawnMeasures } from '../responses/store.ts';
import { demandOpen } from '../rounds/store.ts';
import { counter, measure, measureRound } from '../schema.ts';

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

/**
 * Takes a measure from an earlier round along into this one, with its number; it starts without answers, and last
 * year’s are shown beside. @throws ApiError notFound when it is not one the agency can take along
 */
export async function takeAlong(
  tx: Transaction,
  into: AgencyRound,
  measureId: string,
  actor: Actor,
  now: Date,
): Promise<{ id: string; number: string }> {
  demandOpen(into.round, now);
  const wanted = (candidate: { id: string }) => candidate.id === measureId;
  const found =
    (await measuresToTakeAlong(tx, into)).find(wanted) ??
    (await withdrawnMeasures(tx, into.round.id, into.agency.agencyId)).find(wanted);
  if (!found)
    throw new ApiError('notFound', {
      detail: ['noMeasureToTake', { measure: measureId }],
    });
  await tx
    .insert(measureRound)
    .values({ measureId, roundId: into.round.id, agencyId: into.agency.agencyId, createdAt: now })
    .onConflictDoUpdate({
      target: [measureRound.measureId, measureRound.roundId],
      set: { withdrawnAt: null, withdrawnByName: null, agencyId: into.agency.agencyId },
    });
  await record(tx, created(into, found, actor), now);
  return found;
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
