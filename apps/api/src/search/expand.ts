import { type Lexicon, splits } from './lexicon.ts';
import { bokmalOfBegun, inBokmal, keyOf } from './norwegian.ts';
import { nounsOf } from './nouns.ts';
import { type Phrase, thesaurus } from './thesaurus.ts';

/** How near what is found is to what was asked, 0–1: whole words come before all that is only like them. */
const nearness = {
  exact: 1,
  bokmal: 0.97,
  form: 0.92,
  joined: 0.85,
  noun: 0.8,
  same: 0.75,
  head: 0.62,
  modifier: 0.55,
  apart: 0.6,
  begun: 0.5,
  near: 0.45,
  shortBegun: 0.35,
  topic: 0.3,
} as const;

/** Words that begin as an unfinished one are cut to the most used. */
const mostBegun = 300;

/** Another name, and how near it is. */
export interface AskedSynonym {
  readonly phrase: Phrase;
  /** A phrase of one word as it is written. */
  readonly word: string | undefined;
  readonly nearness: number;
}

/** One word of a query: where it stands in it, and whether it may be unfinished. */
export interface AskedWord {
  readonly word: string;
  readonly key: string;
  readonly last: boolean;
  /** Other names for it or for a phrase it is part of; a phrase of one word is a word. */
  readonly synonyms: readonly AskedSynonym[];
  /** Keys of what it makes together with the one before or after it: `lab svar` is `labsvar`, `register over skip` is `skipsregister`,
   * and `spore smitte` is `smittesporing`. */
  readonly joined: ReadonlySet<string>;
  /** The one before or after it with it, in their order: `lab svar` begins and ends `laboratoriesvar`. */
  readonly pairs: readonly (readonly [string, string])[];
}

/** The words of a query, each with what else it may be called and written. */
export function askedWords(words: readonly string[]): AskedWord[] {
  const keys = words.map(keyOf);
  const { longest } = thesaurus();
  const synonyms = words.map((): AskedSynonym[] => []);
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + longest); to++)
      for (const { phrase, word, kind } of thesaurus().synonymsOf(keys.slice(from, to)))
        for (let at = from; at < to; at++) synonyms[at]?.push({ phrase, word, nearness: nearness[kind] });
  for (const [at, word] of words.entries())
    for (const noun of nounsOf(word))
      synonyms[at]?.push({ phrase: [keyOf(noun)], word: noun, nearness: nearness.noun });
  const called = words.map((word, at) => [
    word,
    ...(synonyms[at] ?? []).flatMap(({ word: other, nearness: how }) =>
      other !== undefined && how >= nearness.same ? [other] : [],
    ),
  ]);
  const pairs = words.slice(1).map((_, at) => joinedOf(called[at] ?? [], called[at + 1] ?? []));
  return words.map((word, at) => ({
    word,
    key: keys[at] as string,
    last: at === words.length - 1,
    synonyms: synonyms[at] ?? [],
    joined: new Set([...(pairs[at - 1] ?? []), ...(pairs[at] ?? [])]),
    pairs: [words.slice(at - 1, at + 1), words.slice(at, at + 2)].flatMap(([first, second]) =>
      first && second && first.length >= 3 && second.length >= 3 ? [[first, second] as const] : [],
    ),
  }));
}

/** The keys of the compounds of two words, each by all it is called, in either order. */
const joinedOf = (first: readonly string[], second: readonly string[]): string[] =>
  first.flatMap((one) =>
    second.flatMap((other) =>
      ['', 's', 'e'].flatMap((binding) => [keyOf(`${one}${binding}${other}`), keyOf(`${other}${binding}${one}`)]),
    ),
  );

/** The ways in which texts may have a word. */
export interface Ways {
  /** Words, by number, and how near each is to the one asked for. */
  readonly forms: ReadonlyMap<number, number>;
  readonly phrases: readonly { readonly phrase: Phrase; readonly nearness: number }[];
  /** Words that begin so were too many, and the least used are left out. */
  readonly cut: boolean;
}

