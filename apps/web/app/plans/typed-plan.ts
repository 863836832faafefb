import type { SavedPlan } from '@samblikk/contract/client';
import { parseKey } from '@samblikk/financing';
import { type AmountProblem, readAmount } from '@samblikk/questionnaire';
import { formatNumber } from '../i18n/index.ts';

// A plan while it is being written: numbers as they are typed, so that nothing that was typed is lost.

export interface TypedActor {
  readonly id: string;
  readonly observer: boolean;
  /** What keys count by, by basis. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly minimum: string;
  readonly maximum: string;
}
export interface TypedLine {
  readonly id: string;
  readonly actors: readonly string[];
  readonly phases: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly about: boolean;
  readonly note: string;
  /** The type of a cost, or the source of money. */
  readonly of: string;
  readonly giver: string;
}
export interface TypedPool {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly actors: readonly string[];
  readonly weights: Readonly<Record<string, string>>;
}
export interface TypedOther {
  readonly id: string;
  readonly who: string;
  readonly what: string;
  readonly text: string;
}
export const frameFields = ['baseCost', 'expectedAddition', 'steeringFrame', 'costFrame'] as const;
export interface TypedPlan {
  readonly name: string;
  readonly principle: string;
  readonly population: string;
  readonly actors: readonly TypedActor[];
  readonly costs: readonly TypedLine[];
  readonly funding: readonly TypedLine[];
  readonly pools: readonly TypedPool[];
  readonly costsOfOthers: readonly TypedOther[];
  readonly frame: Readonly<Record<(typeof frameFields)[number] | 'priceYear', string>> & {
    readonly includesVat: boolean;
  };
  readonly index: Readonly<Record<'name' | 'to' | 'old' | 'now', string>>;
}

