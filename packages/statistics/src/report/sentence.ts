import type { Language, Text } from '@samblikk/questionnaire';
import type { Filters } from '../filter.ts';
import type { Provenance } from '../provenance.ts';

/** A piece of a sentence. A number has the query that lists the measures it counts. */
export interface FindingPart {
  readonly text: string;
  readonly measures?: Filters;
  /** Where the number is from, where its round is a reconstruction. */
  readonly origin?: Provenance['n'];
}

/** A number of measures, with the query that lists them. */
export interface Counted {
  readonly count: number;
  readonly measures?: Filters;
  readonly origin?: Provenance['n'];
}

/** The measures that others are a part of: how many, and which, as a clause after “the measures”; none for all of them. */
export interface BaseOf extends Counted {
  readonly clause: Text | undefined;
}

/**
 * What a sentence says of a number. A part of something cannot be said without what it is a part of: `of` is written out
 * wherever it stands, by number and words.
 */
export type Said =
  | { readonly name: string }
  /** Words that are there only sometimes: none are nothing. */
  | { readonly words: Text | undefined }
  | { readonly number: Counted }
  /** `301 av de 418 tiltakene som …` */
  | { readonly part: Counted; readonly of: BaseOf }
  /** `72 prosent av de 418 tiltakene som …`; `origin` of the percentage itself. */
  | { readonly share: Counted; readonly of: BaseOf };

const numbers = new Intl.NumberFormat('nb-NO');
/** A whole number as all sentences write it. */
export const inWhole = (value: number): string => numbers.format(value);

const percent: Text = { nb: '\u00a0prosent', nn: '\u00a0prosent', en: '\u00a0per cent' };
const ofThe: Text = { nb: ' av de ', nn: ' av dei ', en: ' of the ' };
const ofOne: Text = { nb: ' av ', nn: ' av ', en: ' of ' };
const measures: Text = { nb: '\u00a0tiltakene', nn: '\u00a0tiltaka', en: '\u00a0measures' };
const measure: Text = { nb: '\u00a0tiltak', nn: '\u00a0tiltak', en: '\u00a0measure' };

const numbered = ({ count, measures, origin }: Counted): FindingPart => ({
  text: inWhole(count),
  ...(measures && { measures }),
  ...(origin && { origin }),
});

/** `av de 317 tiltakene som har oppgitt kostnadsramme`; the same base again in a sentence is told by its number: `av de 317`. */
function inBase(base: BaseOf, language: Language, again: boolean): FindingPart[] {
  const one = base.count === 1;
  const number = [{ text: (one ? ofOne : ofThe)[language] }, numbered(base)];
  if (again) return number;
  const noun = (one ? measure : measures)[language];
  return [...number, { text: base.clause ? `${noun} ${base.clause[language]}` : noun }];
}

/** The number of a part, without what it is a part of. */
function beforeBase(said: Extract<Said, { of: BaseOf }>, language: Language): FindingPart[] {
  if ('part' in said) return [numbered(said.part)];
  const value = Math.round((100 * said.share.count) / said.of.count);
  return [{ ...numbered(said.share), text: inWhole(value) }, { text: percent[language] }];
}

/** Norwegian closes a clause with a comma where the sentence goes on. */
const goesOn = (next: string | undefined): boolean => next !== undefined && /^ (?!\()/.test(next);

/**
 * A sentence in pieces from its template and what stands in its slots (`{share}`, `{count}`, `{name}` …).
 * @returns undefined where a slot has nothing, or a part is of no measures at all
 */
export function sentenceOf(
  template: Text,
  language: Language,
  slots: Readonly<Record<string, Said | undefined>>,
): readonly FindingPart[] | undefined {
  const pieces = template[language].split(/\{(\w+)\}/);
  const bases = new Set<string>();
  const parts: FindingPart[] = [];
  for (const [at, text] of pieces.entries()) {
    if (at % 2 === 0) {
      parts.push({ text });
      continue;
    }
    const said = slots[text];
    if (!said) return undefined;
    if ('name' in said) parts.push({ text: said.name });
    else if ('words' in said) parts.push({ text: said.words?.[language] ?? '' });
    else if ('number' in said) parts.push(numbered(said.number));
    else {
      if (said.of.count === 0) return undefined;
      const key = JSON.stringify([said.of.count, said.of.clause?.nb]);
      parts.push(...beforeBase(said, language), ...inBase(said.of, language, bases.has(key)));
      const closes = said.of.clause && !bases.has(key) && language !== 'en' && goesOn(pieces[at + 1]);
      if (closes) parts.push({ text: ',' });
      bases.add(key);
    }
  }
  return parts.filter(({ text }) => text !== '');
}

/** A sentence as text. */
export const textOf = (parts: readonly FindingPart[]): string => parts.map(({ text }) => text).join('');
