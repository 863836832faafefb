import { organisationNumberFault, type Text } from '@samblikk/questionnaire';
import { dayBefore } from '@samblikk/text/oslo-clock';
import { and, eq, gte, isNull, ne, or, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { nameOf } from '../name-of.ts';
import { agency, agencySuccession, agencyVersion, type ministry, ministryVersion } from '../schema.ts';
import { agencyById, validOn } from '../store.ts';
import { successors } from '../successors.ts';

// What is known of an agency from a day on. The version that held until then is ended the day before, and else stands: what has
// been is never rewritten, so that "per ministry 2019" is the same whatever happens later.

type Version = typeof agencyVersion.$inferSelect;

export interface NewAgency {
  readonly orgnr: string;
  readonly name: Text;
  /** Code. */
  readonly ministry: string;
  readonly from: string;
  readonly source: string;
}
/** What is left out stays as it was. */
export type AgencyChange = Pick<NewAgency, 'from' | 'source'> & {
  readonly [K in 'orgnr' | 'ministry']?: string | undefined;
} & {
  readonly name?: Text | undefined;
};

/** Adds an agency from a day on. @returns our id @throws ApiError invalidRequest; alreadyDone when the number is in use */
export async function addNewAgency(tx: Transaction, added: NewAgency, actor: string, now: Date): Promise<string> {
  const orgnr = requireNumber(added.orgnr);
  await requireFree(tx, orgnr, added.from);
  const ministryId = await ministryOn(tx, added.ministry, added.from);
  const id = await freeId(tx, `orgnr-${orgnr}`, agency);
  await tx.insert(agency).values({ id, keptByHand: true });
  await tx.insert(agencyVersion).values({
    ...{ id: uuid(), agencyId: id, orgnr, ...columns(added.name), ministryId },
    ...{ validFrom: added.from, source: added.source },
  });
  await told(tx, id, 'added', added.from, actor, now);
  return id;
}

/**
 * Gives an agency another name, number or ministry from a day on.
 * @throws ApiError notFound; invalidRequest when the day is before what is known latest; alreadyDone when it has ended, when nothing
 * would be other, or when the number is in use
 */
export async function changeAgency(
  tx: Transaction,
  id: string,
  change: AgencyChange,
  actor: string,
  now: Date,
): Promise<void> {
  const newest = await newestOf(tx, id);
  requireLater(newest, change.from);
  const orgnr = change.orgnr === undefined ? newest.orgnr : requireNumber(change.orgnr);
  const next = {
    orgnr,
    ...columns(change.name ?? nameOf(newest)),
    ministryId: change.ministry === undefined ? newest.ministryId : await ministryOn(tx, change.ministry, change.from),
  };
  requireOther(newest, next);
  if (orgnr !== null && orgnr !== newest.orgnr) await requireFree(tx, orgnr, change.from, id);
  await endVersion(tx, newest, change.from);
  const { from: validFrom, source } = change;
  await tx.insert(agencyVersion).values({ id: uuid(), agencyId: id, ...next, validFrom, source });
  await told(tx, id, 'changed', validFrom, actor, now);
}

/**
 * Ends an agency from a day on, carried on by another or by none.
 * @throws ApiError as `changeAgency`, and invalidRequest when the other does not exist then or is carried on by this one
 */
export async function endAgency(
  tx: Transaction,
  id: string,
  { from, successor, source }: { from: string; successor: string | null; source: string },
  actor: string,
  now: Date,
): Promise<void> {
  const newest = await newestOf(tx, id);
  requireLater(newest, from);
  if (successor !== null) await requireHeir(tx, newest, successor, from);
  await endVersion(tx, newest, from);
  if (successor !== null)
    await tx
      .insert(agencySuccession)
      .values({ predecessorId: id, successorId: successor, from, source })
      .onConflictDoNothing();
  await told(tx, id, 'ended', from, actor, now);
}

/** A change changes something. @throws ApiError alreadyDone when every column would be as it is */
export function requireOther<Next extends object>(now: Next & Pick<Version, 'nameNb'>, next: Next): void {
  if (Object.entries(next).some(([column, value]) => now[column as keyof Next] !== value)) return;
  throw new ApiError('alreadyDone', { detail: ['nothingOther', { name: now.nameNb }] });
}

export const columns = ({ nb, nn, en }: Text) => ({ nameNb: nb, nameNn: nn, nameEn: en });

/** The number without spaces. @throws ApiError invalidRequest, which says what is wrong with it */
export function requireNumber(typed: string): string {
  const orgnr = typed.replace(/\s/g, '');
  const fault = organisationNumberFault(orgnr);
  if (!fault) return orgnr;
  const details = {
    length: 'orgnrLength',
    start: 'orgnrStart',
    neverGiven: 'orgnrNeverGiven',
    checkDigit: 'orgnrCheckDigit',
  } as const;
  const { code, ...params } = { expected: '', found: '', ...fault };
  throw new ApiError('invalidRequest', {
    detail: [details[code], { number: typed, expected: String(params.expected), found: String(params.found) }],
  });
}

async function requireFree(tx: Transaction, orgnr: string, from: string, own = ''): Promise<void> {
  const [holder] = await tx
    .select()
    .from(agencyVersion)
    .where(
      and(
        eq(agencyVersion.orgnr, orgnr),
        ne(agencyVersion.agencyId, own),
        or(isNull(agencyVersion.validTo), gte(agencyVersion.validTo, from)),
      ),
    );
  if (holder) throw new ApiError('alreadyDone', { detail: ['numberTaken', { orgnr, name: holder.nameNb }] });
}

async function ministryOn(tx: Transaction, code: string, from: string): Promise<string> {
  const [row] = await tx
    .select({ id: ministryVersion.ministryId })
    .from(ministryVersion)
    .where(and(eq(ministryVersion.code, code), validOn(ministryVersion, from)));
  if (!row) throw new ApiError('invalidRequest', { detail: ['noMinistryThen', { ministry: code, from }] });
  return row.id;
}

/** An id of ours that none has, as near as can be to the one wanted. */
export async function freeId(tx: Transaction, wanted: string, among: typeof agency | typeof ministry): Promise<string> {
  const taken = new Set((await tx.select({ id: among.id }).from(among)).map(({ id }) => id));
  let id = wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
  return id;
}

/** The version that holds latest, with the agency locked until the transaction ends. */
async function newestOf(tx: Transaction, id: string): Promise<Version> {
  await tx.select().from(agency).where(eq(agency.id, id)).for('update');
  const [row] = await tx
    .select()
    .from(agencyVersion)
    .where(eq(agencyVersion.agencyId, id))
    .orderBy(sql`${agencyVersion.validFrom} desc nulls last`)
    .limit(1);
  if (!row) throw new ApiError('notFound', { detail: ['noDirectoryAgency', { id }] });
  return row;
}

/** What has ended, or begins later, cannot be changed from a day on. @throws ApiError alreadyDone, invalidRequest */
export function requireLater(newest: Pick<Version, 'nameNb' | 'validFrom' | 'validTo'>, from: string): void {
  const name = newest.nameNb;
  if (newest.validTo !== null)
    throw new ApiError('alreadyDone', { detail: ['agencyEnded', { name, day: newest.validTo }] });
  if (newest.validFrom !== null && from <= newest.validFrom)
    throw new ApiError('invalidRequest', { detail: ['beforeLatest', { name, day: newest.validFrom }] });
}

async function requireHeir(tx: Transaction, ending: Version, successor: string, from: string): Promise<void> {
  const heirs = await successors(tx);
  const leadsTo = (id: string, seen: readonly string[] = []): boolean =>
    id === ending.agencyId ||
    (!seen.includes(id) && (heirs.get(id) ?? []).some((heir) => leadsTo(heir, [...seen, id])));
  if (leadsTo(successor)) throw new ApiError('invalidRequest', { detail: ['ownSuccessor', { name: ending.nameNb }] });
  if (!(await agencyById(tx, successor, from)))
    throw new ApiError('invalidRequest', { detail: ['successorGone', { name: successor, from }] });
}

async function endVersion(tx: Transaction, { id, agencyId }: Version, from: string): Promise<void> {
  await tx
    .update(agencyVersion)
    .set({ validTo: dayBefore(from) })
    .where(eq(agencyVersion.id, id));
  await tx.update(agency).set({ keptByHand: true }).where(eq(agency.id, agencyId));
}

function told(
  tx: Transaction,
  id: string,
  change: 'added' | 'changed' | 'ended',
  from: string,
  actor: string,
  now: Date,
) {
  const details = { agency: id, change, from };
  return record(tx, { actor, action: 'directory.changed', subject: `agency:${id}`, details }, now);
}
