import { createRequire } from 'node:module';

interface SavReader {
  open(): Promise<void>;
  readonly meta: {
    readonly header: { readonly n_cases: number; readonly encoding: string };
    readonly sysvars: readonly { readonly name: string; readonly label?: string; readonly missing?: unknown }[];
    getValueLabels(name: string): readonly { readonly val: number; readonly label: string }[] | undefined;
  };
  readAllRows(): Promise<readonly Readonly<Record<string, string | number | null>>[]>;
}

/** For tests: a system file as a reader of others reads it. The package can only be required, and takes letters of
 * several bytes apart where a word of eight ends. */
export async function readSav(
  bytes: Buffer,
): Promise<Pick<SavReader, 'meta'> & { rows: Awaited<ReturnType<SavReader['readAllRows']>> }> {
  const { SavBufferReader } = createRequire(import.meta.url)('sav-reader') as {
    SavBufferReader: new (bytes: Buffer) => SavReader;
  };
  const reader = new SavBufferReader(bytes);
  await reader.open();
  return { meta: reader.meta, rows: await reader.readAllRows() };
}
