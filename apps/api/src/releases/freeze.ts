import { isPilot, type ReleaseReason } from '@samblikk/contract';
import { type Edition, editionOf, fingerprint, withOpened } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { corrected, type SettledCorrection, settledCorrections, settledSince } from '../collaboration/index.ts';
import { namesAt } from '../directory/index.ts';
import { openedIn, standingClaims, stepsAbout } from '../exemptions/index.ts';
import { withdrawnSince } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { revisionsIn, submittedSince } from '../responses/index.ts';
import { lockedRound, populationOf, type RoundRow } from '../rounds/index.ts';
import { Collected } from './collected.ts';
import { freezeMeasures, storeRelease } from './make-release.ts';
import type { Owner, PinnedRevision } from './measure-to-freeze.ts';
import { ReleasePartition } from './partition.ts';
import { releaseDecision } from './schema.ts';
import { latestRelease, type ReleaseRow } from './store.ts';
import { latestPinned } from './would-be.ts';

export interface FreezeRequest {
  readonly year: number;
  /** A person’s id, or `system:…`. */
  readonly actor: string;
  readonly now: Date;
  /** The name of the one who holds the release back until it is published by hand; else the round’s calendar decides. */
  readonly heldBy?: string;
  /** Why it is made, for everyone to read once it is public. */
  readonly reason?: ReleaseReason;
}

export interface Frozen {
  /** False when nothing had changed and `release` is the one that was there. */
  readonly created: boolean;
  readonly release: ReleaseRow;
}

const batchSize = 250;

/**
 * Freezes a round: what the agencies’ latest submissions pin, with what is public of it, becomes a release. All in one
 * transaction and in batches, so that memory does not grow with the round. Freezing again without any change gives the
 * release that is there.
 * @throws ApiError notFound when there is no such round
 */
export async function freezeRound(db: Database | Transaction, request: FreezeRequest): Promise<Frozen> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    // Two freezes of one round at once: the second waits here and then finds the release of the first.
    if (isPilot(request.year)) throw new ApiError('invalidRequest', { detail: ['pilotStays', { year: request.year }] });
    const theRound = await lockedRound(tx, request.year);
    const edition = editionOf(theRound.edition);
    if (!edition) throw new Error(`The edition ${theRound.edition} of round ${request.year} does not exist.`);

    const owners = await ownersOf(tx, theRound.id);
    await pinSubmitted(tx, theRound.id);
    const names = await namesAt(tx, (theRound.deadline ?? request.now).toISOString().slice(0, 10));
    const collected = new Collected(edition, owners, names);
    const releaseId = uuid();
    const partition = await ReleasePartition.make(tx, releaseId);
    const settled = Map.groupBy(await settledCorrections(tx, theRound.id), ({ measureId }) => measureId);
    const opened = await exemptionsDecided(tx, theRound, edition, request.now);
    await freezeMeasures(collected, partition, async (after) =>
      (await pinned(tx, after)).map((pin) => opened(withCorrections(pin, settled.get(pin.measureId) ?? []))),
    );

    const heads = { edition: edition.id, definition: await fingerprint(edition), notice: theRound.notice };
    const asked = [...owners.values()];
    const counts = { invited: asked.length, answered: asked.filter((owner) => owner.answered).length };
    const last = await latestRelease(tx, theRound.id);
    const content = collected.finish({ ...heads, ...counts });
    const lastStands = last && !(await isWithdrawn(tx, last.id));
    if (lastStands && last.contentHash === content.contentHash) {
      await partition.drop();
      return { created: false, release: last };
    }

    const frozen = await storeRelease(tx, {
      values: {
        id: releaseId,
        roundId: theRound.id,
        number: (last?.number ?? 0) + 1,
        frozenAt: request.now,
        dataAsOf: await dataAsOf(tx, theRound, request.now),
        reason: request.reason ?? null,
        ...heads,
        ...counts,
        ...content,
      },
      partition,
      year: request.year,
      actor: request.actor,
    });
    if (request.heldBy !== undefined) {
      const held = { decision: 'held', decidedAt: request.now, decidedByName: request.heldBy } as const;
      await tx.insert(releaseDecision).values({ releaseId, ...held });
    }
    return { created: true, release: frozen };
  });
}

