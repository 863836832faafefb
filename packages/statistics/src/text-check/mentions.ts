import { blankCode, type Filters, statedCode } from '../filter.ts';
import { answered, negations, partlyWords, synonyms, unanswered } from './lexicon.ts';
import type { Term, Vocabulary } from './vocabulary.ts';
import { isWord, type Word, wordsOf } from './words.ts';

/** Which answers words in a text can mean: any one of the alternatives, the likeliest first. */
export interface Mention {
  readonly at: number;
  readonly end: number;
  readonly alternatives: readonly Filters[];
  /** Whether the words are the edition's own, all or nearly all of them and seldom ones. */
  readonly strong: boolean;
}

interface Found {
  readonly term: Term;
  readonly places: readonly number[];
  readonly score: number;
  readonly full: boolean;
}

/** What is said in a text, in the edition's own words or others for them. */
export function mentionsIn(text: string, vocabulary: Vocabulary): readonly Mention[] {
  const words = editionWords(text);
  const found = vocabulary.terms.flatMap((term) => find(term, words, vocabulary));
  const kept = found.filter(
    (one) =>
      !found.some(
        (other) => other.places.length > one.places.length && one.places.every((place) => other.places.includes(place)),
      ),
  );
  const groups = Map.groupBy(kept, ({ places }) => places.join(' '));
  const mentions = [...groups.values()].flatMap((group) => {
    const first = group[0] as Found;
    const inner = found.filter(
      (one) => !kept.includes(one) && one.places.every((place) => first.places.includes(place)),
    );
    const alternatives = [...group, ...inner].flatMap((one) => meaningOf(one, words, text, vocabulary));
    const at = words[first.places[0] as number]?.at ?? 0;
    const last = words[first.places.at(-1) as number];
    const end = last ? last.at + last.text.length : at;
    return alternatives.length === 0
      ? []
      : [
          {
            ...{ at, end, alternatives: distinct(alternatives) },
            // “The most cross-cutting” are some of them.
            strong:
              group.some(({ full, score }) => full && score > 2) &&
              !/(?:mest|minst|most|least)\s+$/iu.test(text.slice(0, at)),
            // What goes on in brackets as the label does, is of the label.
            bracketEnd: group.some(({ term }) => term.bracket)
              ? end + (/^\s*\([^)\d]*\)/u.exec(text.slice(end))?.[0].length ?? 0)
              : end,
          },
        ];
  });
  const outside = mentions.filter(({ at }) => !mentions.some((one) => at > one.end && at < one.bracketEnd));
  return [...outside, ...bandMentions(text, vocabulary)].sort((a, b) => a.at - b.at);
}

/** The words of a text, other words for something replaced by the edition's, each at the place of what was written. */
function editionWords(text: string): readonly Word[] {
  const instead = synonyms
    .flatMap(([words, said]) =>
      [...text.matchAll(words)].map(({ 0: all, index }) => ({ from: index, to: index + all.length, said })),
    )
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const words: Word[] = [];
  let done = 0;
  for (const { from, to, said } of instead) {
    if (from < done) continue;
    words.push(...wordsOf(text.slice(done, from)).map((word) => ({ ...word, at: word.at + done })));
    words.push(...wordsOf(said).map((word) => ({ ...word, at: from })));
    done = to;
  }
  return [...words, ...wordsOf(text.slice(done)).map((word) => ({ ...word, at: word.at + done }))];
}

/** The best place of a term in a text: most of its weight within a few words. */
function find(term: Term, words: readonly Word[], { weight }: Vocabulary): readonly Found[] {
  const weightOf = (stem: string) => weight.get(stem) ?? 1;
  const total = term.stems.reduce((sum, stem) => sum + weightOf(stem), 0);
  const found: Found[] = [];
  let from = 0;
  while (from < words.length) {
    const first = words.findIndex((word, at) => at >= from && term.stems.some((stem) => isWord(word, stem)));
    if (first < 0) break;
    const places: number[] = [];
    const left = new Set(term.stems);
    for (let at = first; at < Math.min(words.length, first + term.stems.length + 5); at++) {
      const stem = [...left].find((wanted) => isWord(words[at] as Word, wanted));
      if (stem !== undefined) {
        left.delete(stem);
        places.push(at);
      }
    }
    const matched = term.stems.filter((stem) => !left.has(stem));
    const score = matched.reduce((sum, stem) => sum + weightOf(stem), 0);
    const named = term.names.some((name) => name.every((stem) => matched.includes(stem)));
    const near = term.near.length === 0 || words.some((word) => term.near.some((stem) => isWord(word, stem)));
    const enough = term.whole !== true || left.size === 0;
    if (near && enough && (named || (score / total >= 0.6 && matched.length >= Math.min(2, term.stems.length))))
      found.push({ term, places, score, full: left.size === 0 || named });
    from = (places.at(-1) ?? first) + 1;
  }
  return found;
}

