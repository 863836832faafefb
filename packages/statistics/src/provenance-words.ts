import type { Text } from '@samblikk/questionnaire';
import type { Provenance } from './provenance.ts';

/** The origin of a number, as a column of a file says it. */
export const originWords: Record<Provenance['n'], Text> = {
  published: { nb: 'publisert', nn: 'publisert', en: 'published' },
  invented: { nb: 'oppdiktet', nn: 'oppdikta', en: 'invented' },
};

/** Which of the numbers are published and which are made up, in a sentence. */
export function provenanceSentence({ source, values }: Pick<Provenance, 'source' | 'values'>): Text {
  const published = values.filter((origin) => origin === 'published').length;
  if (published === 0)
    return {
      nb: `Ingen av tallene i tabellen står i ${source.nb}: de er regnet ut av oppdiktede tiltak.`,
      nn: `Ingen av tala i tabellen står i ${source.nn}: dei er rekna ut av oppdikta tiltak.`,
      en: `None of the numbers in the table are in ${source.en}: they are computed from invented measures.`,
    };
  if (published === values.length)
    return {
      nb: `Alle tallene i tabellen er publisert i ${source.nb}.`,
      nn: `Alle tala i tabellen er publiserte i ${source.nn}.`,
      en: `All numbers in the table are published in ${source.en}.`,
    };
  return {
    nb: `${published} av ${values.length} tall er publisert i ${source.nb}. De andre er regnet ut av oppdiktede tiltak.`,
    nn: `${published} av ${values.length} tal er publiserte i ${source.nn}. Dei andre er rekna ut av oppdikta tiltak.`,
    en: `${published} of ${values.length} numbers are published in ${source.en}. The others are computed from invented measures.`,
  };
}
