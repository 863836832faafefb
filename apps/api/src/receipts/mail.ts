import { type mailReceipt, type ReplyOf, realYear, type Submission } from '@samblikk/contract';
import type { Language, Text as Words } from '@samblikk/questionnaire';
import { format, formatMoment, type Text } from '@samblikk/text';
import { personAsReceiver } from '../access/index.ts';
import { nameOf } from '../directory/index.ts';
import { type SampleReceipt, textsOf } from '../messages/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { type MailContext, mailboxOf, mailEach, type Receiver } from '../platform/mail/index.ts';
import { requireSigned, type Signed } from '../platform/signed/index.ts';
import type { AgencyRound, RoundRow } from '../rounds/index.ts';

const words = {
  answered: {
    nb: '{measures, plural, =0 {ingen tiltak å melde} one {# tiltak} other {# tiltak}}',
    nn: '{measures, plural, =0 {ingen tiltak å melde} one {# tiltak} other {# tiltak}}',
    en: '{measures, plural, =0 {no measures to report} one {# measure} other {# measures}}',
  },
  time: {
    nb: '{time}{late, select, yes { (etter fristen)} other {}}',
    nn: '{time}{late, select, yes { (etter fristen)} other {}}',
    en: '{time}{late, select, yes { (after the deadline)} other {}}',
  },
} as const satisfies Record<string, Text>;

/** Whoever is signed in, written to in the language of the page they pressed the button on. */
export function writingIn(language: Language | undefined, user: Signed | undefined): Signed {
  const signed = requireSigned(user);
  return { ...signed, language: language ?? signed.language };
}

/** The receipt to whoever sent in, and a copy to the agency's mailbox, in the person's language. */
export async function mailNewReceipt(
  tx: Transaction,
  mailContext: MailContext,
  of: AgencyRound,
  sent: Submission,
  by: Signed,
  now: Date,
): Promise<void> {
  const to = [...mailboxOf(of.agency, by.language), ...(await boxOf(tx, by))];
  await postReceipt(tx, mailContext, of, sent, to, now);
}

/** The receipt once more, to whoever asks, or to the agency's mailbox when we know no address of theirs. */
export async function mailReceiptAgain(
  tx: Transaction,
  mailContext: MailContext,
  of: AgencyRound,
  sent: Submission,
  by: Signed,
  now: Date,
): Promise<ReplyOf<typeof mailReceipt>> {
  const own = await boxOf(tx, by);
  const to = own.length > 0 ? own : mailboxOf(of.agency, by.language);
  await postReceipt(tx, mailContext, of, sent, to, now);
  return { to: own.length > 0 ? 'person' : to.length > 0 ? 'agency' : 'nobody' };
}

/** Whoever presses the button, in the language of the page, which need not be the one they are written to in else. */
async function boxOf(tx: Transaction, { personId, language }: Signed): Promise<Receiver[]> {
  return (await personAsReceiver(tx, personId)).map(({ email }) => ({ email, language }));
}

async function postReceipt(
  tx: Transaction,
  mailContext: MailContext,
  { round, agency }: AgencyRound,
  sent: Submission,
  to: readonly Receiver[],
  now: Date,
): Promise<void> {
  const { receipt: texts } = await textsOf(tx, round);
  await mailEach(
    tx,
    mailContext,
    {
      subject: `receipt:${sent.receipt}`,
      year: round.year,
      agencies: [agency.agencyId],
      name: 'receipt',
      to,
      words: (language) => texts[language],
      ...saidOf(round, { orgnr: agency.orgnr, name: nameOf(agency) }, sent),
    },
    now,
  );
}

/** What a receipt says, and the page it leads to. */
const saidOf = (
  { year }: Pick<RoundRow, 'year'>,
  { orgnr, name }: { readonly orgnr: string; readonly name: Words },
  sent: Omit<Submission, 'number' | 'nothingToReport'>,
) => ({
  page: `/svar/${year}/kvittering/${sent.receipt}?virksomhet=${orgnr}`,
  values: (language: Language) => ({
    agency: name[language],
    year: String(realYear(year)),
    answered: format(words.answered, language, { measures: sent.measures }),
    receipt: sent.receipt,
    time: format(words.time, language, {
      time: formatMoment(sent.submittedAt, language),
      late: sent.late ? 'yes' : 'no',
    }),
    by: sent.submittedBy,
    hash: sent.contentHash,
  }),
});

/** The same of something that was never sent in, to show what a text becomes. */
export const sampleReceipt: SampleReceipt = (round, agency, now) =>
  saidOf(round, agency, {
    ...{ receipt: 'K7MP-4XWD-9TQH', measures: 3, late: false, submittedBy: 'Kari Nordmann' },
    submittedAt: (round.deadline ?? now).toISOString(),
    contentHash: '0123456789abcdef'.repeat(4),
  });
