import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Delimiter } from '../survey-file/csv-file.ts';
import { refuse } from './file-refusal.ts';
import type { ReadFile } from './read-file.ts';
import type { ReadAnswer, ReadQuestion } from './read-process.ts';

/** What reading the largest list takes, several times over. */
const limits = { milliseconds: 60_000, megabytes: 1_024 } as const;
const program = fileURLToPath(new URL('./read-process.ts', import.meta.url));

/**
 * Reads a file in a process of its own, with a limit on time and memory: a large or hostile file neither holds up other
 * people's requests nor takes the program with it. A thread would not do: one that runs out of memory can end them all.
 * @throws FileRefusal with the reason
 */
export async function readInChildProcess(path: string, delimiter?: Delimiter): Promise<ReadFile> {
  const child = fork(program, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${limits.megabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It needs nothing of the program's settings, least of all the secret ones.
    env: {},
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds);
  try {
    const answer = await answerOf(child, { path, delimiter });
    return 'file' in answer ? answer.file : refuse(answer.refused, answer.params);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

/** A process that ends by a signal, or for want of memory, had more to unpack than there is room for. */
function answerOf(child: ChildProcess, question: ReadQuestion): Promise<ReadAnswer> {
  return new Promise((done, fail) => {
    child.once('message', (answer) => done(answer as ReadAnswer));
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      const outOfMemory = signal !== null || code === 134;
      if (outOfMemory) done({ refused: 'zipBomb', params: {} });
      else fail(new Error(`The process that reads files ended with ${code}.`));
    });
    child.send(question, (error) => error && fail(error));
  });
}
