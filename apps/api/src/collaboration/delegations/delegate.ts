import type { BodyOf, DelegationView, delegate as endpoint } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { and, eq, isNull } from 'drizzle-orm';
import { v7 } from 'uuid';
import { makeInvitation, nameOfColleague, personAsReceiver, revokeIfOpen } from '../../access/index.ts';
import { nameOf } from '../../directory/index.ts';
import type { MeasureInRound } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { type MailContext, mailEach } from '../../platform/mail/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import type { Signed } from '../../platform/signed/index.ts';
import { requireOpen } from '../../rounds/index.ts';
import { delegation } from '../schema.ts';
import { partNames } from './part-names.ts';
import { type DelegationRow, toDelegation } from './store.ts';

/**
 * Lets a colleague answer a measure, or one section of it, and tells them by e-mail where we know an address.
 * @throws ApiError notFound when the person has no role at the agency, or the edition no such section; roundNotOpen
 */
export async function delegateTo(
  tx: Transaction,
  mailContext: MailContext,
  of: MeasureInRound,
  asked: BodyOf<typeof endpoint>,
  by: Signed,
  now: Date,
): Promise<DelegationView> {
  const { round, agency, edition, measure } = of;
  requireOpen(round, now);
  if (asked.section !== null && !edition.sections.some(({ id }) => id === asked.section)) {
    throw new ApiError('notFound', { detail: ['noSection', { edition: edition.id, section: asked.section ?? '' }] });
  }
  const to =
    'person' in asked.to
      ? await toColleague(tx, mailContext, of, asked.to.person, asked, by, now)
      : await toInvited(tx, mailContext, of, asked.to.email, asked, by, now);
  const [row] = await tx
    .insert(delegation)
    .values({
      id: v7(),
      measureId: measure.id,
      roundId: round.id,
      agencyId: agency.agencyId,
      section: asked.section,
      personId: to.personId,
      invitationId: to.invitationId,
      dueOn: asked.dueOn,
      createdAt: now,
      createdBy: by.personId,
    })
    .returning();
  const details = { year: round.year, section: asked.section };
  const subject = `measure:${measure.id}`;
  await record(tx, { actor: by.personId, action: 'delegation.made', subject, details }, now);
  return toDelegation(row as DelegationRow, to.name);
}

interface Receiver {
  personId: string | null;
  invitationId: string | null;
  name: string;
}
type Wish = Pick<BodyOf<typeof endpoint>, 'section' | 'dueOn'>;

/** Noon, so that the day is the same in Norway whatever the clock of the machine. */
const wishValues = (of: MeasureInRound, { section, dueOn }: Wish, language: Language) => ({
  ...partNames(of, section, language),
  due: new Date(`${dueOn}T12:00:00Z`),
});

async function toColleague(
  tx: Transaction,
  mailContext: MailContext,
  of: MeasureInRound,
  personId: string,
  wish: Wish,
  by: Signed,
  now: Date,
): Promise<Receiver> {
  const { agency, round } = of;
  const name = await nameOfColleague(tx, personId, agency.agencyId);
  if (name === undefined) throw new ApiError('notFound', { detail: 'noColleague' });
  const values = (language: Language) => ({
    agency: nameOf(agency)[language],
    inviter: by.name,
    ...wishValues(of, wish, language),
  });
  const to = await personAsReceiver(tx, personId);
  await mailEach(
    tx,
    mailContext,
    {
      subject: `round:${round.id}`,
      year: round.year,
      agencies: [agency.agencyId],
      name: 'delegation',
      to,
      page: '/svar',
      values,
    },
    now,
  );
  return { personId, invitationId: null, name };
}

async function toInvited(
  tx: Transaction,
  mailContext: MailContext,
  of: MeasureInRound,
  email: string,
  wish: Wish,
  by: Signed,
  now: Date,
): Promise<Receiver> {
  const { agency } = of;
  const made = await makeInvitation(
    tx,
    mailContext,
    {
      agency: { id: agency.agencyId, name: nameOf(agency) },
      role: null,
      email,
      language: by.language,
      by,
      letter: { name: 'delegationByInvitation', values: wishValues(of, wish, by.language), year: of.round.year },
    },
    now,
  );
  return { personId: null, invitationId: made.id, name: email };
}

/** Takes a delegation back, with its invitation when nobody has used it. @throws ApiError notFound */
export async function endDelegationOf(
  tx: Transaction,
  { round, measure }: MeasureInRound,
  id: string,
  by: Signed,
  now: Date,
): Promise<void> {
  const [row] = await tx
    .update(delegation)
    .set({ endedAt: now })
    .where(
      and(
        eq(delegation.id, id),
        eq(delegation.measureId, measure.id),
        eq(delegation.roundId, round.id),
        isNull(delegation.endedAt),
      ),
    )
    .returning();
  if (!row) throw new ApiError('notFound', { detail: 'noDelegation' });
  if (row.invitationId !== null && row.personId === null) {
    await revokeIfOpen(tx, row.agencyId, row.invitationId, by.personId, now);
  }
  const details = { year: round.year, section: row.section };
  const subject = `measure:${measure.id}`;
  await record(tx, { actor: by.personId, action: 'delegation.ended', subject, details }, now);
}
