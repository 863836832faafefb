import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/connect.ts';
import { counter, measure, measureRound } from '../db/schema.ts';
import { ApiError } from '../http/problem.ts';
import { demandOpen } from '../rounds/store.ts';
import { type Actor, auditName } from './actor.ts';
import { type AgencyRound, measuresToTakeAlong } from './store.ts';

/** Adds a new, empty measure to an agency’s answer. It gets its number for life: `2026-0001`. */
export async function createMeasure(
  tx: Transaction,
  into: AgencyRound,
  actor: Actor,
  now: Date,
): Promise<{ id: string; number: string }> {
  demandOpen(into.round, now);
  const id = uuid();
  const number = await nextNumber(tx, into.round.year);
  await tx.insert(measure).values({ id, number, createdAt: now });
  await tx
    .insert(measureRound)
    .values({ measureId: id, roundId: into.round.id, agencyId: into.agency.agencyId, createdAt: now });
  await recordCreated(tx, into, { id, number }, actor, now);
  return { id, number };
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
  const found = (await measuresToTakeAlong(tx, into)).find((candidate) => candidate.id === measureId);
  if (!found)
    throw new ApiError('notFound', {
      detail: `The agency has no measure ${measureId} to take along, or has taken it along already.`,
    });
  await tx
    .insert(measureRound)
    .values({ measureId, roundId: into.round.id, agencyId: into.agency.agencyId, createdAt: now })
    .onConflictDoUpdate({
      target: [measureRound.measureId, measureRound.roundId],
      set: { withdrawnAt: null, withdrawnByName: null, agencyId: into.agency.agencyId },
    });
  await recordCreated(tx, into, found, actor, now);
  return found;
}

/** Gives out the next running number of a year; two at once never get the same. */
export async function nextNumber(tx: Transaction, year: number): Promise<string> {
  const [row] = await tx
    .insert(counter)
    .values({ name: `measure:${year}`, value: 1 })
    .onConflictDoUpdate({ target: counter.name, set: { value: sql`${counter.value} + 1` } })
    .returning();
  return `${year}-${String(row?.value).padStart(4, '0')}`;
}

function recordCreated(
  tx: Transaction,
  into: AgencyRound,
  created: { id: string; number: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  const details = { number: created.number, year: into.round.year };
  return record(
    tx,
    { actor: auditName(actor), action: 'measure.created', subject: `measure:${created.id}`, details },
    now,
  );
}
