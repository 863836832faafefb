import type { QuestionOf } from '../definition.ts';
import { open, textCell, texts, writtenText } from './common.ts';
import type { Kind } from './kind.ts';

/** Long enough for several sections with their reasons. */
const longest = 500;

/** Between several, where they are chosen from a list. */
const separator = '; ';

/** The legal bases in an answer: mostly one. Where there is no list they are words, which are left as they stand. */
export function basesIn(question: QuestionOf<'legalBasis'>, answer: string): readonly string[] {
  return question.options.length === 0 ? [answer] : answer.split(separator).filter((basis) => basis.trim() !== '');
}

/** Several legal bases as one answer. */
export const joinBases = (bases: readonly string[]): string =>
  bases.filter((basis) => basis.trim() !== '').join(separator);

/**
 * Legal bases: codes from the list, or the section of an act in words, one or several. Open, since words are accepted.
 */
export const legalBasis: Kind<'legalBasis', string> = {
  ...textCell,
  ...open,
  name: 'legalBasis',
  answer: () => writtenText(longest),
  choices: (question) => question.options,
  codes: basesIn,
  show: (question, answer, language) =>
    joinBases(
      basesIn(question, answer).map(
        (basis) => question.options.find((option) => option.code === basis)?.label[language] ?? basis,
      ),
    ),
  ownWords: (answer) => answer,
  texts: {
    wrongType: texts.wrongType,
    blank: texts.blank,
    tooLong: texts.tooLong,
    illegalCharacter: texts.illegalCharacter,
  },
};
