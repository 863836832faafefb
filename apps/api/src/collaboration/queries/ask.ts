import { type askQuery, type BodyOf, may, type ReplyOf } from '@samblikk/contract';
import { findQuestion, type Language } from '@samblikk/questionnaire';
import { endOfOsloDay, endOfWorkingDay } from '@samblikk/text/oslo-clock';
import { desc, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { people } from '../../access/index.ts';
import { nameOf } from '../../directory/index.ts';
import type { MeasureInRound } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { type MailContext, mailboxOf, mailEach, type Receiver } from '../../platform/mail/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName, type Signed } from '../../platform/signed/index.ts';
import { isSubmitted, revisionOf, submissionsIn } from '../../responses/index.ts';
import { type AgencyRound, grant } from '../../rounds/index.ts';
import { query } from '../schema.ts';
import { queryOf } from './store.ts';

/**
 * Sends a measure back with a question, and tells those who sent it in and the agency's mailbox. A last day opens the round
 * for the agency until then, unless it has more time already.
 * @throws ApiError notSubmitted; roundNotOpen; notFound when edition or measure has no such question or version; notAllowed when someone
 * who may not manage the round gives a last day; invalidRequest when that, or the day the answer is due, has passed
 */
export async function ask(
  tx: Transaction,
  mailContext: MailContext,
  of: MeasureInRound,
  asked: BodyOf<typeof askQuery>,
  by: Actor & Pick<Signed, 'roles'>,
  now: Date,
): Promise<ReplyOf<typeof askQuery>> {
  const { round, measure, edition } = of;
  const { question, text, version } = asked;
  const until = asked.until === undefined ? null : new Date(asked.until);
  if (until && !may(by.roles, 'round.manage', of.target)) throw new ApiError('notAllowed');
  if (until && until <= now) throw new ApiError('invalidRequest', { detail: 'lastDayPassed' });
  const found = question === null ? undefined : findQuestion(edition, question);
  if (question !== null && (!found || found.known)) {
    throw new ApiError('notFound', { detail: ['notAsked', { edition: edition.id, question }] });
  }
  const dueAt = asked.dueOn === undefined ? endOfWorkingDay(now, workingDays) : endOfOsloDay(asked.dueOn);
  if (dueAt <= now) throw new ApiError('invalidRequest', { detail: 'lastDayPassed' });
  if (!(await isSubmitted(tx, measure.id, round.id))) throw new ApiError('notSubmitted');
  if (!(await revisionOf(tx, measure.id, round.id, version))) {
    throw new ApiError('notFound', { detail: ['noVersion', { version }] });
  }
  const id = v7();
  const asker = { askedAt: now, askedBy: by.personId, askedByName: by.name };
  await tx
    .insert(query)
    .values({ id, measureId: measure.id, roundId: round.id, question, version, text, dueAt, ...asker });
  const told = await tell(tx, mailContext, of, until, now);
  if (until && !(round.reopenedUntil && round.reopenedUntil >= until)) await grant(tx, of, until, by, now);
  const details = { year: round.year, question };
  const actor = auditName(by);
  await record(tx, { actor, action: 'query.asked', subject: `measure:${measure.id}`, details }, now);
  return { query: await queryOf(tx, of, id), told };
}

/** How long an agency has to answer what staff ask or propose, unless told. */
export const workingDays = 5;

/** Whether anyone could be written to. What was asked is not in the letter: it may tell what was answered. */
async function tell(
  tx: Transaction,
  mailContext: MailContext,
  of: MeasureInRound,
  until: Date | null,
  now: Date,
): Promise<boolean> {
  const { round, agency, measure } = of;
  const year = String(round.year);
  const to = await receiversOf(tx, of);
  const values = (language: Language) => ({
    agency: nameOf(agency)[language],
    number: measure.number,
    year,
    reopened: until ? 'yes' : 'no',
    until: until ?? now,
  });
  const page = `/svar/${year}?virksomhet=${agency.orgnr}`;
  await mailEach(tx, mailContext, { subject: `measure:${measure.id}`, name: 'query', to, page, values }, now);
  return to.length > 0;
}

/** Those who have sent in for the agency in this round, the newest first, and its mailbox in the language of that one. */
async function receiversOf(tx: Transaction, { round, agency }: AgencyRound): Promise<Receiver[]> {
  const sent = submissionsIn({ roundId: round.id, agencyId: agency.agencyId });
  const found = await tx
    .select({ email: people.email, language: people.language })
    .from(sent)
    .innerJoin(people, eq(people.id, sent.submittedBy))
    .orderBy(desc(sent.number));
  return [
    ...found.flatMap(({ email, language }) => (email === null ? [] : [{ email, language }])),
    ...mailboxOf(agency, found[0]?.language ?? 'nb'),
  ];
}
