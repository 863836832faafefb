import type { Text } from '@samblikk/questionnaire';
import type { Filtered, Statistic, Table } from './table.ts';

interface Titled extends Pick<Table, 'dimensions' | 'statistic' | 'base' | 'filtered' | 'shareOf' | 'p'> {
  /** What the amount it is of is called. */
  readonly amount?: Text;
}

type Say = (language: keyof Text) => string;

const inAll = (say: Say): Text => ({ nb: say('nb'), nn: say('nn'), en: say('en') });

const shareOf: Record<Table['base'], Text> = {
  asked: {
    nb: 'Andel i prosent av tiltakene som fikk spørsmålet',
    nn: 'Del i prosent av tiltaka som fekk spørsmålet',
    en: 'Share in per cent of the measures that were asked',
  },
  answered: {
    nb: 'Andel i prosent av tiltakene som svarte',
    nn: 'Del i prosent av tiltaka som svarte',
    en: 'Share in per cent of the measures that answered',
  },
};

const measures: Record<Table['base'], Text> = {
  asked: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
  answered: { nb: 'Tiltak som svarte', nn: 'Tiltak som svarte', en: 'Measures that answered' },
};

const amountOf: Text = { nb: 'beløp', nn: 'beløp', en: 'amounts' };

/** A statistic in kroner of an amount. */
const ofAmount =
  (name: Text) =>
  ({ amount = amountOf }: Titled): Text => ({
    nb: `${name.nb} i kroner av «${amount.nb}»`,
    nn: `${name.nn} i kroner av «${amount.nn}»`,
    en: `${name.en} in kroner of “${amount.en}”`,
  });

/** What each cell tells, in words. */
const what: Record<Statistic, (titled: Titled) => Text> = {
  count: ({ base }) => measures[base],
  share: (titled) => inAll((language) => shareOf[titled.base][language] + withinWhat(titled, language)),
  sum: ofAmount({ nb: 'Sum', nn: 'Sum', en: 'Sum' }),
  mean: ofAmount({ nb: 'Gjennomsnitt', nn: 'Gjennomsnitt', en: 'Mean' }),
  median: ofAmount({ nb: 'Median', nn: 'Median', en: 'Median' }),
  quantile: (titled) => {
    const { p = 50 } = titled;
    return ofAmount({ nb: `${p}-prosentil`, nn: `${p}-prosentil`, en: `Percentile ${p}` })(titled);
  },
};

const within: Text = { nb: 'innenfor', nn: 'innanfor', en: 'within' };

/** The label of a comparison names both, and would be said twice. */
const eachGroup: Text = { nb: 'hver gruppe', nn: 'kvar gruppe', en: 'each group' };

/** What the shares add up within, by name: a share of each column is one within the variable of the columns. */
function withinWhat({ dimensions, shareOf }: Titled, language: keyof Text): string {
  if (shareOf === undefined || shareOf === 'table' || dimensions.length < 2) return '';
  const [rows, columns, layers] = dimensions;
  const sides = { rows: [rows, layers], columns: [columns, layers], layers: [layers] }[shareOf];
  const quoted = (label: string) => (language === 'en' ? `“${label}”` : `«${label}»`);
  const names = sides.flatMap((side) =>
    side ? [side.comparison ? eachGroup[language] : quoted(side.label[language])] : [],
  );
  return `, ${within[language]} ${names.join(` ${and[language]} `)}`;
}

/** What each cell of a table tells, in words: `Andel i prosent av tiltakene som svarte`. */
export function contentsOf(titled: Titled): Text {
  return what[titled.statistic](titled);
}

const by: Text = { nb: 'etter', nn: 'etter', en: 'by' };
const and: Text = { nb: 'og', nn: 'og', en: 'and' };
const only: Text = { nb: 'bare', nn: 'berre', en: 'only' };
const or: Text = { nb: 'eller', nn: 'eller', en: 'or' };

/** The most names that stand in a title. */
const most = 3;

/** Names in a title: `Idé eller Konsept`; of many the first two, and how many more. */
export function inShort(labels: readonly Text[]): Text {
  const more = labels.length - 2;
  const others: Text = { nb: ` og ${more} til`, nn: ` og ${more} til`, en: ` and ${more} more` };
  return inAll((language) => {
    const names = labels.map((label) => label[language]);
    return labels.length > most ? names.slice(0, 2).join(', ') + others[language] : names.join(` ${or[language]} `);
  });
}

/** All of them, where `inShort` leaves some out. */
export const inFull = (labels: readonly Text[]): Text | undefined =>
  labels.length > most ? inAll((language) => labels.map((label) => label[language]).join(', ')) : undefined;

/** A filter in words: what it is called, and any of which answers it lets through. */
export const filterInWords = ({ label, categories }: Filtered, language: keyof Text): string =>
  `${label[language]}: ${categories.map((category) => category.label[language]).join(` ${or[language]} `)}`;

/**
 * What a table says of itself: what its numbers are, of which measures, by what and of which selection.
 * @example
 * // «Andel i prosent av tiltakene som svarte, etter: Teknologier, 2019 – bare Departement: KMD; Fase: Idé eller Konsept»
 */
export function titleOf(titled: Titled & { readonly year: number }): Text {
  return inAll((language) => {
    const labels = titled.dimensions.map(({ label }) => label[language]);
    // Three are two with a comma and the last.
    const sides = [labels.slice(0, -1).join(', '), ...labels.slice(-1)].filter(Boolean).join(` ${and[language]} `);
    const chosen = titled.filtered.map(
      (filter) => `${filter.label[language]}: ${inShort(filter.categories.map(({ label }) => label))[language]}`,
    );
    const selection = chosen.length === 0 ? '' : ` – ${only[language]} ${chosen.join('; ')}`;
    // Two words that belong apart: the share of those asked, by answer.
    const comma =
      titled.statistic === 'share' || (titled.statistic === 'count' && titled.base === 'answered') ? ',' : '';
    return `${what[titled.statistic](titled)[language]}${comma} ${by[language]}: ${sides}, ${titled.year}${selection}`;
  });
}
