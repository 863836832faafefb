import type { Text } from '@samblikk/questionnaire';
import type { Provenance } from './provenance.ts';
import type { Table } from './table.ts';

/** The origin of a number, as a column of a file says it. */
export const originWords: Record<Provenance['n'], Text> = {
  published: { nb: 'publisert', nn: 'publisert', en: 'published' },
  invented: { nb: 'oppdiktet', nn: 'oppdikta', en: 'invented' },
};

const nouns = {
  numbers: {
    all: { nb: 'tallene', nn: 'tala', en: 'numbers' },
    some: { nb: 'tall', nn: 'tal', en: 'numbers' },
  },
  // The counts that stand beside shares are marked one by one.
  shares: {
    all: { nb: 'andelene', nn: 'delane', en: 'shares' },
    some: { nb: 'andeler', nn: 'delar', en: 'shares' },
  },
};

/**
 * Which of the numbers are published and which are made up, in a sentence.
 * @param unit says “shares” where the values are such
 */
export function provenanceSentence(
  { source, values }: Pick<Provenance, 'source' | 'values'>,
  unit?: Table['unit'],
): Text {
  const { all, some } = nouns[unit === 'percent' ? 'shares' : 'numbers'];
  const published = values.filter((origin) => origin === 'published').length;
  if (published === 0)
    return {
      nb: `Ingen av ${all.nb} i tabellen står i ${source.nb}: de er regnet ut av oppdiktede tiltak.`,
      nn: `Ingen av ${all.nn} i tabellen står i ${source.nn}: dei er rekna ut av oppdikta tiltak.`,
      en: `None of the ${all.en} in the table are in ${source.en}: they are computed from invented measures.`,
    };
  if (published === values.length)
    return {
      nb: `Alle ${all.nb} i tabellen er publisert i ${source.nb}.`,
      nn: `Alle ${all.nn} i tabellen er publiserte i ${source.nn}.`,
      en: `All ${all.en} in the table are published in ${source.en}.`,
    };
  return {
    nb: `${published} av ${values.length} ${some.nb} er publisert i ${source.nb}. De andre er regnet ut av oppdiktede tiltak.`,
    nn: `${published} av ${values.length} ${some.nn} er publiserte i ${source.nn}. Dei andre er rekna ut av oppdikta tiltak.`,
    en: `${published} of ${values.length} ${some.en} are published in ${source.en}. The others are computed from invented measures.`,
  };
}
