import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { addAgency, agencyIdsOn } from '../directory/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { AgencyRound } from './agency-round.ts';
import { declination, population, reopening, reopeningRefusal } from './schema.ts';
import type { PopulationRow, RoundRow } from './store.ts';

/** An agency that a round asks, with what is true of it that year. */
export interface AskedAgency {
  readonly orgnr: string;
  readonly nameNb: string;
  readonly nameNn: string;
  readonly nameEn: string;
  readonly ministry: string;
  /** The edition's population variables by id. */
  readonly facts: Readonly<Record<string, string>>;
  readonly answered: boolean;
  /** The agency's mailbox, for copies of receipts; undefined leaves what is there. Never public. */
  readonly contactEmail?: string | null;
}

/** The agencies a round asks, by organisation number. */
export function populationOf(db: Database | Transaction, roundId: string): Promise<PopulationRow[]> {
  return db.select().from(population).where(eq(population.roundId, roundId)).orderBy(asc(population.orgnr));
}

const ofAgency = ({ round, agency }: AgencyRound) =>
  and(eq(population.roundId, round.id), eq(population.agencyId, agency.agencyId));

/** Submissions of one agency in one round wait for each other, and so do lists from its own system. */
export async function lockAgency(tx: Transaction, of: AgencyRound): Promise<void> {
  await tx.select({ agencyId: population.agencyId }).from(population).where(ofAgency(of)).for('update');
}

/** Notes that an agency has answered. */
export async function markAnswered(tx: Transaction, of: AgencyRound): Promise<void> {
  await tx.update(population).set({ answered: true }).where(ofAgency(of));
}

/**
 * Takes all agencies but these (our ids) out of the population of a round.
 * @throws ApiError invalidRequest when a round that is open would ask nobody
 */
export async function keepOnly(
  tx: Transaction,
  { id, year, state }: Pick<RoundRow, 'id' | 'year' | 'state'>,
  agencyIds: readonly string[],
): Promise<void> {
  if (state === 'open' && agencyIds.length === 0)
    throw new ApiError('invalidRequest', { detail: ['noPopulation', { year }] });
  const others = and(eq(population.roundId, id), notInArray(population.agencyId, [...agencyIds]));
  const gone = tx.select({ agencyId: population.agencyId }).from(population).where(others);
  for (const table of [reopening, reopeningRefusal, declination])
    await tx.delete(table).where(and(eq(table.roundId, id), inArray(table.agencyId, gone)));
  await tx.delete(population).where(others);
}

export interface PopulationWritten {
  /** Our id by organisation number. */
  readonly agencyIds: ReadonlyMap<string, string>;
  /** Agencies the directory did not know, now added as unverified. */
  readonly addedToDirectory: number;
  /** Lines of the population that are new or changed. */
  readonly changed: number;
}

/**
 * Writes the population of a round. An agency the directory lacks is added to it, marked as unverified.
 * @param day (ISO date) whose directory the numbers are looked up in
 */
export async function writePopulation(
  tx: Transaction,
  round: Pick<RoundRow, 'id' | 'year'>,
  day: string,
  asked: Iterable<AskedAgency>,
): Promise<PopulationWritten> {
  const agencyIds = await agencyIdsOn(tx, day);
  let addedToDirectory = 0;
  let changed = 0;
  for (const one of asked) {
    let id = agencyIds.get(one.orgnr);
    if (id === undefined) {
      id = await addAgency(tx, one, `population file of ${round.year}`);
      agencyIds.set(one.orgnr, id);
      addedToDirectory += 1;
    }
    changed += await writeAsked(tx, round.id, id, one);
  }
  return { agencyIds, addedToDirectory, changed };
}

/** @returns how many lines are new or changed: none or one */
async function writeAsked(tx: Transaction, roundId: string, agencyId: string, asked: AskedAgency): Promise<number> {
  const { orgnr, nameNb, nameNn, nameEn, ministry, facts, answered, contactEmail } = asked;
  const names = { nameNb, nameNn, nameEn };
  const said = { orgnr, ...names, ministry, facts, answered, ...(contactEmail !== undefined && { contactEmail }) };
  const written = await tx
    .insert(population)
    .values({ roundId, agencyId, ...said })
    .onConflictDoUpdate({
      target: [population.roundId, population.agencyId],
      set: said,
      setWhere: sql`(population.orgnr, population.name_nb, population.name_nn, population.name_en, population.ministry, population.facts, population.answered, population.contact_email)
        is distinct from (excluded.orgnr, excluded.name_nb, excluded.name_nn, excluded.name_en, excluded.ministry, excluded.facts, excluded.answered, ${contactEmail === undefined ? sql`population.contact_email` : sql`excluded.contact_email`})`,
    })
    .returning({ id: population.agencyId });
  return written.length;
}

/** Puts the right address in place of a wrong one, as the mailbox of these agencies in a round. */
export async function mendMailbox(
  tx: Transaction,
  { id }: Pick<RoundRow, 'id'>,
  agencyIds: readonly string[],
  wrong: string,
  right: string,
): Promise<void> {
  const here = and(eq(population.roundId, id), inArray(population.agencyId, [...agencyIds]));
  const same = sql`lower(${population.contactEmail}) = ${wrong.toLowerCase()}`;
  await tx.update(population).set({ contactEmail: right }).where(and(here, same));
}
