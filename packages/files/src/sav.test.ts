import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SavCell, type SavVariable, savDay, savFile } from './sav.ts';
import { readSav } from './testing-sav.ts';

const labels = [
  [1, 'Idé'],
  [2, 'Konsept og «æøå»'],
  [-7, 'Ikke spurt'],
  [-9, 'Unntatt offentlighet'],
] as const;
const variables: readonly SavVariable[] = [
  { name: 'number', label: 'Nummer', width: 9 },
  { name: 'phaseOfTheMeasure', label: 'Fase', labels, missing: [-7, -8, -9] },
  { name: 'cost', label: 'Kostnad i kroner', scale: true, missing: [-7, -8, -9] },
  { name: 'day', label: 'Dag', day: true },
  { name: 'deliverable', label: 'Leveranse', width: 1200 },
  {
    name: 'effects_a',
    label: 'A',
    labels: [
      [0, 'Nei'],
      [1, 'Ja'],
    ],
  },
  {
    name: 'effects_b',
    label: 'B',
    labels: [
      [0, 'Nei'],
      [1, 'Ja'],
    ],
  },
];
const made = new Date('2026-03-02T09:00:00Z');

async function write(rows: readonly (readonly SavCell[])[], documents: readonly string[] = []): Promise<Buffer> {
  const sets = [{ name: 'effects', label: 'Virkninger', variables: ['effects_a', 'effects_b'], counted: 1 }];
  const batches = (async function* () {
    // Some at a time, as files are written.
    for (let from = 0; from < rows.length; from += 2) yield rows.slice(from, from + 2);
  })();
  const pieces: Uint8Array[] = [];
  const dictionary = { label: 'Tiltak', variables, sets, cases: rows.length, made, documents };
  for await (const piece of savFile(dictionary, batches)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const rowsWith = (text: string): SavCell[][] => [
  ['2019-0001', 1, 4_000_000, savDay('2019-08-30'), text, 1, 0],
  ['2019-0002', -9, -9, null, '', 0, 0],
  ['2019-0003', -7, 151, savDay('2020-02-29'), 'kort', 1, 1],
];
// The reader of the first tests takes letters of several bytes apart where a word of eight ends; PSPP, below, does not.
const text = 'Norsk tekst uten andre bokstaver - '.repeat(30);
const rows = rowsWith(text);

test('is read back by a reader of others: variables, labels, what is no answer, long texts, UTF-8', async () => {
  const { meta, rows: read } = await readSav(await write(rows, ['Kilde: https://samblikk.no/2019.1']));
  expect(meta.header).toMatchObject({ n_cases: 3, encoding: 'UTF-8' });
  expect(meta.sysvars.map(({ name, label }) => [name, label])).toEqual(
    variables.map(({ name, label }) => [name, label]),
  );
  const [, phase] = meta.sysvars;
  expect(phase?.missing).toEqual([-7, -8, -9]);
  expect(meta.getValueLabels('phaseOfTheMeasure')?.map(({ val, label }) => [val, label])).toEqual(labels);
  expect(read.map((row) => [row.number, row.phaseOfTheMeasure, row.cost, String(row.deliverable).trimEnd()])).toEqual(
    rows.map(([number, phase, cost, , said]) => [number, phase, cost, String(said).trimEnd()]),
  );
});

test('any numbers and texts come back as they were', async () => {
  const cell = {
    number: fc.string({ maxLength: 9, unit: fc.constantFrom('a', '0', '-', 'z') }),
    small: fc.integer({ min: -200, max: 300 }),
    cost: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }).map((one) => one || 0),
    said: fc.string({ maxLength: 600, unit: fc.constantFrom('a', 'x', ' ', '-', 'Z', '1') }),
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record(cell), { minLength: 1, maxLength: 9 }), async (all) => {
      const { rows: read } = await readSav(
        await write(all.map(({ number, small, cost, said }) => [number, small, cost, null, said, 0, 1])),
      );
      const end = (value: string) =>
        Buffer.from(value)
          .subarray(0, 1200)
          .toString()
          .replace(/\ufffd+$/, '')
          .trimEnd();
      expect(read.map((row) => [row.number, row.phaseOfTheMeasure, row.cost, end(String(row.deliverable))])).toEqual(
        all.map(({ number, small, cost, said }) => [number, small, cost, end(said)]),
      );
    }),
    { numRuns: 15 },
  );
});

const pspp = spawnSync('pspp-convert', ['--version']).status === 0;

test.skipIf(!pspp)('PSPP reads it (skipped where it is not installed)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samblikk-sav-'));
  try {
    const [from, to] = [join(folder, 'tiltak.sav'), join(folder, 'tiltak.csv')];
    const norwegian = 'Norsk tekst på æ, ø og å – '.repeat(30);
    writeFileSync(from, await write(rowsWith(norwegian), ['Kilde: https://samblikk.no/2019.1']));
    const run = spawnSync('pspp-convert', [from, to], { encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, '']);
    const [header, ...read] = parse(readFileSync(to)) as string[][];
    expect(header).toEqual(variables.map(({ name }) => name));
    expect(read.map(([, , , day, said]) => [day, said?.trimEnd()])).toEqual([
      ['08/30/2019', norwegian.trimEnd()],
      [' ', ''],
      ['02/29/2020', 'kort'],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
