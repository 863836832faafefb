import { Worker } from 'node:worker_threads';
import { refuse } from './file-fault.ts';
import type { ReadFile } from './read-file.ts';
import type { ReadAnswer } from './read-worker.ts';

/** What reading the largest list takes, several times over. */
const limits = { milliseconds: 60_000, megabytes: 1_024 } as const;

/**
 * Reads a file in a thread of its own, with a limit on time and memory: a large or hostile file neither holds up other
 * people's requests nor takes the program with it. @throws ApiError fileAtFault with the reason
 */
export async function readApart(bytes: Buffer): Promise<ReadFile> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<ReadAnswer>((done, fail) => {
      timer = setTimeout(() => done({ refused: 'zipBomb', params: {} }), limits.milliseconds);
      worker.once('message', done);
      worker.once('error', (error) =>
        (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? done({ refused: 'zipBomb', params: {} })
          : fail(error),
      );
    });
    return 'file' in answer ? answer.file : refuse(answer.refused, answer.params);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
