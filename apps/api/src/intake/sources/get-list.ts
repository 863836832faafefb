import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spreadsheetLimits } from '@samblikk/contract';
import { fetchFile } from '../../platform/fetch/index.ts';
import { temporaryFolder } from '../../platform/files/index.ts';
import { readInChildProcess } from '../spreadsheet/read-apart.ts';
import type { ReadFile } from '../spreadsheet/read-file.ts';
import type { SourceRow } from './store.ts';

/** A file as it came, not read yet. */
export interface GotFile {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of it. */
  readonly hash: string;
}

export const gotFile = (
  fileName: string,
  bytes: Buffer,
  { etag, lastModified }: Pick<GotFile, 'etag' | 'lastModified'> = { etag: null, lastModified: null },
): GotFile => ({ fileName, bytes, etag, lastModified, hash: createHash('sha256').update(bytes).digest('hex') });

/**
 * Asks the address of a source for its file.
 * @param again ask for it also when it is as before @param alsoFrom as `fetchFile` @throws FetchFault
 */
export async function getFile(
  { address, etag, lastModified }: SourceRow,
  { again, alsoFrom }: { readonly again: boolean; readonly alsoFrom: string | undefined },
): Promise<GotFile | 'unchanged'> {
  const known = again ? {} : { etag, lastModified };
  const found = await fetchFile(address ?? '', { ...known, bytes: spreadsheetLimits.bytes, alsoFrom });
  return found === 'unchanged' ? found : gotFile(found.name, found.bytes, found);
}

/** Reads a file in a process of its own, as one that a person sends. @throws FileRefusal */
export async function readGot({ bytes, fileName }: GotFile): Promise<ReadFile & { readonly fileName: string }> {
  const folder = await temporaryFolder('lists');
  try {
    const path = join(folder.path, 'list');
    await writeFile(path, bytes, { mode: 0o600 });
    return { ...(await readInChildProcess(path)), fileName };
  } finally {
    await folder.remove();
  }
}
