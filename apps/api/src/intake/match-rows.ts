import { likePairs, plain, type TitlePairs, titlePairs } from '@samblikk/questionnaire/match';
import { readMeasureNumber } from '../measures/index.ts';
import { type YieldToOthers, yieldToOthers } from './spreadsheet/yield-to-others.ts';

/** What a row says about which measure it is. */
export interface RowIdentity {
  readonly row: number;
  /** Our number, in any writing. */
  readonly number: string | undefined;
  /** The agency's own. */
  readonly externalId: string | undefined;
  readonly title: string | undefined;
  /** Told to be new, whatever it resembles. */
  readonly asNew: boolean;
  /** Whose the row is, where rows of several agencies come together. */
  readonly agencyId?: string;
}

/** A measure that a row may be about. */
export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly externalId: string | null;
  readonly title: string | null;
  /** Whether it is in the round; else it is from an earlier one. */
  readonly here: boolean;
  /** Taken out of the round: known by the agency's own number, and by nothing else. */
  readonly withdrawn?: boolean;
  readonly agencyId?: string;
}

/** What else a row says that does not agree: its own number is another measure's, or the measure has another, or a row above has it. */
export type Disagreement = 'otherNumber' | 'otherId' | 'duplicate';

export type RowMatch<M extends Candidate = Candidate> =
  | {
      readonly how: 'number' | 'externalId' | 'name';
      readonly measure: M;
      /** From 0 to 1: 1 for a number and the same title, less the less alike the titles are. */
      readonly sure: number;
      readonly against?: Disagreement | undefined;
    }
  | { readonly how: 'new' }
  /** Says a number that no measure has. */
  | { readonly how: 'unknownNumber'; readonly against?: Disagreement | undefined }
  /** Is the measure of a row above, the first of them. */
  | { readonly how: 'duplicate'; readonly first: number; readonly against?: Disagreement | undefined };

/** Titles at least this alike are taken to be the same measure; the preview shows it, and it can be undone. */
const alike = 0.82;

/**
 * Says which measure each row is, for every way rows come in: by our number, by the agency’s own number, by the same title,
 * by a title much alike; with why, and how sure. A measure is given to one row, the surest. What is good enough, and what
 * of a disagreement, is for the caller to say.
 */
export async function matchRows<M extends Candidate>(
  rows: readonly RowIdentity[],
  measures: readonly M[],
  breathe: YieldToOthers = yieldToOthers(),
): Promise<Map<number, RowMatch<M>>> {
  const matches = new Map<number, RowMatch<M>>();
  const taken = new Map<string, number>();
  const give = (row: number, match: Extract<RowMatch<M>, { measure: M }>) => {
    const { measure, against } = match;
    const first = taken.get(measure.id);
    matches.set(row, first === undefined ? match : { how: 'duplicate', first, against });
    if (first === undefined) taken.set(measure.id, row);
  };
  const { byNumber, byExternalId } = indexes(measures);
  const seen = new Map<string, number>();
  for (const { row, number: said, externalId, asNew, agencyId } of rows) {
    const first = externalId === undefined ? undefined : seen.get(externalId);
    const known = externalId === undefined ? undefined : byExternalId(externalId, agencyId);
    if (externalId !== undefined && first === undefined) seen.set(externalId, row);
    if (said !== undefined) {
      const measure = byNumber.get(readMeasureNumber(said) ?? said);
      const against = first !== undefined ? 'duplicate' : disagreement(externalId, known, measure);
      if (measure) give(row, { how: 'number', measure, sure: 1, against });
      else matches.set(row, { how: 'unknownNumber', against });
    } else if (first !== undefined) matches.set(row, { how: 'duplicate', first, against: 'duplicate' });
    else if (known && !asNew) give(row, { how: 'externalId', measure: known, sure: 1 });
  }
  // The same titles first: what is left to compare letter by letter is little.
  for (const compare of [sameTitle, alikeTitle]) {
    const open = rows.filter(({ row, asNew }) => !matches.has(row) && !asNew);
    const free = measures.filter(({ id, withdrawn }) => !taken.has(id) && !withdrawn);
    for (const { row, measure, score } of await compare(open, free, breathe)) {
      if (!matches.has(row) && !taken.has(measure.id)) give(row, { how: 'name', measure, sure: score });
    }
  }
  for (const { row } of rows) if (!matches.has(row)) matches.set(row, { how: 'new' });
  return matches;
}

function indexes<M extends Candidate>(measures: readonly M[]) {
  const byNumber = new Map(measures.flatMap((one) => (one.withdrawn ? [] : [[one.number, one] as const])));
  const withId = Map.groupBy(
    measures.filter(({ externalId }) => externalId !== null),
    ({ externalId }) => externalId,
  );
  const byExternalId = (id: string, agencyId: string | undefined) => {
    const found = withId.get(id) ?? [];
    return found.find((one) => one.agencyId === agencyId) ?? found[0];
  };
  return { byNumber, byExternalId };
}

function disagreement(
  externalId: string | undefined,
  known: Candidate | undefined,
  measure: Candidate | undefined,
): Disagreement | undefined {
  if (externalId === undefined) return undefined;
  if (known && known.id !== measure?.id) return 'otherNumber';
  return measure?.externalId && measure.externalId !== externalId ? 'otherId' : undefined;
}

interface Pair<M extends Candidate> {
  readonly row: number;
  readonly measure: M;
  readonly score: number;
}

/** Rows and measures with the same title; measures of this round before earlier ones. */
function sameTitle<M extends Candidate>(rows: readonly RowIdentity[], measures: readonly M[]): Pair<M>[] {
  const byTitle = Map.groupBy(
    measures.toSorted((a, b) => Number(b.here) - Number(a.here)),
    ({ title }) => plain(title ?? ''),
  );
  return rows.flatMap(({ row, title }) => {
    const measure = title === undefined ? undefined : byTitle.get(plain(title))?.shift();
    return measure ? [{ row, measure, score: 1 }] : [];
  });
}

/** The most comparisons of titles letter by letter: a second or two. Beyond it only the same title is the same measure. */
const mostComparisons = 2_000_000;

/** Rows and measures with titles much alike, the most alike first. */
async function alikeTitle<M extends Candidate>(
  rows: readonly RowIdentity[],
  measures: readonly M[],
  breathe: YieldToOthers,
): Promise<Pair<M>[]> {
  if (rows.length * measures.length > mostComparisons) return [];
  const known = measures.flatMap((measure) => (measure.title === null ? [] : [{ measure, ...apart(measure.title) }]));
  const pairs: Pair<M>[] = [];
  for (const { row, title } of rows) {
    if (title === undefined) continue;
    const said = apart(title);
    for (const { measure, ...other } of known) {
      // "Fase 1" and "Fase 2" are not the same measure mistyped; nor are texts of very different length.
      if (said.digits !== other.digits || Math.min(said.total, other.total) < 0.6 * Math.max(said.total, other.total))
        continue;
      const score = likePairs(said, other);
      if (score >= alike) pairs.push({ row, measure, score });
    }
    await breathe();
  }
  return pairs.sort((a, b) => b.score - a.score || Number(b.measure.here) - Number(a.measure.here) || a.row - b.row);
}

/** A title as it is compared: its pairs of letters, and the numbers in it. */
function apart(title: string): TitlePairs & { readonly digits: string } {
  return { ...titlePairs(title), digits: (title.match(/\d+/g) ?? []).join(' ') };
}
