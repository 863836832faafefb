import { findQuestion } from '@samblikk/questionnaire';
import { type Elsewhere, placesByAnswer, type UseElsewhere } from './elsewhere.ts';
import { isFieldWord } from './field-words.ts';
import type { SearchedRelease } from './find.ts';
import { isFunctionWord } from './function-words.ts';
import { agenciesIn, isRare, isStock, mostTelling, type Register, rarityOf, titleWeight } from './telling.ts';
import { type Weight, weights } from './word-index.ts';

/** What a measure answered, as `question=code`: what of it tells is for the caller to know. */
export type AnswersAt = (place: number) => readonly string[];

/** A measure that has a term, and whether in its name: one number, so that millions of them take little room. */
type Had = number;
const had = (place: number, inTitle: boolean): Had => place * 2 + Number(inTitle);

/**
 * What the public measures of one release say that tells: words of name and description, and coded answers. Kept both ways, by term
 * and by measure; what most say is left out, so that neither is long. How much a term tells is judged over the other public releases too
 * (`elsewhere.ts`): in a small one any word is rare.
 */
export class Terms {
  readonly size: number;
  /** How many terms there are; they are numbered from 0. */
  readonly count: number;
  /** Per measure, a number for its agency. */
  readonly agencies: Uint32Array;
  /** Per measure, how much its most telling terms weigh together. */
  readonly weights: Float32Array;
  /** Per measure, how much the rare words of its name weigh together: what it is about. */
  readonly subjects: Float32Array;
  /** Per term that is a word, what its forms have in common (`keyOf`); words come first. */
  readonly keys: readonly string[];
  /** Per measure, rare words that stand right before or after another in its name: “kliniske studier” are no “studier”. */
  readonly #beside: ReadonlyMap<number, readonly (readonly [term: number, other: number])[]>;
  readonly #rarity: Float32Array;
  readonly #rare: Uint8Array;
  readonly #owners: Uint32Array;
  /** Words of the field itself, which tell nothing; a name that has them is less about the rest. */
  readonly #ofField = new Set<number>();
  readonly #byTerm: Lists;
  readonly #byPlace: Lists;

  constructor({ part, index }: SearchedRelease, answersAt: AnswersAt, elsewhere: Elsewhere) {
    this.size = part.positions.length;
    const owners = agenciesIn(part);
    const numbers = new Map([...new Set(owners)].map((code, number) => [code, number]));
    this.agencies = Uint32Array.from(owners, (code) => numbers.get(code) as number);
    const terms = new TermsBuilder(owners, elsewhere);
    const { lexicon } = index;
    const [title, summary] = [part.edition.roles.title, part.edition.roles.summary].map((id) =>
      weights.indexOf(findQuestion(part.edition, id)?.search as Weight),
    );
    const keys: string[] = [];
    const names = new Names();
    for (const [key, forms] of lexicon.words()) {
      // A single letter is what a hyphen left over.
      const telling = forms.filter((form) => {
        const word = lexicon.forms[form] as string;
        return word.length > 1 && !isFunctionWord(word);
      });
      const named: [measure: number, at: number][] = [];
      const isKept = terms.add((use) => {
        for (const form of telling)
          index.eachUse(form, (place, weight, at) => {
            if (weight === title || weight === summary) use(place, weight === title);
            if (weight === title) named.push([place, at]);
          });
      }, elsewhere.usesOf(key));
      if (!isKept) continue;
      if (isFieldWord(key)) {
        this.#ofField.add(keys.length);
        terms.rare[keys.length] = 0;
      }
      if (terms.rare.at(-1) === 1) for (const [place, at] of named) names.add(place, at, keys.length);
      keys.push(key);
    }
    this.keys = keys;
    this.#beside = names.beside();
    const answers = placesByAnswer(this.size, answersAt);
    for (const [answer, places] of answers)
      terms.add((use) => {
        for (const place of places) use(place, false);
      }, elsewhere.answersOf(answer));
    this.#byTerm = terms.lists();
    this.count = terms.rarity.length;
    this.#rarity = Float32Array.from(terms.rarity);
    this.#rare = Uint8Array.from(terms.rare);
    this.#owners = Uint32Array.from(terms.owners);
    this.#byPlace = this.#byTerm.turned(this.size);
    this.weights = Float32Array.from({ length: this.size }, (_, place) => this.#weightOf(place));
    this.subjects = Float32Array.from({ length: this.size }, (_, place) => this.#subjectOf(place));
  }

  /** Calls back for each term of a measure. */
  eachOf(place: number, call: (term: number, inTitle: boolean) => void): void {
    this.#byPlace.each(place, call);
  }

  /** Calls back for each measure that has a term. */
  eachWith(term: number, call: (place: number, inTitle: boolean) => void): void {
    this.#byTerm.each(term, call);
  }

  /** Which rare words stand beside which in the name of a measure. */
  besideIn(place: number): readonly (readonly [term: number, other: number])[] {
    return this.#beside.get(place) ?? [];
  }

  /** Whether so few have a term that it says what a measure is about. */
  isRare(term: number): boolean {
    return this.#rare[term] === 1;
  }

  /** Whether a term is a word that any measure may call itself by: that two have it is no likeness. */
  isOfField(term: number): boolean {
    return this.#ofField.has(term);
  }

  /** How many agencies have a term, in any of their measures. */
  agenciesOf(term: number): number {
    return this.#owners[term] as number;
  }

  /** How much a term tells, wherever it stands. */
  rarityOf(term: number): number {
    return this.#rarity[term] as number;
  }

  /** What a term weighs where it stands. */
  weightOf(term: number, inTitle: boolean): number {
    return (this.#rarity[term] as number) * (inTitle ? titleWeight : 1);
  }

  #weightOf(place: number): number {
    const weights: number[] = [];
    this.eachOf(place, (term, inTitle) => weights.push(this.weightOf(term, inTitle)));
    return weights
      .sort((a, b) => b - a)
      .slice(0, mostTelling)
      .reduce((sum, weight) => sum + weight, 0);
  }

  #subjectOf(place: number): number {
    let sum = 0;
    this.eachOf(place, (term, inTitle) => {
      if (inTitle && this.isRare(term)) sum += this.rarityOf(term);
    });
    return sum;
  }
}

/** Rare words of names, and where in the name they stand. */
class Names {
  readonly #byPlace = new Map<number, [at: number, term: number][]>();

