import { likeTitle, plain } from '@samblikk/questionnaire/match';
import type { KnownMeasure } from './state.ts';

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
export function matchRows(rows: readonly RowIdentity[], measures: readonly KnownMeasure[]): Map<number, RowMatch> {
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
  const open = rows.filter(({ row, asNew }) => !matches.has(row) && !asNew);
  for (const { row, measure } of byTitle(open, measures)) {
    if (!matches.has(row) && !taken.has(measure.id)) give(row, 'name', measure);
  }
  for (const { row } of rows) if (!matches.has(row)) matches.set(row, { how: 'new' });
  return matches;
}

/** Rows and measures with titles alike, the most alike first; measures of this round before earlier ones. */
function byTitle(
  rows: readonly RowIdentity[],
  measures: readonly KnownMeasure[],
): { row: number; measure: KnownMeasure }[] {
  const titled = measures.flatMap((measure) =>
    measure.title === null ? [] : [{ measure, title: plain(measure.title) }],
  );
  const pairs = rows.flatMap(({ row, title }) => {
    if (title === undefined) return [];
    const said = plain(title);
    return titled.flatMap(({ measure, title: known }) => {
      // Two texts of very different length share too few pairs of letters; saves most of the comparisons.
      if (Math.min(said.length, known.length) / Math.max(said.length, known.length) < 0.6) return [];
      const score = said === known ? 1 : likeTitle(said, known);
      return score >= alike && sameDigits(said, known) ? [{ row, measure, score }] : [];
    });
  });
  return pairs.toSorted(
    (a, b) => b.score - a.score || Number(b.measure.here) - Number(a.measure.here) || a.row - b.row,
  );
}

/** "Fase 1" and "Fase 2" are not the same measure mistyped. */
function sameDigits(a: string, b: string): boolean {
  return (a.match(/\d+/g) ?? []).join(' ') === (b.match(/\d+/g) ?? []).join(' ');
}
