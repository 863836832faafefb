import type { ReleaseReason } from '@samblikk/contract';
import { type Answers, type Edition, editionOf, type Text, withOpened } from '@samblikk/questionnaire';
import { and, asc, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { namesAt } from '../directory/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { Collected } from './collected.ts';
import { ownersOf } from './freeze.ts';
import { freezeMeasures, storeRelease } from './make-release.ts';
import type { Owner, PinnedRevision } from './measure-to-freeze.ts';
import type { Opening } from './openings.ts';
import { ReleasePartition } from './partition.ts';
import { releaseMeasure } from './schema.ts';
import { type DatedRelease, latestRelease, type ReleaseRow } from './store.ts';

const batchSize = 250;

/** What differs from the release that is made anew: one measure is left out, or taken from an earlier release again; or what was exempt is opened. */
export type Difference =
  | { readonly without: string }
  | { readonly again: string; readonly from: string }
  | { readonly opened: readonly Pick<Opening, 'measureId' | 'field'>[] };

/**
 * Makes a new release of the same data as a release there is, but for one measure, or what is exempt. The old one stays as it is.
 * Nothing that came in since, or was decided since, comes along.
 */
export async function reissue(
  tx: Transaction,
  base: DatedRelease,
  difference: Difference,
  { now, actor, reason }: { readonly now: Date; readonly actor: string; readonly reason: ReleaseReason | null },
): Promise<ReleaseRow> {
  const edition = editionOf(base.edition);
  if (!edition) throw new Error(`The edition ${base.edition} of release ${base.id} does not exist.`);
  await tx.execute(sql`set local statement_timeout = 0`);
  await takeOver(tx, base.id, difference);
  const directory = await namesAt(tx, base.dataAsOf.toISOString().slice(0, 10));
  const kept = <T extends Readonly<Record<string, Text>>>(names: T, key: string) =>
    Object.hasOwn(names, key) ? names[key] : undefined;
  const names = {
    agency: (orgnr: string) => kept(base.names.agencies, orgnr) ?? directory.agency(orgnr),
    ministry: (code: string) => kept(base.names.ministries, code) ?? directory.ministry(code),
  };
  const collected = new Collected(edition, await ownersThen(tx, base, edition.roles, names), names);
  const releaseId = uuid();
  const partition = await ReleasePartition.make(tx, releaseId);
  const opened = openedBy(edition, difference);
  await freezeMeasures(collected, partition, async (after) => (await takenOver(tx, after)).map(opened));
  const { definition, notice, invited, answered } = base;
  const heads = { edition: edition.id, definition, notice };
  const last = await latestRelease(tx, base.roundId);
  return storeRelease(tx, {
    values: {
      id: releaseId,
      roundId: base.roundId,
      number: (last?.number ?? 0) + 1,
      frozenAt: now,
      dataAsOf: base.dataAsOf,
      reason,
      ...heads,
      ...{ invited, answered },
      ...collected.finish({ ...heads, invited, answered }),
    },
    partition,
    year: base.year,
    actor,
  });
}

/** Which frozen measures the new release has, in order. */
async function takeOver(tx: Transaction, baseId: string, difference: Difference): Promise<void> {
  const leftOut = 'without' in difference ? difference.without : 'again' in difference ? difference.again : null;
  const again =
    'again' in difference
      ? sql`union all select * from ${releaseMeasure} where release_id = ${difference.from} and measure_id = ${difference.again}`
      : sql``;
  await tx.execute(sql`
    create temporary table taken_over on commit drop as
    select row_number() over (order by left(number, 4), length(number), number)::int as position, release_id, measure_id
    from (select * from ${releaseMeasure} where release_id = ${baseId} and measure_id is distinct from ${leftOut}::uuid ${again}) rows`);
  await tx.execute(sql`create unique index on taken_over (position)`);
}

/** A frozen measure with what is to be opened in it. */
function openedBy(edition: Edition, difference: Difference): (measure: PinnedRevision) => PinnedRevision {
  const fields = Map.groupBy('opened' in difference ? difference.opened : [], ({ measureId }) => measureId);
  return (measure) => {
    const opened = new Set(fields.get(measure.measureId)?.map(({ field }) => field));
    return { ...measure, answers: withOpened(edition, measure.answers, opened) };
  };
}

async function takenOver(tx: Transaction, after: number): Promise<PinnedRevision[]> {
  const { rows } = await tx.execute<PinnedRevision & Record<string, unknown>>(sql`
    select t.position, m.measure_id as "measureId", m.number, m.agency_id as "agencyId", m.revision_id as "revisionId", m.late, m.answers, m.corrected
    from taken_over t join ${releaseMeasure} m on m.release_id = t.release_id and m.measure_id = t.measure_id
    where t.position > ${after} order by t.position limit ${batchSize}`);
  return rows;
}

/** The agencies as the old release knew them; those without a measure in it as the round has them. */
async function ownersThen(
  tx: Transaction,
  base: DatedRelease,
  roles: { readonly agency: string; readonly ministry: string },
  names: { agency(orgnr: string): Text | undefined },
): Promise<Map<string, Owner>> {
  const owners = await ownersOf(tx, base.roundId);
  const rows: { agencyId: string; known: Answers }[] = await tx
    .selectDistinctOn([releaseMeasure.agencyId], { agencyId: releaseMeasure.agencyId, known: releaseMeasure.known })
    .from(releaseMeasure)
    .where(and(eq(releaseMeasure.releaseId, base.id)))
    .orderBy(asc(releaseMeasure.agencyId), asc(releaseMeasure.position));
  for (const { agencyId, known } of rows) {
    const { [roles.agency]: orgnr, [roles.ministry]: ministry, ...facts } = known as Record<string, string>;
    const owner = owners.get(agencyId);
    const name = names.agency(orgnr ?? '') ?? owner?.name;
    if (!name || orgnr === undefined || ministry === undefined) continue;
    owners.set(agencyId, { answered: true, ...owner, orgnr, ministry, facts, name });
  }
  return owners;
}
