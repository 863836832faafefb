import { type AgreementState, type FinancingPlanView, type HeldRole, may, type SavedPlan } from '@samblikk/contract';
import {
  actorTypeNames,
  askedOf,
  bases,
  compareKeys,
  coverageOf,
  crossCoverage,
  type FinancingPlan,
  fundingBySource,
  fundingSourceNames,
  inPriceYear,
  keyText,
  newestPopulation,
  type PopulationYear,
  parseKey,
  phaseNames,
  planPhases,
  populations,
  sameKey,
  usualKeys,
  type Years,
} from '@samblikk/financing';
import type { Language } from '@samblikk/questionnaire';
import { format } from '@samblikk/text';
import { basisNames, faultIn, keyLabel, populationOf, type Sharers, schemesOf } from '../financing/index.ts';
import type { Database } from '../platform/db/index.ts';
import { importAuthor } from '../platform/signed/index.ts';
import { askedIn, leads } from './answer.ts';
import { asFinancing, sharingActors, typeOf } from './as-financing.ts';
import { frameIn, indexOf } from './check.ts';
import { type PlanReach, targetOf, targetOfActor } from './reach.ts';
import { answersOf, namesOf, newestOpening } from './store.ts';
import { unnamed } from './words.ts';

/** A plan to begin with: the lead, and nothing else. */
export const emptyPlan = ({ measure, lead }: PlanReach, language: Language): SavedPlan => ({
  name: format(unnamed, language, { number: measure.number }),
  actors: [{ id: lead.orgnr ?? '', observer: false, numbers: {}, minimum: null, maximum: null }],
  ...{ costs: [], funding: [], pools: [], costsOfOthers: [], frame: null, index: null },
  ...{ population: newestPopulation, principle: 'eachBearsItsOwn' },
});

/** A year that inhabitants are known of: the newest where a plan has another, so that it can still be read. */
export const populationYear = (year: number): PopulationYear =>
  year in populations ? (year as PopulationYear) : newestPopulation;

interface Reading {
  readonly sharers: Sharers;
  readonly roles: readonly HeldRole[];
  readonly thisYear: number;
  readonly language: Language;
}

/** A plan with what follows from it, for one who may read it. */
export async function viewOf(db: Database, reach: PlanReach, reading: Reading): Promise<FinancingPlanView> {
  const { sharers, roles, thisYear, language } = reading;
  const { measure, lead, current } = reach;
  const plan = current?.plan ?? emptyPlan(reach, language);
  const leading = plan.actors.find(({ id }) => leads(id, reach))?.id ?? lead.orgnr ?? '';
  const named = asFinancing(plan, sharers, leading);
  const [answers, opening] = [(await answersOf(db, [measure.id]))(measure.id), await newestOpening(db, measure.id)];
  const people = await namesOf(db, [
    ...[current?.savedBy ?? null, opening?.openedBy ?? null],
    ...[...answers.values()].map(({ answeredBy }) => answeredBy),
  ]);
  const called = (id: string | null | undefined) => (id ? (people.get(id) ?? '') : importAuthor.name);
  const nameOf = (id: string) => reach.agencies.get(id)?.name[language] ?? sharers.of(id)?.name ?? id;
  const asked = current ? askedIn(current, reach) : [];
  const pools = poolsOf(plan, sharers, nameOf, language);
  return {
    measure,
    lead: { orgnr: lead.orgnr ?? '', name: lead.name },
    version: current?.version ?? 0,
    savedAt: current?.savedAt.toISOString() ?? null,
    savedBy: current ? called(current.savedBy) : null,
    plan,
    actors: plan.actors.map(({ id, observer }) => {
      const type = typeOf(id, sharers);
      return {
        ...{ id, name: nameOf(id), type: { code: type, label: actorTypeNames[type][language] } },
        ...{ lead: id === leading, observer, population: populationOf(id, plan.population as PopulationYear) ?? null },
        agency: reach.agencies.has(id),
      };
    }),
    coverage: coverageReply(named, nameOf, language),
    schemes: schemesOf(askedOf(named, yearsOf(plan, thisYear)), language),
    pools,
    bears: bearsOf(plan, pools, nameOf),
    bases: bases.map((basis) => ({ basis, label: basisNames[basis][language] })),
    population: {
      source: populations[populationYear(plan.population)].source,
      years: Object.keys(populations).map(Number),
    },
    frame: frameReply(plan),
    converted: convertedFrame(plan),
    termsVersion: current?.termsVersion ?? 0,
    agreements:
      current && plan.pools.length > 0
        ? [leading, ...asked].map((actor) => {
            const answer = actor === leading ? undefined : answers.get(actor);
            return {
              ...{ actor, name: nameOf(actor), reason: answer?.reason || null },
              state: actor === leading ? ('proposes' as const) : stateOf(answer, current.termsVersion),
              by: answer ? called(answer.answeredBy) : null,
              at: answer?.answeredAt.toISOString() ?? null,
            };
          })
        : [],
    opening:
      opening && opening.actors.length > 0
        ? {
            ...{ version: opening.version, actors: opening.actors },
            ...{ by: called(opening.openedBy), at: opening.openedAt.toISOString() },
          }
        : null,
    may: {
      lead: may(roles, 'plan.lead', targetOf(lead)),
      open: current !== undefined && may(roles, 'plan.open', targetOf(lead)),
      ownLines: [...reach.agencies.keys()].filter((id) => may(roles, 'plan.ownLines', targetOfActor(reach, id))),
      answer: asked.filter((id) => may(roles, 'plan.answer', targetOfActor(reach, id))),
    },
  };
}

