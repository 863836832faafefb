import { fractions, hedges, type Unit, units, vagueWords } from './lexicon.ts';

/** A number in a sentence, or words for one. */
export interface Claim {
  readonly kind: 'count' | 'percent' | 'of' | 'fraction' | 'vague';
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The number; of `of` the first, of `fraction` in per cent. */
  readonly value: number;
  /** Of `vague`: the most it may be. */
  readonly most?: number;
  /** What it is told to be of: `56 prosent av de 432`, `14 av 432`. */
  readonly of?: number;
  readonly hedge: 'above' | 'below' | 'about' | undefined;
  readonly unit: Unit | undefined;
  /** It stands in brackets after what it is of. */
  readonly bracketed: boolean;
  /** How many decimals it is written with. */
  readonly decimals: number;
}

/** A reference to a chapter of the same text. */
export interface Reference {
  readonly chapter: string;
  readonly from: number;
  readonly to: number;
}

/** A base told as `n=317`. */
export interface ToldBase {
  readonly n: number;
  readonly year: number | undefined;
}

const number = String.raw`\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+(?:[.,]\d+)?`;
const percentSign = String.raw`(?:prosent|%|pst\.?|per\s?cent|percent)(?!\p{L})(?!\s?-?poeng)`;

/** Numbers that tell nothing of measures: dates, chapters, figures, money, years, addresses, names of documents. */
const others: readonly RegExp[] = [
  /https?:\/\/\S+/gu,
  /\b\d{1,2}\.\s*(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)(?:\s+\d{4})?/giu,
  /\b\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?/gu,
  /\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\s+\d{4}/giu,
  /\b(?:kl\.?|klokka|klokken)\s*\d{1,2}(?:[.:]\d\d)?/giu,
  /\b\d{1,2}:\d\d(?::\d\d)?\b/gu,
  /\b(?:figur|figure|tabell|table|fotnote|footnote|vedlegg|annex|side|page|s\.|spørsmål|question|nr\.|no\.|utgave|utgåve|versjon|version|release|fryst utgave)\s+\d+(?:\.\d+)*/giu,
  /\b(?:notat|rapport|memo|report)\s+\d{4}[:-]\d+/giu,
  /§+\s*\d+\w?/gu,
  /\bAct,?\s+section\s+\d+\w?/giu,
  /\b\d{4}:\d+\b/gu,
  /\b\d{4}-\d{2,4}(?:-\d\d)?\b/gu,
  /(?:(?:NOK|kr\.?)\s*)?\d[\d\u00a0 .,]*(?:(?:\s*(?:og|til|–|-|and|to)\s*)\d[\d.,]*)?\s*(?:mill\.?|mrd\.?|million\p{L}*|milliard\p{L}*|billion\p{L}*|kroner|kr(?!\p{L}))/giu,
  /\b(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)\d\d)?\b(?!\s+\p{L}*tiltak|\s+av\s)/gu,
  /\p{L}+\s?\d+\.\d+\b/gu,
  /\b\d+\s+(?:av|of)\s+\d+\s+(?:tall|tal|numbers)(?!\p{L})/giu,
  /\b100\s*(?:prosent|%|per cent|percent)(?!\p{L})/giu,
  /^\s*\d{1,2}(?:\.\d+)*\.?\s+(?=\p{Lu})/gu,
];

const references = /(?:kapittel|kapitlet|kap\.?|avsnitt|chapter|(?<!\bAct,?\s)section)\s*(\d+(?:\.\d+)+|\d+)/giu;
const bases = /\bn\s*=\s*(\d+)/giu;

/** The chapters that a sentence refers to. */
export function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(references)].map(({ 0: all, 1: chapter = '', index }) => ({
    chapter,
    from: index,
    to: index + all.length,
  }));
}

/** The bases that a sentence tells as `n=317`, with the year where it is said. */
export function basesIn(text: string): readonly ToldBase[] {
  return [...text.matchAll(bases)].map(({ 1: n, index }) => {
    const year = /(\d{4})\D*$/.exec(text.slice(0, index))?.[1];
    return { n: Number(n), year: year === undefined ? undefined : Number(year) };
  });
}

