import { open, textCell, texts, writtenText } from './common.ts';
import type { Kind } from './kind.ts';

/** Long enough for several sections with their reasons. */
const longest = 500;

/** A legal basis: a code from the list, or the section of the act in words. Open, since words are accepted. */
export const legalBasis: Kind<'legalBasis', string> = {
  ...textCell,
  ...open,
  name: 'legalBasis',
  answer: () => writtenText(longest),
  choices: (question) => question.options,
  codes: (_question, answer) => [answer],
  show: (question, answer, language) =>
    question.options.find((option) => option.code === answer)?.label[language] ?? answer,
  ownWords: (answer) => answer,
  texts: {
    wrongType: texts.wrongType,
    blank: texts.blank,
    tooLong: texts.tooLong,
    illegalCharacter: texts.illegalCharacter,
  },
};
