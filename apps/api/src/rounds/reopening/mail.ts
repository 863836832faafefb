import { realYear } from '@samblikk/contract';
import { formatMoment } from '@samblikk/text';
import { holdersOf, personAsReceiver } from '../../access/index.ts';
import { nameOf } from '../../directory/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { type MailContext, mailboxOf, mailEach, type Receiver } from '../../platform/mail/index.ts';
import type { Actor } from '../../platform/signed/index.ts';
import type { AgencyRound } from '../agency-round.ts';
import { askerOf } from './reopen.ts';

const subjectOf = ({ agency }: AgencyRound) => `agency:${agency.agencyId}`;

/** Tells those who can grant it that an agency asks for more time, and why. */
export async function mailAsked(
  tx: Transaction,
  mailContext: MailContext,
  of: AgencyRound,
  asked: { reason: string; by: Actor },
  now: Date,
): Promise<void> {
  await mailEach(
    tx,
    mailContext,
    {
      subject: subjectOf(of),
      year: of.round.year,
      agencies: [of.agency.agencyId],
      name: 'moreTimeAsked',
      to: await holdersOf(tx, 'admin'),
      page: `/runder/${of.round.year}`,
      values: (language) => ({
        agency: nameOf(of.agency)[language],
        year: String(realYear(of.round.year)),
        by: asked.by.name,
        reason: asked.reason,
      }),
    },
    now,
  );
}

/**
 * Tells whoever asked that the round is open for the agency, with a copy to its mailbox. A moment that has passed ends it,
 * and is no news to write about.
 */
export async function mailGranted(
  tx: Transaction,
  mailContext: MailContext,
  of: AgencyRound,
  until: Date,
  now: Date,
): Promise<void> {
  if (until <= now) return;
  const { round, agency } = of;
  const asker = await askerAsReceiver(tx, of);
  await mailEach(
    tx,
    mailContext,
    {
      ...aboutAgency(of),
      name: 'moreTimeGranted',
      to: [...asker, ...mailboxOf(agency, asker[0]?.language ?? 'nb')],
      values: (language) => ({
        agency: nameOf(agency)[language],
        year: String(realYear(round.year)),
        until: formatMoment(until.toISOString(), language),
      }),
    },
    now,
  );
}

/** Tells whoever asked, and those who answer for the agency, that it gets no more time, with a copy to its mailbox. */
export async function mailRefused(
  tx: Transaction,
  mailContext: MailContext,
  of: AgencyRound,
  reason: string,
  now: Date,
): Promise<void> {
  const { round, agency } = of;
  const people = [...(await askerAsReceiver(tx, of)), ...(await holdersOf(tx, 'submit', agency.agencyId))];
  await mailEach(
    tx,
    mailContext,
    {
      ...aboutAgency(of),
      name: 'moreTimeRefused',
      to: [...people, ...mailboxOf(agency, people[0]?.language ?? 'nb')],
      values: (language) => ({ agency: nameOf(agency)[language], year: String(realYear(round.year)), reason }),
    },
    now,
  );
}

/** What a letter to the agency is about, and the page it leads to. */
const aboutAgency = (of: AgencyRound) => ({
  subject: subjectOf(of),
  year: of.round.year,
  agencies: [of.agency.agencyId],
  page: `/svar/${of.round.year}?virksomhet=${of.agency.orgnr}`,
});

async function askerAsReceiver(tx: Transaction, of: AgencyRound): Promise<Receiver[]> {
  const askedBy = await askerOf(tx, of);
  return askedBy === null ? [] : personAsReceiver(tx, askedBy);
}
