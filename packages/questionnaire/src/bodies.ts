import type { Language, Text } from './definition.ts';
import { likePairs, plain, type TitlePairs, titlePairs } from './match-text.ts';
import { isOrganisationNumber } from './orgnr.ts';

/** A body that may be named as a partner: a state agency, a municipality, a county authority, or KS. */
export interface Body {
  /** An organisation number, `kommune:0301`, `fylke:11` or `KS`. */
  readonly code: string;
  readonly name: Text;
  /** What else it is found by: abbreviations, former names, names in other languages. */
  readonly words: readonly string[];
}

/** Where a name of a person's own begins in an answer: a body without a number. */
const freeText = 'text:';

const numbered = /^(?:kommune:\d{4}|fylke:\d{2}|KS)$/;

/** Whether a text can be the code of a body with a number; whether there is such a body is for the directory to say. */
export const isBodyCode = (text: string): boolean => numbered.test(text) || isOrganisationNumber(text);

/** An answer that is kept as it was typed. @returns undefined when there is nothing in it */
export function freeBody(typed: string): string | undefined {
  const name = typed.replace(/[\s|]+/g, ' ').trim();
  return name === '' ? undefined : freeText + name;
}

/** The name in an answer that was kept as it was typed; undefined for one with a number. */
export function freeBodyName(code: string): string | undefined {
  return code.startsWith(freeText) ? code.slice(freeText.length) : undefined;
}

interface Entry {
  readonly body: Body;
  /** Plain, whole and without what stands in parentheses. */
  readonly names: ReadonlySet<string>;
  /** What else it is found by, plain; also what stands in parentheses. */
  readonly words: ReadonlySet<string>;
  /** The same taken apart, for likeness. */
  readonly pairs: readonly TitlePairs[];
}

const entries = new WeakMap<readonly Body[], readonly Entry[]>();

function entriesOf(bodies: readonly Body[]): readonly Entry[] {
  let made = entries.get(bodies);
  if (!made) {
    made = bodies.map((body) => {
      const whole = [body.name.nb, body.name.nn, body.name.en];
      const bare = (list: readonly string[]) => list.map((name) => name.replace(/\([^)]*\)/g, ' '));
      const inside = [...whole, ...body.words].flatMap((name) =>
        [...name.matchAll(/\(([^)]*)\)/g)].map(([, part = '']) => part),
      );
      const plainly = (list: readonly string[]) => new Set(list.map(plain).filter(Boolean));
      const words = [...body.words, ...bare(body.words), ...inside];
      const names = plainly([...whole, ...bare(whole)]);
      const others = plainly(words);
      return { body, names, words: others, pairs: [...new Set([...names, ...others])].map(titlePairs) };
    });
    entries.set(bodies, made);
  }
  return made;
}

/**
 * The code of the one body with this name, abbreviation, former name or number; undefined when there is none, or several.
 * A name that holds now comes before one that once did.
 */
export function bodyNamed(bodies: readonly Body[], typed: string): string | undefined {
  const number = typed.replace(/\s/g, '');
  if (bodies.some(({ code }) => code === number)) return number;
  const all = entriesOf(bodies);
  const one = (said: string): string | undefined => {
    const named = all.filter(({ names }) => names.has(said));
    const found = named.length > 0 ? named : all.filter(({ words }) => words.has(said));
    return found.length === 1 ? found[0]?.body.code : undefined;
  };
  // With an abbreviation in parentheses behind, the name is still the name.
  const bare = plain(typed.replace(/\([^)]*\)\s*$/, ''));
  return one(plain(typed)) ?? (bare === '' ? undefined : one(bare));
}

/** Bodies for what was typed, the likeliest first and then in Norwegian order; none for nothing. */
export function findBodies(bodies: readonly Body[], typed: string, language: Language, atMost = 10): Body[] {
  const said = plain(typed);
  if (said === '') return [];
  const order = new Intl.Collator('nb');
  return entriesOf(bodies)
    .map((entry) => ({ body: entry.body, rank: rankOf(entry, said) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank || order.compare(a.body.name[language], b.body.name[language]))
    .slice(0, atMost)
    .map(({ body }) => body);
}

/**
 * Bodies that a text may mean, the likeliest first: those it finds as a whole, those whose name is nearly the same, and those
 * with one of its longer words in their name.
 */
export function suggestBodies(bodies: readonly Body[], typed: string, language: Language, atMost = 8): Body[] {
  const said = plain(typed);
  const whole = findBodies(bodies, typed, language, atMost);
  if (whole.length > 0 || said.length > longestName) return whole;
  const wanted = titlePairs(said);
  const alike = entriesOf(bodies)
    .map(({ body, pairs }) => ({ body, score: Math.max(...pairs.map((name) => likePairs(wanted, name))) }))
    .filter(({ score }) => score >= alikeEnough)
    .sort((a, b) => b.score - a.score)
    .map(({ body }) => body);
  // A word that many have in their name tells nothing.
  const byWord = said
    .split(' ')
    .filter((word) => word.length > 3)
    .map((word) => findBodies(bodies, word, language, atMost + 1))
    .filter((found) => found.length <= atMost)
    .flat();
  return [...new Set([...alike, ...byWord])].slice(0, atMost);
}

const longestName = 200;
const alikeEnough = 0.6;

const noMatch = 9;

function rankOf({ body, names, words }: Entry, said: string): number {
  const some = (set: ReadonlySet<string>, test: (name: string) => boolean) => [...set].some(test);
  if (names.has(said) || body.code === said.replace(/ /g, '')) return 0;
  if (words.has(said)) return 1;
  if (some(names, (name) => name.startsWith(said))) return 2;
  if (some(words, (name) => name.startsWith(said))) return 3;
  if (some(names, (name) => name.includes(` ${said}`))) return 4;
  if (some(words, (name) => name.includes(` ${said}`))) return 5;
  return some(names, (name) => name.includes(said)) ? 6 : noMatch;
}
