import { inhabitantsOf, type PopulationYear } from '@samblikk/financing';
import type { Body, Language } from '@samblikk/questionnaire';
import { bodiesAt } from '../directory/index.ts';
import type { Database } from '../platform/db/index.ts';

/** One who can share costs: anyone that can be named as a partner in the survey, or anyone else, by name. */
export interface Sharer {
  /** The code of a partner (`kommune:5001`, `fylke:50`, `KS`, an organisation number), or `annen:Bits`. */
  readonly id: string;
  readonly kind: SharerKind;
  readonly name: string;
  /** Inhabitants, of a municipality. */
  readonly population?: number;
}

export type SharerKind = 'municipality' | 'county' | 'agency' | 'ks' | 'other';

/** Everyone that can be named. */
export interface Sharers {
  readonly all: readonly Sharer[];
  /** By its id in addresses; undefined when there is none. Anyone else is who they are said to be. */
  of(id: string): Sharer | undefined;
  /** The one that a line names, whole and by itself; otherwise those it may mean, the likeliest first. */
  called(line: string): { readonly one: Sharer } | { readonly several: readonly Sharer[] };
}

const otherPrefix = 'annen:';
const otherName = /^(?:annen|anna|other):\s*(.{1,80})$/iu;
const municipality = /^kommune:(\d{4})$/;

const kindOf = (code: string): SharerKind =>
  municipality.test(code) ? 'municipality' : code.startsWith('fylke:') ? 'county' : code === 'KS' ? 'ks' : 'agency';

const plain = (name: string) =>
  name
    .trim()
    .toLocaleLowerCase('nb')
    .replace(/\s+(kommune|kommuna|municipality)$/u, '')
    .replace(/\s+/gu, ' ');

const asOther = (name: string): Sharer => ({ id: otherPrefix + name, kind: 'other', name });

/** @param day ISO date: partners are those of the day; @param year whose inhabitants are used */
export async function sharersOn(db: Database, day: string, year: PopulationYear, language: Language): Promise<Sharers> {
  const bodies = await bodiesAt(db, day);
  const all = bodies.map((body) => sharerOf(body, year, language));
  const byId = new Map(all.map((sharer) => [sharer.id, sharer]));
  const byName = namesOf(bodies, byId);
  return {
    all,
    of(id) {
      const known = byId.get(id);
      const name = id.startsWith(otherPrefix) ? id.slice(otherPrefix.length).trim() : '';
      return known ?? (name === '' ? undefined : asOther(name));
    },
    called(line) {
      // A comma would part it in an address.
      const other = otherName.exec(line.trim())?.[1]?.replaceAll(',', ' ').trim();
      if (other) return { one: asOther(other) };
      const [one, ...more] = byName.get(plain(line)) ?? [];
      if (one && more.length === 0) return { one };
      return { several: one ? [one, ...more] : likely(all, plain(line)) };
    },
  };
}

function sharerOf({ code, name }: Body, year: PopulationYear, language: Language): Sharer {
  const population = inhabitantsOf(year, municipality.exec(code)?.[1] ?? '');
  return { id: code, kind: kindOf(code), name: name[language], ...(population !== undefined && { population }) };
}

/**
 * Who is called something: by code, number, name in any language, and the words that partners are found by. What is somebody's whole name is
 * theirs, though others are found by it.
 */
function namesOf(bodies: readonly Body[], byId: ReadonlyMap<string, Sharer>): ReadonlyMap<string, readonly Sharer[]> {
  const whole = new Map<string, Set<Sharer>>();
  const found = new Map<string, Set<Sharer>>();
  const add = (to: typeof whole, name: string, sharer: Sharer) =>
    to.set(plain(name), (to.get(plain(name)) ?? new Set()).add(sharer));
  for (const { code, name, words = [] } of bodies) {
    const sharer = byId.get(code) as Sharer;
    for (const one of [code, municipality.exec(code)?.[1] ?? code, ...Object.values(name)]) add(whole, one, sharer);
    for (const one of words) add(found, one, sharer);
  }
  return new Map([...found, ...whole].map(([name, sharers]) => [name, [...sharers]]));
}

/** Those whose name begins with, then has within it, what was written. */
function likely(all: readonly Sharer[], said: string): readonly Sharer[] {
  if (said.length < 2) return [];
  const place = ({ name }: Sharer) => plain(name).indexOf(said);
  const found = all.filter((sharer) => place(sharer) >= 0);
  return found.sort((one, other) => Math.min(place(one), 1) - Math.min(place(other), 1)).slice(0, 5);
}
