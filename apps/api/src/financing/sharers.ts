import { type PopulationYear, populations } from '@samblikk/financing';
import type { Language } from '@samblikk/questionnaire';
import { type AgencyAt, agenciesAt } from '../directory/index.ts';
import type { Database } from '../platform/db/index.ts';

/** One who can share costs: a municipality, an agency, or anyone else, by name. */
export interface Sharer {
  /** As addresses have it: `kommune:5001`, `etat:digdir`, `annen:Bits`. */
  readonly id: string;
  readonly kind: 'municipality' | 'agency' | 'other';
  readonly name: string;
  /** Inhabitants, of a municipality. */
  readonly population?: number;
}

/** Everyone that can be named, of the year whose inhabitants are used. */
export interface Sharers {
  readonly all: readonly Sharer[];
  /** By its id in addresses; undefined when there is none. Anyone else is who they are said to be. */
  of(id: string): Sharer | undefined;
  /** The one that a line names, whole and by itself; otherwise those it may mean, the likeliest first. */
  called(line: string): { readonly one: Sharer } | { readonly several: readonly Sharer[] };
}

const otherPrefix = 'annen:';
const otherName = /^(?:annen|anna|other):\s*(.{1,80})$/iu;

const municipalityId = (number: string) => `kommune:${number}`;
const agencyId = ({ id }: AgencyAt) => `etat:${id}`;
const plain = (name: string) =>
  name
    .trim()
    .toLocaleLowerCase('nb')
    .replace(/\s+(kommune|kommuna|municipality)$/u, '')
    .replace(/\s+/gu, ' ');

/** @param day ISO date: agencies are those of the day */
export async function sharersOn(db: Database, day: string, year: PopulationYear, language: Language): Promise<Sharers> {
  const municipalities = populations[year].municipalities.map(
    ({ number, name, population }): Sharer => ({ id: municipalityId(number), kind: 'municipality', name, population }),
  );
  const agencies = await agenciesAt(db, day);
  const ofAgencies = agencies.map(
    (agency): Sharer => ({ id: agencyId(agency), kind: 'agency', name: agency.name[language] }),
  );
  const all = [...municipalities, ...ofAgencies];
  const byId = new Map(all.map((sharer) => [sharer.id, sharer]));
  const byName = new Map<string, Set<Sharer>>();
  const named = (name: string, sharer: Sharer | undefined) => {
    if (sharer) byName.set(plain(name), (byName.get(plain(name)) ?? new Set()).add(sharer));
  };
  for (const sharer of all)
    for (const name of [sharer.id, sharer.name, ...sharer.name.split(' – ')]) named(name, sharer);
  for (const { number } of populations[year].municipalities) named(number, byId.get(municipalityId(number)));
  for (const agency of agencies) {
    const names = [agency.id, ...Object.values(agency.name), ...(agency.orgnr ? [agency.orgnr] : [])];
    for (const name of names) named(name, byId.get(agencyId(agency)));
  }
  return {
    all,
    of(id) {
      const known = byId.get(id);
      if (known || !id.startsWith(otherPrefix)) return known;
      const name = id.slice(otherPrefix.length).trim();
      return name === '' ? undefined : { id: `${otherPrefix}${name}`, kind: 'other', name };
    },
    called(line) {
      // A comma would part it in an address.
      const other = otherName.exec(line.trim())?.[1]?.replaceAll(',', ' ').trim();
      if (other) return { one: { id: `${otherPrefix}${other}`, kind: 'other', name: other } };
      const [one, ...more] = byName.get(plain(line)) ?? [];
      if (one && more.length === 0) return { one };
      if (one) return { several: [one, ...more] };
      return { several: likely(all, plain(line)) };
    },
  };
}

/** Those whose name begins with, then has within it, what was written. */
function likely(all: readonly Sharer[], said: string): readonly Sharer[] {
  if (said.length < 2) return [];
  const place = ({ name }: Sharer) => plain(name).indexOf(said);
  const found = all.filter((sharer) => place(sharer) >= 0);
  return found.sort((one, other) => Math.min(place(one), 1) - Math.min(place(other), 1)).slice(0, 5);
}