/** All that a sentence says in numbers, in order. */
export function claimsIn(written: string): readonly Claim[] {
  // A star after a number marks it, and is no part of it.
  const sentence = written.replaceAll(/(?<=[\d%])\*/g, ' ');
  let text = sentence;
  const blank = (from: number, to: number) => {
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  };
  for (const { from, to } of referencesIn(text)) blank(from, to);
  for (const other of [bases, ...others])
    for (const { 0: all, index } of text.matchAll(other)) blank(index, index + all.length);

  const found: Claim[] = [];
  const add = (kind: Claim['kind'], from: number, to: number, value: number, more: Partial<Claim> = {}) => {
    const before = sentence.slice(0, from).trimEnd();
    found.push({
      ...{ kind, from, to, value, text: sentence.slice(from, to).trim() },
      hedge: kind === 'vague' ? undefined : hedges.find(({ words }) => words.test(before))?.as,
      unit: unitAfter(sentence.slice(to)),
      bracketed: /\([^)]*$/.test(sentence.slice(0, from)) && /^[^(]*\)/.test(sentence.slice(to)),
      decimals: 0,
      ...more,
    });
    blank(from, to);
  };
  const decimalsOf = (written: string) => /[.,](\d+)$/.exec(written)?.[1]?.length ?? 0;
  const scan = (pattern: RegExp, read: (match: RegExpExecArray) => void) => {
    for (const match of [...text.matchAll(pattern)]) read(match);
  };

  for (const { words, from: value, to: most } of vagueWords)
    scan(words, ({ 0: all, index }) => add('vague', index, index + all.length, value, { most }));
  for (const { words, share } of fractions)
    scan(words, ({ 0: all, index }) =>
      add('fraction', index, index + all.length, share, ofAfter(sentence, index + all.length)),
    );
  // `42 og 33 prosent`: two shares in one.
  scan(
    new RegExp(`(${number})\\s*(?:og|and)\\s*(${number})\\s*${percentSign}`, 'giu'),
    ({ 0: all, 1: a = '', 2: b = '', index }) => {
      const second = index + all.lastIndexOf(b);
      add('percent', index, index + a.length, numberOf(a), { decimals: decimalsOf(a) });
      add('percent', second, index + all.length, numberOf(b), { decimals: decimalsOf(b) });
    },
  );
  scan(new RegExp(`(${number})\\s*${percentSign}`, 'giu'), ({ 0: all, 1: a = '', index }) =>
    add('percent', index, index + all.length, numberOf(a), {
      decimals: decimalsOf(a),
      ...ofAfter(sentence, index + all.length),
    }),
  );
  scan(
    new RegExp(
      `(${number})\\s+(?:av|of)\\s+(?:de |dei |alle |the |all |totalt |i alt )*(${number})(?!\\p{L}|[.,]\\d)`,
      'giu',
    ),
    ({ 0: all, 1: a = '', 2: b = '', index }) => add('of', index, index + all.length, numberOf(a), { of: numberOf(b) }),
  );
  scan(
    new RegExp(`(?<![\\p{L}\\d.,–:-])(${number})(?![\\p{L}\\d:–]|[.,]\\d|-\\p{L})`, 'giu'),
    ({ 1: a = '', index }) => {
      if (decimalsOf(a) === 0) add('count', index, index + a.length, numberOf(a));
    },
  );
  return found.filter(({ from }) => !isBase(sentence, from, found)).sort((a, b) => a.from - b.from);
}

/** The number that a share is told to be of, right after it. */
function ofAfter(sentence: string, at: number): { of?: number } {
  const [, n] =
    new RegExp(
      `^\\)?\\s*(?:\\([^)]*\\)\\s*)?(?:av|of)\\s+(?:de |dei |alle |the |all |i alt )*(${number})(?!\\s*(?:prosent|%))`,
      'iu',
    ).exec(sentence.slice(at)) ?? [];
  return n === undefined || /^(?:19|20)\d\d$/.test(n) ? {} : { of: numberOf(n) };
}

/** Whether a number is told already, as what a share before it is of. */
function isBase(sentence: string, from: number, found: readonly Claim[]): boolean {
  const value = found.find((claim) => claim.from === from);
  if (value?.kind !== 'count') return false;
  return (
    found.some((claim) => claim.of === value.value && claim.from < from && from - claim.to < 30 && claim !== value) &&
    /(?:av|of)\s+(?:de |dei |alle |the |all |i alt )*$/iu.test(sentence.slice(0, from))
  );
}

/** What the number counts, by the nouns after it, a few words on. */
function unitAfter(after: string): Unit | undefined {
  const words = [...after.slice(0, 80).matchAll(/[\p{L}-]+|[.,;:()]|\d+/gu)].map(([word]) => word);
  const joined = /^(?:og|til|eller|and|to|or)$/i;
  let left = 4;
  for (const [at, word] of words.entries()) {
    if (/^[.;:()]$/.test(word) || left === 0) return undefined;
    if (word === ',') return undefined;
    // `61 og 56 tiltak` are both of measures.
    if (/^\d+$/.test(word) && !joined.test(words[at - 1] ?? '')) return undefined;
    for (const [unit, noun] of Object.entries(units)) if (noun.test(word)) return unit as Unit;
    if (/^(?:er|har|som|oppgis|is|are|has|have|that|which)$/i.test(word)) return undefined;
    left -= 1;
  }
  return undefined;
}

const numberOf = (written: string): number =>
  Number(written.replaceAll(/[ \u00a0\u2009\u202f]/g, '').replace(',', '.'));
