import type { JsonStat } from '@samblikk/contract';
import { type Edition, publicationVariables, type Variable, variablesOf } from '@samblikk/questionnaire';
import {
  blankCode,
  columnOf,
  type Dataset,
  type Filters,
  maskOf,
  tableOf,
  toJsonStat,
  withheldCode,
} from '@samblikk/statistics';
import { randomFrom } from '@samblikk/statistics/testing';

/** A table that anyone may ask for. */
export interface Asked {
  readonly rows: string;
  readonly columns?: string;
  readonly layers?: string;
  readonly filters: Filters;
}

/** The counts of a table, row major, and the codes of its sides. */
export interface Told {
  readonly dimension: Readonly<Record<string, { readonly category: { readonly index: readonly string[] } }>>;
  readonly extension: { readonly counts: readonly (number | null)[] };
}

/** An answer the attacker believes to know: at least so many withheld measures of the agency gave it. */
export interface Learned {
  readonly agency: string;
  readonly variable: string;
  readonly code: string;
}

/** How many of some agencies' withheld measures gave an answer, at least and at most. */
interface Bounds {
  low: number;
  high: number;
}

/**
 * Someone with nothing but public numbers and a pencil. Each count has the public measures subtracted, which are known by
 * name; what is left is of withheld ones. Numbers about some agencies are then subtracted from those about one agency more.
 * Bounds, not guesses: what it says it has learned is so.
 */
export class Attacker {
  readonly #edition: Edition;
  /** The public measures, as the register gives them. */
  readonly #open: Dataset;
  /** Agency → its withheld measures: how many there are is public. */
  readonly #withheld: ReadonlyMap<string, number>;
  /** What is known of each agency. */
  readonly #agencies: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Agencies, joined → variable=code → how many. */
  readonly #known = new Map<string, Map<string, Bounds>>();
  asked = 0;

  constructor(
    edition: Edition,
    open: Dataset,
    withheld: ReadonlyMap<string, number>,
    agencies: ReadonlyMap<string, Readonly<Record<string, string>>>,
  ) {
    this.#edition = edition;
    this.#open = open;
    this.#withheld = new Map([...withheld].filter(([, n]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
    this.#agencies = agencies;
  }

  /** Takes in the answer to a table. */
  read({ rows, columns, layers, filters }: Asked, { dimension, extension }: Told): void {
    this.asked += 1;
    const codesOf = (name: string | undefined) =>
      name === undefined ? [undefined] : (dimension[name]?.category.index ?? []);
    let cells: Filters[] = [filters];
    for (const side of [rows, columns, layers]) {
      cells = cells.flatMap((where) =>
        codesOf(side).map((code) =>
          side === undefined || code === undefined ? where : { ...where, [side]: this.#both(where[side], code) },
        ),
      );
    }
    cells.forEach((where, cell) => {
      // Two answers of one variable at once are no filter that the attacker counts the public measures by.
      if (Object.values(where).every((codes) => codes.length > 0)) this.note(where, extension.counts[cell] ?? 0);
    });
    // A whole row of cells by one variable also says how many are left for the others.
    if (columns === undefined) this.#boundAbove(rows, filters, dimension[rows]?.category.index ?? [], extension.counts);
  }

  #both(chosen: readonly string[] | undefined, code: string): readonly string[] {
    return chosen === undefined || chosen.includes(code) ? [code] : [];
  }

