import type { Asked, BodyOf, changeAsked as endpoint } from '@samblikk/contract';
import type { Edition } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { ministriesAt, nameOf } from '../../directory/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { agencyRoundOf, editionOfRound } from '../agency-round.ts';
import { population } from '../schema.ts';
import { directoryDay, lockedRound, type PopulationRow, type RoundRow } from '../store.ts';

type Reader = Database | Transaction;

/** What a round says of an agency it asks, and what else it may say. @throws ApiError notFound */
export async function askedOf(db: Reader, year: number, orgnr: string, now: Date): Promise<Asked> {
  const { round, agency, edition } = await agencyRoundOf(db, year, orgnr);
  const ministries = await ministriesAt(db, directoryDay(round, now));
  return {
    ...{ orgnr, name: nameOf(agency), ministry: agency.ministry, facts: agency.facts },
    ministries: ministries.map(({ code, name }) => ({ code, name })),
    variables: edition.population.map(({ id, label, options }) => ({
      ...{ id, label },
      options: options.map(({ code, label: words }) => ({ code, label: words })),
    })),
  };
}

/**
 * Gives an agency another name, ministry or facts in one round. What a release was frozen with stands.
 * @param actor as the audit names it
 * @throws ApiError notFound; invalidRequest for a ministry or a fact that there is not; alreadyDone when nothing would be other
 */
export async function changeAsked(
  tx: Transaction,
  { year, orgnr }: { readonly year: number; readonly orgnr: string },
  { name, ministry, facts }: BodyOf<typeof endpoint>,
  actor: string,
  now: Date,
): Promise<void> {
  const round = await lockedRound(tx, year);
  const { agency } = await agencyRoundOf(tx, year, orgnr);
  if (ministry !== agency.ministry) await requireMinistry(tx, round, ministry, now);
  requireFacts(editionOfRound(round), round, facts);
  const after = { nameNb: name.nb, nameNn: name.nn, nameEn: name.en, ministry, facts };
  const changes = changesOf(agency, after);
  if (changes.length === 0) throw new ApiError('alreadyDone', { detail: ['nothingOther', { name: agency.nameNb }] });
  const line = and(eq(population.roundId, round.id), eq(population.agencyId, agency.agencyId));
  await tx.update(population).set(after).where(line);
  const subject = `agency:${agency.agencyId}`;
  await record(tx, { actor, action: 'population.agencyChanged', subject, details: { year, changes } }, now);
}

async function requireMinistry(tx: Transaction, round: RoundRow, ministry: string, now: Date): Promise<void> {
  const day = directoryDay(round, now);
  if (!(await ministriesAt(tx, day)).some(({ code }) => code === ministry))
    throw new ApiError('invalidRequest', { detail: ['noMinistryThen', { ministry, from: day }] });
}

function requireFacts(
  { population: variables }: Edition,
  { year }: RoundRow,
  facts: Readonly<Record<string, string>>,
): void {
  for (const [id, value] of Object.entries(facts)) {
    const options = variables.find((variable) => variable.id === id)?.options ?? [];
    if (!options.some(({ code }) => code === value))
      throw new ApiError('invalidRequest', { detail: ['noFact', { year, id, value }] });
  }
}

type Line = Pick<PopulationRow, 'nameNb' | 'nameNn' | 'nameEn' | 'ministry' | 'facts'>;

/** What is other, as the audit has it. */
function changesOf(before: Line, after: Line): string[] {
  const flat = ({ nameNb, nameNn, nameEn, ministry, facts }: Line): Record<string, string> => ({
    ...{ nameNb, nameNn, nameEn, ministry },
    ...facts,
  });
  const [then, now] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].flatMap((field) =>
    then[field] === now[field] ? [] : [`${field}: ${then[field] ?? '–'} → ${now[field] ?? '–'}`],
  );
}
