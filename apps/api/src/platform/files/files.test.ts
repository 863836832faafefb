import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder, wholeFile } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'samblikk-whole-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const path = join(folder, 'out.zip');
const write = (text: string) => wholeFile(path, (unfinished) => writeFile(unfinished, text, { flag: 'wx' }));

test('a file is there when it is whole; one that fails leaves what lay there', async () => {
  await write('first');
  const failing = wholeFile(path, async (unfinished) => {
    await writeFile(unfinished, 'half');
    expect(await readFile(path, 'utf8')).toBe('first');
    throw new Error('the disk is full');
  });
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await readdir(folder)).toEqual(['out.zip']);
  expect(await readFile(path, 'utf8')).toBe('first');
});

test('what one that died left is removed, also of our own number; that of one that runs is not, nor another file’s', async () => {
  // No process has a number this high (Linux: 2^22 at most).
  const dead = ['out.zip.99999999.part', `out.zip.${process.pid}.part`];
  const others = [`out.zip.${process.ppid}.part`, 'other.zip.99999999.part', 'out.zip.notes.part'];
  for (const name of [...dead, ...others]) await writeFile(join(folder, name), 'half');
  await write('second');
  expect((await readdir(folder)).sort()).toEqual(['out.zip', ...others].sort());
});

test('a folder for a moment is gone when it is removed, and when whoever made it has died', async () => {
  const first = await temporaryFolder('testing');
  const running = join(tmpdir(), `samblikk-testing-${process.ppid}-abc`);
  const dead = [99999999, process.pid].map((pid) => join(tmpdir(), `samblikk-testing-${pid}-abc`));
  for (const path of [running, ...dead]) {
    await mkdir(path);
    await writeFile(join(path, 'list.csv'), 'name');
  }
  const second = await temporaryFolder('testing');
  const there = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('samblikk-testing-')).sort();
  expect(await there()).toEqual([first.path, second.path, running].map((path) => basename(path)).sort());
  await rm(running, { recursive: true });
  await Promise.all([first.remove(), second.remove()]);
  expect(await there()).toEqual([]);
});
