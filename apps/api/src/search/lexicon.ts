import { isFunctionWord } from './function-words.ts';
import { keyOf } from './norwegian.ts';

/** A word used as a part of a compound: as its head (`register` in `skipsregister`) or before it (`skip`). */
export interface Compound {
  readonly form: number;
  readonly part: 'head' | 'modifier';
}

/** The fewest letters of a part of a compound whose other part is a word too, and of one that is looked for inside any word. */
const shortestPart = 3;
const shortestInside = 5;
/** `om` in `omregistrering`. */
const shortestPrefix = 2;
/** Letters that bind the parts of a compound. */
const binding = /^(.{3,})[se]$/;

/**
 * The words of some texts: which there are, which are forms of one word, which begin so, and which are compounds of which.
 * Forms are numbered.
 */
export class Lexicon {
  readonly forms: readonly string[];
  readonly #numberOf = new Map<string, number>();
  readonly #byKey = new Map<string, number[]>();
  /** The numbers of the forms in alphabetical order of forms, and of forms read from behind. */
  readonly #sorted: Uint32Array;
  readonly #fromBehind: readonly (readonly [backwards: string, form: number])[];
  #compounds: ReadonlyMap<string, readonly Compound[]> | undefined;

  /** @param forms different words, folded */
  constructor(forms: readonly string[]) {
    this.forms = forms;
    for (const [number, form] of forms.entries()) {
      this.#numberOf.set(form, number);
      const key = keyOf(form);
      const known = this.#byKey.get(key);
      if (known) known.push(number);
      else this.#byKey.set(key, [number]);
    }
    const at = (number: number) => forms[number] as string;
    this.#sorted = Uint32Array.from(forms.keys()).sort((a, b) => (at(a) < at(b) ? -1 : 1));
    this.#fromBehind = [...forms.keys()]
      .map((number) => [backwards(at(number)), number] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  numberOf(form: string): number | undefined {
    return this.#numberOf.get(form);
  }

  /** The forms of a word, by what they have in common (`keyOf`). */
  withKey(key: string): readonly number[] {
    return this.#byKey.get(key) ?? [];
  }

  /** The words: what the forms of each have in common, and the forms. */
  words(): Iterable<readonly [key: string, forms: readonly number[]]> {
    return this.#byKey;
  }

  /** Whether it is a word here, in some form. */
  has(form: string): boolean {
    return this.#numberOf.has(form) || this.#byKey.has(keyOf(form));
  }

  /** Whether it is what a word ends with: `mangel` of `legemiddelmangel`. */
  endsSome(form: string): boolean {
    return form.length >= shortestInside && this.compoundsOf(form).some(({ part }) => part === 'head');
  }

  /** The forms that begin so, in alphabetical order. */
  beginning(prefix: string): number[] {
    const found: number[] = [];
    for (let at = this.#firstFrom(prefix); at < this.#sorted.length; at++) {
      const number = this.#sorted[at] as number;
      if (!(this.forms[number] as string).startsWith(prefix)) break;
      found.push(number);
    }
    return found;
  }

  #firstFrom(prefix: string): number {
    return firstWhere(this.#sorted.length, (at) => (this.forms[this.#sorted[at] as number] as string) >= prefix);
  }

  /** The compounds here that have a word as their first or last part. */
  compoundsOf(form: string): readonly Compound[] {
    const key = keyOf(form);
    const found = new Map<number, Compound>();
    for (const compound of this.#parts().get(key) ?? []) found.set(compound.form, compound);
    if (key.length >= shortestInside) {
      for (const number of this.beginning(key))
        if ((this.forms[number] as string).length >= form.length + shortestPart && !found.has(number))
          found.set(number, { form: number, part: 'modifier' });
      for (const number of this.#ending(form))
        if ((this.forms[number] as string).length >= form.length + shortestPrefix)
          found.set(number, { form: number, part: 'head' });
    }
    return [...found.values()].filter((compound) => keyOf(this.forms[compound.form] as string) !== key);
  }

  #ending(suffix: string): number[] {
    const from = backwards(suffix);
    const found: number[] = [];
    const first = firstWhere(this.#fromBehind.length, (at) => (this.#fromBehind[at]?.[0] ?? '') >= from);
    for (let at = first; this.#fromBehind[at]?.[0].startsWith(from); at++)
      found.push(this.#fromBehind[at]?.[1] as number);
    return found;
  }

  /** The compounds by the keys of their parts; worked out when first asked for. */
  #parts(): ReadonlyMap<string, readonly Compound[]> {
    if (this.#compounds) return this.#compounds;
    const compounds = new Map<string, Compound[]>();
    const add = (part: string, compound: Compound) => {
      const key = keyOf(part);
      compounds.set(key, [...(compounds.get(key) ?? []), compound]);
    };
    for (const [number, form] of this.forms.entries())
      for (const [first, last] of splits(form, (word) => this.has(word))) {
        add(first, { form: number, part: 'modifier' });
        add(last, { form: number, part: 'head' });
      }
    this.#compounds = compounds;
    return compounds;
  }
}

const backwards = (form: string): string => [...form].reverse().join('');

/** The first place at which something holds, where it holds at all places after; the end when nowhere. */
function firstWhere(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The ways to take a compound apart in two words, the evenest first.
 *
 * @param isWord whether something is a word
 * @example
 * splits('eiendomsregister', (word) => ['eiendom', 'register'].includes(word)) // → [['eiendom', 'register']]
 */
export function splits(form: string, isWord: (word: string) => boolean): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = shortestPart; at <= form.length - shortestPart; at++) {
    const last = form.slice(at);
    if (isFunctionWord(last) || !isWord(last)) continue;
    const first = form.slice(0, at);
    const unbound = binding.exec(first)?.[1];
    const word = [...(unbound === undefined ? [] : [unbound]), first].find(
      (part) => part.length >= shortestPart && !isFunctionWord(part) && isWord(part),
    );
    if (word !== undefined) found.push([word, last]);
  }
  const unevenness = ([first, last]: readonly [string, string]) => Math.abs(first.length - last.length);
  return found.sort((a, b) => unevenness(a) - unevenness(b));
}
