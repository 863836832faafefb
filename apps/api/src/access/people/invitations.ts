import type { AgencyRole, InvitationView } from '@samblikk/contract';
import type { Language, Text } from '@samblikk/questionnaire';
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { compose, type LetterName, type MailContext, post, withdrawLetter } from '../../platform/mail/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { hashOfSecret, newSecret } from '../auth/cookies.ts';
import type { Delegations } from '../auth/delegations.ts';
import { invitation, person, role } from '../schema.ts';

/** How long an invitation waits, milliseconds: 14 days. */
export const invitationLifetime = 14 * 24 * 60 * 60_000;

/** What someone is invited to do with the survey, as the letter says it. */
export const invitationTask: Readonly<Record<AgencyRole, Text>> = {
  fill: { nb: 'fylle ut', nn: 'fylle ut', en: 'fill in' },
  submit: { nb: 'fylle ut og sende inn', nn: 'fylle ut og sende inn', en: 'fill in and send in' },
  read: { nb: 'lese', nn: 'lese', en: 'read' },
};

/** Why an invitation lets nobody in. */
export type InvitationFault = 'unknown' | 'used' | 'revoked' | 'tooOld';

export type InvitationRow = typeof invitation.$inferSelect;

export interface NewInvitation {
  readonly agency: { readonly id: string; readonly name: Text };
  /** Null: for a delegation, which the caller ties to the invitation. */
  readonly role: AgencyRole | null;
  readonly email: string;
  readonly language: Language;
  readonly by: { readonly personId: string; readonly name: string };
  /** What is written, beside `agency`, `inviter`, `expires` and `link`. */
  readonly letter: {
    readonly name: LetterName;
    readonly values: Readonly<Record<string, string | Date>>;
    /** The round it is about, where it is about one. */
    readonly year?: number;
  };
}

/** Makes an invitation and puts its letter in the outbox. Only the letter ever has the link. */
export async function makeInvitation(
  tx: Transaction,
  mailContext: MailContext,
  asked: NewInvitation,
  now: Date,
): Promise<InvitationRow> {
  const { agency, by, language, letter } = asked;
  const { value, hash } = newSecret();
  const expiresAt = new Date(now.getTime() + invitationLifetime);
  const [row] = await tx
    .insert(invitation)
    .values({
      id: v7(),
      agencyId: agency.id,
      role: asked.role,
      email: asked.email,
      tokenHash: hash,
      createdAt: now,
      expiresAt,
      invitedBy: by.personId,
    })
    .returning();
  const made = row as InvitationRow;
  const values = {
    agency: agency.name[language],
    inviter: by.name,
    expires: expiresAt,
    link: linkOf(mailContext, value),
    ...letter.values,
  };
  await post(
    tx,
    mailContext,
    { subject: subjectOf(made.id), agencies: [agency.id], ...(letter.year !== undefined && { year: letter.year }) },
    compose(letter.name, asked.email, language, values),
    now,
  );
  const details = { agency: agency.id, role: asked.role };
  await record(tx, { actor: by.personId, action: 'invitation.made', subject: subjectOf(made.id), details }, now);
  return made;
}

const linkOf = ({ publicUrl }: Pick<MailContext, 'publicUrl'>, value: string) =>
  `${publicUrl}/auth/invitation/${value}`;

/**
 * A new link for an invitation whose letter did not arrive, which now is to this address. The old link lets nobody in any more; the
 * new one works as long as the letter says.
 * @param subject the invitation, as letters name it
 * @throws ApiError alreadyDone when it is used, taken back or too old
 */
export async function renewLink(
  tx: Transaction,
  mailContext: Pick<MailContext, 'publicUrl'>,
  { subject, email }: { readonly subject: string; readonly email: string },
  now: Date,
): Promise<string> {
  const [, id = ''] = subject.split(':');
  const [row] = await tx.select().from(invitation).where(eq(invitation.id, id)).for('update');
  if (!row || faultOf(row, now)) throw new ApiError('alreadyDone', { detail: 'invitationOver' });
  const { value, hash } = newSecret();
  await tx.update(invitation).set({ email, tokenHash: hash }).where(eq(invitation.id, id));
  return linkOf(mailContext, value);
}

/** The invitation of a link, with what is wrong with it. The row is locked, so that of two who use it one is first. */
export async function invitationOf(
  tx: Transaction,
  tokenHash: string,
  now: Date,
): Promise<{ row: InvitationRow; fault: Exclude<InvitationFault, 'unknown'> | undefined } | undefined> {
  const [row] = await tx.select().from(invitation).where(eq(invitation.tokenHash, tokenHash)).for('update');
  return row && { row, fault: faultOf(row, now) };
}

