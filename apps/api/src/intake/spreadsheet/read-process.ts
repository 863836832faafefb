// A process of its own that reads one file and ends; started by read-apart.ts. What it imports is what each upload waits for.

import type { Delimiter } from '../survey-file/csv-file.ts';
import type { FileFault } from './file-fault.ts';
import { FileRefusal } from './file-refusal.ts';
import { type ReadFile, readList } from './read-file.ts';

/** What it is asked: a file, and what separates its columns where someone said it. */
export interface ReadQuestion {
  readonly path: string;
  readonly delimiter: Delimiter | undefined;
}

/** What it answers: the file, or why it is refused. */
export type ReadAnswer =
  | { readonly file: ReadFile }
  | { readonly refused: FileFault; readonly params: Readonly<Record<string, string | number>> };

async function answer({ path, delimiter }: ReadQuestion): Promise<ReadAnswer> {
  try {
    return { file: await readList(path, delimiter) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { refused: error.code, params: error.params };
  }
}

process.once('message', async (question: ReadQuestion) => {
  const said = await answer(question);
  process.send?.(said, () => process.disconnect());
});