  add(place: number, at: number, term: number): void {
    const known = this.#byPlace.get(place);
    if (known) known.push([at, term]);
    else this.#byPlace.set(place, [[at, term]]);
  }

  /** Per measure those that stand beside each other, both ways; none where none do. */
  beside(): Map<number, (readonly [term: number, other: number])[]> {
    const found = new Map<number, (readonly [number, number])[]>();
    for (const [place, uses] of this.#byPlace) {
      const pairs = uses.flatMap(([at, term]) =>
        uses.flatMap(([near, other]) => (Math.abs(near - at) === 1 ? [[term, other] as const] : [])),
      );
      if (pairs.length > 0) found.set(place, pairs);
    }
    return found;
  }
}

/** Takes terms one by one, and leaves out those that tell nothing. */
class TermsBuilder {
  readonly rarity: number[] = [];
  readonly rare: number[] = [];
  readonly owners: number[] = [];
  readonly #agencies: readonly (string | undefined)[];
  readonly #own: Register;
  /** All public releases. */
  readonly #of: Register;
  readonly #entries: Had[] = [];
  readonly #starts: number[] = [0];
  /** By place: 0 where the term is not, 1 in a text, 2 in the name. Emptied after each. */
  readonly #where: Uint8Array;

  /** @param agencies the agency of each measure */
  constructor(agencies: readonly (string | undefined)[], elsewhere: Elsewhere) {
    this.#agencies = agencies;
    this.#own = { size: agencies.length, agencies: new Set(agencies).size };
    this.#of = {
      size: agencies.length + elsewhere.size,
      agencies: new Set([...agencies, ...elsewhere.agencies]).size,
      rounds: 1 + elsewhere.rounds,
    };
    this.#where = new Uint8Array(agencies.length);
  }

  /**
   * @param elsewhere who has it in the other releases
   * @returns whether it tells something
   */
  add(each: (use: (place: number, inTitle: boolean) => void) => void, elsewhere: UseElsewhere): boolean {
    const places: number[] = [];
    each((place, inTitle) => {
      if (this.#where[place] === 0) places.push(place);
      this.#where[place] = Math.max(this.#where[place] as number, inTitle ? 2 : 1);
    });
    const measures = places.length + elsewhere.measures;
    // What is a stock phrase in this round tells nothing here, though others never say it.
    const isPhrase = (where: 'title' | 'text') =>
      isStock(places.length, this.#own, where) || isStock(measures, this.#of, where);
    const tells = places.length > 0 && !isPhrase('title');
    if (tells) {
      const inText = !isPhrase('text');
      const by = new Set([...places.map((place) => this.#agencies[place]), ...elsewhere.agencies]);
      const use = { measures, agencies: by.size };
      for (const place of places) {
        const inTitle = this.#where[place] === 2;
        if (inTitle || inText) this.#entries.push(had(place, inTitle));
      }
      this.rarity.push(rarityOf(use, this.#of));
      this.rare.push(Number(isRare(use, this.#of)));
      this.owners.push(use.agencies);
      this.#starts.push(this.#entries.length);
    }
    for (const place of places) this.#where[place] = 0;
    return tells;
  }

  lists(): Lists {
    return new Lists(Uint32Array.from(this.#starts), Uint32Array.from(this.#entries));
  }
}

/** Lists of numbers, each with a mark, end to end. */
class Lists {
  readonly #starts: Uint32Array;
  readonly #entries: Uint32Array;

  constructor(starts: Uint32Array, entries: Uint32Array) {
    this.#starts = starts;
    this.#entries = entries;
  }

  each(list: number, call: (number: number, isMarked: boolean) => void): void {
    const end = this.#starts[list + 1] as number;
    for (let at = this.#starts[list] as number; at < end; at++) {
      const entry = this.#entries[at] as number;
      call(entry >>> 1, (entry & 1) === 1);
    }
  }

  /** The same the other way: for each number below a limit the lists that have it. */
  turned(limit: number): Lists {
    const starts = new Uint32Array(limit + 1);
    for (const entry of this.#entries) (starts[(entry >>> 1) + 1] as number)++;
    for (let at = 0; at < limit; at++) (starts[at + 1] as number) += starts[at] as number;
    const entries = new Uint32Array(this.#entries.length);
    const next = starts.slice();
    for (let list = 0; list + 1 < this.#starts.length; list++)
      this.each(list, (number, isMarked) => {
        entries[(next[number] as number)++] = list * 2 + Number(isMarked);
      });
    return new Lists(starts, entries);
  }
}
