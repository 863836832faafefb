import type { LikelyDoubles } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import {
  answersTo,
  type LoadedRelease,
  refuseMeasure,
  refuseMissing,
  releases,
  withAgencyNumbers,
} from '../../releases/index.ts';
import { type DoublePair, doublesIn } from '../../search/index.ts';
import { corpusOf } from '../corpus.ts';
import { mostWords, sharedAnswers, tellingAnswers } from '../resemblance.ts';
import { measuresAt, type PublicMeasure } from '../rows.ts';
import { alphabetOf, headOf, namedRelease } from '../show.ts';

/** Which likely doubles are asked for; all of the newest round unless told. */
export interface DoublesRequest {
  readonly round?: number | undefined;
  /** A release number of the round. */
  readonly release?: number | undefined;
  /** Those where one of the two is of this ministry, and one of this agency. */
  readonly ministry?: string | undefined;
  readonly agency?: string | undefined;
  /** Those of this measure, by its public number. */
  readonly number?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/**
 * Public measures of different agencies in one release that may be the same, each pair with why, the most alike first. Read from what the
 * publication filter let out and nothing else.
 * @throws ApiError notFound, releaseWithdrawn, publicMeasureWithdrawn
 */
export async function likelyDoubles(
  db: Database,
  now: Date,
  { round, release: number, page, size, ...asked }: DoublesRequest,
  language: Language,
): Promise<LikelyDoubles> {
  const open = await releases(db, now);
  const newest = open.filter(({ latest }) => latest);
  const year = round ?? newest[0]?.year;
  if (year === undefined) throw new ApiError('notFound', { detail: 'noRelease' });
  const release = (number === undefined ? newest : open).find(
    (one) => one.year === year && (number === undefined || one.number === number),
  );
  if (!release) return refuseMissing(db, { year, number });
  const corpus = await corpusOf(db, [release]);
  const [part] = corpus.parts as readonly [LoadedRelease];
  const doubles = await doublesIn(db, part, tellingAnswers(part));
  const place = asked.number === undefined ? undefined : part.numbers.indexOf(asked.number);
  if (place === -1) return refuseMeasure(db, asked.number ?? '', year);
  const pairs =
    place === undefined
      ? await doubles.all()
      : doubles.of(place).map(({ place: other, likeness }) => ({ one: place, other, likeness }));
  const { agency, ministry } = part.edition.roles;
  const codesOf = (variable: string) => answersTo(part, variable).map((owner) => owner?.code ?? '');
  const owners = { agency: codesOf(agency), ministry: codesOf(ministry) };
  // An agency may be named, as in the register.
  const whose = await withAgencyNumbers(db, [part], {
    ...(asked.agency !== undefined && { [agency]: [asked.agency] }),
    ...(asked.ministry !== undefined && { [ministry]: [asked.ministry] }),
  });
  const chosen = pairs.filter(
    (pair) => isOf(pair, owners.agency, whose[agency]) && isOf(pair, owners.ministry, whose[ministry]),
  );
  const shown = chosen.slice((page - 1) * size, page * size);
  const measures = await measuresAt(
    db,
    corpus,
    shown.flatMap(({ one, other }) => [one, other]),
  );
  return {
    year,
    years: newest.map((each) => each.year),
    release: namedRelease(release),
    notice: release.notice?.[language] ?? null,
    total: chosen.length,
    ...{ page, size, pages: Math.ceil(chosen.length / size) },
    ministries: countedBy(pairs, owners.ministry, (code) => part.names.ministry(code)?.[language], language),
    agencies: countedBy(pairs, owners.agency, (code) => part.names.agency(code)?.[language], language),
    pairs: shown.map((pair, at) => {
      const [one, other] = measures.slice(2 * at, 2 * at + 2) as [PublicMeasure, PublicMeasure];
      const { title, summary } = headOf(one, language);
      return {
        likeness: pair.likeness,
        measures: [sideOf(one, language), sideOf(other, language)],
        words: doubles.words(pair, [title, summary].join('\n')).slice(0, mostWords),
        shared: sharedAnswers(one, other, language),
      };
    }),
  };
}

/** What stands of each of the two. */
function sideOf(measure: PublicMeasure, language: Language) {
  const { number, title, summary, agency, ministry } = headOf(measure, language);
  return { number, title, summary, agency, ministry };
}

const isOf = ({ one, other }: DoublePair, owners: readonly string[], codes: readonly string[] | undefined): boolean =>
  codes === undefined || [one, other].some((place) => codes.includes(owners[place] ?? ''));

/** How many of the pairs each owner is in, by name. */
function countedBy(
  pairs: readonly DoublePair[],
  owners: readonly string[],
  nameOf: (code: string) => string | undefined,
  language: Language,
): LikelyDoubles['agencies'] {
  const counts = new Map<string, number>();
  for (const { one, other } of pairs)
    for (const code of new Set([owners[one] ?? '', owners[other] ?? ''])) counts.set(code, (counts.get(code) ?? 0) + 1);
  const { compare } = alphabetOf(language);
  return [...counts]
    .map(([code, n]) => ({ code, label: nameOf(code) ?? code, pairs: n }))
    .sort((a, b) => compare(a.label, b.label));
}
