import type { Text } from '@samblikk/questionnaire';
import type { Filters } from '../filter.ts';

/** What the numbers of a column are. `points` are percentage points. */
export type GridUnit = 'agencies' | 'measures' | 'answers' | 'percent' | 'points' | 'minutes' | 'text';

export interface GridColumn {
  readonly code: string;
  readonly label: Text;
  readonly unit: GridUnit;
}

/** One number, or a text where a number would say nothing. */
export interface GridCell {
  /** Null: nothing to take a share of, or nothing that may be told. */
  readonly value: number | null;
  readonly text?: Text;
  /** The query that lists the measures it counts, where the register can list them. */
  readonly measures?: Filters;
}

export interface GridRow {
  readonly code: string;
  readonly label: Text;
  /** What it stands under, where rows are in groups. */
  readonly group?: Text;
  readonly cells: readonly GridCell[];
}

/**
 * Numbers about a round that are not counts of measures by their answers: agencies, states of answers, differences. Each
 * column has its own unit. Everything a reader must know to use them is in it.
 */
export interface Grid {
  readonly id: string;
  readonly title: Text;
  /** What it says, in one sentence with base and number. */
  readonly finding: Text;
  readonly rowLabel: Text;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly total?: GridRow;
  readonly notes: readonly Text[];
}

export const number = (value: number | null, measures?: Filters): GridCell => ({
  value,
  ...(measures && { measures }),
});

/** The same text whatever the language: a number, a name of a release. */
export const plain = (text: string): Text => ({ nb: text, nn: text, en: text });

const whole = new Intl.NumberFormat('nb-NO');
const oneDecimal = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });

/** A count in a sentence: `12 500`. */
export const inWhole = (value: number): string => whole.format(value);

/** A number with one decimal at most, in each language. */
export function inDecimal(value: number): Text {
  const text = oneDecimal.format(value);
  return { nb: text, nn: text, en: text.replace(',', '.') };
}

/** A share in a sentence: `92 %`, in English `92%`; `–` where there is no base. */
export function inPercent(value: number | null): Text {
  const text = value === null ? '–' : whole.format(Math.round(value));
  return { nb: `${text}\u00a0%`, nn: `${text}\u00a0%`, en: `${text}%` };
}