/** What has no id yet gets one that nothing else has. */
export const newId = (): string => `${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;

const typed = (number: number | null | undefined) => (number === null || number === undefined ? '' : String(number));

/** A plan as it is typed. Numbers are Norwegian in every language: of `1,500`, nobody can tell what it means. */
export function toTyped(plan: SavedPlan): TypedPlan {
  const amount = (kroner: number | null | undefined) =>
    kroner === null || kroner === undefined ? '' : formatNumber(kroner, 'nb');
  const lineOf = ({
    id,
    actors,
    phases,
    years,
    about,
    note,
    ...line
  }: SavedPlan['costs'][number] | SavedPlan['funding'][number]) => ({
    ...{ id, actors, phases, about, note, amount: amount(line.amount) },
    ...{ from: typed(years?.from), to: typed(years?.to) },
    ...{ of: 'type' in line ? line.type : line.from, giver: 'giver' in line ? (line.giver ?? '') : '' },
  });
  const { frame, index } = plan;
  return {
    ...{ name: plan.name, principle: plan.principle, population: String(plan.population) },
    actors: plan.actors.map(({ id, observer, numbers, minimum, maximum }) => ({
      ...{ id, observer, minimum: amount(minimum), maximum: amount(maximum) },
      numbers: Object.fromEntries(Object.entries(numbers).map(([basis, number]) => [basis, amount(number)])),
    })),
    ...{ costs: plan.costs.map(lineOf), funding: plan.funding.map(lineOf) },
    pools: plan.pools.map(({ id, name, amount: kroner, actors, key }) => ({
      ...{ id, name, actors, amount: amount(kroner) },
      weights: Object.fromEntries((parseKey(key) ?? []).map(({ basis, weight }) => [basis, String(weight)])),
    })),
    costsOfOthers: plan.costsOfOthers,
    frame: {
      ...{ priceYear: typed(frame?.priceYear), includesVat: frame?.includesVat ?? false },
      ...{ baseCost: amount(frame?.baseCost), expectedAddition: amount(frame?.expectedAddition) },
      ...{ steeringFrame: amount(frame?.steeringFrame), costFrame: amount(frame?.costFrame) },
    },
    index: {
      ...{ name: index?.name ?? '', to: typed(index?.to) },
      old: index?.values.find(({ year }) => year === frame?.priceYear)?.value ?? '',
      now: index?.values.find(({ year }) => year === index.to)?.value ?? '',
    },
  };
}

/** Of what keys count by, what is kroner. */
export const kronerBases: readonly string[] = ['own', 'budget'];

/** What is wrong with a field, by the id of the field. */
export interface TypedFault {
  readonly id: string;
  readonly code: 'badNumber' | 'badYear' | 'choose' | 'missing' | 'badAmount';
  /** Of `badAmount`: why it cannot be read. */
  readonly problem?: AmountProblem;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The id of a field: `costs-a1-amount`. */
export const fieldId = (...parts: readonly string[]): string => parts.join('-').replaceAll(/[^\w-]/g, '_');

/** What was typed as a plan to save, or what is wrong with it. */
export function toSaved(typed: TypedPlan): { readonly plan: SavedPlan } | { readonly faults: readonly TypedFault[] } {
  const faults: TypedFault[] = [];
  const fault = (id: string, code: TypedFault['code']) => {
    faults.push({ id, code });
  };
  const number = (text: string, id: string): number | null => {
    const digits = text.replaceAll(/[\s\u00a0\u202f.]/gu, '');
    if (digits === '') return null;
    if (!/^\d{1,13}$/.test(digits)) fault(id, 'badNumber');
    return Number(digits);
  };
  const kroner = (text: string, id: string): number | null => {
    const read = readAmount(text);
    if ('problem' in read) faults.push({ id, code: 'badAmount', ...read });
    return 'kroner' in read ? read.kroner : null;
  };
  const year = (text: string, id: string): number | null => {
    const digits = text.trim();
    if (digits === '') return null;
    if (!/^(19|20)\d\d$/.test(digits)) fault(id, 'badYear');
    return Number(digits);
  };
  const some = (all: readonly string[], id: string) => {
    if (all.length === 0) fault(id, 'choose');
    return [...all];
  };
  const said = (text: string, id: string) => {
    if (text.trim() === '') fault(id, 'missing');
    return text.trim();
  };
  const lineOf = (list: 'costs' | 'funding', { id, about, note, ...line }: TypedLine) => {
    const from = year(line.from, fieldId(list, id, 'from'));
    const to = year(line.to, fieldId(list, id, 'to')) ?? from;
    return {
      ...{ id, about, note: note.trim(), amount: kroner(line.amount, fieldId(list, id, 'amount')) },
      actors: some(line.actors, fieldId(list, id, 'actors')),
      phases: some(line.phases, fieldId(list, id, 'phases')),
      years: to === null ? null : { from: from ?? to, to },
    };
  };
  const frame = {
    priceYear: year(typed.frame.priceYear, fieldId('frame', 'priceYear')),
    ...Object.fromEntries(frameFields.map((field) => [field, kroner(typed.frame[field], fieldId('frame', field))])),
  };
  const framed = Object.values(frame).some((value) => value !== null);
  if (framed && frame.priceYear === null) fault(fieldId('frame', 'priceYear'), 'missing');
  const plan = {
    ...{ name: said(typed.name, 'name'), principle: typed.principle, population: Number(typed.population) },
    actors: typed.actors.map(({ id, observer, numbers, minimum, maximum }) => ({
      ...{ id, observer },
      numbers: Object.fromEntries(
        Object.entries(numbers).flatMap(([basis, text]) => {
          const read = kronerBases.includes(basis) ? kroner : number;
          const value = read(text, fieldId('actors', id, basis));
          return value === null ? [] : [[basis, value]];
        }),
      ),
      minimum: kroner(minimum, fieldId('actors', id, 'minimum')),
      maximum: kroner(maximum, fieldId('actors', id, 'maximum')),
    })),
    costs: typed.costs.map((line) => ({ ...lineOf('costs', line), type: line.of })),
    funding: typed.funding.map((line) => ({ ...lineOf('funding', line), from: line.of, giver: line.giver || null })),
    pools: typed.pools.map(({ id, name, amount, actors, weights }) => {
      const parts = Object.entries(weights).flatMap(([basis, text]) => {
        const weight = number(text, fieldId('pools', id, basis));
        return weight === null || weight === 0 ? [] : [`${basis}:${weight}`];
      });
      if (parts.length === 0) fault(fieldId('pools', id, 'equal'), 'missing');
      if (amount.trim() === '') fault(fieldId('pools', id, 'amount'), 'missing');
      return {
        ...{
          id,
          name: said(name, fieldId('pools', id, 'name')),
          amount: kroner(amount, fieldId('pools', id, 'amount')) ?? 0,
        },
        ...{ actors: some(actors, fieldId('pools', id, 'actors')), key: keyOf(parts) },
      };
    }),
    costsOfOthers: typed.costsOfOthers.map(({ id, who, what, text }) => ({
      ...{ id, who: said(who, fieldId('others', id, 'who')), what, text: text.trim() },
    })),
    frame: framed ? { ...frame, includesVat: typed.frame.includesVat } : null,
    index: indexOf(typed, { year, said }),
  };
  // Codes come from lists of choices; the API checks all of it once more.
  return faults.length > 0 ? { faults } : { plan: plan as unknown as SavedPlan };
}

/** As it is written in addresses: a basis that stands alone has no weight. */
const keyOf = (parts: readonly string[]) => (parts.length === 1 ? (parts[0]?.split(':')[0] ?? '') : parts.join(','));

function indexOf(
  { index, frame }: TypedPlan,
  { year, said }: { year: (text: string, id: string) => number | null; said: (text: string, id: string) => string },
) {
  if (Object.values(index).every((text) => text.trim() === '')) return null;
  const to = year(said(index.to, fieldId('index', 'to')), fieldId('index', 'to')) ?? 0;
  const from = Number(frame.priceYear) || to;
  const values = [
    { year: from, value: said(index.old, fieldId('index', 'old')) },
    { year: to, value: said(index.now, fieldId('index', 'now')) },
  ];
  return { name: said(index.name, fieldId('index', 'name')), to, values: from === to ? values.slice(1) : values };
}
