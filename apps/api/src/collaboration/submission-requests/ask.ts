import { askAgainAfter, type askSubmission, type ReplyOf, realYear } from '@samblikk/contract';
import { formatMoment } from '@samblikk/text';
import { holdersOf } from '../../access/index.ts';
import { nameOf } from '../../directory/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { type MailContext, mailboxOf, mailEach } from '../../platform/mail/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import type { Signed } from '../../platform/signed/index.ts';
import { type AgencyRound, requireOpen } from '../../rounds/index.ts';
import { submissionRequest } from '../schema.ts';
import { waitingRequest } from './store.ts';

type Request = ReplyOf<typeof askSubmission>;

/**
 * Asks those who may send in the agency's answer to do it, by e-mail where we know an address; the agency's mailbox gets a
 * copy, so that somebody is told also when nobody with the right has signed in yet.
 * @throws ApiError alreadyDone when it was asked within a day and has not been sent in since; roundNotOpen
 */
export async function ask(
  tx: Transaction,
  mailContext: MailContext,
  of: AgencyRound,
  by: Signed,
  now: Date,
): Promise<Request> {
  const { round, agency } = of;
  requireOpen(round, now);
  const before = await waitingRequest(tx, of);
  if (before && now.getTime() - Date.parse(before.askedAt) < askAgainAfter) {
    throw new ApiError('alreadyDone', { detail: ['askedBy', { name: before.askedBy, at: before.askedAt }] });
  }
  const asked = { askedAt: now, askedBy: by.personId, askedByName: by.name };
  await tx
    .insert(submissionRequest)
    .values({ roundId: round.id, agencyId: agency.agencyId, ...asked })
    .onConflictDoUpdate({ target: [submissionRequest.roundId, submissionRequest.agencyId], set: asked });
  const subject = `agency:${agency.agencyId}`;
  await mailEach(
    tx,
    mailContext,
    {
      subject,
      year: round.year,
      agencies: [agency.agencyId],
      name: 'submissionAsked',
      to: [...(await holdersOf(tx, 'submit', agency.agencyId)), ...mailboxOf(agency, by.language)],
      page: `/svar/${round.year}/send-inn?virksomhet=${agency.orgnr}`,
      values: (language) => ({
        agency: nameOf(agency)[language],
        year: String(realYear(round.year)),
        by: by.name,
        deadline: round.deadline === null ? 'none' : formatMoment(round.deadline.toISOString(), language),
      }),
    },
    now,
  );
  await record(tx, { actor: by.personId, action: 'submission.asked', subject, details: { year: round.year } }, now);
  return { askedAt: now.toISOString(), askedBy: by.name };
}
