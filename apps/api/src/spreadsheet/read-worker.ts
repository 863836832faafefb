import { parentPort, workerData } from 'node:worker_threads';
import { ApiError } from '../http/problem.ts';
import type { FileFault } from './file-fault.ts';
import { type ReadFile, readFile } from './read-file.ts';

/** What the thread that reads a file answers: the file, or why it is refused. */
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

parentPort?.postMessage(await answer(workerData as Uint8Array));
