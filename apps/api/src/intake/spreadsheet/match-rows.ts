import { likePairs, plain, type TitlePairs, titlePairs } from '@samblikk/questionnaire/match';
import type { KnownMeasure } from './state.ts';
import { type Breathe, breather } from './yield-to-others.ts';

/** What a row says about which measure it is. */
export interface RowIdentity {
  readonly row: number;
  readonly number: string | undefined;
  readonly externalId: string | undefined;
  readonly title: string | undefined;
  /** Told to be new, whatever it resembles. */
  readonly asNew: boolean;
}

export type RowMatch =
  | { readonly how: 'number' | 'externalId' | 'name'; readonly measure: KnownMeasure }
  | { readonly how: 'new' }
  /** Says a number no measure has, or one that another row has too. */
  | { readonly how: 'unknownNumber' | 'duplicate'; readonly first?: number };

/** Titles at least this alike are taken to be the same measure; the preview shows it, and it can be undone. */
const alike = 0.82;

/**
 * Finds which measure each row is about: by number, by the agency’s own number, by the same title, by a title much alike.
 * A measure is given to one row, the surest.
 */
export async function matchRows(
  rows: readonly RowIdentity[],
  measures: readonly KnownMeasure[],
  breathe: Breathe = breather(),
): Promise<Map<number, RowMatch>> {
  const matches = new Map<number, RowMatch>();
  const taken = new Map<string, number>();
  const give = (row: number, how: 'number' | 'externalId' | 'name', measure: KnownMeasure) => {
    const first = taken.get(measure.id);
    matches.set(row, first === undefined ? { how, measure } : { how: 'duplicate', first });
    if (first === undefined) taken.set(measure.id, row);
  };
  const byNumber = new Map(measures.map((measure) => [measure.number, measure]));
  const byExternalId = new Map(
    measures.flatMap((measure) => (measure.externalId === null ? [] : [[measure.externalId, measure] as const])),
  );
  const seen = new Map<string, number>();
  for (const { row, number, externalId, asNew } of rows) {
    if (number !== undefined) {
      const measure = byNumber.get(number);
      if (measure) give(row, 'number', measure);
      else matches.set(row, { how: 'unknownNumber' });
      continue;
    }
    if (externalId === undefined) continue;
    const first = seen.get(externalId);
    const measure = byExternalId.get(externalId);
    if (first !== undefined) matches.set(row, { how: 'duplicate', first });
    else if (measure && !asNew) give(row, 'externalId', measure);
    seen.set(externalId, first ?? row);
  }
  // The same titles first: what is left to compare letter by letter is little.
  for (const compare of [sameTitle, alikeTitle]) {
    const open = rows.filter(({ row, asNew }) => !matches.has(row) && !asNew);
    const free = measures.filter(({ id }) => !taken.has(id));
    for (const { row, measure } of await compare(open, free, breathe)) {
      if (!matches.has(row) && !taken.has(measure.id)) give(row, 'name', measure);
    }
  }
  for (const { row } of rows) if (!matches.has(row)) matches.set(row, { how: 'new' });
  return matches;
}

interface Pair {
  readonly row: number;
  readonly measure: KnownMeasure;
}

/** Rows and measures with the same title; measures of this round before earlier ones. */
function sameTitle(rows: readonly RowIdentity[], measures: readonly KnownMeasure[]): Pair[] {
  const byTitle = Map.groupBy(
    measures.toSorted((a, b) => Number(b.here) - Number(a.here)),
    ({ title }) => plain(title ?? ''),
  );
  return rows.flatMap(({ row, title }) => {
    const measure = title === undefined ? undefined : byTitle.get(plain(title))?.shift();
    return measure ? [{ row, measure }] : [];
  });
}

/** The most comparisons of titles letter by letter: a second or two. Beyond it only the same title is the same measure. */
const mostComparisons = 2_000_000;

/** Rows and measures with titles much alike, the most alike first. */
async function alikeTitle(
  rows: readonly RowIdentity[],
  measures: readonly KnownMeasure[],
  breathe: Breathe,
): Promise<Pair[]> {
  if (rows.length * measures.length > mostComparisons) return [];
  const known = measures.flatMap((measure) => (measure.title === null ? [] : [{ measure, ...apart(measure.title) }]));
  const pairs: (Pair & { score: number })[] = [];
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