/** The answers that a term stands for where it stands. */
function meaningOf(
  { term, places }: Found,
  words: readonly Word[],
  text: string,
  { yesNo, banded }: Vocabulary,
): readonly Filters[] {
  const { code } = term;
  // An amount is counted by its bands: also where it may not be told, it is told that there is one.
  const variable = banded.find(({ amount }) => amount === term.variable)?.variable ?? term.variable;
  if (code !== undefined) return [{ [variable]: [code] }];
  const first = places[0] as number;
  const at = words[first]?.at ?? 0;
  const around = text.slice(Math.max(0, at - 40), at + 80);
  if (unanswered.test(around)) return [{ [variable]: [blankCode] }];
  const codes = yesNo.get(variable);
  if (!codes) return answered.test(around) ? [{ [variable]: [statedCode] }] : [];
  const clause =
    text
      .slice(0, at)
      .split(/[,;:()]|\s(?:men|mens|but|while)\s/u)
      .at(-1) ?? '';
  const before = wordsOf(clause)
    .slice(-12)
    .map(({ text }) => text);
  const negated = before.some((word) => negations.test(word)) && codes.no !== undefined;
  const partly = before.some((word) => partlyWords.test(word)) && codes.partly !== undefined;
  const { yes, no = '', partly: part = '' } = codes;
  const choices =
    negated && partly
      ? [[no, part], [no], [part]]
      : negated
        ? [[no], ...(part ? [[no, part]] : [])]
        : partly
          ? [[part]]
          : [[yes]];
  const stated = answered.test(around) ? [{ [variable]: [statedCode] }] : [];
  return [...choices.map((chosen) => ({ [variable]: chosen })), ...stated];
}

const money =
  /(?:(?<word>under|over|mellom|between|inntil|mer enn|meir enn|mindre enn|more than|less than|below|above|fra|frå|from)\s+)?(?:NOK\s+)?(?<a>\d+(?:[.,]\d+)?)(?:\s*(?:og|til|–|-|and|to)\s*(?<b>\d+(?:[.,]\d+)?))?\s*(?:mill\.?|million\p{L}*)/giu;

/** Amounts in millions, as the bands they make up. */
function bandMentions(text: string, { banded }: Vocabulary): readonly Mention[] {
  return [...text.matchAll(money)].flatMap(({ 0: all, index, groups = {} }) => {
    const [a, b] = [groups.a, groups.b].map((number) => Number(number?.replace(',', '.')) * 1e6) as [number, number];
    const above = /^(?:over|mer|meir|more|above)/i.test(groups.word ?? '');
    const below = /^(?:under|inntil|mindre|less|below)/i.test(groups.word ?? '');
    if (Number.isNaN(b) && !above && !below) return [];
    const [from, to] = Number.isNaN(b) ? (above ? [a, Number.POSITIVE_INFINITY] : [0, a]) : [a, b];
    const alternatives = banded.flatMap(({ variable, bands }) => {
      const codes = bands.filter((band) => band.from >= from && band.to <= to).map(({ code }) => code);
      return codes.length > 0 ? [{ [variable]: codes }] : [];
    });
    return alternatives.length > 0 ? [{ at: index, end: index + all.length, alternatives, strong: true }] : [];
  });
}

function distinct(all: readonly Filters[]): readonly Filters[] {
  const seen = new Set<string>();
  return all.filter((filters) => {
    const key = JSON.stringify(filters);
    return seen.has(key) ? false : seen.add(key);
  });
}
