import type { SavedPlan } from '@samblikk/contract';
import type { Actor, ActorType, FinancingPlan, Kroner, PopulationYear } from '@samblikk/financing';
import { populationOf, type Sharer, type Sharers } from '../financing/index.ts';

// A saved plan in the terms of the package that reckons.

const types: Record<Sharer['kind'], ActorType> = {
  agency: 'stateAgency',
  municipality: 'municipality',
  county: 'county',
  ks: 'ks',
  other: 'private',
};

/** What an actor’s code says it is. Whoever is no more is what the code says. */
export function typeOf(id: string, sharers: Sharers): ActorType {
  const sharer = sharers.of(id);
  return sharer ? types[sharer.kind] : 'stateAgency';
}

const known = <Key extends string>(key: Key, amount: Kroner | null) => (amount === null ? {} : { [key]: amount });

/** @param lead the actor that leads */
export function asFinancing(plan: SavedPlan, sharers: Sharers, lead: string | undefined): FinancingPlan {
  const lineOf = ({
    actors,
    phases,
    years,
    amount,
    about,
  }: SavedPlan['costs'][number] | SavedPlan['funding'][number]) => ({
    ...{ actors, phases },
    ...(years && { years }),
    ...known('amount', amount),
    ...(about && { about }),
  });
  return {
    actors: plan.actors.map(({ id, observer }) => ({
      ...{ id, name: sharers.of(id)?.name ?? id, type: typeOf(id, sharers) },
      ...(id === lead && { lead: true as const }),
      ...(observer && { observer: true as const }),
    })),
    costs: plan.costs.map((line) => ({ ...lineOf(line), type: line.type })),
    funding: plan.funding.map((line) => ({
      ...{ ...lineOf(line), from: line.from },
      ...(line.giver !== null && { giver: line.giver }),
    })),
    principle: plan.principle,
    costsOfOthers: plan.costsOfOthers.map(({ who, what, text }) => {
      const same = (said: string) => ({ nb: said, nn: said, en: said });
      return { who: same(who), what, text: same(text) };
    }),
    ...(plan.frame && { frame: frameOf(plan.frame) }),
  };
}

function frameOf({ priceYear, includesVat, ...amounts }: NonNullable<SavedPlan['frame']>) {
  return {
    priceYear,
    ...(includesVat && { includesVat: true as const }),
    ...known('baseCost', amounts.baseCost),
    ...known('expectedAddition', amounts.expectedAddition),
    ...known('steeringFrame', amounts.steeringFrame),
    ...known('costFrame', amounts.costFrame),
  };
}

/** The actors that share a pool, with what keys count by. */
export function sharingActors(plan: SavedPlan, { actors }: SavedPlan['pools'][number]): readonly Actor[] {
  return actors.flatMap((id) => {
    const actor = plan.actors.find((one) => one.id === id);
    if (!actor) return [];
    const population = populationOf(id, plan.population as PopulationYear) ?? actor.numbers.population;
    const { population: _, ...typed } = actor.numbers;
    const numbers = Object.fromEntries(
      Object.entries({ ...typed, population }).filter(([, number]) => number !== undefined),
    );
    return [{ id, numbers, ...known('minimum', actor.minimum), ...known('maximum', actor.maximum) }];
  });
}
