import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { import2019 } from '../demo/testing.ts';
import { ROOT } from '../platform/config/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { openRound } from '../responses/testing.ts';
import { makeArchive } from './index.ts';
import { testFolder, unpack } from './testing.ts';

const { db, close } = await testDatabase();
afterAll(close);
const folder = await testFolder();
const schemas = join(ROOT, 'data/ddi-codebook-2.5');

async function validate(xml: string) {
  const preload: { fileName: string; contents: string }[] = [];
  for await (const name of glob('**/*.{xsd,ent}', { cwd: schemas }))
    if (name !== 'codebook.xsd')
      preload.push({ fileName: name, contents: await readFile(join(schemas, name), 'utf8') });
  return validateXML({
    xml: [{ fileName: 'study.xml', contents: xml }],
    schema: [{ fileName: 'codebook.xsd', contents: await readFile(join(schemas, 'codebook.xsd'), 'utf8') }],
    preload,
    maxMemoryPages: 2 * memoryPages.GiB,
  });
}

beforeAll(() => import2019(db));

async function ddi(year: number): Promise<string> {
  const path = join(folder, `${year}.zip`);
  await makeArchive(db, { year, path, actor: 'system:test', now: new Date() });
  return (await unpack(path)).get('questions/ddi-codebook-2.5.xml') ?? '';
}

test('the study of 2019 is valid against the schema of DDI-Codebook 2.5, and has every column of its file as a variable', async () => {
  const xml = await ddi(2019);
  const { valid, errors } = await validate(xml);
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  expect(xml).toContain('<caseQnty>432</caseQnty>');
  const header =
    (await unpack(join(folder, '2019.zip'))).get('answers/submitted.csv')?.split('\n')[0]?.split(',') ?? [];
  const variables = [...xml.matchAll(/<var ID="[^"]+" name="([^"]+)" files="F1"/g)].map(([, name]) => name);
  expect(variables.toSorted()).toEqual(header.toSorted());
});

test('one that is not is found out', async () => {
  const { valid } = await validate((await ddi(2019)).replaceAll('titlStmt', 'tittel'));
  expect(valid).toBe(false);
});

test('so is a round of 2026 that nobody has answered', async () => {
  const { db: other, close: done } = await testDatabase();
  await openRound(other, { opensAt: new Date(0), deadline: new Date('2100-01-01'), lateUntil: null });
  const path = join(folder, 'empty.zip');
  await makeArchive(other, { year: 2026, path, actor: 'system:test', now: new Date() });
  expect((await validate((await unpack(path)).get('questions/ddi-codebook-2.5.xml') ?? '')).errors).toEqual([]);
  await done();
});
