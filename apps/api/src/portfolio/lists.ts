import type { Portfolio } from '@samblikk/contract';
import type { Text } from '@samblikk/questionnaire';
import { words } from './words.ts';

/** What stands in a list: a text, a number, a day of the calendar, or nothing. */
export type ListCell = string | number | null | { readonly day: string };

/** A list of a portfolio, as each of its files has it. */
export interface List {
  readonly id: string;
  readonly caption: Text;
  /** How much of the width of a page each column takes. */
  readonly columns: readonly { readonly head: Text; readonly width: number }[];
  readonly rows: readonly (readonly ListCell[])[];
}

const columns = (...all: readonly (readonly [head: Text, width: number])[]): List['columns'] =>
  all.map(([head, width]) => ({ head, width }));
const dayCell = (day: string | null): ListCell => (day === null ? null : { day });

/** What a portfolio tells measure by measure: from start to end, who works with whom, what is shared, what may be double work. */
export function listsOf({ timeline, partners, shared, doubles }: Portfolio): List[] {
  const ofTimeline: List | null = timeline && {
    ...{ id: 'timeline', caption: words.timeline },
    columns: columns(
      [words.number, 0.11],
      [words.name, 0.24],
      [words.owner, 0.25],
      ...([
        [words.start, 0.13],
        [words.end, 0.13],
        [words.phase, 0.14],
      ] as const),
    ),
    rows: timeline.rows.map(({ number, title, agency, start, end, phase }) => [
      ...[number, title, agency.label],
      ...[dayCell(start), dayCell(end), phase],
    ]),
  };
  const ofPartners: List | null = partners && {
    ...{ id: 'partners', caption: words.partners },
    columns: columns([words.owner, 0.42], [words.partner, 0.42], [words.measures, 0.16]),
    rows: partners.pairs.map(({ owner, partner, measures }) => [owner.label, partner.label, measures]),
  };
  const ofShared: List = {
    ...{ id: 'shared', caption: words.shared },
    columns: columns([words.what, 0.3], [words.number, 0.12], [words.name, 0.33], [words.owner, 0.25]),
    rows: shared.flatMap(({ label, measures }) =>
      measures.map(({ number, title, agency }) => [label, number, title, agency.label]),
    ),
  };
  const ofDoubles: List | null = doubles && {
    ...{ id: 'doubles', caption: words.doubles },
    columns: columns(
      ...([
        [words.one, 0.11],
        [words.name, 0.25],
        [words.other, 0.11],
        [words.name, 0.25],
      ] as const),
      ...([
        [words.commonWords, 0.15],
        [words.likeness, 0.13],
      ] as const),
    ),
    rows: doubles.pairs.map(({ likeness, measures, words: common }) => [
      ...measures.flatMap(({ number, title }) => [number, title]),
      ...[common.join(', '), likeness === null ? null : Math.round(100 * likeness)],
    ]),
  };
  return [ofTimeline, ofPartners, ofShared, ofDoubles].filter((list) => list !== null);
}
