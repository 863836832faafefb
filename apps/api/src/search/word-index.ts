import { tokensOf } from './fold.ts';
import { Lexicon } from './lexicon.ts';

/** Weights of what is searched, heaviest first, as editions name them (`Question.search`). */
export const weights = ['A', 'B', 'C', 'D'] as const;
export type Weight = (typeof weights)[number];

/** One text of a document. */
export interface SearchedText {
  readonly weight: Weight;
  readonly text: string;
}

/** Places within a document go up to here; the words after stand at the last one. */
const lastPlace = 0x3fff;
/** Between two texts of a document, so that no phrase runs over. */
const gap = 8;

/**
 * The words of documents, inverted: for each word the documents that have it, in order, and where. Documents are numbered from 0
 * as they are added. Six bytes for each time a word is used.
 */
export class WordIndex {
  readonly size: number;
  readonly lexicon: Lexicon;
  /** Where the uses of a form begin in `documents` and `places`; those of the next form end it. */
  readonly #starts: Uint32Array;
  readonly #documents: Uint32Array;
  /** Two bits for the weight, then the place. */
  readonly #places: Uint16Array;
  readonly #used: Uint32Array;

  constructor(size: number, forms: readonly string[], uses: Uses) {
    this.size = size;
    this.lexicon = new Lexicon(forms);
    this.#starts = new Uint32Array(forms.length + 1);
    for (let use = 0; use < uses.length; use++) (this.#starts[(uses.forms[use] as number) + 1] as number)++;
    for (let form = 0; form < forms.length; form++) (this.#starts[form + 1] as number) += this.#starts[form] as number;
    this.#documents = new Uint32Array(uses.length);
    this.#places = new Uint16Array(uses.length);
    this.#used = new Uint32Array(forms.length);
    const next = this.#starts.slice();
    const last = new Int32Array(forms.length).fill(-1);
    for (let use = 0; use < uses.length; use++) {
      const form = uses.forms[use] as number;
      const document = uses.documents[use] as number;
      const at = next[form] as number;
      next[form] = at + 1;
      this.#documents[at] = document;
      this.#places[at] = uses.places[use] as number;
      if (last[form] !== document) (this.#used[form] as number)++;
      last[form] = document;
    }
  }

  /** How many documents have a form. */
  usedBy(form: number): number {
    return this.#used[form] as number;
  }

  /** Calls back for each use of a form, in order of documents and places. */
  eachUse(form: number, call: (document: number, weight: number, place: number) => void): void {
    const end = this.#starts[form + 1] as number;
    for (let at = this.#starts[form] as number; at < end; at++) {
      const place = this.#places[at] as number;
      call(this.#documents[at] as number, place >> 14, place & lastPlace);
    }
  }

  /** About how many bytes it takes. */
  get bytes(): number {
    return 6 * this.#documents.length + 100 * this.lexicon.forms.length;
  }
}

/** Uses of words as they come: parallel arrays, which grow. */
class Uses {
  length = 0;
  forms = new Uint32Array(1024);
  documents = new Uint32Array(1024);
  places = new Uint16Array(1024);

  push(form: number, document: number, place: number): void {
    if (this.length === this.forms.length) {
      const longer = <A extends Uint32Array | Uint16Array>(from: A): A => {
        const to = new (from.constructor as new (length: number) => A)(from.length * 2);
        to.set(from);
        return to;
      };
      this.forms = longer(this.forms);
      this.documents = longer(this.documents);
      this.places = longer(this.places);
    }
    this.forms[this.length] = form;
    this.documents[this.length] = document;
    this.places[this.length] = place;
    this.length++;
  }
}

export class WordIndexBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #uses = new Uses();
  #size = 0;

  /** Adds the next document. */
  add(texts: readonly SearchedText[]): void {
    let from = 0;
    for (const { weight, text } of texts) {
      let end = from;
      for (const { form, place } of tokensOf(text)) {
        end = from + place;
        this.#uses.push(this.#numberOf(form), this.#size, (weights.indexOf(weight) << 14) | Math.min(end, lastPlace));
      }
      from = end + gap;
    }
    this.#size++;
  }

  #numberOf(form: string): number {
    const known = this.#numbers.get(form);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(form, number);
    return number;
  }

  build(): WordIndex {
    return new WordIndex(this.#size, [...this.#numbers.keys()], this.#uses);
  }
}