  /** Takes in a number of measures that pass a filter. */
  note(where: Filters, count: number): void {
    const agencies = this.#whose(where);
    const found = count - this.#publicOf(where);
    for (const [variable, codes] of Object.entries(where)) {
      const [code] = codes;
      if (codes.length !== 1 || code === undefined || code === withheldCode || this.#isKnown(variable)) continue;
      const bounds = this.#bounds(agencies, variable, code);
      bounds.low = Math.max(bounds.low, found);
    }
  }

  #boundAbove(variable: string, filters: Filters, codes: readonly string[], counts: readonly (number | null)[]): void {
    const others = Object.keys(filters).filter((id) => !this.#isKnown(id));
    if (others.length > 0 || this.#isKnown(variable)) return;
    const agencies = this.#whose(filters);
    const found = codes.map((code, i) => (counts[i] ?? 0) - this.#publicOf({ ...filters, [variable]: [code] }));
    const untold = found[codes.indexOf(withheldCode)] ?? 0;
    for (const code of codes.filter((one) => one !== withheldCode)) {
      const bounds = this.#bounds(agencies, variable, code);
      bounds.high = Math.min(bounds.high, (found[codes.indexOf(code)] ?? 0) + untold);
    }
  }

  /** Whose measures a filter is about, of those who have withheld ones. */
  #whose(where: Filters): readonly string[] {
    const { agency } = this.#edition.roles;
    return [...this.#withheld.keys()].filter((orgnr) =>
      Object.entries(where).every(([id, codes]) => {
        const own = id === agency ? orgnr : this.#agencies.get(orgnr)?.[id];
        return own === undefined || codes.includes(own);
      }),
    );
  }

  /** What is known of every withheld measure, and so nothing to learn: its owner, and that it is withheld. */
  #isKnown(variable: string): boolean {
    const { agency, ministry } = this.#edition.roles;
    const isFact = this.#edition.population.some(({ id }) => id === variable);
    return variable === agency || variable === ministry || isFact || publicationVariables(this.#edition).has(variable);
  }

  #publicOf(where: Filters): number {
    const known = Object.entries(where).every(([id, codes]) => {
      const { variable, categories } = columnOf(this.#open, id);
      const occurs = (code: string) => code === blankCode || categories.some((category) => category.code === code);
      return variable.options !== undefined || codes.every(occurs);
    });
    const mask = known ? maskOf(this.#open, where) : new Uint8Array(1);
    return mask ? mask.reduce((sum, one) => sum + one, 0) : this.#open.size;
  }

  #bounds(agencies: readonly string[], variable: string, code: string): Bounds {
    const group = agencies.join();
    const ofGroup = this.#known.get(group) ?? new Map<string, Bounds>();
    this.#known.set(group, ofGroup);
    const name = `${variable}=${code}`;
    const bounds = ofGroup.get(name) ?? { low: 0, high: this.#numberOf(agencies) };
    ofGroup.set(name, bounds);
    return bounds;
  }

  #numberOf(agencies: readonly string[]): number {
    return agencies.reduce((sum, orgnr) => sum + (this.#withheld.get(orgnr) ?? 0), 0);
  }

  /** Everything that follows for single agencies, also by taking every group without the agency from the group with it. */
  learned(): Learned[] {
    const found = new Map<string, Learned>();
    for (const [group, answers] of this.#known) {
      const members = group === '' ? [] : group.split(',');
      for (const agency of members) {
        const others = members.filter((orgnr) => orgnr !== agency);
        const [ofOthers, most] = [this.#known.get(others.join()), this.#numberOf(others)];
        for (const [name, { low }] of answers) {
          const [variable = '', code = ''] = name.split('=');
          if (low > (ofOthers?.get(name)?.high ?? most)) found.set(`${agency} ${name}`, { agency, variable, code });
        }
      }
    }
    return [...found.values()];
  }
}

/** The variables worth attacking: those with a list of answers, that say neither whose nor why. */
export function coded(edition: Edition): readonly Variable[] {
  const { agency, ministry } = edition.roles;
  return variablesOf(edition).filter(
    ({ id, options, source }) =>
      options !== undefined &&
      source !== 'population' &&
      id !== agency &&
      id !== ministry &&
      !publicationVariables(edition).has(id),
  );
}

/** What a program would answer that tells these measures as they are. */
export function careless(dataset: Dataset, asked: Asked): JsonStat {
  const stat = toJsonStat(tableOf(dataset, asked), 'en');
  return { ...stat, extension: { ...stat.extension, register: { href: '', parameters: {} } } };
}

/** Whom to ask about: all agencies, those that have withheld measures, and their ministries. */
export interface Owners {
  readonly agencies: readonly string[];
  readonly hiding: readonly string[];
  readonly ministries: readonly string[];
}

/** Tables of every kind: systematic ones first, then as many at random as asked for. */
export function* questions(
  edition: Edition,
  owners: Owners,
  random: { readonly seed: number; readonly tables: number },
): Generator<Asked> {
  const { agency, ministry } = edition.roles;
  const facts = edition.population.map(({ id }) => id);
  const variables = coded(edition);
  for (const { id } of variables) {
    yield { rows: id, filters: {} };
    for (const orgnr of owners.hiding) {
      yield { rows: id, filters: { [agency]: [orgnr] } };
      yield { rows: id, filters: { [agency]: owners.agencies.filter((other) => other !== orgnr) } };
    }
    for (const who of [agency, ministry, ...facts]) yield { rows: id, columns: who, filters: {} };
    for (const code of owners.ministries) {
      yield { rows: id, filters: { [ministry]: [code] } };
      yield { rows: id, filters: { [ministry]: owners.ministries.filter((other) => other !== code) } };
    }
  }
  const next = randomFrom(random.seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const some = <T>(from: readonly T[]): T[] => from.filter(() => next() < 0.5);
  for (let made = 0; made < random.tables; made++) yield randomTable();

  function randomTable(): Asked {
    const [rows, columns, by] = [pick(variables).id, pick(variables).id, pick(variables)];
    const whose = pick<Filters>([
      { [agency]: some(owners.agencies) },
      { [ministry]: some(owners.ministries) },
      { [agency]: [pick(owners.agencies)] },
      { [ministry]: [pick(owners.ministries)] },
      ...edition.population.map(({ id, options }) => ({ [id]: [pick(options).code] })),
      { [edition.publication.question]: ['no'] },
      {},
    ]);
    const what = next() < 0.7 ? { [by.id]: some((by.options ?? []).map(({ code }) => code)).slice(0, 3) } : {};
    const filters = Object.fromEntries(Object.entries({ ...whose, ...what }).filter(([, codes]) => codes.length > 0));
    const kind = next();
    if (kind < 0.4) return { rows, filters };
    if (kind < 0.7) return { rows, columns, filters };
    const layers = pick([agency, ministry, ...facts, ...variables.map(({ id }) => id)]);
    return layers === rows || layers === columns || rows === columns
      ? { rows, columns, filters }
      : { rows, columns, layers, filters };
  }
}
