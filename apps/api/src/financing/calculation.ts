import { type CostSharingReply, costSharingLimits } from '@samblikk/contract';
import {
  type Actor,
  type Basis,
  bases,
  changeOfPartners,
  compareKeys,
  keyText,
  newestPopulation,
  type Outcome,
  type PopulationYear,
  parseKey,
  populations,
  SharingError,
  type SharingKey,
  sameKey,
  usualKeys,
} from '@samblikk/financing';
import type { Language } from '@samblikk/questionnaire';
import { codesIn } from '../platform/http/index.ts';
import type { Sharer, Sharers } from './sharers.ts';
import { unusable } from './unusable.ts';
import { basisNames, faultIn, keyLabel } from './words.ts';

/** What a calculation is asked with: the query of its address. */
export interface Asked {
  readonly amount?: number | undefined;
  readonly actor?: unknown;
  readonly add?: string | undefined;
  readonly key?: string | undefined;
  readonly compare?: unknown;
  readonly pool?: unknown;
  readonly leaves?: string | undefined;
  readonly population?: number | undefined;
  readonly [numberOfActor: string]: unknown;
}

/** @throws ApiError invalidRequest for a year without inhabitants */
export function yearOf(asked: number | undefined): PopulationYear {
  if (asked === undefined) return newestPopulation;
  if (!(asked in populations)) throw unusable('noInhabitantsOf', { years: Object.keys(populations).join(', ') });
  return asked as PopulationYear;
}

/** @throws ApiError invalidRequest for what is no actor, key, number or limit, or belongs to nobody named */
export function calculate(asked: Asked, sharers: Sharers, language: Language): CostSharingReply {
  const year = yearOf(asked.population);
  const added = addedBy(asked.add ?? '', sharers);
  const chosen = distinct([...codesIn(asked.actor).map((id) => sharerOf(id, sharers)), ...added.sharers]);
  if (chosen.length > costSharingLimits.actors)
    throw unusable('tooManySharers', { most: String(costSharingLimits.actors) });
  const given = numbersIn(asked, chosen);
  const actors = chosen.map((sharer) => actorOf(sharer, given));
  const keys = keysOf(asked, actors);
  const pools = poolsIn(asked);
  const amount = pools.length > 0 ? pools.reduce((sum, pool) => sum + pool.amount, 0) : (asked.amount ?? null);
  const outcomes = amount === null || actors.length === 0 ? [] : compareKeys(amount, actors, keys);
  return {
    amount,
    population: { year, source: populations[year].source, years: Object.keys(populations).map(Number) },
    actors: actors.map(({ id, numbers, minimum = null, maximum = null }, place) => {
      const { name, kind } = chosen[place] as Sharer;
      return { id, name, kind, numbers: numbers as Record<string, number>, minimum, maximum };
    }),
    bases: bases.map((basis) => ({
      basis,
      label: basisNames[basis][language],
      weight: keys[0]?.find((part) => part.basis === basis)?.weight ?? 0,
    })),
    keys: keys.map((key, place) => sharedBy(key, outcomes[place], amount, chosen, language)),
    ...poolsReply(pools, actors, chosen, language),
    leaving: leavingOf(asked, { amount, actors, key: keys[0] ?? [] }, chosen, language),
    unknown: added.unknown,
  };
}

/** A key with what each bears by it, or why it cannot be used. */
function sharedBy(
  key: SharingKey,
  outcome: Outcome | undefined,
  amount: number | null,
  chosen: readonly Sharer[],
  language: Language,
): CostSharingReply['keys'][number] {
  const shares = outcome && 'shares' in outcome ? outcome.shares : null;
  return {
    key: keyText(key),
    label: keyLabel(key, language),
    fault: outcome && 'error' in outcome ? faultIn(outcome.error, chosen, language) : null,
    shares:
      shares?.map(({ kroner, limitedBy = null }) => ({ kroner, percent: percentOf(kroner, amount), limitedBy })) ??
      null,
  };
}

const percentOf = (kroner: number, amount: number | null): number =>
  amount ? Math.round((kroner / amount) * 1000) / 10 : 0;

interface Pool {
  readonly name: string;
  readonly amount: number;
  readonly key: SharingKey;
}

/** Costs with keys of their own: `2600000;use;Drift`. @throws ApiError invalidRequest */
function poolsIn({ pool }: Asked): readonly Pool[] {
  const texts = [pool ?? []]
    .flat()
    .map(String)
    .filter((text) => text !== '');
  return texts.map((text) => {
    const [kroner = '', keyed = '', ...name] = text.split(';');
    const key = parseKey(keyed);
    if (!key || !/^\d{1,13}$/.test(kroner)) throw unusable('noPool', { pool: text.slice(0, 100) });
    return { name: name.join(';').trim(), amount: Number(kroner), key };
  });
}

