import {
  type AccountCostType,
  accountCostTypeNames,
  type IncomeForm,
  type Indicator,
  incomeFormNames,
  indicatorNames,
  type ProductAccounts,
  priceStructureNames,
} from '@samblikk/financing';
import type { Language, Text } from '@samblikk/questionnaire';

// Product accounts as a list that anyone can write in a spreadsheet: a line for each number. A line is a product, what kind of number it is, of what, the year, and the number.

/** The columns, in order. */
export const columns = {
  product: { nb: 'Produkt', nn: 'Produkt', en: 'Product' },
  kind: { nb: 'Hva', nn: 'Kva', en: 'What' },
  item: { nb: 'Av', nn: 'Av', en: 'Of' },
  year: { nb: 'År', nn: 'År', en: 'Year' },
  number: { nb: 'Tall', nn: 'Tal', en: 'Number' },
} as const satisfies Record<string, Text>;
export type Column = keyof typeof columns;

/** What a line can be about. */
export const kinds = {
  cost: { nb: 'Kostnad', nn: 'Kostnad', en: 'Cost' },
  income: { nb: 'Inntekt', nn: 'Inntekt', en: 'Income' },
  indicator: { nb: 'Antall', nn: 'Tal på', en: 'Number of' },
  /** Of a service owner: its transactions in the last year. */
  use: { nb: 'Bruk', nn: 'Bruk', en: 'Use' },
  /** How many per cent of a cost follow an indicator. */
  followsUsers: { nb: 'Følger brukere (%)', nn: 'Følgjer brukarar (%)', en: 'Follows users (%)' },
  followsServiceOwners: {
    nb: 'Følger tjenesteeiere (%)',
    nn: 'Følgjer tenesteeigarar (%)',
    en: 'Follows service owners (%)',
  },
  followsTransactions: {
    nb: 'Følger transaksjoner (%)',
    nn: 'Følgjer transaksjonar (%)',
    en: 'Follows transactions (%)',
  },
  /** The step of a step price that begins at so many transactions, and its points. */
  step: { nb: 'Trinn fra', nn: 'Trinn frå', en: 'Step from' },
  price: { nb: 'Pris i dag', nn: 'Pris i dag', en: 'Price today' },
  growth: { nb: 'Vekst i bruk (% i året)', nn: 'Vekst i bruk (% i året)', en: 'Growth of use (% a year)' },
  frameGrowth: {
    nb: 'Vekst i rammen (% i året)',
    nn: 'Vekst i ramma (% i året)',
    en: 'Growth of the frame (% a year)',
  },
  addedByDevelopment: {
    nb: 'Ny drift av nyutvikling (%)',
    nn: 'Ny drift av nyutvikling (%)',
    en: 'Operation added by new development (%)',
  },
} as const satisfies Record<string, Text>;
export type LineKind = keyof typeof kinds;

/** Which indicator a cost follows, by the kind of line that says so. */
export const followed = {
  followsUsers: 'users',
  followsServiceOwners: 'serviceOwners',
  followsTransactions: 'transactions',
} as const satisfies Partial<Record<LineKind, Indicator>>;

export const today = ['perUse', 'steps', 'fixed'] as const satisfies readonly ProductAccounts['pricedToday'][];

const folded = (said: string): string => said.normalize('NFC').trim().toLocaleLowerCase('nb').replaceAll(/\s+/g, ' ');

type Codes<Code extends string> = ReadonlyMap<string, Code>;
function codesBy<Code extends string>(names: Readonly<Record<Code, Text>>, only = Object.keys(names) as Code[]) {
  return new Map(only.flatMap((code) => [code, ...Object.values(names[code])].map((said) => [folded(said), code])));
}
const kindCodes: Codes<LineKind> = codesBy<LineKind>(kinds);
const columnCodes: Codes<Column> = codesBy<Column>(columns);
const costTypeCodes: Codes<AccountCostType> = codesBy<AccountCostType>(accountCostTypeNames);
const incomeCodes: Codes<IncomeForm> = codesBy<IncomeForm>(incomeFormNames);
const indicatorCodes: Codes<Indicator> = codesBy<Indicator>(indicatorNames);
const priceCodes: Codes<ProductAccounts['pricedToday']> = codesBy(priceStructureNames as never, [...today]);

/** A code by its name in any of the languages, or by itself; undefined where it is none. */
export const codeOf = {
  kind: (said: string) => kindCodes.get(folded(said)),
  column: (said: string) => columnCodes.get(folded(said)),
  costType: (said: string) => costTypeCodes.get(folded(said)),
  income: (said: string) => incomeCodes.get(folded(said)),
  indicator: (said: string) => indicatorCodes.get(folded(said)),
  price: (said: string) => priceCodes.get(folded(said)),
};

/** What a line may be of, in words: what its fault offers. */
export function choicesOf(kind: LineKind, language: Language): string {
  const names: Readonly<Record<string, Text>> =
    kind === 'income'
      ? incomeFormNames
      : kind === 'indicator'
        ? indicatorNames
        : kind === 'price'
          ? Object.fromEntries(today.map((one) => [one, priceStructureNames[one]]))
          : accountCostTypeNames;
  return Object.values(names)
    .map((name) => name[language])
    .join(', ');
}
