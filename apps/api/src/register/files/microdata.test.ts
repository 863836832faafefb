import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSav } from '@samblikk/files/testing';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { freezeRound } from '../../releases/index.ts';
import { plantRound } from '../../releases/testing.ts';

// Microdata for those who use SPSS and R: the measures of a release as the publication filter let them out.

const { db, close } = await testDatabase();
const now = new Date('2027-01-09T12:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
const folder = mkdtempSync(join(tmpdir(), 'samblikk-microdata-'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
  await close();
});

const nibio = { id: 'nibio', orgnr: '988983837', ministry: 'LMD' };
const open = { name: 'Et «tiltak» på æøå', deliverable: 'Linje en\nlinje to', publishable: 'yes' };
const answers = [
  { ...open, phase: 'idea', involvesOthers: 'no', effects: ['serviceQuality', 'efficiency'], totalCost: 5_000_000 },
  { ...open, publishable: 'partly', exemptFields: ['phase', 'totalCost'], phase: 'execution', totalCost: 77_777_777 },
  { ...open, involvesOthers: 'yes' },
  { ...open, publishable: 'no', name: 'Hemmelig', phase: 'planning' },
];
await plantRound(db, {
  ...{ year: 2026, edition: '2026', agencies: [nibio] },
  measures: answers.map((all, at) => ({ number: `2026-000${at + 1}`, agency: nibio.id, answers: all })),
});
await freezeRound(db, { year: 2026, actor: 'system:test', now });
const file = async (name: string) => (await app.inject(`/2026.1/${name}`)).rawPayload;
const bytes = await file('tiltak.sav');

test('SPSS: codes with labels, and not asked, blank and exempt from publication apart', async () => {
  const { meta, rows } = await readSav(bytes);
  expect(rows.map(({ number }) => number)).toEqual(['2026-0001', '2026-0002', '2026-0003']);
  const labels = meta.getValueLabels('phase') ?? [];
  const said = (name: string) =>
    rows.map((row) => meta.getValueLabels(name)?.find(({ val }) => val === row[name])?.label ?? row[name]);
  expect(said('phase')).toEqual(['Idé', 'Unntatt offentlighet', 'Ikke svart']);
  expect(labels.map(({ val }) => val).slice(0, 4)).toEqual([-9, -8, -7, 1]);
  expect(meta.sysvars.find(({ name }) => name === 'phase')?.missing).toEqual([-7, -8, -9]);
  // Asked only of those that involve others.
  expect(said('involvedScope')).toEqual(['Ikke spurt', 'Ikke spurt', 'Ikke svart']);
  expect(said('totalCost')).toEqual([5_000_000, 'Unntatt offentlighet', 'Ikke svart']);
  expect(said('effects_serviceQuality')).toEqual(['Ja', 'Ikke svart', 'Ikke svart']);
  expect(said('effects_other')).toEqual(['Nei', 'Ikke svart', 'Ikke svart']);
  expect(rows.map(({ withheld }) => String(withheld).trim())).toEqual(['', 'phase|totalCost|totalCostReason', '']);
  const text = bytes.toString('latin1');
  expect([text.includes('Hemmelig'), text.includes('$effects=D1 1 ')]).toEqual([false, true]);
  // What the withheld amount is, no byte says.
  const amount = Buffer.alloc(8);
  amount.writeDoubleLE(77_777_777);
  expect(bytes.includes(amount)).toBe(false);
});

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

test.skipIf(!has('pspp-convert'))('PSPP reads the file whole (skipped where it is not installed)', () => {
  const [from, to] = [join(folder, 'tiltak.sav'), join(folder, 'pspp.csv')];
  writeFileSync(from, bytes);
  const run = spawnSync('pspp-convert', [from, to], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([0, '']);
  const rows = parse(readFileSync(to), { columns: true }) as Record<string, string>[];
  expect(rows.map(({ name, phase }) => [name?.trim(), phase])).toEqual(
    ['1', '-9', '-8'].map((phase) => [open.name, phase]),
  );
});

test.skipIf(!has('Rscript'))('R runs the script (skipped where it is not installed)', async () => {
  writeFileSync(join(folder, 'tiltak.csv'), await file('tiltak.csv'));
  const script = String(await file('tiltak.R')).replace(
    'http://localhost/2026.1/tiltak.csv',
    join(folder, 'tiltak.csv'),
  );
  const ask = `
cat(nrow(tiltak), levels(tiltak$phase)[1], as.character(tiltak$phase), tiltak$totalCost, tiltak$effects_serviceQuality, er_unntatt("phase"),
  attr(tiltak$phase, "label"), tiltak$deliverable[1] == "Linje en\\nlinje to", sep = "|")`;
  writeFileSync(join(folder, 'tiltak.R'), script + ask);
  const run = spawnSync('env', ['LC_ALL=C.UTF-8', 'Rscript', '--vanilla', join(folder, 'tiltak.R')], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('3|Idé|Idé|NA|NA|5e+06|NA|NA|TRUE|NA|NA|FALSE|TRUE|FALSE|Fase|TRUE');
});
