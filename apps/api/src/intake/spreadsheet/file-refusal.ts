import type { FileFault } from './file-fault.ts';

// Where files are read, in a process that must start fast: nothing heavy is imported here.

/** A whole file is refused. `inWords` makes it what people and programs are told. */
export class FileRefusal extends Error {
  readonly code: FileFault;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FileFault, params: Readonly<Record<string, string | number>>) {
    super(`The file is refused: ${code}`);
    this.code = code;
    this.params = params;
  }
}

/** @throws FileRefusal */
export function refuse(code: FileFault, params: Readonly<Record<string, string | number>> = {}): never {
  throw new FileRefusal(code, params);
}
