import { accountCostTypes, type IncomeSource, incomeForms } from '../accounts/accounts.ts';
import type { Kroner } from '../sharing/kroner.ts';
import type { Trials } from './assess.ts';
import { financingModels } from './models.ts';
import { tryModel } from './try-model.ts';

/** All costs of a year, new development too, and what comes in by source. */
export interface AccountsYear {
  readonly year: number;
  readonly forecast: boolean;
  readonly cost: Kroner;
  readonly central: Kroner;
  readonly serviceOwners: Kroner;
  readonly endUsers: Kroner;
  /** What nobody pays; below 0 where more comes in than it costs. */
  readonly gap: number;
}

/** The accounts year by year, and then the forecast when frame, prices and money for new development stay as they are: what is lacking if nothing is done. */
export function gapByYear({ accounts: { years, products }, plan }: Trials): readonly AccountsYear[] {
  const sum = (numbers: readonly (number | undefined)[]) =>
    numbers.reduce<number>((total, one) => total + (one ?? 0), 0);
  const withGap = (one: Omit<AccountsYear, 'gap'>): AccountsYear => ({
    ...one,
    gap: one.cost - one.central - one.serviceOwners - one.endUsers,
  });
  const past = years.map((year, at) => {
    const from = (source: IncomeSource) =>
      sum(
        products.flatMap(({ income }) =>
          income.map(({ form, kroner }) => (incomeForms[form] === source ? kroner[at] : 0)),
        ),
      );
    return withGap({
      ...{ year, forecast: false, central: from('central') },
      cost: sum(products.flatMap(({ costs }) => accountCostTypes.map((type) => costs[type][at]))),
      ...{ serviceOwners: from('serviceOwner'), endUsers: from('endUser') },
    });
  });
  const [today] = financingModels;
  const ahead = today ? tryModel(today, 'perUse', plan).years : [];
  return [
    ...past,
    ...ahead.map(({ year, cost, serviceOwners, endUsers, newDevelopment }, at) =>
      withGap({
        ...{ year, forecast: true, serviceOwners, endUsers, cost: cost + newDevelopment.cost },
        central: (plan.frame[at] ?? 0) + newDevelopment.income,
      }),
    ),
  ];
}
