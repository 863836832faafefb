import { releaseName, type Text } from '@samblikk/questionnaire';
import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { stepsAbout } from '../exemptions/index.ts';
import { measuresIn } from '../measures/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { latestPins } from '../responses/index.ts';
import { lockedRound } from '../rounds/index.ts';
import { reissue } from './reissue.ts';
import { measureTombstone, releaseDecision, releaseMeasure } from './schema.ts';
import { type DatedRelease, type ReleaseRow, releases } from './store.ts';
import { tombstones } from './tombstones.ts';

interface Request {
  readonly year: number;
  /** The measure’s public number. */
  readonly measure: string;
  readonly actor: Actor;
  readonly now: Date;
}

/** Why a release is withdrawn whose measure is: which it was, and where the rest is. */
const because = (measure: string, next: string | null, { nb, nn, en }: Text): Text => ({
  nb: `Tiltaket ${measure} er trukket tilbake. ${next ? `Resten av tiltakene står i utgave ${next}. ` : ''}${nb}`,
  nn: `Tiltaket ${measure} er trekt tilbake. ${next ? `Resten av tiltaka står i utgåve ${next}. ` : ''}${nn}`,
  en: `Measure ${measure} has been withdrawn. ${next ? `The others are in release ${next}. ` : ''}${en}`,
});

/**
 * Withdraws one measure of a round from the public. No release is changed: the current one is made anew without the measure
 * and published, and every release that has it is withdrawn, with the reason at its addresses. Releases to come leave it out.
 * @returns the release that is current now
 * @throws ApiError notFound; measureNotPublic when no public release of the round shows it
 */
export async function withdrawPublic(
  db: Database,
  { year, measure, actor, now, reason }: Request & { readonly reason: Text },
): Promise<ReleaseRow> {
  return db.transaction(async (tx) => {
    const round = await lockedRound(tx, year);
    const all = await releases(tx, now, { year, unpublished: true });
    const having = await releasesHaving(tx, all, measure);
    const shown = having.filter(({ of, visibility }) => of.publication === 'published' && visibility !== 'withheld');
    const base = all.find(({ latest }) => latest);
    const [found] = shown;
    if (!found || !base) throw new ApiError('measureNotPublic');
    const current = having.some(({ of }) => of.id === base.id)
      ? await reissue(tx, base, { without: found.measureId }, { now, actor: auditName(actor), reason: null })
      : base;
    const next = releaseName({ year, number: current.number });
    for (const { of } of having.filter(({ of }) => of.publication !== 'withdrawn'))
      await decided(tx, of.id, { decision: 'withdrawn', reason: because(measure, next, reason) }, actor, now);
    if (current.id !== base.id) await decided(tx, current.id, { decision: 'published', reason: null }, actor, now);
    const row = { measureId: found.measureId, roundId: round.id, step: 'withdrawn', reason } as const;
    await tx
      .insert(measureTombstone)
      .values({ id: uuid(), ...row, releaseId: current.id, at: now, byName: actor.name });
    const details = { year, number: measure, reason, release: current.number };
    const subject = `measure:${found.measureId}`;
    await record(tx, { actor: auditName(actor), action: 'measure.madeUnpublic', subject, details }, now);
    return current;
  });
}

/**
 * Lets a measure be public again. When nothing was said of it since, a release with the current data and the measure as it
 * was is made and published; else the next freeze has it, as it then is.
 * @returns the release that was made, or null
 * @throws ApiError notFound; alreadyDone when it is not withdrawn
 */
export async function restorePublic(db: Database, { year, measure, actor, now }: Request): Promise<ReleaseRow | null> {
  return db.transaction(async (tx) => {
    const round = await lockedRound(tx, year);
    const [stone] = await tombstones(tx, { year, measure });
    if (!stone) throw new ApiError('alreadyDone');
    const all = await releases(tx, now, { year, unpublished: true });
    const base = all.find(({ latest }) => latest);
    const having = await releasesHaving(tx, all, measure);
    const last = having[0];
    const made =
      base && last && (await standsAsItWas(tx, round.id, last))
        ? await reissue(
            tx,
            base,
            { again: last.measureId, from: last.of.id },
            { now, actor: auditName(actor), reason: null },
          )
        : null;
    if (made) await decided(tx, made.id, { decision: 'published', reason: null }, actor, now);
    const row = {
      measureId: stone.measureId,
      roundId: round.id,
      step: 'restored',
      releaseId: made?.id ?? null,
    } as const;
    await tx.insert(measureTombstone).values({ id: uuid(), ...row, at: now, byName: actor.name });
    const details = { year, number: measure, release: made?.number ?? 0 };
    const subject = `measure:${stone.measureId}`;
    await record(tx, { actor: auditName(actor), action: 'measure.madePublicAgain', subject, details }, now);
    return made;
  });
}

interface Having {
  readonly of: DatedRelease;
  readonly measureId: string;
  readonly revisionId: string;
  readonly visibility: string;
}

/** The releases that have a measure, newest first. */
async function releasesHaving(tx: Transaction, all: readonly DatedRelease[], number: string): Promise<Having[]> {
  if (all.length === 0) return [];
  const ids = all.map(({ id }) => id);
  const { releaseId, measureId, revisionId, visibility } = releaseMeasure;
  const rows = await tx
    .select({ releaseId, measureId, revisionId, visibility })
    .from(releaseMeasure)
    .where(and(inArray(releaseId, ids), eq(releaseMeasure.number, number)));
  return all.flatMap((of) => rows.filter((row) => row.releaseId === of.id).map((row) => ({ ...row, of })));
}

/** Whether the agency still has sent in what the release shows, and nothing was said of its exemption since. */
async function standsAsItWas(
  tx: Transaction,
  roundId: string,
  { of, measureId, revisionId }: Having,
): Promise<boolean> {
  const pins = latestPins(roundId);
  const own = measuresIn({ roundId });
  const [[pinned], [mine], steps] = [
    await tx.select().from(pins).where(eq(pins.revisionId, revisionId)),
    await tx.select().from(own).where(eq(own.measureId, measureId)),
    await stepsAbout(tx, { measureId }),
  ];
  const saidSince = (steps.get(measureId) ?? []).some(({ at }) => at > of.frozenAt);
  return pinned !== undefined && mine?.withdrawnAt === null && !saidSince;
}

async function decided(
  tx: Transaction,
  releaseId: string,
  what: { readonly decision: 'published' | 'withdrawn'; readonly reason: Text | null },
  actor: Actor,
  now: Date,
): Promise<void> {
  const by = { decidedAt: now, decidedByName: actor.name };
  await tx.insert(releaseDecision).values({ releaseId, ...what, ...by });
}
