import * as z from 'zod/mini';
import { freeBodyName, isBodyCode } from '../bodies.ts';
import type { Language, Text } from '../definition.ts';
import { isOrganisationNumber, showOrganisationNumber } from '../orgnr.ts';
import { list, listCell, open, readList, texts, writtenText } from './common.ts';
import type { Kind, Names } from './kind.ts';

/** A number without a name says what it is. */
const numbered = { orgnr: { nb: 'org.nr.', nn: 'org.nr.', en: 'org. no.' } } as const satisfies Record<string, Text>;

/** The longest name of a body without a number. */
const longest = 120;

/**
 * A body: an organisation number, `kommune:0301`, `fylke:11`, `KS`, or `text:` and a name without a number. Whether we know
 * the body is for the directory to say; answers of earlier editions are organisation numbers.
 */
const body = z.string({ error: 'notAnOrganisationNumber' }).check(
  z.refine((code) => freeBodyName(code) !== undefined || isBodyCode(code), {
    error: 'notAnOrganisationNumber',
    abort: true,
  }),
  z.refine((code) => freeBodyName(code) === undefined || freeName.safeParse(freeBodyName(code)).success, {
    error: 'bodyName',
    params: { max: longest },
  }),
);

const freeName = writtenText(longest).check(z.regex(/^[^\s|](?:[^|\r\n]*[^\s|])?$/u));

function show(code: string, language: Language, names: Names): string {
  return names.agency(code)?.[language] ?? freeBodyName(code) ?? unnamed(code, language);
}

function unnamed(code: string, language: Language): string {
  if (isOrganisationNumber(code)) return `${numbered.orgnr[language]} ${showOrganisationNumber(code)}`;
  return code.replace(':', ' ');
}

/** Several bodies, by number, or by a name where there is none. */
export const agencies: Kind<'agencies', readonly string[]> = {
  ...listCell,
  ...open,
  name: 'agencies',
  named: true,
  several: true,
  answer: (question) => list(body, question.atMost),
  read: (_question, cells) => {
    const { answer } = readList(cells);
    // Digits in groups are one number; a name keeps its spaces.
    return answer ? { answer: answer.map((part) => (/^[\d\s]+$/.test(part) ? part.replace(/\s/g, '') : part)) } : {};
  },
  codes: (_question, answer) => answer,
  show: (_question, answer, language, names) => answer.map((code) => show(code, language, names)).join(', '),
  ownWords: (answer) => answer.flatMap((code) => freeBodyName(code) ?? []).join('\n'),
  texts: {
    wrongType: texts.wrongType,
    blank: texts.blank,
    notAnOrganisationNumber: texts.notAnOrganisationNumber,
    bodyName: {
      nb: 'Skriv navnet på virksomheten på én linje, med høyst {max, number} tegn og uten loddrett strek og fødselsnummer.',
      nn: 'Skriv namnet på verksemda på éi linje, med høgst {max, number} teikn og utan loddrett strek og fødselsnummer.',
      en: 'Write the name of the body on one line, with at most {max, number} characters and no vertical bar or national identity number.',
    },
    tooMany: texts.tooMany,
    repeated: texts.repeated,
  },
};
