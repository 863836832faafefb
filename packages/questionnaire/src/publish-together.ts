/** A measure withheld whole, as a release has it. */
export interface WithheldMeasure {
  readonly id: string;
  readonly agency: string;
  /** Variable → the codes it is counted under; none where it was not asked. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
}

/** Which measures withheld whole are counted by their answers, where nothing says whose they are. */
export interface Disclosure {
  readonly measures: ReadonlySet<string>;
  /** Variables to which all of them gave the same answer: a count of those would tell the answer of each. */
  readonly unanimous: ReadonlySet<string>;
}

/** A group is told together only when it is of at least so many agencies … */
const fewestAgencies = 3;
/** … none of which has more of its measures than this share, in fifths: 80 per cent. */
const mostFifths = 4;

/** Some withheld measures, and what they lack to be told together without telling any of them apart. */
class Group {
  readonly measures: WithheldMeasure[] = [];
  readonly #perAgency = new Map<string, number>();
  /** Variable → the codes that every measure so far has. */
  #common: Map<string, readonly string[]> | undefined;
  readonly #ignored: ReadonlySet<string>;

  constructor(measures: readonly WithheldMeasure[], ignored: ReadonlySet<string>) {
    this.#ignored = ignored;
    for (const measure of measures) this.add(measure);
  }

  add(measure: WithheldMeasure): void {
    this.measures.push(measure);
    this.#perAgency.set(measure.agency, (this.#perAgency.get(measure.agency) ?? 0) + 1);
    this.#common = this.#commonWith(measure);
  }

  #commonWith({ codes }: WithheldMeasure): Map<string, readonly string[]> {
    if (!this.#common) return new Map([...codes].filter(([id, own]) => own.length > 0 && !this.#ignored.has(id)));
    const common = new Map<string, readonly string[]>();
    for (const [id, shared] of this.#common) {
      const both = shared.filter((code) => codes.get(id)?.includes(code));
      if (both.length > 0) common.set(id, both);
    }
    return common;
  }

  /** The variables that have an answer which every measure gave. */
  unanimous(): readonly string[] {
    return [...(this.#common?.keys() ?? [])];
  }

  /** How many agencies, and measures of other agencies, are missing. */
  lacksAgencies(): number {
    return missing(this.#perAgency.size, Math.max(0, ...this.#perAgency.values()), this.measures.length);
  }

  /** How far the group is from being told together; 0 when it may be. */
  lacks(): number {
    return this.lacksAgencies() + this.unanimous().length;
  }

  /** What it would lack with one measure more. */
  lacksWith(measure: WithheldMeasure): number {
    const own = (this.#perAgency.get(measure.agency) ?? 0) + 1;
    const agencies = this.#perAgency.size + (own === 1 ? 1 : 0);
    const largest = Math.max(own, ...this.#perAgency.values());
    return missing(agencies, largest, this.measures.length + 1) + this.#commonWith(measure).size;
  }
}

function missing(agencies: number, largest: number, total: number): number {
  return Math.max(0, fewestAgencies - agencies) + Math.max(0, Math.ceil((5 * largest) / mostFifths) - total);
}

/**
 * Takes measures from `from`, each time the one that helps most, until the group may be told together.
 * @returns what is left, or undefined when it cannot be reached
 */
function filled(group: Group, from: readonly WithheldMeasure[]): readonly WithheldMeasure[] | undefined {
  const left = [...from];
  while (group.lacks() > 0) {
    const lacks = left.map((measure) => group.lacksWith(measure));
    const least = lacks.reduce((min, one) => Math.min(min, one), Number.POSITIVE_INFINITY);
    if (least >= group.lacks()) return undefined;
    group.add(left.splice(lacks.indexOf(least), 1)[0] as WithheldMeasure);
  }
  return left;
}

/** The same measure of the same agency with the same coded answers counts for nothing when one release is taken from another. */
function nameOf({ id, agency, codes }: WithheldMeasure): string {
  return JSON.stringify([id, agency, [...codes]]);
}

/**
 * Which of a release's measures withheld whole may be counted by their answers, given all releases of its round up to and
 * with it, oldest first.
 *
 * One release can be subtracted from another, so what matters is the smallest groups that the sets told so far can be taken
 * apart into ("atoms"): every one must be of at least three agencies, none with more than 80 % of it, and agree on no answer.
 * Whatever is then added and subtracted tells of no group smaller than an atom. What cannot be told so is counted as withheld.
 */
export function disclosedTogether(releases: readonly (readonly WithheldMeasure[])[]): Disclosure {
  let atoms: (readonly WithheldMeasure[])[] = [];
  let disclosed: readonly WithheldMeasure[] = [];
  let unanimous: ReadonlySet<string> = new Set();
  for (const withheld of releases) {
    const present = new Set(withheld.map(nameOf));
    const before = new Set(atoms.flat().map(nameOf));
    const next: (readonly WithheldMeasure[])[] = [];
    disclosed = [];
    for (const atom of atoms) {
      const [stay, gone] = [
        atom.filter((it) => present.has(nameOf(it))),
        atom.filter((it) => !present.has(nameOf(it))),
      ];
      const apart = new Group(gone, unanimous);
      const left = gone.length === 0 ? stay : filled(apart, stay);
      if (!left || new Group(left, unanimous).lacks() > 0) next.push(atom);
      else {
        next.push(left, ...(gone.length > 0 ? [apart.measures] : []));
        disclosed = [...disclosed, ...left];
      }
    }
    const added = withheld.filter((it) => !before.has(nameOf(it)));
    // What all agree on when the round is first told stays withheld from then on.
    if (atoms.length === 0) unanimous = new Set(new Group(added, new Set()).unanimous());
    const fresh = new Group(added, unanimous);
    if (added.length > 0 && fresh.lacks() === 0) {
      next.push(added);
      disclosed = [...disclosed, ...added];
    }
    atoms = next;
  }
  return { measures: new Set(disclosed.map(({ id }) => id)), unanimous };
}
