import type { Dimension } from './dimension.ts';
import type { Margins, Table } from './table.ts';

/** The codes of a cell: of its row, column and layer; of a margin only some. */
export type Place = readonly [row?: string | undefined, column?: string | undefined, layer?: string | undefined];

/** The place of every cell and of every margin of a table, in the order of its numbers. */
export function placesOf({ dimensions }: Pick<Table, 'dimensions'>): {
  cells: readonly Place[];
  margins: Margins<Place>;
} {
  const codes = (dimension: Dimension | undefined) => dimension?.categories.map(({ code }) => code);
  const [rows = [], columns, layers] = dimensions.map(codes);
  const none: readonly undefined[] = [undefined];
  const places = (
    down: readonly (string | undefined)[],
    across: readonly (string | undefined)[],
    through: readonly (string | undefined)[],
  ): Place[] => down.flatMap((row) => across.flatMap((column) => through.map((layer): Place => [row, column, layer])));
  return {
    cells: places(rows, columns ?? none, layers ?? none),
    margins: {
      rows: places(rows, none, none),
      ...(columns && { columns: places(none, columns, none) }),
      ...(layers && { layers: places(none, none, layers), rowsByLayer: places(rows, none, layers) }),
      ...(columns && layers && { columnsByLayer: places(none, columns, layers) }),
    },
  };
}

/** The same for each margin. */
export function mapMargins<A, B>(
  { rows, columns, layers, rowsByLayer, columnsByLayer }: Margins<A>,
  map: (value: A) => B,
): MutableMargins<B> {
  return {
    rows: rows.map(map),
    ...(columns && { columns: columns.map(map) }),
    ...(layers && { layers: layers.map(map) }),
    ...(rowsByLayer && { rowsByLayer: rowsByLayer.map(map) }),
    ...(columnsByLayer && { columnsByLayer: columnsByLayer.map(map) }),
  };
}

type MutableMargins<Value> = { -readonly [Margin in keyof Margins<Value>]: Value[] };
