import type { Target } from '@samblikk/contract';
import { type AgencyAt, agenciesAt, carriedOnBy, successors } from '../directory/index.ts';
import { type Owner, ownersOf } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { newestVersion, type PlanRow } from './store.ts';

/** A plan with those whose business it is today. */
export interface PlanReach {
  readonly measure: { readonly id: string; readonly number: string };
  readonly lead: AgencyAt;
  /** The newest version; undefined where there is none yet. */
  readonly current: PlanRow | undefined;
  /** The actors that are agencies, each by whoever carries it on today. The lead is among them when the plan has it. */
  readonly agencies: ReadonlyMap<string, AgencyAt>;
  /** The lead and the agencies among the actors: who reads the plan. */
  readonly readers: readonly Target[];
}

type Reader = Database | Transaction;

export const targetOf = ({ id, ministry }: AgencyAt): Target => ({ agency: id, ministry: ministry?.code ?? '' });
/** What is nobody's business. */
const nobody: Target = { agency: '', ministry: '' };

/** Who carries agencies (our ids) on. */
interface Carriers {
  /** Undefined where nobody does. */
  of(agencyId: string): AgencyAt | undefined;
  /** Those there are, and those that one of these carries on. */
  carried(which: (agency: AgencyAt) => boolean): readonly string[];
}

/** @param day ISO date */
export async function carriersOn(db: Reader, day: string): Promise<Carriers> {
  const today = new Map((await agenciesAt(db, day)).map((one) => [one.id, one]));
  const heirs = await successors(db);
  const of = (id: string) => today.get(carriedOnBy(id, today, heirs)[0] ?? '');
  const all = new Set([...today.keys(), ...heirs.keys()]);
  const carried = (which: (agency: AgencyAt) => boolean) =>
    [...all].filter((id) => {
      const agency = of(id);
      return agency !== undefined && which(agency);
    });
  return { of, carried };
}

/**
 * The plan of a measure, and whose business it is: the agency that has the measure in its newest round leads it, and those that are
 * actors of the newest version take part; each is whoever carries it on today.
 * @param day ISO date
 * @throws ApiError notFound when there is no such measure, or nobody carries its agency on
 */
export async function reachOf(db: Reader, measureId: string, day: string): Promise<PlanReach> {
  const owner = (await ownersOf(db, [measureId])).get(measureId);
  const reach = reachBy(measureId, owner, await newestVersion(db, measureId), await carriersOn(db, day));
  if (!reach) throw new ApiError('notFound', { detail: 'noSuchMeasure' });
  return reach;
}

/** As `reachOf`, of what is read already; undefined where there is no such measure, or nobody carries its agency on. */
export function reachBy(
  measureId: string,
  owner: Owner | undefined,
  current: PlanRow | undefined,
  carriers: Carriers,
): PlanReach | undefined {
  const lead = owner && carriers.of(owner.agencyId);
  if (!owner || !lead) return undefined;
  const agencies = agenciesIn(current, carriers);
  const readers = [lead, ...agencies.values()].map(targetOf);
  return { measure: { id: measureId, number: owner.number }, lead, current, agencies, readers };
}

/** The agencies among the actors of a version. */
export function agenciesIn(
  row: Pick<PlanRow, 'agencies'> | undefined,
  carriers: Carriers,
): ReadonlyMap<string, AgencyAt> {
  return new Map(
    Object.entries(row?.agencies ?? {}).flatMap(([actor, id]) => {
      const agency = carriers.of(id);
      return agency ? [[actor, agency] as const] : [];
    }),
  );
}

/** Whose business an actor of a plan is: its agency's; of what is no agency, or no actor of the plan as it stands, nobody's. */
export const targetOfActor = ({ agencies }: PlanReach, actor: string): Target => {
  const agency = agencies.get(actor);
  return agency ? targetOf(agency) : nobody;
};
