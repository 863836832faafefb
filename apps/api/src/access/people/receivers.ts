import type { Language } from '@samblikk/questionnaire';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Config } from '../../platform/config/config.ts';
import type { Transaction } from '../../platform/db/connect.ts';
import { compose, type LetterName } from '../../platform/mail/letters.ts';
import { post } from '../../platform/mail/outbox.ts';
import { type Secrets, secretsOf } from '../../platform/secrets/secrets.ts';
import { person, type RoleName, role } from '../../schema.ts';

/** What writing letters takes. */
export interface Means {
  readonly secrets: Pick<Secrets, 'seal'>;
  /** Where people reach the program, without a slash at the end. */
  readonly publicUrl: string;
}

/** The means that the settings give; the secret is asked for when the first letter is written. */
export function meansOf(config: Pick<Config, 'publicUrl' | 'sessionSecret' | 'dataDir'>): () => Promise<Means> {
  const secrets = secretsOf(config);
  return async () => ({ secrets: await secrets(), publicUrl: config.publicUrl });
}

/** A mailbox, and the language it is written to in. */
export interface Receiver {
  readonly email: string;
  readonly language: Language;
}

/** The people with a role, at one agency when told, whose address we know. */
export async function holdersOf(tx: Transaction, wanted: RoleName, agencyId?: string): Promise<Receiver[]> {
  const held = and(eq(role.role, wanted), agencyId === undefined ? undefined : eq(role.agencyId, agencyId));
  const holders = tx.select({ id: role.personId }).from(role).where(held);
  return receivers(tx, inArray(person.id, holders));
}

/** One person, when we know their address. */
export const personAsReceiver = (tx: Transaction, personId: string): Promise<Receiver[]> =>
  receivers(tx, eq(person.id, personId));

/** The mailbox of an agency, when it has told of one. */
export const mailboxOf = ({ contactEmail }: { contactEmail: string | null }, language: Language): Receiver[] =>
  contactEmail === null ? [] : [{ email: contactEmail, language }];

async function receivers(tx: Transaction, which: ReturnType<typeof eq>): Promise<Receiver[]> {
  const rows = await tx
    .select({ email: person.email, language: person.language })
    .from(person)
    .where(and(which, isNotNull(person.email)))
    .orderBy(person.id);
  return rows.map(({ email, language }) => ({ email: email ?? '', language }));
}

/** One letter to each, in the language of each, with a link to a page; the same box twice is one box. */
export async function postToEach(
  tx: Transaction,
  { secrets, publicUrl }: Means,
  letter: {
    /** What it is about, as the audit names it. */
    subject: string;
    name: LetterName;
    to: readonly Receiver[];
    /** The page, without language. */
    page: string;
    values: (language: Language) => Readonly<Record<string, string | number | Date>>;
  },
  now: Date,
): Promise<void> {
  // Later ones give way: a person comes before the agency's mailbox, and keeps their own language.
  const boxes = new Map(letter.to.toReversed().map((one) => [one.email.toLowerCase(), one]));
  for (const { email, language } of boxes.values()) {
    const link = `${publicUrl}${language === 'nb' ? '' : `/${language}`}${letter.page}`;
    const written = compose(letter.name, email, language, { ...letter.values(language), link });
    await post(tx, secrets, letter.subject, written, now);
  }
}
