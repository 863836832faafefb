import type { FinancingModelsReply } from '@samblikk/contract';
import {
  type Assumptions,
  accountCostTypeNames,
  accountCostTypes,
  gapByYear,
  type IncomeForm,
  incomeFormNames,
  incomeForms,
  incomeFormTexts,
  incomeSourceNames,
  indicatorNames,
  indicators,
  type Trials,
} from '@samblikk/financing';
import type { Language } from '@samblikk/questionnaire';

/** Hundredths of a per cent, as per cent. */
const rate = (whole: number): number => whole / 100;

/** The accounts by product, with the forecast and what it rests on. */
export function accountsReply(
  trials: Trials,
  assumptions: Assumptions,
  language: Language,
): FinancingModelsReply['accounts'] {
  const { plan } = trials;
  const { years, products } = trials.accounts;
  const named = <Code extends string>(
    code: Code,
    names: Readonly<Record<Code, Readonly<Record<Language, string>>>>,
  ) => ({
    code,
    label: names[code][language],
  });
  return {
    years: [...years],
    products: products.map((product, place) => ({
      ...{ code: product.id, label: product.name[language], about: product.about[language] },
      costs: accountCostTypes.map((type) => ({
        ...named(type, accountCostTypeNames),
        kroner: [...product.costs[type]],
        forecast: [...(plan.products[place]?.costs[type] ?? [])],
      })),
      income: product.income.map(({ form, kroner }) => ({
        ...named(form, incomeFormNames),
        source: named(incomeForms[form], incomeSourceNames),
        kroner: [...kroner],
      })),
      indicators: indicators.map((indicator) => ({
        ...named(indicator, indicatorNames),
        numbers: [...product.indicators[indicator]],
        forecast: [...(plan.products[place]?.indicators[indicator] ?? [])],
      })),
      growth: rate(assumptions.growth[product.id] ?? 0),
      drivers: accountCostTypes.flatMap((type) => {
        const driver = product.drivers[type];
        if (!driver) return [];
        const { indicator, percent } = driver;
        return [{ type: named(type, accountCostTypeNames), indicator: named(indicator, indicatorNames), percent }];
      }),
    })),
    gap: [...gapByYear(trials)],
    assumptions: {
      frameGrowth: rate(assumptions.frameGrowth),
      addedByDevelopment: rate(assumptions.addedByDevelopment),
      priceYear: years.at(-1) ?? 0,
    },
  };
}

/** How money can be taken in, and whether the accounts have any such. */
export const formsReply = ({ accounts }: Trials, language: Language): FinancingModelsReply['forms'] =>
  (Object.keys(incomeForms) as IncomeForm[]).map((code) => ({
    ...{ code, label: incomeFormNames[code][language], text: incomeFormTexts[code][language] },
    source: { code: incomeForms[code], label: incomeSourceNames[incomeForms[code]][language] },
    inAccounts: accounts.products.some(({ income }) => income.some(({ form }) => form === code)),
  }));
