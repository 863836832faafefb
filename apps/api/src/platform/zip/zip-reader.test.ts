import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeZip, ZipReader } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'samblikk-zip-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

/** An archive whose one file is called something else afterwards, of the same length. */
async function renamed(from: string, to: string): Promise<string> {
  await writeZip(at('plain.zip'), [{ name: from, pieces: () => ['text'] }]);
  const bytes = (await readFile(at('plain.zip'))).toString('latin1').replaceAll(from, to);
  await writeFile(at('renamed.zip'), Buffer.from(bytes, 'latin1'));
  return at('renamed.zip');
}

test.each(['../../etc/x', '/etc/passwds'.slice(0, 11), 'C:\\windows'.padEnd(11, 'x')])(
  'a file called %s is refused: it would be outside',
  async (name) => {
    await expect(ZipReader.open(await renamed('elevenbytes', name))).rejects.toThrow();
  },
);

test('a small archive that unpacks to much is not read into memory', async () => {
  const piece = Buffer.alloc(1024 * 1024);
  await writeZip(at('bomb.zip'), [{ name: 'manifest.json', pieces: () => Array.from({ length: 65 }, () => piece) }]);
  const zip = await ZipReader.open(at('bomb.zip'));
  await expect(zip.text('manifest.json')).rejects.toThrow('too large');
  expect((await zip.measure('manifest.json')).bytes).toBe(65 * 1024 * 1024);
  zip.close();
});

test('an archive that says a file is smaller than it is, is found out when it is read', async () => {
  await writeZip(at('lying.zip'), [{ name: 'a.txt', pieces: () => ['x'.repeat(5_000)] }]);
  const bytes = await readFile(at('lying.zip'));
  const size = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24;
  bytes.writeUInt32LE(10, size);
  await writeFile(at('lying.zip'), bytes);
  const zip = await ZipReader.open(at('lying.zip'));
  await expect(zip.text('a.txt')).rejects.toThrow();
  zip.close();
});
