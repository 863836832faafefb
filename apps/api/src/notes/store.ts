import type { Note } from '@samblikk/contract';
import { and, countDistinct, desc, eq, max } from 'drizzle-orm';
import { v7 } from 'uuid';
import { record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import type { AgencyRound } from '../rounds/index.ts';
import { agencyNote } from './schema.ts';

type Reader = Database | Transaction;
type NoteRow = typeof agencyNote.$inferSelect;

/** How many notes there are about each agency, by our ids. */
export async function noteCounts(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ agencyId: agencyNote.agencyId, notes: countDistinct(agencyNote.id) })
    .from(agencyNote)
    .groupBy(agencyNote.agencyId);
  return new Map(rows.map(({ agencyId, notes }) => [agencyId, notes]));
}

/** The notes about an agency, of all rounds, those written last first; each as it reads now, with what it said before. */
export async function notesOf(db: Reader, agencyId: string): Promise<Note[]> {
  const rows = await db
    .select()
    .from(agencyNote)
    .where(eq(agencyNote.agencyId, agencyId))
    .orderBy(desc(agencyNote.version));
  const notes = [...Map.groupBy(rows, ({ id }) => id).values()];
  const written = (versions: readonly NoteRow[]) => versions.at(-1)?.writtenAt.getTime() ?? 0;
  return notes.sort((a, b) => written(b) - written(a)).map(toNote);
}

/** Writes a note about an agency. */
export async function writeNote(tx: Transaction, of: AgencyRound, text: string, by: Actor, now: Date): Promise<Note> {
  const id = v7();
  await insert(tx, { id, version: 1, agencyId: of.agency.agencyId, year: of.round.year }, text, by, now);
  await tell(tx, of, 'note.written', id, by, now);
  return one(tx, of, id);
}

/** Corrects a note about an agency; one that would read as it does is left as it is. @throws ApiError notFound */
export async function correctNote(
  tx: Transaction,
  of: AgencyRound,
  id: string,
  text: string,
  by: Actor,
  now: Date,
): Promise<Note> {
  const own = and(eq(agencyNote.id, id), eq(agencyNote.agencyId, of.agency.agencyId));
  // Two who correct one note at once follow one another.
  const [first] = await tx
    .select()
    .from(agencyNote)
    .where(and(own, eq(agencyNote.version, 1)))
    .for('update');
  if (!first) throw noNote();
  const current = await one(tx, of, id);
  if (current.text === text) return current;
  const [newest] = await tx
    .select({ version: max(agencyNote.version) })
    .from(agencyNote)
    .where(own);
  const { agencyId, year } = first;
  await insert(tx, { id, version: (newest?.version ?? 0) + 1, agencyId, year }, text, by, now);
  await tell(tx, of, 'note.corrected', id, by, now);
  return one(tx, of, id);
}

function insert(
  tx: Transaction,
  which: Pick<NoteRow, 'id' | 'version' | 'agencyId' | 'year'>,
  text: string,
  { personId, name }: Actor,
  now: Date,
) {
  const by = { writtenAt: now, writtenBy: personId, writtenByName: name };
  return tx.insert(agencyNote).values({ ...which, text, ...by });
}

function tell(
  tx: Transaction,
  { round: { year }, agency }: AgencyRound,
  action: 'note.written' | 'note.corrected',
  note: string,
  by: Actor,
  now: Date,
): Promise<void> {
  const event = { actor: auditName(by), action, subject: `agency:${agency.agencyId}`, details: { year, note } };
  return record(tx, event, now);
}

async function one(tx: Transaction, of: AgencyRound, id: string): Promise<Note> {
  const found = (await notesOf(tx, of.agency.agencyId)).find((note) => note.id === id);
  if (!found) throw noNote();
  return found;
}

const noNote = () => new ApiError('notFound', { detail: 'noNote' });

/** @param versions newest first */
function toNote(versions: readonly NoteRow[]): Note {
  const [newest, ...earlier] = versions.map((row) => ({
    text: row.text,
    at: row.writtenAt.toISOString(),
    by: row.writtenByName,
  }));
  const { id, year } = versions[0] as NoteRow;
  return { id, year, ...(newest as Note['earlier'][number]), earlier };
}