/** The hash that an invitation's link is known by. */
export const hashOfLink = (token: string): string => hashOfSecret(token);

export const subjectOf = (id: string): string => `invitation:${id}`;

/** Binds the invitation, which must be without fault, to a person: the role or delegation is theirs from now on. */
export async function acceptInvitation(
  tx: Transaction,
  row: InvitationRow,
  personId: string,
  now: Date,
  { bind }: Delegations,
): Promise<void> {
  await tx.update(invitation).set({ acceptedAt: now, acceptedBy: personId }).where(eq(invitation.id, row.id));
  if (row.role === null) {
    await bind(tx, row.id, personId);
  } else {
    const given = { grantedBy: subjectOf(row.id), grantedAt: now };
    await tx
      .insert(role)
      .values({ id: v7(), personId, role: row.role, agencyId: row.agencyId, ...given })
      // Held already through the login: from now on no login takes it away.
      .onConflictDoUpdate({ target: [role.personId, role.role, role.agencyId, role.ministryId], set: given });
  }
  // Ansattporten tells no address; the one the link came to is the best there is.
  await tx
    .update(person)
    .set({ email: row.email })
    .where(and(eq(person.id, personId), isNull(person.email)));
  const details = { agency: row.agencyId, role: row.role };
  await record(tx, { actor: personId, action: 'invitation.accepted', subject: subjectOf(row.id), details }, now);
}

/** Writes down that an invitation let nobody in; never the link, which may be a good one with a letter wrong. */
export function refuseInvitation(
  tx: Transaction,
  row: InvitationRow | undefined,
  reason: InvitationFault,
  actor: string,
  now: Date,
): Promise<void> {
  const subject = subjectOf(row?.id ?? 'unknown');
  return record(tx, { actor, action: 'invitation.refused', subject, details: { reason } }, now);
}

/** An agency's invitations to roles, newest first; those to a delegation stand with the measure. */
export async function invitationsOf(db: Database, agencyId: string, now: Date): Promise<InvitationView[]> {
  const [inviter, taker] = [alias(person, 'inviter'), alias(person, 'taker')];
  const rows = await db
    .select({ invitation, inviter: inviter.name, taker: taker.name })
    .from(invitation)
    .innerJoin(inviter, eq(inviter.id, invitation.invitedBy))
    .leftJoin(taker, eq(taker.id, invitation.acceptedBy))
    .where(and(eq(invitation.agencyId, agencyId), isNotNull(invitation.role)))
    .orderBy(desc(invitation.createdAt));
  return rows.map((row) => toInvitation(row.invitation, row.inviter, row.taker, now));
}

/** An invitation as the contract shows it. */
export function toInvitation(
  row: InvitationRow,
  invitedBy: string,
  acceptedBy: string | null,
  now: Date,
): InvitationView {
  const states = { used: 'accepted', revoked: 'revoked', tooOld: 'expired' } as const;
  const fault = faultOf(row, now);
  return {
    id: row.id,
    email: row.email,
    role: row.role as AgencyRole,
    state: fault ? states[fault] : 'open',
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    invitedBy,
    acceptedBy,
  };
}

/**
 * Takes back an invitation nobody has used, and its letter if that has not gone.
 * @throws ApiError notFound when it is another agency's; alreadyDone when it is used or taken back
 */
export async function revoke(tx: Transaction, agencyId: string, id: string, actor: string, now: Date): Promise<void> {
  const [row] = await tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.id, id), eq(invitation.agencyId, agencyId)))
    .for('update');
  if (!row) throw new ApiError('notFound', { detail: 'noInvitation' });
  if (row.acceptedAt || row.revokedAt) throw new ApiError('alreadyDone');
  await tx.update(invitation).set({ revokedAt: now }).where(eq(invitation.id, id));
  await withdrawLetter(tx, subjectOf(id), now);
  await record(tx, { actor, action: 'invitation.revoked', subject: subjectOf(id), details: { agency: agencyId } }, now);
}

/** Takes an invitation back, as `revoke` does, unless it is taken back already. @throws ApiError alreadyDone when it is used */
export async function revokeIfOpen(
  tx: Transaction,
  agencyId: string,
  id: string,
  actor: string,
  now: Date,
): Promise<void> {
  const [open] = await tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(and(eq(invitation.id, id), isNull(invitation.revokedAt)));
  if (open) await revoke(tx, agencyId, id, actor, now);
}

function faultOf(row: InvitationRow, now: Date): Exclude<InvitationFault, 'unknown'> | undefined {
  if (row.acceptedAt) return 'used';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt <= now ? 'tooOld' : undefined;
}
