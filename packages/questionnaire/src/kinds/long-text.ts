import { open, textCell, texts, writtenText } from './common.ts';
import type { Kind } from './kind.ts';

/** A text that may have several paragraphs. */
export const longText: Kind<'longText', string> = {
  ...textCell,
  ...open,
  name: 'longText',
  answer: (question) => writtenText(question.maxLength),
  codes: () => [],
  show: (_question, answer) => answer,
  ownWords: (answer) => answer,
  texts: {
    wrongType: texts.wrongType,
    blank: texts.blank,
    tooLong: texts.tooLong,
    illegalCharacter: texts.illegalCharacter,
  },
};
