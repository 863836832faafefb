import { eq } from 'drizzle-orm';
import { type MeasureInRound, measureInRound, measureNumbers, readMeasureNumber } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Actor } from '../platform/signed/index.ts';
import { type AgencyRound, agencyRoundOf } from '../rounds/index.ts';
import { type CommandCall, required, UsageError, yearOf } from './command.ts';

// What commands are about, and who does what they do.

/** Who does what a command does: whoever writes it has the database. */
export const commandLine: Actor = { personId: null, name: 'command-line' };

export const agency = {
  type: 'string',
  value: 'ORGNR',
  help: 'the agency, by its organisation number',
  required: true,
} as const;

/** The agency of `--agency` in the round of `--round`. @throws ApiError notFound */
export const agencyOf = async (call: CommandCall): Promise<AgencyRound> =>
  agencyRoundOf(await call.db(), yearOf(call), required(call, 'agency'));

export const measure = {
  type: 'string',
  value: 'NUMBER',
  help: 'the measure, e.g. 2026-0042',
  required: true,
} as const;

/** The number of `--measure` in its own writing: people write it in several ways. @throws UsageError */
export function measureNumberOf(call: CommandCall): string {
  const given = required(call, 'measure');
  return readMeasureNumber(given) ?? given;
}

/** The measure of `--measure` in the round of `--round`. @throws UsageError */
export async function measureOf(call: CommandCall, db: Database): Promise<MeasureInRound> {
  const number = measureNumberOf(call);
  const [found] = await db
    .select({ id: measureNumbers.id })
    .from(measureNumbers)
    .where(eq(measureNumbers.number, number));
  if (!found) throw new UsageError(`--measure ${number}: there is no such measure.`);
  return measureInRound(db, found.id, yearOf(call));
}
