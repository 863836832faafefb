import type { RoundRelease } from '@samblikk/contract';
import type { Text } from '@samblikk/questionnaire';
import { and, eq, inArray, max } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { pinsIn } from '../responses/index.ts';
import { releaseDecision, releaseMeasure, releaseSchedule } from './schema.ts';
import { type DatedRelease, refuseMissing, releaseOf, releases, toRelease } from './store.ts';

interface Decision {
  readonly year: number;
  readonly number: number;
  readonly actor: Actor;
  readonly now: Date;
}

/** Makes a release public now. @throws ApiError notFound; alreadyDone when it is public; releaseWithdrawn */
export async function publishRelease(db: Database, { year, number, actor, now }: Decision): Promise<void> {
  await db.transaction(async (tx) => {
    const release = await releaseOf(tx, now, year, number, { unpublished: true });
    if (release.publication === 'withdrawn') await refuseMissing(tx, { id: release.id });
    if (release.publication === 'published') throw new ApiError('alreadyDone');
    await decide(tx, release, { decision: 'published', actor, now });
    const subject = `release:${release.id}`;
    await record(tx, { actor: auditName(actor), action: 'release.published', subject, details: { year, number } }, now);
  });
}

/**
 * Takes a published release back, for good. The reason is read at its addresses, and the round’s newest release that is
 * still public becomes the current one.
 * @throws ApiError notFound; alreadyDone; releaseNotPublished
 */
export async function withdrawRelease(
  db: Database,
  { year, number, actor, now, reason }: Decision & { readonly reason: Text },
): Promise<void> {
  await db.transaction(async (tx) => {
    const release = await releaseOf(tx, now, year, number, { unpublished: true });
    if (release.publication === 'withdrawn') throw new ApiError('alreadyDone');
    if (release.publication !== 'published') throw new ApiError('releaseNotPublished');
    await decide(tx, release, { decision: 'withdrawn', actor, now, reason });
    const subject = `release:${release.id}`;
    await record(
      tx,
      { actor: auditName(actor), action: 'release.withdrawn', subject, details: { year, number, reason } },
      now,
    );
  });
}

/** @throws ApiError alreadyDone when someone else decided the same at the same time */
async function decide(
  tx: Transaction,
  { id }: DatedRelease,
  {
    decision,
    actor,
    now,
    reason = null,
  }: Pick<Decision, 'actor' | 'now'> & {
    decision: 'published' | 'withdrawn';
    reason?: Text | null;
  },
): Promise<void> {
  const made = await tx
    .insert(releaseDecision)
    .values({ releaseId: id, decision, reason, decidedAt: now, decidedByName: actor.name })
    .onConflictDoNothing()
    .returning();
  if (made.length === 0) throw new ApiError('alreadyDone');
}

/** All releases of a round for staff, newest first, with what was decided of each. */
export async function roundReleases(
  db: Database,
  now: Date,
  which: { readonly year: number; readonly number?: number },
): Promise<RoundRelease[]> {
  const rows = await releases(db, now, { ...which, unpublished: true });
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const withdrawn = await db
    .select()
    .from(releaseDecision)
    .where(and(inArray(releaseDecision.releaseId, ids), eq(releaseDecision.decision, 'withdrawn')));
  const pins = pinsIn();
  const newest = await db
    .select({ id: releaseMeasure.releaseId, at: max(pins.submittedAt) })
    .from(releaseMeasure)
    .innerJoin(pins, eq(pins.revisionId, releaseMeasure.revisionId))
    .where(inArray(releaseMeasure.releaseId, ids))
    .groupBy(releaseMeasure.releaseId);
  return rows.map((row) => {
    const gone = withdrawn.find(({ releaseId }) => releaseId === row.id);
    const at = newest.find(({ id }) => id === row.id)?.at;
    return {
      ...toRelease(row),
      publication: row.publication,
      publishAt: row.publishAt?.toISOString() ?? null,
      newestAnswerAt: at?.toISOString() ?? null,
      withdrawal:
        gone?.reason == null ? null : { at: gone.decidedAt.toISOString(), by: gone.decidedByName, reason: gone.reason },
    };
  });
}

/** Whether anything of a round is public: then its day of publication stands. */
export async function isPublished(db: Database | Transaction, now: Date, year: number): Promise<boolean> {
  return (await releases(db, now, { year })).length > 0;
}

/**
 * Says when a release is published by itself; null takes that back, and holds it until it is published by hand.
 * @throws ApiError notFound; alreadyDone when it is public; releaseWithdrawn; invalidRequest when the moment has passed
 */
export async function scheduleRelease(
  db: Database,
  { year, number, actor, now, publishAt }: Decision & { readonly publishAt: Date | null },
): Promise<void> {
  await db.transaction(async (tx) => {
    const release = await releaseOf(tx, now, year, number, { unpublished: true });
    if (release.publication === 'withdrawn') await refuseMissing(tx, { id: release.id });
    if (release.publication === 'published') throw new ApiError('alreadyDone');
    if (publishAt && publishAt <= now) throw new ApiError('invalidRequest', { detail: 'scheduleInPast' });
    const by = { decidedAt: now, decidedByName: actor.name };
    await tx.insert(releaseSchedule).values({ id: uuid(), releaseId: release.id, publishAt, ...by });
    const details = { year, number, publishAt: publishAt?.toISOString() ?? null };
    const subject = `release:${release.id}`;
    await record(tx, { actor: auditName(actor), action: 'release.scheduled', subject, details }, now);
  });
}
