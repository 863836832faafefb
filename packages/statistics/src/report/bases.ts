import type { Language, Text } from '@samblikk/questionnaire';
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
  fundingSources: {
    nb: 'som har oppgitt finansieringskilder',
    nn: 'som har oppgitt finansieringskjelder',
    en: 'that state sources of funding',
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

/** By what a figure is filtered by, as `variable=code`. */
const chosen: Readonly<Record<string, Text>> = {
  'crossCutting=yes': {
    nb: 'som er tverrgående',
    nn: 'som er tverrgåande',
    en: 'that are cross-cutting',
  },
  'fullyFunded=lacking': {
    nb: 'som mangler hele eller deler av finansieringen',
    nn: 'som manglar heile eller delar av finansieringa',
    en: 'that lack all or part of their funding',
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

/** The clause of a table's filters: none where there are none, general words for those without a line here. */
function chosenClause(filters: Table['filters']): Text | undefined {
  const [only, ...more] = Object.entries(filters).map(([id, codes]) => `${id}=${codes.join()}`);
  if (only === undefined) return undefined;
  return (more.length === 0 ? chosen[only] : undefined) ?? generally.chosen;
}

const and: Text = { nb: 'og', nn: 'og', en: 'and' };
/** Two clauses as one: “som er tverrgående og har svart på spørsmålet”. */
function joined(first: Text, second: Text): Text {
  const of = (language: Language) => `${first[language]} ${and[language]} ${second[language].replace(/^\S+ /, '')}`;
  return { nb: of('nb'), nn: of('nn'), en: of('en') };
}

/** Which measures the numbers of a table are parts of, as a clause; undefined when they are all there are. */
export function baseClause({ dimensions, base, leftOut, filters }: Table): Text | undefined {
  const selected = chosenClause(filters);
  if (selected === generally.chosen) return selected;
  const [only, ...others] = dimensions;
  const variable = others.length === 0 && only ? only.id : '';
  // Where all that were asked answered, the two are the same measures.
  const rest =
    base === 'answered' && leftOut.blank + leftOut.withheld > 0
      ? (answered[variable] ?? generally.answered)
      : leftOut.notAsked > 0
        ? (asked[variable] ?? generally.asked)
        : undefined;
  return selected && rest ? joined(selected, rest) : (selected ?? rest);
}

/** The clauses that sentences about other numbers share with figures. */
export const clauses = { answered, asked };
