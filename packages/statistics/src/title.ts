import type { Text } from '@samblikk/questionnaire';
import type { Filtered, Statistic, Table } from './table.ts';

interface Titled extends Pick<Table, 'dimensions' | 'statistic' | 'base' | 'filtered'> {
  /** The amount that is summed. */
  readonly amount?: Text;
}

type Say = (language: keyof Text) => string;

const inAll = (say: Say): Text => ({ nb: say('nb'), nn: say('nn'), en: say('en') });

const shareOf: Record<Table['base'], Text> = {
  asked: {
    nb: 'Andel av tiltakene som fikk spørsmålet',
    nn: 'Del av tiltaka som fekk spørsmålet',
    en: 'Share of the measures that were asked',
  },
  answered: {
    nb: 'Andel av tiltakene som svarte',
    nn: 'Del av tiltaka som svarte',
    en: 'Share of the measures that answered',
  },
};

const amountOf = { nb: 'beløp', nn: 'beløp', en: 'amounts' };

/** What each cell tells, in words. */
const what: Record<Statistic, (titled: Titled) => Text> = {
  count: () => ({ nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' }),
  share: ({ base }) => shareOf[base],
  sum: ({ amount = amountOf }) => ({
    nb: `Sum i kroner av «${amount.nb}»`,
    nn: `Sum i kroner av «${amount.nn}»`,
    en: `Sum in kroner of “${amount.en}”`,
  }),
  median: ({ amount = amountOf }) => ({
    nb: `Median i kroner av «${amount.nb}»`,
    nn: `Median i kroner av «${amount.nn}»`,
    en: `Median in kroner of “${amount.en}”`,
  }),
};

/** What each cell of a table tells, in words: `Andel av tiltakene som svarte`. */
export function contentsOf(titled: Titled): Text {
  return what[titled.statistic](titled);
}

const by: Text = { nb: 'etter', nn: 'etter', en: 'by' };
const and: Text = { nb: 'og', nn: 'og', en: 'and' };
const only: Text = { nb: 'bare', nn: 'berre', en: 'only' };
const or: Text = { nb: 'eller', nn: 'eller', en: 'or' };

/** The categories of a filter in words: `Idé eller Konsept`. */
export function alternatives({ categories }: Filtered, language: keyof Text): string {
  return categories.map(({ label }) => label[language]).join(` ${or[language]} `);
}

/**
 * What a table says of itself: what its numbers are, of which measures, by what and of which selection.
 * @example
 * // «Andel av tiltakene som svarte, etter: Teknologier – bare Departement: KMD; Fase: Idé eller Konsept»
 */
export function titleOf(titled: Titled): Text {
  return inAll((language) => {
    const sides = titled.dimensions.map(({ label }) => label[language]).join(` ${and[language]} `);
    const chosen = titled.filtered.map((filter) => `${filter.label[language]}: ${alternatives(filter, language)}`);
    const selection = chosen.length === 0 ? '' : ` – ${only[language]} ${chosen.join('; ')}`;
    // Two words that belong apart: the share of those asked, by answer.
    const comma = titled.statistic === 'share' ? ',' : '';
    return `${what[titled.statistic](titled)[language]}${comma} ${by[language]}: ${sides}${selection}`;
  });
}
