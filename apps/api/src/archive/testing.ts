import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storedZip } from '@samblikk/files';
import { afterAll } from 'vitest';
import { ZipReader } from '../platform/zip/index.ts';
import type { Manifest } from './manifest.ts';

/** A folder for the files of a test file. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samblikk-archive-test-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export type Files = Map<string, string>;

/** All files of an archive, by name. */
export async function unpack(path: string): Promise<Files> {
  const archive = await ZipReader.open(path);
  const files: Files = new Map();
  for (const name of archive.names) files.set(name, await archive.text(name));
  archive.close();
  return files;
}

export async function pack(files: Files, path: string): Promise<void> {
  await writeFile(path, storedZip([...files].map(([name, text]) => ({ name, bytes: Buffer.from(text) }))));
}

/** Makes the manifest fit the files again, as someone who tampers with them would. */
export function refit(files: Files): void {
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as Manifest;
  manifest.files = manifest.files.map((file) => {
    const bytes = Buffer.from(files.get(file.name) ?? '');
    return { ...file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  files.set('manifest.json', JSON.stringify(manifest));
}

/** Changes some rows of a `.jsonl` file; those that become undefined are taken out. */
export function changeRows(
  files: Files,
  name: string,
  // biome-ignore lint/suspicious/noExplicitAny: whatever is in the file
  change: (row: any, at: number) => unknown,
): void {
  const rows = (files.get(name) ?? '').split('\n').filter((line) => line !== '');
  const changed = rows.map((line, at) => change(JSON.parse(line), at)).filter((row) => row !== undefined);
  files.set(name, changed.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
