import type { LikelyDoubles } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import { answersTo, refuseMeasure, withAgencyNumbers } from '../../releases/index.ts';
import { believed, verdictsNow } from '../../verdicts/index.ts';
import { latestCorpus } from '../corpus.ts';
import { alphabetOf, namedRelease } from '../show.ts';
import { countJudged, isListed, type PlacedPair, pairsIn, readingOf, shownPairs } from './pairs.ts';

/** Which likely doubles are asked for; all of the newest round unless told, and of one measure those of the newest round it is public in. */
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
  { round, release, page, size, ...asked }: DoublesRequest,
  language: Language,
): Promise<LikelyDoubles> {
  const of = asked.number !== undefined && release === undefined ? await yearOf(db, now, asked.number) : undefined;
  const reading = await readingOf(db, now, { round: round ?? of, release });
  const { part, years } = reading;
  const { year, notice } = reading.release;
  const place = asked.number === undefined ? undefined : part.numbers.indexOf(asked.number);
  if (place === -1) return refuseMeasure(db, asked.number ?? '', round);
  const pairs = await pairsIn(reading, await verdictsNow(db, asked.number), place);
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
  const listed = chosen.filter(isListed);
  const shown = listed.slice((page - 1) * size, page * size);
  const all = pairs.filter(isListed);
  return {
    year,
    years: [...years],
    release: namedRelease(reading.release),
    notice: notice?.[language] ?? null,
    total: listed.length,
    ...{ page, size, pages: Math.ceil(listed.length / size) },
    ministries: countedBy(all, owners.ministry, (code) => part.names.ministry(code)?.[language], language),
    agencies: countedBy(all, owners.agency, (code) => part.names.agency(code)?.[language], language),
    judged: { ...countJudged(chosen), ...((asked.agency ?? asked.number) !== undefined && { not: null }) },
    pairs: (await shownPairs(db, reading, shown, language)).map((pair, at) => ({
      ...pair,
      verdict: believed(shown[at]?.verdict),
    })),
  };
}

/** The newest round in which a measure is public. */
async function yearOf(db: Database, now: Date, number: string): Promise<number | undefined> {
  const corpus = await latestCorpus(db, now);
  const [entry] = corpus.numbered(number);
  return entry === undefined ? undefined : corpus.at(entry).part.release.year;
}

const isOf = ({ one, other }: PlacedPair, owners: readonly string[], codes: readonly string[] | undefined): boolean =>
  codes === undefined || [one, other].some((place) => codes.includes(owners[place] ?? ''));

/** How many of the pairs each owner is in, by name. */
function countedBy(
  pairs: readonly PlacedPair[],
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
