import * as z from 'zod/mini';
import { writable } from '../writable.ts';
import { open, textCell, texts, writtenText } from './common.ts';
import type { Kind } from './kind.ts';

/** A short text on one line. */
export const text: Kind<'text', string> = {
  ...textCell,
  ...open,
  name: 'text',
  answer: (question) => writtenText(question.maxLength).check(z.regex(/^[^\r\n]*$/, { error: 'lineBreak' })),
  read: (question, cells) => textCell.read(question, [writable(cells[0] ?? '', ' ')]),
  codes: () => [],
  show: (_question, answer) => answer,
  ownWords: (answer) => answer,
  texts: {
    wrongType: texts.wrongType,
    blank: texts.blank,
    tooLong: texts.tooLong,
    illegalCharacter: texts.illegalCharacter,
    lineBreak: {
      nb: 'Skriv svaret på én linje.',
      nn: 'Skriv svaret på éi linje.',
      en: 'Write the answer on one line.',
    },
  },
};
