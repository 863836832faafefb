import { inhabitantsOf, inhabitantsOfCounty, type PopulationYear } from '@samblikk/financing';
import { type Body, bodyNamed, type Language, suggestBodies } from '@samblikk/questionnaire';
import { bodiesAt } from '../directory/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';

/** One who can share costs: anyone that can be named as a partner in the survey, or anyone else, by name. */
export interface Sharer {
  /** The code of a partner (`kommune:5001`, `fylke:50`, `KS`, an organisation number), or `annen:Bits`. */
  readonly id: string;
  readonly kind: SharerKind;
  readonly name: string;
  /** Inhabitants, of a municipality or a county. */
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
const county = /^fylke:(\d{2})$/;

const kindOf = (code: string): SharerKind =>
  municipality.test(code) ? 'municipality' : county.test(code) ? 'county' : code === 'KS' ? 'ks' : 'agency';

const asOther = (name: string): Sharer => ({ id: otherPrefix + name, kind: 'other', name });

/** @param day ISO date: partners are those of the day; @param year whose inhabitants are used */
export async function sharersOn(
  db: Database | Transaction,
  day: string,
  year: PopulationYear,
  language: Language,
): Promise<Sharers> {
  const bodies = await bodiesAt(db, day);
  const all = bodies.map((body) => sharerOf(body, year, language));
  const byId = new Map(all.map((sharer) => [sharer.id, sharer]));
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
      const number = line.trim();
      const one = byId.get(`kommune:${number}`) ?? byId.get(bodyNamed(bodies, line) ?? '');
      if (one) return { one };
      const meant = suggestBodies(bodies, line, language);
      // Several that are called so are all that can be meant.
      const called = meant.filter((body) => bodyNamed([body], line) !== undefined);
      const several = called.length > 0 ? called : meant;
      return { several: several.flatMap(({ code }) => byId.get(code) ?? []) };
    },
  };
}

/** The inhabitants of a municipality or a county by its code, in a year they are known of; undefined of anyone else. */
export function populationOf(code: string, year: PopulationYear): number | undefined {
  const [, number] = county.exec(code) ?? [];
  return number ? inhabitantsOfCounty(year, number) : inhabitantsOf(year, municipality.exec(code)?.[1] ?? '');
}

function sharerOf({ code, name }: Body, year: PopulationYear, language: Language): Sharer {
  const population = populationOf(code, year);
  return { id: code, kind: kindOf(code), name: name[language], ...(population !== undefined && { population }) };
}
