import { type FlowsReply, queryText } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { copyOf, type Filters, partOf } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import { chosenOf, placesIn, searchRegister } from '../register/index.ts';
import type { LoadedRelease } from '../releases/index.ts';

/** What of a release is followed: its public measures, or those of them that were chosen. */
export interface Followed extends Pick<LoadedRelease, 'release' | 'edition' | 'open' | 'numbers' | 'titles'> {
  /** Measures of the round that are withheld whole and not followed: those that the selection finds, as far as it may be told. */
  readonly withheld: number;
}

/** The measures that are followed, and what they are called together. */
export interface Following {
  /** Oldest first. */
  readonly parts: readonly Followed[];
  readonly filters: Filters;
  readonly said: Pick<FlowsReply, 'chosen' | 'followed' | 'ignored' | 'list' | 'selection'>;
}

/**
 * The public measures that a selection finds in any round, each as it was in the newest round it is public in, as the register has them:
 * these are followed through all rounds. All of them unless anything is chosen.
 * @param strict refuse what is no variable, where the answer cannot say that it is ignored
 * @throws ApiError unknownVariable
 */
export async function following(
  db: Database,
  now: Date,
  { filters: asked, language, strict }: { filters: Filters; language: Language; strict: boolean },
): Promise<Following> {
  const request = { q: '', release: undefined, sort: '', filters: asked, language, strict };
  const { selection, ignored } = await searchRegister(db, now, { ...request, rounds: [] });
  const { filters } = selection.criteria;
  const parts = selection.corpus.parts.toReversed();
  const said = {
    chosen: chosenOf(selection, language),
    ignored: [...ignored],
    followed: selection.total,
    list: queryText(new URLSearchParams(parametersOf(filters))).slice(1),
  };
  if (Object.keys(filters).length === 0)
    return {
      ...{ filters, said: { ...said, selection: null } },
      parts: parts.map((part) => ({ ...part, withheld: part.release.measures - part.numbers.length })),
    };
  const chosen = new Set(
    selection.corpus.parts.flatMap((part, at) =>
      [...placesIn(selection.masks[at] as Uint8Array)].map((place) => part.numbers[place] as string),
    ),
  );
  const narrowed: Followed[] = [];
  for (const part of parts) {
    const ofRound = await searchRegister(db, now, { ...request, rounds: [part.release.year] });
    narrowed.push({ ...among(part, chosen), withheld: ofRound.selection.withheld() ?? 0 });
  }
  const words = [...Map.groupBy(said.chosen, ({ label }) => label)].map(
    ([label, codes]) => `${label}: ${codes.map(({ codeLabel }) => codeLabel).join(', ')}`,
  );
  return { filters, parts: narrowed, said: { ...said, selection: words.join('; ') } };
}

function among({ release, edition, open, numbers, titles }: LoadedRelease, chosen: ReadonlySet<string>) {
  const places = numbers.flatMap((number, place) => (chosen.has(number) ? [place] : []));
  return {
    ...{ release, edition, open: partOf(open, places) },
    numbers: places.map((place) => numbers[place] as string),
    titles: places.map((place) => titles[place] ?? null),
  };
}

/** Filters as parameters of an address. */
export const parametersOf = (filters: Filters): Record<string, string> =>
  Object.fromEntries(Object.entries(copyOf(filters)).map(([id, codes]) => [id, codes.join(',')]));
