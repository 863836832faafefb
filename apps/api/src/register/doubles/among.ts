import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import type { LoadedRelease } from '../../releases/index.ts';
import { doublesIn } from '../../search/index.ts';
import { corpusOf } from '../corpus.ts';
import { mostWords, tellingAnswers } from '../resemblance.ts';
import { measuresAt } from '../rows.ts';
import { headOf } from '../show.ts';

/**
 * The likely doubles of which both are among some public measures of a release, the most alike first.
 * @param isIn by place among the release's public measures
 * @param most how many are told; `total` counts them all
 */
export async function doublesAmong(
  db: Database,
  part: LoadedRelease,
  isIn: (place: number) => boolean,
  { most, language }: { readonly most: number; readonly language: Language },
) {
  const doubles = await doublesIn(db, part, tellingAnswers(part));
  const pairs = (await doubles.all()).filter(({ one, other }) => isIn(one) && isIn(other));
  const shown = pairs.slice(0, most);
  const corpus = await corpusOf(db, [part.release]);
  const measures = await measuresAt(
    db,
    corpus,
    shown.flatMap(({ one, other }) => [one, other]),
  );
  const heads = measures.map((measure) => headOf(measure, language));
  return {
    total: pairs.length,
    pairs: shown.map((pair, at) => {
      const sides = heads.slice(2 * at, 2 * at + 2);
      return {
        likeness: pair.likeness,
        measures: sides.map(({ number, title, agency }) => ({ number, title, agency })),
        words: doubles.words(pair, [sides[0]?.title, sides[0]?.summary].join('\n')).slice(0, mostWords),
      };
    }),
  };
}
