import type { ContactConfirmation } from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import type { AgencyRound } from '../agency-round.ts';
import { contactConfirmation, population } from '../schema.ts';

/** An agency's mailbox in a round, and whether it has said that people and mailbox are still right. */
export async function contactsOf(
  db: Database | Transaction,
  { round, agency }: AgencyRound,
): Promise<ContactConfirmation> {
  const [row] = await db
    .select({
      mailbox: population.contactEmail,
      at: contactConfirmation.confirmedAt,
      by: contactConfirmation.confirmedByName,
    })
    .from(population)
    .leftJoin(
      contactConfirmation,
      and(eq(contactConfirmation.roundId, population.roundId), eq(contactConfirmation.agencyId, population.agencyId)),
    )
    .where(and(eq(population.roundId, round.id), eq(population.agencyId, agency.agencyId)));
  return { mailbox: row?.mailbox ?? null, confirmedAt: row?.at?.toISOString() ?? null, confirmedBy: row?.by ?? null };
}

/** Notes that people and mailbox are right, once for an agency and round; again, it says who last said so. */
export async function confirmContacts(
  tx: Transaction,
  of: AgencyRound,
  mailbox: string | null | undefined,
  by: Actor,
  now: Date,
): Promise<void> {
  const key = { roundId: of.round.id, agencyId: of.agency.agencyId };
  if (mailbox !== undefined)
    await tx
      .update(population)
      .set({ contactEmail: mailbox })
      .where(and(eq(population.roundId, key.roundId), eq(population.agencyId, key.agencyId)));
  const said = { confirmedAt: now, confirmedBy: by.personId, confirmedByName: by.name };
  await tx
    .insert(contactConfirmation)
    .values({ ...key, ...said })
    .onConflictDoUpdate({ target: [contactConfirmation.roundId, contactConfirmation.agencyId], set: said });
  const details = { year: of.round.year, mailbox: mailbox !== undefined };
  const event = {
    actor: auditName(by),
    action: 'contacts.confirmed' as const,
    subject: `agency:${of.agency.agencyId}`,
  };
  await record(tx, { ...event, details }, now);
}

/** Which agencies (our ids) have said so in a round, with who and when. */
export async function contactConfirmations(
  db: Database | Transaction,
  roundId: string,
): Promise<ReadonlyMap<string, { readonly at: Date; readonly by: string }>> {
  const rows = await db.select().from(contactConfirmation).where(eq(contactConfirmation.roundId, roundId));
  return new Map(
    rows.map(({ agencyId, confirmedAt, confirmedByName }) => [agencyId, { at: confirmedAt, by: confirmedByName }]),
  );
}
