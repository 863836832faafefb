import type { mailReceipt, ReplyOf, Submission } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import type { Secrets } from '../auth/secrets.ts';
import { demandSigned, type Signed } from '../auth/signed.ts';
import type { Transaction } from '../db/connect.ts';
import { person } from '../db/schema.ts';
import { compose } from '../mail/letters.ts';
import { post } from '../mail/outbox.ts';
import type { AgencyRound } from '../responses/store.ts';
import { nameOf } from '../responses/view.ts';
import { osloTime } from './texts.ts';

interface Means {
  readonly secrets: Pick<Secrets, 'seal'>;
  readonly publicUrl: string;
}

/** Whoever is signed in, written to in the language of the page they pressed the button on. */
export function writingIn(language: Language | undefined, user: Signed | undefined): Signed {
  const signed = demandSigned(user);
  return { ...signed, language: language ?? signed.language };
}

/** The receipt to whoever sent in, and a copy to the agency's mailbox, in the person's language. */
export async function mailNewReceipt(
  tx: Transaction,
  means: Means,
  of: AgencyRound,
  sent: Submission,
  by: Signed,
  now: Date,
): Promise<void> {
  const addresses = [await addressOf(tx, by), of.agency.contactEmail].filter((to) => to !== null);
  // The same box twice, written differently, is one box.
  const boxes = new Map(addresses.map((to) => [to.toLowerCase(), to]));
  for (const to of boxes.values()) await postReceipt(tx, means, of, sent, to, by.language, now);
}

/** The receipt once more, to whoever asks, or to the agency's mailbox when we know no address of theirs. */
export async function mailReceiptAgain(
  tx: Transaction,
  means: Means,
  of: AgencyRound,
  sent: Submission,
  by: Signed,
  now: Date,
): Promise<ReplyOf<typeof mailReceipt>> {
  const own = await addressOf(tx, by);
  const to = own ?? of.agency.contactEmail;
  if (to === null) return { to: 'nobody' };
  await postReceipt(tx, means, of, sent, to, by.language, now);
  return { to: own === null ? 'agency' : 'person' };
}

async function addressOf(tx: Transaction, { personId }: Signed): Promise<string | null> {
  const [row] = await tx.select({ email: person.email }).from(person).where(eq(person.id, personId));
  return row?.email ?? null;
}

async function postReceipt(
  tx: Transaction,
  { secrets, publicUrl }: Means,
  of: AgencyRound,
  sent: Submission,
  to: string,
  language: Language,
  now: Date,
): Promise<void> {
  const year = String(of.round.year);
  const inLanguage = language === 'nb' ? '' : `/${language}`;
  const values = {
    agency: nameOf(of.agency)[language],
    year,
    count: sent.measures,
    nothing: sent.nothingToReport ? 'yes' : 'no',
    late: sent.late ? 'yes' : 'no',
    receipt: sent.receipt,
    time: osloTime(sent.submittedAt, language),
    by: sent.submittedBy,
    hash: sent.contentHash,
    link: `${publicUrl}${inLanguage}/svar/${year}/kvittering/${sent.receipt}?virksomhet=${of.agency.orgnr}`,
  };
  await post(tx, secrets, `receipt:${sent.receipt}`, compose('receipt', to, language, values), now);
}
