import type { ColumnSource } from 'hyparquet-writer';

/** What the cells of a column are; any of them may be blank. */
export type ParquetType = 'text' | 'number' | 'decimal' | 'boolean';

export interface ParquetColumn {
  readonly name: string;
  /** `number` is a whole one, `decimal` any. */
  readonly type: ParquetType;
}

export type ParquetCell = string | number | boolean | null;

const types = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'INT64' },
  decimal: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const satisfies Record<ParquetType, unknown>;

/** Rows that are kept until they are written together: what bounds the memory of a file. */
const rowsInGroup = 2000;

/**
 * Rows as an Apache Parquet file, a row group at a time: memory does not grow with the file. What is said about the file
 * stands in its footer, where Parquet keeps such things (key-value metadata).
 */
export async function* parquetFile(
  columns: readonly ParquetColumn[],
  batches: AsyncIterable<readonly (readonly ParquetCell[])[]>,
  about: Readonly<Record<string, string>>,
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const bytes = new ByteWriter();
  const schema = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, ...types[type], repetition_type: 'OPTIONAL' as const })),
  ];
  const kvMetadata = Object.entries(about).map(([key, value]) => ({ key, value }));
  const file = new ParquetWriter({ writer: bytes, schema, kvMetadata, createdBy: 'Samblikk' });
  /** What was written since last. Offsets in the file go on counting. */
  const taken = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  yield taken();
  let rows: (readonly ParquetCell[])[] = [];
  const write = async () => {
    const columnData = columns.map((column, at): ColumnSource => columnOf(column, at, rows));
    await file.write({ columnData, rowGroupSize: rowsInGroup });
    rows = [];
    return taken();
  };
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length >= rowsInGroup) yield await write();
  }
  if (rows.length > 0) yield await write();
  await file.finish();
  yield taken();
}

function columnOf({ name, type }: ParquetColumn, at: number, rows: readonly (readonly ParquetCell[])[]): ColumnSource {
  const data = rows.map((row) => {
    const cell = row[at] ?? null;
    return type === 'number' && typeof cell === 'number' ? BigInt(cell) : cell;
  });
  return { name, data, offsetIndex: false };
}
