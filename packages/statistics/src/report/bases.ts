import type { Text } from '@samblikk/questionnaire';
import type { Table } from '../table.ts';

// Which measures a number is a part of, as a clause after “the measures”. A figure without a line here says so in general words.

const answered: Readonly<Record<string, Text>> = {
  costBand: {
    nb: 'som har oppgitt kostnadsramme',
    nn: 'som har oppgitt kostnadsramme',
    en: 'that state a total cost',
  },
  funding: {
    nb: 'som har svart på om de har finansiering',
    nn: 'som har svart på om dei har finansiering',
    en: 'that answered whether they are funded',
  },
  effects: {
    nb: 'som har oppgitt forventede effekter',
    nn: 'som har oppgitt venta effektar',
    en: 'that state expected effects',
  },
  beneficiaries: {
    nb: 'som har oppgitt hvem de er til nytte for',
    nn: 'som har oppgitt kven dei er til nytte for',
    en: 'that state who benefits',
  },
  involvedScope: {
    nb: 'som har oppgitt hvilke andre virksomheter de involverer',
    nn: 'som har oppgitt kva andre verksemder dei involverer',
    en: 'that state which other organisations they involve',
  },
};

const asked: Readonly<Record<string, Text>> = {
  involvedScope: {
    nb: 'som involverer andre virksomheter',
    nn: 'som involverer andre verksemder',
    en: 'that involve other organisations',
  },
};

const generally = {
  answered: {
    nb: 'som har svart på spørsmålet',
    nn: 'som har svart på spørsmålet',
    en: 'that answered the question',
  },
  asked: { nb: 'som fikk spørsmålet', nn: 'som fekk spørsmålet', en: 'that were asked' },
  chosen: { nb: 'i utvalget', nn: 'i utvalet', en: 'in the selection' },
} satisfies Record<string, Text>;

/** Which measures the numbers of a table are parts of, as a clause; undefined when they are all there are. */
export function baseClause({ dimensions, base, leftOut, filters }: Table): Text | undefined {
  const [only, ...others] = dimensions;
  const variable = others.length === 0 && only ? only.id : '';
  if (Object.keys(filters).length > 0) return generally.chosen;
  // Where all that were asked answered, the two are the same measures.
  if (base === 'answered' && leftOut.blank + leftOut.withheld > 0) return answered[variable] ?? generally.answered;
  if (leftOut.notAsked > 0) return asked[variable] ?? generally.asked;
  return undefined;
}

/** The clauses that sentences about other numbers share with figures. */
export const clauses = { answered, asked };