/** What an actor’s newest answer is worth: nothing, once the terms it was given to have changed. */
export function stateOf(
  answer: { readonly termsVersion: number; readonly agreed: boolean } | undefined,
  termsVersion: number,
): AgreementState {
  if (!answer) return 'waiting';
  if (answer.termsVersion !== termsVersion) return 'lapsed';
  return answer.agreed ? 'agreed' : 'refused';
}

/** The years of a plan: from the first to the last that a line has; this year where none has any. */
function yearsOf({ costs, funding }: SavedPlan, thisYear: number): Years {
  const years = [...costs, ...funding].flatMap(({ years }) => (years ? [years.from, years.to] : []));
  return years.length === 0 ? { from: thisYear, to: thisYear } : { from: Math.min(...years), to: Math.max(...years) };
}

type Key = string | number | null;
const inOrder = <Row extends { readonly key: Key }>(rows: readonly Row[], order: readonly Key[]) =>
  rows.toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key));

/** Costs, money and the gap: in all, by phase, year and actor, and each actor’s by phase; money by source. */
function coverageReply(
  plan: FinancingPlan,
  nameOf: (id: string) => string,
  language: Language,
): FinancingPlanView['coverage'] {
  const phaseLabel = (key: Key) => (key === null ? null : phaseNames[key as keyof typeof phaseNames][language]);
  const labelled = <Row extends { readonly key: Key }>(row: Row, label: (key: Key) => string | null) => ({
    ...row,
    key: row.key === null ? null : String(row.key),
    label: label(row.key),
  });
  const phases = inOrder(coverageOf(plan, 'phase').rows, [...planPhases, null]);
  const years = coverageOf(plan, 'year').rows.toSorted(
    (one, other) => Number(one.key ?? 9999) - Number(other.key ?? 9999),
  );
  const actors = inOrder(
    crossCoverage(
      plan,
      'actor',
      'phase',
      phases.map(({ key }) => key),
    ),
    [...plan.actors.map(({ id }) => id), null],
  );
  const { key: _, ...total } = coverageOf(plan, 'phase').total;
  return {
    total,
    phase: phases.map((row) => labelled(row, phaseLabel)),
    year: years.map((row) => labelled(row, (key) => (key === null ? null : String(key)))),
    actor: actors.map(({ parts, ...row }) => ({
      ...labelled(row, (key) => (key === null ? null : nameOf(String(key)))),
      phases: parts.map((part) => labelled(part, phaseLabel)),
    })),
    source: fundingBySource(plan.funding).map(({ source, ...money }) => ({
      ...{ code: source, label: fundingSourceNames[source][language], ...money },
    })),
  };
}

/** Each pool shared by its key, and by the usual others beside it. */
function poolsOf(
  plan: SavedPlan,
  sharers: Sharers,
  nameOf: (id: string) => string,
  language: Language,
): FinancingPlanView['pools'] {
  return plan.pools.map((pool) => {
    const actors = sharingActors(plan, pool);
    const own = parseKey(pool.key) ?? [];
    const keys = [own, ...usualKeys(actors).filter((key) => !sameKey(key, own))];
    const outcomes = compareKeys(pool.amount, actors, keys);
    const all = actors.map(({ id }) => ({ id, kind: sharers.of(id)?.kind ?? ('other' as const), name: nameOf(id) }));
    return {
      ...{ id: pool.id, name: pool.name, amount: pool.amount },
      actors: all.map(({ id, name }) => ({ id, name })),
      keys: keys.map((key, place) => {
        const outcome = outcomes[place];
        const shares = outcome && 'shares' in outcome ? outcome.shares : null;
        return {
          ...{ key: keyText(key), label: keyLabel(key, language) },
          shares: shares?.map(({ kroner, limitedBy = null }) => ({ kroner, limitedBy })) ?? null,
          fault: outcome && 'error' in outcome ? faultIn(outcome.error, all, language) : null,
        };
      }),
    };
  });
}

/** What each actor bears of all pools together by their keys; null where one cannot be shared. */
function bearsOf(
  plan: SavedPlan,
  pools: FinancingPlanView['pools'],
  nameOf: (id: string) => string,
): FinancingPlanView['bears'] {
  const sums = new Map<string, number>();
  for (const { actors, keys } of pools) {
    const shares = keys[0]?.shares;
    if (!shares) return null;
    for (const [place, { id }] of actors.entries()) sums.set(id, (sums.get(id) ?? 0) + (shares[place]?.kroner ?? 0));
  }
  return plan.actors.flatMap(({ id }) => {
    const kroner = sums.get(id);
    return kroner === undefined ? [] : [{ id, name: nameOf(id), kroner }];
  });
}

type Frame = NonNullable<FinancingPlanView['frame']>;

/** The frame with what follows from its amounts; null where there is none. */
export function frameReply(plan: SavedPlan): Frame | null {
  const frame = frameIn(plan);
  if (!plan.frame || !frame || 'fault' in frame) return null;
  const { baseCost = null, expectedAddition = null, steeringFrame = null, reserve = null, costFrame = null } = frame;
  return { priceYear: plan.frame.priceYear, baseCost, expectedAddition, steeringFrame, reserve, costFrame };
}

/** The frame in kroner of another year, by the index that the plan states; null where it states none. */
function convertedFrame(plan: SavedPlan): FinancingPlanView['converted'] {
  const frame = frameReply(plan);
  const { index } = plan;
  if (!frame || !index) return null;
  const { priceYear, ...amounts } = frame;
  const years = { from: priceYear, to: index.to, index: indexOf(index) };
  const converted = Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => [name, amount === null ? null : inPriceYear(amount, years)]),
  ) as Omit<Frame, 'priceYear'>;
  return { priceYear: index.to, ...converted, index: index.name };
}
