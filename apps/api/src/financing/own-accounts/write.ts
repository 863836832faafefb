import {
  type Accounts,
  type Assumptions,
  accountCostTypeNames,
  accountCostTypes,
  incomeFormNames,
  indicatorNames,
  indicators,
  priceStructureNames,
} from '@samblikk/financing';
import type { Language, Text } from '@samblikk/questionnaire';
import { columns, followed, kinds, type LineKind } from './lines.ts';

type Cell = string | number;

/**
 * Accounts, and what their forecast rests on, as the list that `readAccounts` reads: the head, then a line for each number. Rates are per cent.
 */
export function accountsLines(accounts: Accounts, assumptions: Assumptions, language: Language): readonly Cell[][] {
  const say = (text: Text) => text[language];
  const { years, owners, products } = accounts;
  const last = years.at(-1) ?? '';
  const line = (product: string, kind: LineKind, item: string, year: Cell, number: Cell) => [
    ...[product, say(kinds[kind]), item, year, number],
  ];
  const ofProduct = (product: Accounts['products'][number]): Cell[][] => {
    const name = say(product.name);
    const byYear = (kind: LineKind, item: string, numbers: readonly number[]) =>
      numbers.map((number, at) => line(name, kind, item, years[at] ?? '', number));
    return [
      ...accountCostTypes.flatMap((type) => byYear('cost', say(accountCostTypeNames[type]), product.costs[type])),
      ...product.income.flatMap(({ form, kroner }) => byYear('income', say(incomeFormNames[form]), kroner)),
      ...indicators.flatMap((one) => byYear('indicator', say(indicatorNames[one]), product.indicators[one])),
      ...owners.flatMap((owner, place) => {
        const use = product.uses[place] ?? 0;
        return use > 0 ? [line(name, 'use', say(owner.name), last, use)] : [];
      }),
      ...accountCostTypes.flatMap((type) => {
        const driver = product.drivers[type];
        const kind = (Object.keys(followed) as (keyof typeof followed)[]).find(
          (one) => followed[one] === driver?.indicator,
        );
        return driver && kind ? [line(name, kind, say(accountCostTypeNames[type]), '', driver.percent)] : [];
      }),
      line(name, 'price', say(priceStructureNames[product.pricedToday]), '', ''),
      ...product.steps.map(({ from, points }) => line(name, 'step', String(from), '', points)),
      line(name, 'growth', '', '', (assumptions.growth[product.id] ?? 0) / 100),
    ];
  };
  return [
    Object.values(columns).map(say),
    ...products.flatMap(ofProduct),
    line('', 'frameGrowth', '', '', assumptions.frameGrowth / 100),
    line('', 'addedByDevelopment', '', '', assumptions.addedByDevelopment / 100),
  ];
}
