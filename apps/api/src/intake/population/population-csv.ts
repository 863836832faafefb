import { csvFile } from '@samblikk/files';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { editionOfRound, populationOf, type RoundRow } from '../../rounds/index.ts';
import { populationHeader } from '../survey-file/population-file.ts';

/** The population of a round as the interchange has it, with each agency's mailbox: what `importPopulation` reads. */
export async function populationCsv(db: Database | Transaction, round: RoundRow): Promise<string> {
  const edition = editionOfRound(round);
  const rows = (await populationOf(db, round.id)).map((row) => [
    ...[row.orgnr, row.nameNb, row.nameNn, row.nameEn, row.ministry],
    ...edition.population.map(({ id }) => row.facts[id] ?? ''),
    ...[row.answered ? 'yes' : 'no', row.contactEmail ?? ''],
  ]);
  return csvFile([[...populationHeader(edition), 'contactEmail'], ...rows]);
}
