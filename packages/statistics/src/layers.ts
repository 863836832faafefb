import type { Classifier } from './classifier.ts';
import { crossTable } from './cross-table.ts';
import { BLANK, NOT_ASKED } from './dataset.ts';
import type { Margins } from './table.ts';

/**
 * Columns and layers as one classification: its category `column × layers + layer` has the measures in both. Keys keep what
 * they say of those outside: not asked one of the two, blank in one, or kept back.
 */
export function combined(size: number, columns: Classifier, layers: Classifier): Classifier {
  const keptBack = BLANK + 1;
  const members: (readonly number[] | undefined)[] = [undefined, undefined, undefined];
  const keyOf = new Map<number, number>();
  const keys = new Uint32Array(size);
  const newKey = (columnKey: number, layerKey: number): number => {
    const inColumns = columns.members[columnKey];
    const inLayers = layers.members[layerKey];
    if (inColumns && inLayers)
      return (
        members.push(inColumns.flatMap((column) => inLayers.map((layer) => column * layers.categories + layer))) - 1
      );
    const isOut = (key: number) => (!inColumns && columnKey === key) || (!inLayers && layerKey === key);
    return isOut(NOT_ASKED) ? NOT_ASKED : isOut(BLANK) ? BLANK : keptBack;
  };
  for (let index = 0; index < size; index++) {
    const columnKey = columns.keys[index] as number;
    const layerKey = layers.keys[index] as number;
    const pair = columnKey * layers.members.length + layerKey;
    let key = keyOf.get(pair);
    if (key === undefined) {
      key = newKey(columnKey, layerKey);
      keyOf.set(pair, key);
    }
    keys[index] = key;
  }
  return { keys, members, categories: columns.categories * layers.categories };
}

/** The margins of a three-way table, each measure counted once; and whether columns and layers leave out none. */
export function withinLayers(
  size: number,
  { rows, columns, layers }: Readonly<Record<'rows' | 'columns' | 'layers', Classifier>>,
  mask: Uint8Array | undefined,
): { readonly margins: Margins<number>; readonly complete: { readonly columns: boolean; readonly layers: boolean } } {
  const inTable = new Uint8Array(size);
  const complete = { columns: true, layers: true };
  for (let index = 0; index < size; index++) {
    if (mask && !mask[index]) continue;
    const has = ({ members, keys }: Classifier) => members[keys[index] as number] !== undefined;
    const inColumns = has(columns);
    const inLayers = has(layers);
    if (!inColumns) complete.columns = false;
    if (!inLayers) complete.layers = false;
    if (inColumns && inLayers && has(rows)) inTable[index] = 1;
  }
  const byRows = crossTable(size, rows, layers, inTable);
  const byColumns = crossTable(size, columns, layers, inTable);
  return {
    margins: {
      rows: byRows.rowMargins,
      columns: byColumns.rowMargins,
      layers: byRows.columnMargins,
      rowsByLayer: byRows.cells,
      columnsByLayer: byColumns.cells,
    },
    complete,
  };
}
