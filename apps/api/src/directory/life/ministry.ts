import type { Text } from '@samblikk/questionnaire';
import { dayBefore } from '@samblikk/text/oslo-clock';
import { and, eq, gte, isNull, ne, or, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { nameOf } from '../name-of.ts';
import { agencyVersion, ministry, ministryVersion } from '../schema.ts';
import { validOn } from '../store.ts';
import { changeAgency, columns, freeId, requireLater, requireNumber, requireOther } from './change.ts';

type Version = typeof ministryVersion.$inferSelect;

export interface NewMinistry {
  readonly code: string;
  readonly orgnr: string | null;
  readonly name: Text;
  readonly from: string;
  readonly source: string;
}

/** What is left out stays as it was. */
export type MinistryChange = Pick<NewMinistry, 'from' | 'source'> & {
  readonly name?: Text | undefined;
  readonly code?: string | undefined;
  readonly orgnr?: string | undefined;
};

/** Adds a ministry from a day on. @returns our id @throws ApiError invalidRequest; alreadyDone when its code or number is in use */
export async function addNewMinistry(
  tx: Transaction,
  { code, name, from, source, ...added }: NewMinistry,
  actor: string,
  now: Date,
): Promise<string> {
  const orgnr = added.orgnr === null ? null : requireNumber(added.orgnr);
  await requireUnused(tx, { code, orgnr }, from);
  const id = await freeId(tx, code, ministry);
  await tx.insert(ministry).values({ id, keptByHand: true });
  const version = { id: uuid(), ministryId: id, code, orgnr, ...columns(name), validFrom: from, source };
  await tx.insert(ministryVersion).values(version);
  const details = { ministry: code, from };
  await record(tx, { actor, action: 'directory.ministryAdded', subject: `ministry:${id}`, details }, now);
  return id;
}

/**
 * Gives a ministry another name, code or number from a day on.
 * @throws ApiError notFound; invalidRequest when the day is before what is known latest; alreadyDone when it has ended, when nothing
 * would be other, or when the code or number is in use
 */
export async function changeMinistry(
  tx: Transaction,
  id: string,
  { from, source, ...change }: MinistryChange,
  actor: string,
  now: Date,
): Promise<void> {
  const newest = await newestOf(tx, id);
  requireLater(newest, from);
  const next = {
    code: change.code ?? newest.code,
    orgnr: change.orgnr === undefined ? newest.orgnr : requireNumber(change.orgnr),
    ...columns(change.name ?? nameOf(newest)),
  };
  requireOther(newest, next);
  await requireUnused(tx, next, from, id);
  await endVersion(tx, newest, from);
  await tx.insert(ministryVersion).values({ id: uuid(), ministryId: id, ...next, validFrom: from, source });
  await recordChange(tx, id, 'changed', from, actor, now);
}

/**
 * Ends a ministry from a day on. The agencies under it are under its successor from then.
 * @throws ApiError as `changeMinistry`, and invalidRequest when the successor does not exist then or is carried on by this one, or
 * when agencies are under it and none takes over
 */
export async function endMinistry(
  tx: Transaction,
  id: string,
  { from, successor, source }: { from: string; successor: string | null; source: string },
  actor: string,
  now: Date,
): Promise<void> {
  const newest = await newestOf(tx, id);
  requireLater(newest, from);
  const name = newest.nameNb;
  const under = await tx
    .select({ agency: agencyVersion.agencyId })
    .from(agencyVersion)
    .where(and(eq(agencyVersion.ministryId, id), isNull(agencyVersion.validTo)));
  if (successor === null && under.length > 0)
    throw new ApiError('invalidRequest', { detail: ['ministryInUse', { name, count: under.length }] });
  if (successor !== null) {
    const ministry = await requireSuccessor(tx, newest, successor, from);
    for (const { agency } of under) await changeAgency(tx, agency, { from, ministry, source }, actor, now);
  }
  await endVersion(tx, newest, from);
  await tx.update(ministry).set({ successorId: successor }).where(eq(ministry.id, id));
  await recordChange(tx, id, 'ended', from, actor, now);
}

/** The version that holds latest, with the ministry locked until the transaction ends. */
async function newestOf(tx: Transaction, id: string): Promise<Version> {
  await tx.select().from(ministry).where(eq(ministry.id, id)).for('update');
  const [row] = await tx
    .select()
    .from(ministryVersion)
    .where(eq(ministryVersion.ministryId, id))
    .orderBy(sql`${ministryVersion.validFrom} desc nulls last`)
    .limit(1);
  if (!row) throw new ApiError('notFound', { detail: ['noDirectoryMinistry', { id }] });
  return row;
}

async function endVersion(tx: Transaction, { id, ministryId }: Version, from: string): Promise<void> {
  await tx
    .update(ministryVersion)
    .set({ validTo: dayBefore(from) })
    .where(eq(ministryVersion.id, id));
  await tx.update(ministry).set({ keptByHand: true }).where(eq(ministry.id, ministryId));
}

/** @returns the code that the successor has on the day */
async function requireSuccessor(tx: Transaction, ending: Version, successor: string, from: string): Promise<string> {
  const heirs = new Map((await tx.select().from(ministry)).map((one) => [one.id, one.successorId]));
  for (let id: string | null | undefined = successor; id; id = heirs.get(id))
    if (id === ending.ministryId)
      throw new ApiError('invalidRequest', { detail: ['ownSuccessor', { name: ending.nameNb }] });
  const [row] = await tx
    .select()
    .from(ministryVersion)
    .where(and(eq(ministryVersion.ministryId, successor), validOn(ministryVersion, from)));
  if (!row) throw new ApiError('invalidRequest', { detail: ['successorGone', { name: successor, from }] });
  return row.code;
}

function recordChange(
  tx: Transaction,
  id: string,
  change: 'changed' | 'ended',
  from: string,
  actor: string,
  now: Date,
) {
  const details = { ministry: id, change, from };
  return record(tx, { actor, action: 'directory.ministryChanged', subject: `ministry:${id}`, details }, now);
}

async function requireUnused(
  tx: Transaction,
  { code, orgnr }: { code: string; orgnr: string | null },
  from: string,
  own = '',
): Promise<void> {
  const same =
    orgnr === null
      ? eq(ministryVersion.code, code)
      : or(eq(ministryVersion.code, code), eq(ministryVersion.orgnr, orgnr));
  const [holder] = await tx
    .select()
    .from(ministryVersion)
    .where(
      and(
        same,
        ne(ministryVersion.ministryId, own),
        or(isNull(ministryVersion.validTo), gte(ministryVersion.validTo, from)),
      ),
    );
  if (!holder) return;
  const { nameNb } = holder;
  throw new ApiError('alreadyDone', {
    detail:
      holder.code === code
        ? ['codeTaken', { code, name: nameNb }]
        : ['numberTaken', { orgnr: orgnr ?? '', name: nameNb }],
  });
}
