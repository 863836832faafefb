import { combineFilters, type Filters, statedCode } from '../filter.ts';
import type { Selection } from './measure.ts';
import type { Mention } from './mentions.ts';

/** Which measures words may be about: the selections to count, the likeliest first. */
export interface Reading {
  readonly selection: Selection;
  /** The filters one by one, to be shared out between what is counted and what it is of. */
  readonly pieces: readonly Filters[];
  /** How many of the words it takes in. */
  readonly size: number;
}

/** Whether filters say no more than that there is an answer. */
export const isStated = (filters: Filters): boolean =>
  Object.values(filters).every((codes) => codes.length === 1 && codes[0] === statedCode);

const most = 6;

/** Every reading of some of these words, those that take in most of them first; always with one of `needed` where there is any. */
export function readingsOf(
  needed: readonly Mention[],
  others: readonly Mention[],
  text: string,
  several: ReadonlySet<string>,
): readonly Reading[] {
  const mentions = [...needed, ...others].slice(0, most);
  const readings: Reading[] = [];
  for (let chosen = 1; chosen < 2 ** mentions.length; chosen++) {
    const some = mentions.filter((_, at) => chosen & (2 ** at));
    if (needed.length > 0 && !some.some((one) => needed.includes(one))) continue;
    readings.push(...meanings(some, text, several));
  }
  const first = (reading: Reading) => reading.size;
  return readings.sort((a, b) => first(b) - first(a));
}

/** What several words together can mean: all of them, or any where the text says “or”. */
function meanings(mentions: readonly Mention[], text: string, several: ReadonlySet<string>): readonly Reading[] {
  const choices = mentions.reduce<Filters[][]>(
    (all, { alternatives }) => all.flatMap((sofar) => alternatives.slice(0, 5).map((one) => [...sofar, one])),
    [[]],
  );
  return choices.slice(0, 200).flatMap((pieces) => {
    const size = mentions.length;
    const united = unite(pieces, several);
    const readings: Reading[] = [{ selection: [united.reduce(combineFilters, {})], pieces: united, size }];
    const [a, b] = mentions;
    if (pieces.length === 2 && a && b && united.length === 2) {
      const between = text
        .slice(Math.min(a.at, b.at), Math.max(a.end, b.end))
        .replaceAll(/(?:helt|heilt) eller delvis/giu, '');
      if (/(?:og\/eller|eller|and\/or|\bor\b)/iu.test(between))
        readings.unshift({ selection: pieces, pieces: [], size });
    }
    return readings;
  });
}

/** Answers to one question that can only have one: any of them. */
function unite(pieces: readonly Filters[], several: ReadonlySet<string>): readonly Filters[] {
  const by = new Map<string, string[]>();
  const out: Filters[] = [];
  const answers = new Set(pieces.flatMap((piece) => (isStated(piece) ? [] : Object.keys(piece))));
  for (const piece of pieces) {
    // That something is stated is said by what is stated.
    if (isStated(piece) && Object.keys(piece).every((variable) => answers.has(variable))) continue;
    for (const [variable, codes] of Object.entries(piece)) {
      const known = by.get(variable);
      if (known && !several.has(variable)) known.push(...codes.filter((code) => !known.includes(code)));
      else if (!known) {
        const list = [...codes];
        by.set(variable, list);
        out.push({ [variable]: list });
      } else out.push({ [variable]: codes });
    }
  }
  return out;
}
