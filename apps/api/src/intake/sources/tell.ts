import type { Language } from '@samblikk/questionnaire';
import { holdersAt } from '../../access/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { type MailContext, mailboxOf, mailEach } from '../../platform/mail/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import type { SourceRow } from './store.ts';

interface About {
  readonly source: SourceRow;
  readonly of: AgencyRound;
  /** The file cannot be had or read. */
  readonly failed: boolean;
  /** How many things wait for people. */
  readonly count: number;
}

/** Writes to those who answer for an agency that one of its sources needs them; to its mailbox when there is nobody. What the file says is not in the letter. */
export async function tellPeople(
  tx: Transaction,
  mail: MailContext,
  { source, of: { agency, round }, failed, count }: About,
  now: Date,
): Promise<void> {
  const people = await holdersAt(tx, [agency.agencyId], ['fill', 'submit']);
  const to = people.length > 0 ? people : mailboxOf(agency, 'nb');
  const names = { nb: agency.nameNb, nn: agency.nameNn, en: agency.nameEn };
  const values = (language: Language) => ({
    ...{ agency: names[language], source: source.name, count, failed: failed ? 'yes' : 'no' },
  });
  const page = `/svar/kilder/${source.id}?virksomhet=${agency.orgnr}`;
  const letter = {
    subject: `agency:${agency.agencyId}`,
    year: round.year,
    name: 'sourceNeeds' as const,
    to,
    page,
    values,
  };
  await mailEach(tx, mail, letter, now);
}
