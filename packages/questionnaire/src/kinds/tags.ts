import * as z from 'zod/mini';
import { list, listCell, open, readList, texts, writtenText } from './common.ts';
import type { Kind } from './kind.ts';

/** The longest single word or phrase. */
const longest = 60;

/** A word as it is meant, whatever its capitals, accents written apart, soft hyphens, signs of no width and extra spaces. */
function tagCode(word: string): string {
  const bare = word.normalize('NFC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  return bare.replace(/\s+/g, ' ').trim().toLowerCase() || word;
}

/** Each word once, as it was written first. */
export function distinct(words: readonly string[]): readonly string[] {
  return [...Map.groupBy(words, tagCode).values()].flatMap(([first = []]) => first);
}

/** Words of the reader's own choosing. The bar is kept out: it separates words in the survey file. */
export const tags: Kind<'tags', readonly string[]> = {
  ...listCell,
  ...open,
  name: 'tags',
  several: true,
  answer: (question) =>
    list(
      writtenText(longest).check(
        z.regex(/^[^|\r\n]*$/, { error: 'separator' }),
        z.regex(/^\S(.*\S)?$/su, { error: 'blank' }),
      ),
      question.atMost,
    ),
  read: (_question, cells) => {
    const { answer } = readList(cells);
    return answer ? { answer: distinct(answer) } : {};
  },
  codes: (_question, answer) => distinct(answer).map(tagCode),
  codeOf: tagCode,
  words: (_question, answer) => distinct(answer),
  show: (_question, answer) => answer.join(', '),
  ownWords: (answer) => answer.join('\n'),
  texts: {
    wrongType: texts.wrongType,
    blank: {
      nb: 'Fjern tomme ord, og mellomrom foran og bak ordene.',
      nn: 'Fjern tomme ord, og mellomrom føre og etter orda.',
      en: 'Remove empty words, and spaces before and after the words.',
    },
    tooLong: {
      nb: 'Hvert ord kan ha høyst {max, number} tegn. Kort ned.',
      nn: 'Kvart ord kan ha høgst {max, number} teikn. Kort ned.',
      en: 'Each word can have at most {max, number} characters. Shorten it.',
    },
    illegalCharacter: texts.illegalCharacter,
    separator: {
      nb: 'Skriv hvert ord for seg, uten loddrett strek.',
      nn: 'Skriv kvart ord for seg, utan loddrett strek.',
      en: 'Write each word by itself, without a vertical bar.',
    },
    tooMany: {
      nb: 'Skriv høyst {max, number} ord.',
      nn: 'Skriv høgst {max, number} ord.',
      en: 'Write at most {max, number} words.',
    },
    repeated: texts.repeated,
  },
};
