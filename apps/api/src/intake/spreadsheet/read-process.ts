// A process of its own that reads one file and ends; started by read-apart.ts.
import { ApiError } from '../../platform/problem/index.ts';
import type { FileFault } from './file-fault.ts';
import { type ReadFile, readFile } from './read-file.ts';

/** What it answers: the file, or why it is refused. */
export type ReadAnswer =
  | { readonly file: ReadFile }
  | { readonly refused: FileFault; readonly params: Readonly<Record<string, string | number>> };

async function answer(bytes: Uint8Array): Promise<ReadAnswer> {
  try {
    return { file: await readFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    const issue = error instanceof ApiError ? error.more.issues?.[0] : undefined;
    if (!issue) throw error;
    return { refused: issue.code as FileFault, params: issue.params };
  }
}

process.once('message', async (bytes: Uint8Array) => {
  const said = await answer(bytes);
  process.send?.(said, () => process.disconnect());
});
