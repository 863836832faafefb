// A chart as data. Every text is in one language already, every number already written out (`texts`): drawing decides only where
// things stand.

export type Chart = BarChart | LineChart | FlowChart;

interface ChartBase {
  /** What it is a picture of. */
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly unit: 'measures' | 'percent' | 'kroner';
}

export interface BarChart extends ChartBase {
  readonly kind: 'bars';
  /**
   * `stacked`: the parts of a row laid end to end, rows as long as their sum; `stacked100`: all rows equally long.
   * Up to `looks` series are told apart by a legend; grouped bars that are more have their label each.
   */
  readonly layout: 'plain' | 'grouped' | 'stacked' | 'stacked100';
  /** One for plain. */
  readonly series: readonly { readonly code: string; readonly label: string }[];
  /** What the series are of: stands before the legend. */
  readonly legend?: string;
  readonly rows: readonly BarRow[];
}

export interface BarRow {
  readonly code: string;
  readonly label: string;
  /** One per series; null where there is no number. */
  readonly values: readonly (number | null)[];
  /** The values as they are written, also those that are null (`:` withheld, `–` no base). */
  readonly texts: readonly string[];
  /** Stands after the parts of a stacked row: their sum, or what they are of. */
  readonly total?: string;
}

export interface LineChart extends ChartBase {
  readonly kind: 'lines';
  readonly years: readonly number[];
  /** A line is drawn within each of its pieces, and never from one to the next. */
  readonly lines: readonly {
    readonly code: string;
    readonly label: string;
    readonly pieces: readonly (readonly LinePoint[])[];
  }[];
  /** Between which years numbers may not be compared, and why. */
  readonly breaks: readonly { readonly from: number; readonly to: number; readonly note: string }[];
}

export interface LinePoint {
  readonly year: number;
  readonly value: number | null;
  readonly text: string;
}

/** What became of the measures of one moment at the next: bands between two columns of nodes. */
export interface FlowChart extends ChartBase {
  readonly kind: 'flows';
  readonly from: FlowSide;
  readonly to: FlowSide;
  /** By code of node. */
  readonly flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly text: string;
  }[];
}

export interface FlowSide {
  readonly label: string;
  readonly nodes: readonly { readonly code: string; readonly label: string; readonly count: number }[];
}
