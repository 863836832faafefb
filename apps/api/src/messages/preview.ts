import type { BodyOf, LetterTo, previewMessages, ReplyOf } from '@samblikk/contract';
import { languages } from '@samblikk/questionnaire';
import type { Database, Transaction } from '../platform/db/index.ts';
import { inRound } from '../platform/mail/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import { type PlannedLetter, planMessages } from './receivers.ts';
import { isSendable } from './send.ts';
import { textsOf } from './texts.ts';
import { writeMessage } from './write.ts';

/** Who would get a letter, and the letter as it reads for one of the agencies, in each language. */
export async function previewOf(
  db: Database | Transaction,
  round: RoundRow,
  { kind, orgnrs, show }: BodyOf<typeof previewMessages>,
  where: { readonly publicUrl: string; readonly now: Date },
): Promise<ReplyOf<typeof previewMessages>> {
  const plan = await planMessages(db, round, { kind, orgnrs, now: where.now });
  const { [kind]: texts } = await textsOf(db, round);
  const first = plan.letters[0]?.agencies[0] ?? plan.standings[0];
  const agency = plan.standings.find(({ orgnr }) => orgnr === show) ?? first;
  const asSent = plan.letters.find(({ agencies }) => agencies.some((one) => one.orgnr === agency?.orgnr));
  const agencies = asSent?.agencies ?? (agency ? [agency] : []);
  return {
    letters: plan.letters.map(letterView),
    skipped: plan.skipped.map((one) => ({ ...one })),
    sendable: isSendable(kind, round, plan, where.now),
    shown: {
      agency: agency ? { orgnr: agency.orgnr, name: agency.name } : null,
      letters: agency
        ? languages.map((language) => {
            const letter = { to: '', person: null, language, agencies };
            const { subject, text } = inRound(writeMessage(kind, round, letter, texts, where), round.year);
            return { language, subject, text };
          })
        : [],
    },
  };
}

/** A planned letter as the contract shows it. */
export const letterView = ({ to, person, language, agencies }: PlannedLetter): LetterTo => ({
  to,
  person,
  language,
  agencies: agencies.map(({ orgnr, name }) => ({ orgnr, name })),
});
