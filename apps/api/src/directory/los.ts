import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../platform/config/index.ts';

const concepts = z.array(
  z.object({
    uri: z.string(),
    nb: z.string(),
    nn: z.string(),
    en: z.string(),
    sok_nb: z.array(z.string()),
    sok_nn: z.array(z.string()),
  }),
);

export interface LosTerm {
  readonly uri: string;
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

interface Entry extends LosTerm {
  /** What the term is found by, lower case; its names come before its search words. */
  readonly names: readonly string[];
  readonly words: readonly string[];
}

let vocabulary: Promise<readonly Entry[]> | undefined;

/** Reads the vocabulary once: a file of the program that never changes while it runs. */
function readLos(): Promise<readonly Entry[]> {
  vocabulary ??= readFile(join(ROOT, 'data/los-vokabular.json'), 'utf8').then((text) =>
    concepts.parse(JSON.parse(text)).map(({ uri, nb, nn, en, sok_nb, sok_nn }) => {
      // `*` stands where the source has no English name.
      const english = en === '*' || en === '' ? nb : en;
      const lower = (words: readonly string[]) => words.map((word) => word.toLowerCase());
      return {
        uri,
        nb,
        nn: nn || nb,
        en: english,
        names: lower([nb, nn, english]),
        words: lower([...sok_nb, ...sok_nn]),
      };
    }),
  );
  return vocabulary;
}

/** Terms for what was typed: names that begin with it first, then a word that does, then the rest that contain it. */
export async function suggestLos(typed: string, size: number): Promise<LosTerm[]> {
  const q = typed.toLowerCase();
  const order = new Intl.Collator('nb');
  return (await readLos())
    .map((entry) => ({ entry, rank: rankOf(entry, q) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank || order.compare(a.entry.nb, b.entry.nb))
    .slice(0, size)
    .map(({ entry: { uri, nb, nn, en } }) => ({ uri, nb, nn, en }));
}

function rankOf({ names, words }: Entry, q: string): number {
  if (names.some((name) => name.startsWith(q))) return 0;
  if (names.some((name) => name.includes(` ${q}`))) return 1;
  if (words.some((word) => word.startsWith(q))) return 2;
  return names.some((name) => name.includes(q)) || words.some((word) => word.includes(q)) ? 3 : 4;
}