/** The ways in which texts may have a word. */
export function waysOf(lexicon: Lexicon, asked: AskedWord, usedBy: (form: number) => number): Ways {
  const { word, key, last, synonyms, joined, pairs } = asked;
  const forms = new Map<number, number>();
  const add = (form: number | undefined, how: number) => {
    if (form !== undefined && (forms.get(form) ?? 0) < how) forms.set(form, how);
  };
  add(lexicon.numberOf(word), nearness.exact);
  add(lexicon.numberOf(inBokmal(word)), nearness.bokmal);
  for (const form of lexicon.withKey(key)) add(form, nearness.form);
  for (const one of joined) for (const form of lexicon.withKey(one)) add(form, nearness.joined);
  for (const [first, second] of pairs)
    for (const form of lexicon.beginning(first))
      if ((lexicon.forms[form] as string).endsWith(second)) add(form, nearness.joined);
  for (const { phrase, word: other, nearness: how } of synonyms) {
    if (other === undefined) continue;
    for (const form of lexicon.withKey(phrase[0] as string)) add(form, how);
    for (const form of begunForms(lexicon, other, false)) add(form, how * nearness.begun);
    for (const { form, part } of lexicon.compoundsOf(other)) add(form, how * nearness[part]);
  }
  for (const { form, part } of lexicon.compoundsOf(word)) add(form, nearness[part]);
  const begun = begunForms(lexicon, word, last).sort((a, b) => usedBy(b) - usedBy(a));
  for (const form of begun.slice(0, mostBegun)) add(form, word.length < 4 ? nearness.shortBegun : nearness.begun);
  return {
    forms,
    phrases: synonyms.filter(({ phrase }) => phrase.length > 1),
    cut: begun.length > mostBegun,
  };
}

/** The words that an unfinished one may be on the way to. One letter is on the way to everything. */
function begunForms(lexicon: Lexicon, word: string, last: boolean): number[] {
  if (word.length < (last ? 2 : 4) || /^\d{1,3}$/.test(word)) return [];
  const beginnings = new Set([word, inBokmal(word), ...bokmalOfBegun(word)]);
  return [...new Set([...beginnings].flatMap((beginning) => lexicon.beginning(beginning)))];
}

/** A compound as the two words it is made of. */
export interface Apart {
  readonly parts: readonly [AskedWord, AskedWord];
  /** Its head says so little that what is before it is what is meant. */
  readonly headSaysLittle: boolean;
  /** How near having both parts is to having it, and having the first alone. */
  readonly nearness: { readonly both: number; readonly topic: number };
}

const headsThatSayLittle = new Set(
  ['løsning', 'system', 'tjeneste', 'portal', 'plattform', 'verktøy', 'prosjekt'].map(keyOf),
);

/** The two likeliest ways to take a compound apart. */
export function apartOf({ word }: AskedWord, lexicon: Lexicon): readonly Apart[] {
  const isWord = (part: string) => lexicon.has(part) || thesaurus().words.has(part);
  const own = splits(inBokmal(word), isWord);
  return (own.length > 0 ? own : splits(inBokmal(word), (part) => isWord(part) || lexicon.endsSome(part)))
    .slice(0, 2)
    .flatMap((words) => {
      // What is only asked for by the same people is too far off for half a word.
      const [first, second] = askedWords(words).map((part) => ({
        ...part,
        last: false,
        synonyms: part.synonyms.filter((synonym) => synonym.nearness >= nearness.same),
      }));
      return first && second
        ? {
            parts: [first, second] as const,
            headSaysLittle: headsThatSayLittle.has(second.key),
            nearness: { both: nearness.apart, topic: nearness.topic },
          }
        : [];
    });
}

/** The forms of a word, of its other names, and of their compounds: what a part of a compound written apart is found by. */
export function plainForms(lexicon: Lexicon, { word, synonyms, joined }: AskedWord): ReadonlyMap<number, number> {
  const forms = new Map<number, number>();
  const add = (form: number, how: number) => forms.set(form, Math.max(how, forms.get(form) ?? 0));
  const called = synonyms.flatMap(({ word: other, nearness: how }) =>
    other === undefined ? [] : [[other, how] as const],
  );
  for (const [one, how] of [[word, nearness.exact] as const, ...called]) {
    for (const form of lexicon.withKey(keyOf(one))) add(form, how);
    for (const { form, part } of lexicon.compoundsOf(one)) add(form, how * nearness[part]);
  }
  for (const one of joined) for (const form of lexicon.withKey(one)) add(form, nearness.joined);
  return forms;
}
