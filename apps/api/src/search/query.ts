import { wordsOf } from './fold.ts';
import { isFunctionWord } from './function-words.ts';

/** What somebody looks for, as written. */
export interface Query {
  /** The words, each to be had by a measure; the last may be unfinished. Function words are left out where there are others. */
  readonly words: readonly string[];
  /** Words in quotes: these, in this order. */
  readonly phrases: readonly (readonly string[])[];
  /** What must not be there. */
  readonly without: readonly (readonly string[])[];
  /** Numbers of measures (`2019-0042`, or `0042` of any round) and organisations (nine digits), however written. */
  readonly measures: readonly string[];
  readonly organisations: readonly string[];
}

/** More words than anybody means. */
const mostWords = 20;

const measureNumber = /(?<![\p{L}\p{N}])(20\d\d)(?:\s?[-‐‑–—/. ]\s?(\d{4})|[-‐‑–—/](\d{1,3}))(?![\p{L}\p{N}])/gu;
/** A number within its round, when it is all that is asked for: with its zeros, or told to be one. */
const shortNumber =
  /^\s*\(?(?:(?:tiltak(?:et)?|measure|nr|no|nummer|number)[.:]?\s+){1,2}#?(\d{1,4})\)?\s*$|^\s*#?(0\d{3})\s*$/iu;
const organisationNumber = /(?<![\p{L}\p{N}])(\d{3})[ .]?(\d{3})[ .]?(\d{3})(?![\p{L}\p{N}])/gu;
const quoted = /(?<![\p{L}\p{N}])([-−–]?)["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
const excluded = /(?<=^|\s)[-−–]([\p{L}\p{N}][^\s]*)/gu;
/** What stands beside a number and says what it is. */
const besideNumbers = new Set([
  'tiltak',
  'tiltaket',
  'nr',
  'nummer',
  'measure',
  'number',
  'orgnr',
  'org',
  'organisasjonsnummer',
  'no',
  'mva',
]);

/**
 * Reads what was typed in the search field.
 *
 * @example
 * parseQuery('"ny løsning" -sky (2019–0042)')
 * // → words [], phrases [['ny', 'løsning']], without [['sky']], measures ['2019-0042'], organisations []
 */
export function parseQuery(text: string): Query {
  let rest = text.normalize('NFKC');
  const take = <T>(pattern: RegExp, read: (...groups: (string | undefined)[]) => T): T[] => {
    const found: T[] = [];
    rest = rest.replace(pattern, (_, ...groups) => {
      found.push(read(...(groups as string[])));
      return ' ';
    });
    return found;
  };
  const quotes = take(quoted, (minus = '', words = '') => ({ minus: minus !== '', words: wordsOf(words) }));
  const measures = [
    ...take(measureNumber, (year, number, short = '') => `${year}-${number ?? short.padStart(4, '0')}`),
    ...take(shortNumber, (told, bare = '') => (told ?? bare).padStart(4, '0')),
  ];
  const organisations = take(organisationNumber, (...digits) => digits.slice(0, 3).join(''));
  const not = take(excluded, (word = '') => wordsOf(word));
  const numbered = measures.length + organisations.length > 0;
  const words = wordsOf(rest).filter((word) => !numbered || !besideNumbers.has(word));
  const telling = words.filter((word) => !isFunctionWord(word));
  const left = telling.length + quotes.length + measures.length + organisations.length > 0 ? telling : words;
  return {
    words: [...new Set(left)].slice(0, mostWords),
    phrases: quotes.flatMap(({ minus, words: phrase }) => (minus || phrase.length === 0 ? [] : [phrase])),
    without: [...quotes.flatMap(({ minus, words: phrase }) => (minus ? [phrase] : [])), ...not].filter(
      (phrase) => phrase.length > 0,
    ),
    measures,
    organisations,
  };
}

/** Whether there is anything to look for. */
export const isEmptyQuery = ({ words, phrases, without, measures, organisations }: Query): boolean =>
  words.length + phrases.length + without.length + measures.length + organisations.length === 0;
