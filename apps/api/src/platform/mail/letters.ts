import { isPilot, pilotNotice, realYear } from '@samblikk/contract';
import { type Language, locales, type Text } from '@samblikk/questionnaire';
import { format, osloZone } from '@samblikk/text';
import { IntlMessageFormat } from 'intl-messageformat';
import { alertLetters } from './texts/alerts.ts';
import { answerLetters } from './texts/answers.ts';
import { colleagueLetters } from './texts/colleagues.ts';
import { errorReportLetters } from './texts/error-reports.ts';
import { messageLetters } from './texts/messages.ts';
import { roundLetters } from './texts/rounds.ts';
import { sourceLetters } from './texts/sources.ts';

/** An e-mail as it is sent: plain text only, which every reader shows and no filter suspects. */
export interface Letter {
  /** What sort of letter it is. */
  readonly kind: LetterName;
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** The text as it is kept for staff to read, where that is another: without the link that lets in. */
  readonly kept?: string;
  /** Where a mail program can stop letters of this sort at one press (RFC 8058). */
  readonly stop?: string;
}

const letters = {
  ...alertLetters,
  ...colleagueLetters,
  ...answerLetters,
  ...errorReportLetters,
  ...messageLetters,
  ...roundLetters,
  ...sourceLetters,
};

export type LetterName = keyof typeof letters;
export const letterNames = Object.keys(letters) as LetterName[];

/** Their link lets in whoever has it. */
const lettingIn: ReadonlySet<string> = new Set<LetterName>([
  'accessInvitation',
  'delegationByInvitation',
  ...(Object.keys(alertLetters) as (keyof typeof alertLetters)[]),
]);
export const letsIn = (kind: string): boolean => lettingIn.has(kind);
/** Stands in place of such a link in what is kept, on the same line. */
export const hiddenLink = '[…]';

/** The letter as it is sent in a round: of a pilot, it says so before all else. */
export function inRound<L extends Pick<Letter, 'language' | 'subject' | 'text' | 'kept'>>(letter: L, year: number): L {
  if (!isPilot(year)) return letter;
  const { language, subject, text, kept } = letter;
  const marked = (words: string) => `${pilotNotice(year)[language]}\n\n${words}`;
  const title = `${format(pilotTitle, language, { year: String(realYear(year)) })}: ${subject}`;
  return { ...letter, subject: title, text: marked(text), ...(kept !== undefined && { kept: marked(kept) }) };
}
const pilotTitle: Text = { nb: 'Prøverunde {year}', nn: 'Prøverunde {year}', en: 'Pilot {year}' };

/** What a letter says before anyone has edited it, as ICU messages. */
export const textOf = (name: LetterName): { readonly subject: Text; readonly text: Text } => letters[name];

/**
 * Writes a letter.
 * @param words subject and text in the language of the letter, where staff have written others than the program's
 * @throws when a value that its text names is missing
 */
export function compose(
  name: LetterName,
  to: string,
  language: Language,
  values: Readonly<Record<string, string | number | Date>>,
  words: { readonly subject: string; readonly text: string } = {
    subject: letters[name].subject[language],
    text: letters[name].text[language],
  },
): Letter {
  const write = (text: string, given: typeof values = values) =>
    String(
      new IntlMessageFormat(
        text,
        locales[language],
        { date: { day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: osloZone } } },
        { ignoreTag: true },
      ).format({ ...given }),
    );
  // A name with a line break in it must not become a header of its own.
  const subject = write(words.subject).replace(/\s+/g, ' ').trim();
  const letter = { kind: name, to, language, subject, text: write(words.text) };
  return letsIn(name) ? { ...letter, kept: write(words.text, { ...values, link: hiddenLink }) } : letter;
}
