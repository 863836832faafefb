import type { PopulationChange } from '@samblikk/contract';
import { type AgencyAt, agenciesAt, carriedOnBy, successors } from '../directory/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { populationOf } from './population.ts';
import type { PopulationRow, RoundRow } from './store.ts';

type Reader = Database | Transaction;

/** An agency that a round could ask, with what is other than in the round before. */
export interface CarriedAgency {
  readonly agency: AgencyAt & { readonly orgnr: string; readonly ministry: NonNullable<AgencyAt['ministry']> };
  /** Its line in the round before. */
  readonly before: PopulationRow | undefined;
  /** Lines of the round before of agencies that have gone into it. */
  readonly mergedFrom: readonly PopulationRow[];
  readonly changes: readonly PopulationChange[];
}

export interface CarriedPopulation {
  readonly agencies: readonly CarriedAgency[];
  /** Lines of the round before whose agency exists no more and is carried on by none. */
  readonly gone: readonly PopulationRow[];
}

/**
 * The population of the round before as it is on a day (ISO date): agencies keep their identity through new names, numbers and
 * ministries, and those that merged or were split are followed to whoever carries them on. Agencies that the round before did not
 * ask come with the change `added`. Those without an organisation number or a ministry cannot be asked.
 */
export async function carryPopulation(
  db: Reader,
  before: RoundRow | undefined,
  day: string,
): Promise<CarriedPopulation> {
  const lines = before ? await populationOf(db, before.id) : [];
  const today = new Map(
    (await agenciesAt(db, day)).flatMap((agency) => (canBeAsked(agency) ? [[agency.id, agency]] : [])),
  );
  const heirs = await successors(db);
  const carriers = new Map(lines.map((line) => [line, carriedOnBy(line.agencyId, today, heirs)]));
  const agencies = [...today.values()].map((agency) => {
    const own = lines.find(({ agencyId }) => agencyId === agency.id);
    const mergedFrom = lines.filter((line) => line !== own && carriers.get(line)?.includes(agency.id));
    return { agency, before: own, mergedFrom, changes: changesOf(agency, own, mergedFrom) };
  });
  return { agencies, gone: lines.filter((line) => carriers.get(line)?.length === 0) };
}

function canBeAsked(agency: AgencyAt): agency is CarriedAgency['agency'] {
  return agency.orgnr !== null && agency.ministry !== null;
}

function changesOf(
  { name, orgnr, ministry }: CarriedAgency['agency'],
  before: PopulationRow | undefined,
  mergedFrom: readonly PopulationRow[],
): PopulationChange[] {
  const said: readonly (readonly [PopulationChange, boolean])[] = [
    ['added', before === undefined && mergedFrom.length === 0],
    ['renamed', before !== undefined && before.nameNb !== name.nb],
    ['movedMinistry', before !== undefined && before.ministry !== ministry.code],
    ['newNumber', before !== undefined && before.orgnr !== orgnr],
    ['merged', mergedFrom.length > 0],
  ];
  return said.flatMap(([change, holds]) => (holds ? [change] : []));
}