/** What of a revision is exempt no longer, by what was decided of its claims: the freeze opens it. */
async function exemptionsDecided(tx: Transaction, round: RoundRow, edition: Edition, now: Date) {
  const steps = await stepsAbout(tx, { roundId: round.id });
  const today = osloDay(now);
  return (revision: PinnedRevision): PinnedRevision => {
    const said = steps.get(revision.measureId);
    if (!said) return revision;
    const opened = openedIn(standingClaims(edition, revision.answers, said, round, today));
    return { ...revision, answers: withOpened(edition, revision.answers, opened) };
  };
}

/** A pinned revision with the corrections to it that hold: what statistics use. The agency's own stays in the revision. */
function withCorrections(
  pin: Omit<PinnedRevision, 'corrected'>,
  settled: readonly SettledCorrection[],
): PinnedRevision {
  const { answers, corrected: made } = corrected(pin.answers, settled);
  return { ...pin, answers, corrected: made.map(({ question }) => question).sort() };
}

/** What was withdrawn is not found again by freezing the same: it gets a new number, and is published anew. */
async function isWithdrawn(tx: Transaction, releaseId: string): Promise<boolean> {
  const { releaseId: id, decision } = releaseDecision;
  return (await tx.$count(releaseDecision, and(eq(id, releaseId), eq(decision, 'withdrawn')))) > 0;
}

/** The agencies the round asks, by id, with what is known of them that year. */
export async function ownersOf(tx: Transaction, roundId: string): Promise<Map<string, Owner>> {
  const rows = await populationOf(tx, roundId);
  return new Map(
    rows.map((row) => [
      row.agencyId,
      {
        orgnr: row.orgnr,
        name: { nb: row.nameNb, nn: row.nameNn, en: row.nameEn },
        ministry: row.ministry,
        facts: row.facts,
        answered: row.answered,
      },
    ]),
  );
}

/**
 * Decides in one statement what is frozen: the revisions pinned by each agency’s latest submission, less measures
 * withdrawn since, by the agency or from the public. Revisions never change, so the rest can be read at leisure.
 */
async function pinSubmitted(tx: Transaction, roundId: string): Promise<void> {
  const latest = latestPinned(tx, roundId);
  await tx.execute(sql`
    create temporary table pinned on commit drop as
    select row_number() over (order by left(number, 4), length(number), number)::int as position, * from ${latest}`);
  await tx.execute(sql`create unique index on pinned (position)`);
}

/**
 * The moment the frozen answers are as of: the round’s own day of freezing when that is past and nothing has come in, been
 * taken out or been corrected since, else now.
 */
async function dataAsOf(tx: Transaction, { id, freezeAt }: RoundRow, now: Date): Promise<Date> {
  if (!freezeAt || freezeAt > now) return now;
  const since = [submittedSince, withdrawnSince, settledSince];
  for (const changed of since) if (await changed(tx, id, freezeAt)) return now;
  return freezeAt;
}

async function pinned(tx: Transaction, after: number): Promise<Omit<PinnedRevision, 'corrected'>[]> {
  const revisions = revisionsIn();
  const { rows } = await tx.execute<Omit<PinnedRevision, 'corrected'> & Record<string, unknown>>(sql`
    select p.position, p.measure_id as "measureId", p.number, p.agency_id as "agencyId", p.revision_id as "revisionId", p.late, ${revisions.answers}
    from pinned p join ${revisions} on ${revisions.id} = p.revision_id
    where p.position > ${after} order by p.position limit ${batchSize}`);
  return rows;
}
