import { findQuestion } from '@samblikk/questionnaire';
import type { LoadedRelease } from '../releases/index.ts';
import type { SearchedRelease } from './find.ts';
import { agenciesIn } from './telling.ts';
import type { AnswersAt } from './terms.ts';
import { type Weight, weights } from './word-index.ts';

/** How many measures of other releases have a term, and which agencies. */
export interface UseElsewhere {
  readonly measures: number;
  readonly agencies: ReadonlySet<string | undefined>;
}

interface Part {
  readonly release: SearchedRelease;
  readonly owners: readonly (string | undefined)[];
  /** Where name and description stand among the words. */
  readonly read: readonly number[];
  readonly answers: ReadonlyMap<string, readonly number[]>;
}

/** What the public measures of other releases say: how special a word of one release is, theirs tell too. */
export class Elsewhere {
  /** How many public measures they have together, a measure of two rounds twice, and all their agencies. */
  readonly size: number;
  readonly agencies: ReadonlySet<string | undefined>;
  readonly #parts: readonly Part[];

  constructor(releases: readonly SearchedRelease[], answersOf: (part: LoadedRelease) => AnswersAt) {
    this.#parts = releases.map((release) => {
      const { part } = release;
      const owners = agenciesIn(part);
      const { title, summary } = part.edition.roles;
      return {
        ...{ release, owners },
        read: [title, summary].map((id) => weights.indexOf(findQuestion(part.edition, id)?.search as Weight)),
        answers: placesByAnswer(owners.length, answersOf(part)),
      };
    });
    this.size = this.#parts.reduce((sum, { owners }) => sum + owners.length, 0);
    this.agencies = new Set(this.#parts.flatMap(({ owners }) => owners));
  }

  get rounds(): number {
    return this.#parts.length;
  }

  /** Who has a word in name or description, by what its forms have in common. */
  usesOf(key: string): UseElsewhere {
    return used(this.#parts, ({ release: { index }, read }) => {
      const places = new Set<number>();
      for (const form of index.lexicon.withKey(key))
        index.eachUse(form, (place, weight) => {
          if (read.includes(weight)) places.add(place);
        });
      return places;
    });
  }

  /** Who has given an answer, `question=code`. */
  answersOf(answer: string): UseElsewhere {
    return used(this.#parts, ({ answers }) => answers.get(answer) ?? []);
  }
}

function used(parts: readonly Part[], placesIn: (part: Part) => Iterable<number>): UseElsewhere {
  let measures = 0;
  const agencies = new Set<string | undefined>();
  for (const part of parts)
    for (const place of placesIn(part)) {
      measures++;
      agencies.add(part.owners[place]);
    }
  return { measures, agencies };
}

/** Which measures gave each coded answer. */
export function placesByAnswer(size: number, answersAt: AnswersAt): Map<string, number[]> {
  const answers = new Map<string, number[]>();
  for (let place = 0; place < size; place++)
    for (const answer of answersAt(place)) {
      const places = answers.get(answer);
      if (places) places.push(place);
      else answers.set(answer, [place]);
    }
  return answers;
}