function poolsReply(
  pools: readonly Pool[],
  actors: readonly Actor[],
  chosen: readonly Sharer[],
  language: Language,
): Pick<CostSharingReply, 'pools' | 'together'> {
  const shared = pools.map(({ name, amount, key }) => {
    const [outcome] = actors.length === 0 ? [] : compareKeys(amount, actors, [key]);
    return { name, amount, ...sharedBy(key, outcome, amount, chosen, language) };
  });
  const all = shared.flatMap(({ shares }) => (shares ? [shares] : []));
  const amount = pools.reduce((sum, pool) => sum + pool.amount, 0);
  const borne = actors.map((_, place) => all.reduce((sum, shares) => sum + (shares[place]?.kroner ?? 0), 0));
  const together = all.length > 0 && all.length === pools.length;
  return {
    pools: shared,
    together: together
      ? borne.map((kroner) => ({ kroner, percent: percentOf(kroner, amount), limitedBy: null }))
      : null,
  };
}

/** What it means to the others that one leaves; null unless one of them is said to. */
function leavingOf(
  { leaves }: Asked,
  { amount, actors, key }: { amount: number | null; actors: readonly Actor[]; key: SharingKey },
  chosen: readonly Sharer[],
  language: Language,
): CostSharingReply['leaving'] {
  const one = chosen.find(({ id }) => id === leaves);
  if (!one || amount === null) return null;
  try {
    const others = actors.filter(({ id }) => id !== leaves);
    const changes = changeOfPartners(amount, key, actors, others);
    return { id: one.id, name: one.name, changes: changes.map(({ change }) => change), fault: null };
  } catch (error) {
    if (!(error instanceof SharingError)) throw error;
    return { id: one.id, name: one.name, changes: null, fault: faultIn(error, chosen, language) };
  }
}

function addedBy(lines: string, sharers: Sharers) {
  const found: Sharer[] = [];
  const unknown: CostSharingReply['unknown'] = [];
  for (const said of lines.split(/[\r\n;]+/u).map((line) => line.trim())) {
    if (said === '') continue;
    const called = sharers.called(said);
    if ('one' in called) found.push(called.one);
    else
      unknown.push({
        said: said.slice(0, 100),
        suggestions: called.several.map(({ id, name, kind }) => ({ id, name, kind })),
      });
  }
  return { sharers: found, unknown: unknown.slice(0, 50) };
}

function sharerOf(id: string, sharers: Sharers): Sharer {
  const sharer = sharers.of(id);
  if (!sharer) throw unusable('unknownSharer', { sharer: id.slice(0, 100) });
  return sharer;
}

const distinct = (all: readonly Sharer[]): readonly Sharer[] => [...new Map(all.map((one) => [one.id, one])).values()];

const typedBases = bases.filter((basis) => basis !== 'equal' && basis !== 'population');
const fields = [...bases.filter((basis) => basis !== 'equal'), 'minimum', 'maximum'] as const;
const known = ['amount', 'actor', 'add', 'key', 'compare', 'pool', 'leaves', 'population', 'lang', 'format'];

/** Numbers and limits as `use.kommune:5001`; empty fields say nothing. */
function numbersIn(asked: Asked, chosen: readonly Sharer[]): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  const ids = new Set(chosen.map(({ id }) => id));
  for (const [name, value] of Object.entries(asked)) {
    if (known.includes(name)) continue;
    const dot = name.indexOf('.');
    const [field, id] = [name.slice(0, dot), name.slice(dot + 1)];
    if (dot < 0 || !fields.includes(field as (typeof fields)[number]))
      throw unusable('unknownParameter', { name: name.slice(0, 100) });
    const text = String(value).replace(/[\s\u00a0\u202f.]/gu, '');
    if (text === '' || !ids.has(id)) continue;
    if (!/^\d{1,15}$/.test(text)) throw unusable('notWholeNumber', { name: name.slice(0, 100) });
    given.set(name, Number(text));
  }
  return given;
}

function actorOf({ id, population }: Sharer, given: ReadonlyMap<string, number>): Actor {
  const numbers: Partial<Record<Basis, number>> = population === undefined ? {} : { population };
  for (const basis of ['population', ...typedBases] as const) {
    const number = given.get(`${basis}.${id}`);
    if (number !== undefined && !(basis === 'population' && population !== undefined)) numbers[basis] = number;
  }
  const [minimum, maximum] = [given.get(`minimum.${id}`), given.get(`maximum.${id}`)];
  return { id, numbers, ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
}

/** The key asked for, then those to stand beside it; unless told, the usual ones that have numbers. */
function keysOf(asked: Asked, actors: readonly Actor[]): readonly SharingKey[] {
  const read = (text: string): SharingKey => {
    const key = parseKey(text);
    if (!key) throw unusable('noSharingKey', { key: text.slice(0, 100) });
    return key;
  };
  const first = read(asked.key || 'population');
  // Each may have a comma in it, so they are not split as other lists are.
  const texts = [asked.compare ?? []]
    .flat()
    .map(String)
    .filter((text) => text !== '');
  const beside = texts.length > 0 ? texts.map(read) : usualKeys(actors);
  const all = [first, ...beside];
  const distinct = all.filter((key, place) => all.findIndex((other) => sameKey(key, other)) === place);
  return distinct.slice(0, costSharingLimits.keys);
}
