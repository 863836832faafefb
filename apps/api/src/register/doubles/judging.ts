import type { BodyOf, DoubleShow, DoublesToJudge, judgeDoubles, ReplyOf } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { agencyIdsOn, carriersOn } from '../../directory/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import type { Actor } from '../../platform/signed/index.ts';
import { answersTo, type LoadedRelease, refuseMeasure } from '../../releases/index.ts';
import { judge, verdictsNow } from '../../verdicts/index.ts';
import { latestCorpus } from '../corpus.ts';
import { countJudged, pairsIn, readingOf, shownPairs } from './pairs.ts';

/** `readDb` is where the register is read; verdicts are read where they are written, so that whoever gives one sees it. */
interface Sources {
  readonly db: Database;
  readonly readDb: Database;
}

/**
 * By the place of a public measure, the ministries that its agency, or whoever carries that on, is under today; the one it was under in the
 * release where nobody carries it on.
 */
async function ministriesToday(
  db: Database,
  part: LoadedRelease,
  now: Date,
): Promise<(place: number) => readonly string[]> {
  const { agency, ministry } = part.edition.roles;
  const ids = await agencyIdsOn(db, part.release.dataAsOf.toISOString().slice(0, 10));
  const carriers = await carriersOn(db, now);
  const [agencies, ministries] = [answersTo(part, agency), answersTo(part, ministry)];
  return (place) => {
    const today = carriers(ids.get(agencies[place]?.code ?? '') ?? '').flatMap((one) => one.ministry?.code ?? []);
    return today.length > 0 ? today : [ministries[place]?.code ?? ''];
  };
}

/** Which pairs a coordinator asks for. */
export interface JudgingRequest {
  readonly ministry: string;
  readonly round?: number | undefined;
  readonly show: DoubleShow;
  readonly page: number;
  readonly size: number;
}

/** Likely doubles with a measure of an agency under a ministry today, for its coordinators. @throws ApiError notFound */
export async function doublesToJudge(
  { db, readDb }: Sources,
  now: Date,
  { ministry, round, show, page, size }: JudgingRequest,
  language: Language,
): Promise<DoublesToJudge> {
  const reading = await readingOf(readDb, now, { round });
  const ministriesAt = await ministriesToday(readDb, reading.part, now);
  const own = (await pairsIn(reading, await verdictsNow(db))).filter(({ one, other }) =>
    [one, other].some((place) => ministriesAt(place).includes(ministry)),
  );
  const waiting = own.filter(({ verdict }) => verdict === undefined);
  const judged = own.flatMap(({ verdict, ...pair }) => (verdict ? [{ ...pair, verdict }] : []));
  const listed =
    show === 'waiting' ? waiting : judged.toSorted((a, b) => b.verdict.at.getTime() - a.verdict.at.getTime());
  const shown = listed.slice((page - 1) * size, page * size);
  return {
    year: reading.release.year,
    years: [...reading.years],
    counts: { waiting: waiting.length, ...countJudged(judged) },
    ...{ page, pages: Math.ceil(listed.length / size) },
    pairs: (await shownPairs(readDb, reading, shown, language)).map((pair, at) => {
      const verdict = shown[at]?.verdict;
      return { ...pair, verdict: verdict ? { ...verdict, at: verdict.at.toISOString() } : null };
    }),
  };
}

/**
 * Takes a verdict of two measures that are public now.
 * @param over the ministry whose coordinator gives it; undefined where it may be of any
 * @throws ApiError notFound, publicMeasureWithdrawn; notAllowed when neither is of an agency under the ministry
 */
export async function judgePair(
  { db, readDb }: Sources,
  over: string | undefined,
  said: BodyOf<typeof judgeDoubles>,
  by: Actor,
  now: Date,
): Promise<ReplyOf<typeof judgeDoubles>> {
  const corpus = await latestCorpus(readDb, now);
  const ministries: string[] = [];
  for (const number of said.measures) {
    const [entry] = corpus.numbered(number);
    if (entry === undefined) return refuseMeasure(readDb, number);
    const { part, place } = corpus.at(entry);
    ministries.push(...(await ministriesToday(readDb, part, now))(place));
  }
  if (over !== undefined && !ministries.includes(over)) throw new ApiError('notAllowed', { detail: 'doublesOfOthers' });
  return { before: await db.transaction((tx) => judge(tx, said, by, now)) };
}
