/** Comparing words that people wrote: headings, categories and titles from lists that agencies keep themselves. */

const plainTexts = new Map<string, string>();

/** A text without capitals, accents, punctuation and double spaces, so that what looks alike is alike. */
export function plain(text: string): string {
  if (text.length > 200) return makePlain(text);
  // The same labels are compared with every heading and every cell.
  let known = plainTexts.get(text);
  if (known === undefined) {
    if (plainTexts.size > 10_000) plainTexts.clear();
    known = makePlain(text);
    plainTexts.set(text, known);
  }
  return known;
}

function makePlain(text: string): string {
  return text
    .replace(/æ/gi, 'ae')
    .replace(/ø/gi, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words that say nothing about what a heading is about. */
const fillers = new Set(
  `a alle an and are at av blir by de den deres det dette dykkar eg ein eit eller en er et for fra fra har has have hva
  hvilke hvilken i ikke ikkje is it kva kva kvifor kven med men no of og om or pa som the til tiltaket tiltak measure
  to ut va var ved vi virksomheten virksomhet verksemd verksemda we what which your deira egen eiga own dere`.split(
    /\s+/,
  ),
);

const knownWords = new Map<string, readonly string[]>();

/** The words of a text that carry meaning; all of them when none does. */
function words(text: string): readonly string[] {
  const said = plain(text);
  let telling = knownWords.get(said);
  if (!telling) {
    const all = said.split(' ').filter(Boolean);
    telling = all.filter((word) => !fillers.has(word));
    if (telling.length === 0) telling = all;
    if (knownWords.size > 10_000) knownWords.clear();
    knownWords.set(said, telling);
  }
  return telling;
}

/** Endings of Norwegian and English words; what else comes after makes another word: `prosjekt`, `prosjekteier`. */
const ending = /^(?:e|en|et|a|er|ar|r|ene|ane|n|ne|t|te|d|de|s|es|ers|ets|ens|enes|ing|ings|ingar|inger)$/;

/** Whether two words are the same but for an ending: `kostnad`, `kostnader`. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short) && ending.test(long.slice(short.length));
}

/** How much of `part` is found in `whole`, by words, from 0 to 1. */
function shareOf(part: readonly string[], whole: readonly string[]): number {
  if (part.length === 0) return 0;
  return part.filter((word) => whole.some((other) => sameWord(word, other))).length / part.length;
}

/** How far a heading is about the same as a label, from 0 to 1: 1 when they say the same words. */
export function likeHeading(heading: string, label: string): number {
  if (plain(heading) === plain(label)) return 1;
  const [said, asked] = [words(heading), words(label)];
  const [ofHeading, ofLabel] = [shareOf(said, asked), shareOf(asked, said)];
  return Math.max(0.65 * ofHeading + 0.3 * ofLabel, 0.3 * ofHeading + 0.55 * ofLabel);
}

/** A title taken apart for comparing: its pairs of letters, and how many. */
export interface TitlePairs {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** How alike two titles are, from 0 to 1, by pairs of letters (Sørensen–Dice), so that a typing error hardly counts. */
export function likeTitle(a: string, b: string): number {
  return likePairs(titlePairs(a), titlePairs(b));
}

/** The same for titles taken apart beforehand, where many are compared with many. */
export function likePairs(one: TitlePairs, two: TitlePairs): number {
  const size = one.total + two.total;
  if (size === 0) return 0;
  let shared = 0;
  for (const [pair, count] of one.counts) shared += Math.min(count, two.counts.get(pair) ?? 0);
  return (2 * shared) / size;
}

export function titlePairs(text: string): TitlePairs {
  const letters = ` ${plain(text)} `;
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = letters.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: letters.length > 2 ? letters.length - 1 : 0 };
}
