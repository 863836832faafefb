import { type Language, locales, type Text } from '@samblikk/questionnaire';
import { osloZone } from '@samblikk/text';
import { IntlMessageFormat } from 'intl-messageformat';
import { answerLetters } from './texts/answers.ts';
import { colleagueLetters } from './texts/colleagues.ts';
import { roundLetters } from './texts/rounds.ts';

/** An e-mail as it is sent: plain text only, which every reader shows and no filter suspects. */
export interface Letter {
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

const letters = { ...colleagueLetters, ...answerLetters, ...roundLetters };

export type LetterName = keyof typeof letters;
export const letterNames = Object.keys(letters) as LetterName[];

/** Writes a letter. @throws when a value that its text names is missing */
export function compose(
  name: LetterName,
  to: string,
  language: Language,
  values: Readonly<Record<string, string | number | Date>>,
): Letter {
  const write = (text: Text) =>
    String(
      new IntlMessageFormat(
        text[language],
        locales[language],
        { date: { day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: osloZone } } },
        { ignoreTag: true },
      ).format({ ...values }),
    );
  // A name with a line break in it must not become a header of its own.
  const subject = write(letters[name].subject).replace(/\s+/g, ' ');
  return { to, language, subject, text: write(letters[name].text) };
}
