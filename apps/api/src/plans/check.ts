import type { SavedPlan } from '@samblikk/contract';
import {
  completeFrame,
  inPriceYear,
  type PriceIndex,
  PriceYearError,
  parseKey,
  populations,
} from '@samblikk/financing';
import { format, type Language } from '@samblikk/text';
import type { Sharers } from '../financing/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type FaultCode, faultWords } from './words.ts';

export interface Fault {
  /** The part of the plan at fault, as `parts.ts` names them. */
  readonly part: string;
  readonly code: FaultCode;
  readonly params?: Readonly<Record<string, string>>;
}

/** That a plan has faults, in words: nothing is saved. */
export const planAtFault = (faults: readonly Fault[], language: Language): ApiError =>
  new ApiError('answersAtFault', {
    issues: faults.map(({ part, code, params = {} }) => ({
      ...{ question: part, code, params, level: 'error' as const },
      text: format(faultWords[code], language, params),
    })),
  });

/** What does not hold together in a plan that is well shaped. @param lead the codes that the agency which leads goes by */
export function faultsIn(plan: SavedPlan, sharers: Sharers, lead: { code: string; name: string }): readonly Fault[] {
  const name = (id: string) => sharers.of(id)?.name ?? id;
  const ids = new Set(plan.actors.map(({ id }) => id));
  return [
    ...plan.actors.flatMap(({ id }) =>
      sharers.of(id) ? [] : [{ part: `actors:${id}`, code: 'unknownActor' as const, params: { actor: id } }],
    ),
    ...(ids.has(lead.code) ? [] : [{ part: 'actors', code: 'leadMissing' as const, params: { actor: lead.name } }]),
    ...twice(plan, name),
    ...references(plan, ids, name),
    ...[...plan.costs, ...plan.funding].flatMap(({ id, years }) =>
      years && years.to < years.from
        ? [{ part: lineIn(plan, id), code: 'yearsBackwards' as const, params: inTexts(years) }]
        : [],
    ),
    ...plan.pools.flatMap(({ id, key }) =>
      parseKey(key) ? [] : [{ part: `pools:${id}`, code: 'noKey' as const, params: { key } }],
    ),
    ...(plan.population in populations
      ? []
      : [
          {
            part: 'population',
            code: 'noInhabitants' as const,
            params: { years: Object.keys(populations).join(', ') },
          },
        ]),
    ...frameFaults(plan),
  ];
}

const inTexts = (numbers: object) =>
  Object.fromEntries(Object.entries(numbers).map(([key, number]) => [key, String(number)]));

const lineIn = (plan: SavedPlan, id: string) =>
  plan.costs.some((line) => line.id === id) ? `costs:${id}` : `funding:${id}`;

/** What stands twice: an actor, or a line, a pool or a text by its id. */
function twice(plan: SavedPlan, name: (id: string) => string): readonly Fault[] {
  return (['actors', 'costs', 'funding', 'pools', 'costsOfOthers'] as const).flatMap((list) => {
    const all = plan[list].map(({ id }) => id);
    const repeated = [...new Set(all.filter((id, place) => all.indexOf(id) !== place))];
    return repeated.map((id) => ({
      ...{ part: `${list}:${id}`, code: 'sameTwice' as const },
      params: { actor: list === 'actors' ? name(id) : id },
    }));
  });
}

/** Lines and pools of actors that the plan does not have, or has twice in one line. */
function references(plan: SavedPlan, ids: ReadonlySet<string>, name: (id: string) => string): readonly Fault[] {
  const named = [
    ...plan.costs.map(({ id, actors }) => ({ part: `costs:${id}`, actors, giver: null })),
    ...plan.funding.map(({ id, actors, giver }) => ({ part: `funding:${id}`, actors, giver })),
    ...plan.pools.map(({ id, actors }) => ({ part: `pools:${id}`, actors, giver: null })),
  ];
  return named.flatMap(({ part, actors, giver }) => [
    ...[...new Set([...actors, ...(giver === null ? [] : [giver])])]
      .filter((actor) => !ids.has(actor))
      .map((actor) => ({ part, code: 'noActor' as const, params: { actor: name(actor) } })),
    ...actors
      .filter((actor, place) => actors.indexOf(actor) !== place)
      .map((actor) => ({ part, code: 'sameTwice' as const, params: { actor: name(actor) } })),
  ]);
}

/** The index of a plan as the package takes it. */
export const indexOf = ({ name, values }: NonNullable<SavedPlan['index']>): PriceIndex => ({
  name,
  values: Object.fromEntries(values.map(({ year, value }) => [year, value])),
});

/** The frame with what follows from it, or what is wrong with it. */
export const frameIn = ({ frame }: SavedPlan) => {
  if (!frame) return undefined;
  const { priceYear: _, includesVat: __, ...given } = frame;
  return completeFrame(Object.fromEntries(Object.entries(given).filter(([, amount]) => amount !== null)));
};

function frameFaults(plan: SavedPlan): readonly Fault[] {
  const frame = frameIn(plan);
  if (frame && 'fault' in frame) return [{ part: 'frame', code: frame.fault, params: { by: String(frame.by) } }];
  const { index } = plan;
  if (!index || !plan.frame) return [];
  try {
    inPriceYear(1, { from: plan.frame.priceYear, to: index.to, index: indexOf(index) });
    return [];
  } catch (error) {
    if (!(error instanceof PriceYearError)) throw error;
    return [{ part: 'index', code: 'badIndex', params: { year: String(error.year) } }];
  }
}
