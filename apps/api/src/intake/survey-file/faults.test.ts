import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Edition, editionOf, type Language, languages } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../platform/config/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { importRound } from './import.ts';
import { type FileIssue, fileIssueLine, fileIssueText } from './problems.ts';

const { db, pool, close } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'samblikk-import-'));
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

type Table = string[][];
const edition = editionOf('2019') as Edition;
const survey: Table = parse(await readFile(join(ROOT, 'data/survey-2019.csv'), 'utf8'));
const population: Table = parse(await readFile(join(ROOT, 'data/population-2019.csv'), 'utf8'));
let answers: Table;
let agencies: Table;
beforeEach(() => {
  answers = structuredClone(survey.slice(0, 40));
  agencies = structuredClone(population);
});

/** Puts a value in a column of a row, counted as a spreadsheet does. */
function set(table: Table, row: number, column: string, value: string): void {
  const at = table[0]?.indexOf(column) ?? -1;
  expect(at).toBeGreaterThanOrEqual(0);
  (table[row - 1] as string[])[at] = value;
}

async function run(form: { answers?: Buffer; population?: Buffer } = {}, dryRun = false) {
  const paths = { population: join(folder, 'p.csv'), answers: join(folder, 'a.csv') };
  await writeFile(paths.population, form.population ?? stringify(agencies));
  await writeFile(paths.answers, form.answers ?? stringify(answers));
  return importRound(db, { year: 2019, ...paths, dryRun, actor: 'system:test' });
}

const errorsOf = (issues: readonly FileIssue[]) =>
  issues.filter((i) => i.level === 'error').map((i) => [i.file, i.row, i.column, i.value, i.code]);

async function nothingWritten(): Promise<void> {
  const { rows } = await pool.query(
    'select (select count(*) from round) + (select count(*) from measure) + (select count(*) from population) + (select count(*) from audit_event) as n',
  );
  expect(Number(rows[0].n)).toBe(0);
}

test('a file with many different faults names them all by row, column and value, and writes none', async () => {
  set(answers, 2, 'phase', 'dreaming');
  set(answers, 3, 'totalCost', 'mye');
  set(answers, 4, 'contactEmail', 'ikke en adresse');
  set(answers, 5, 'effects', 'efficiency|serviceQuality|costEfficiency|decisionSupport');
  set(answers, 6, 'technologies', 'ai|notRelevant');
  set(answers, 7, 'submittedAt', 'i går');
  set(answers, 8, 'externalId', survey[8]?.[0] ?? '');
  set(answers, 10, 'agencyOrgnr', '123456789');
  set(answers, 11, 'agencyOrgnr', '915933149');
  set(answers, 12, 'ministry', 'FIN');
  set(answers, 13, 'name', '');
  answers[13]?.push('for mye');
  set(answers, 15, 'beneficiaries', 'citizens|citizens');
  set(answers, 16, 'externalId', '');
  agencies = agencies.filter((row) => row[0] !== '915933149');
  agencies.push(['12345', 'Tull', '', '', 'XYZ', 'maybe', '']);
  agencies.push([...(agencies[1] ?? [])]);
  const result = await run();
  expect(result.ok).toBe(false);
  expect(errorsOf(result.issues)).toEqual([
    ['population', 74, 'orgnr', '12345', 'notAnOrganisationNumber'],
    ['population', 74, 'ministry', 'XYZ', 'unknownMinistry'],
    ['population', 74, 'skate', 'maybe', 'unknownCode'],
    ['population', 74, 'answered', '', 'unknownCode'],
    ['population', 75, 'orgnr', '974761076', 'duplicate'],
    ['answers', 2, 'phase', 'dreaming', 'unknownOption'],
    ['answers', 3, 'totalCost', 'mye', 'notANumber'],
    ['answers', 4, 'contactEmail', 'ikke en adresse', 'notAnEmail'],
    ['answers', 5, 'effects', 'efficiency|serviceQuality|costEfficiency|decisionSupport', 'tooMany'],
    ['answers', 6, 'technologies', 'ai|notRelevant', 'exclusive'],
    ['answers', 7, 'submittedAt', 'i går', 'notATime'],
    ['answers', 9, 'externalId', '2019-008', 'duplicate'],
    ['answers', 10, 'agencyOrgnr', '123456789', 'notAnOrganisationNumber'],
    ['answers', 11, 'agencyOrgnr', '915933149', 'notInPopulation'],
    ['answers', 12, 'ministry', 'FIN', 'otherMinistry'],
    ['answers', 13, 'name', '', 'required'],
    ['answers', 14, undefined, undefined, 'columnCount'],
    ['answers', 15, 'beneficiaries', 'citizens|citizens', 'repeated'],
    ['answers', 16, 'externalId', '', 'required'],
  ]);
  await nothingWritten();
});

test('each problem is said in words in three languages, with place and value', async () => {
  set(answers, 3, 'totalCost', 'mye');
  set(answers, 7, 'submittedAt', 'i går');
  set(answers, 8, 'externalId', survey[8]?.[0] ?? '');
  const { issues } = await run();
  for (const issue of issues) {
    const said = languages.map((language: Language) => fileIssueText(issue, edition, language));
    for (const text of said) expect(text.endsWith(`: ${issue.code}`)).toBe(false);
    expect(new Set(said).size).toBeGreaterThan(1);
  }
  const lines = issues.filter((i) => i.level === 'error').map((i) => fileIssueLine(i, edition, 'en'));
  expect(lines[0]).toMatch(/^Answers, row 3, totalCost «mye»: Expected total cost/);
  expect(lines[1]).toBe('Answers, row 7, submittedAt «i går»: Write the time as 2019-08-30T12:00:00+02:00.');
  const warnings = issues.filter((i) => i.level === 'warning').map((i) => fileIssueLine(i, edition, 'en'));
  expect(warnings.length).toBeGreaterThan(0);
  expect(warnings.every((line) => line.includes(': warning: '))).toBe(true);
  expect(lines.some((line) => line.includes(': warning: '))).toBe(false);
  expect(lines[2]).toBe(
    'Answers, row 9, externalId «2019-008»: The value also stands in row 8. It can stand in one row only.',
  );
});

test('columns that are missing, unknown or repeated are each named once, and the rows are still read', async () => {
  const header = answers[0] as string[];
  header[header.indexOf('phase')] = 'fase';
  header[header.indexOf('tags')] = 'funding';
  set(answers, 5, 'innovation', 'lots');
  const result = await run();
  expect(errorsOf(result.issues)).toEqual([
    ['answers', 1, 'phase', undefined, 'missingColumn'],
    ['answers', 1, 'tags', undefined, 'missingColumn'],
    ['answers', 1, 'fase', undefined, 'unknownColumn'],
    ['answers', 1, 'funding', undefined, 'repeatedColumn'],
    ['answers', 5, 'innovation', 'lots', 'unknownOption'],
  ]);
  await nothingWritten();
});

test('an empty file and a quote that is never closed are named', async () => {
  const broken = await run({ answers: Buffer.from(`${stringify(answers).trimEnd()}\n"never closed,1\n2`) });
  expect(errorsOf(broken.issues)).toEqual([['answers', 41, undefined, undefined, 'broken']]);
  const empty = await run({ answers: Buffer.from('') });
  expect(errorsOf(empty.issues)).toEqual([['answers', undefined, undefined, undefined, 'empty']]);
  await nothingWritten();
});

test('historical laxness is a warning', async () => {
  set(answers, 2, 'deliverable', '');
  set(answers, 2, 'discussedWithKs', 'yes');
  set(answers, 2, 'involvesOthers', 'yes');
  set(answers, 2, 'involvedScope', 'other');
  set(answers, 2, 'submittedAt', '');
  const result = await run({}, true);
  expect(result.ok).toBe(true);
  expect(result.issues.filter((i) => i.row === 2).map((i) => [i.column, i.code, i.level])).toEqual([
    ['discussedWithKs', 'notAsked', 'warning'],
    ['deliverable', 'required', 'warning'],
    ['submittedAt', 'noTime', 'warning'],
  ]);
});

test.each([
  [
    'semicolons, CRLF and a byte order mark',
    ['byteOrderMark', 'carriageReturns', 'semicolons'],
    (t: Table) => Buffer.from(`\ufeff${stringify(t, { delimiter: ';', record_delimiter: 'windows' })}`),
  ],
  ['Windows-1252', ['windows1252'], (t: Table) => iconv.encode(stringify(t), 'windows-1252')],
  [
    'UTF-16 with tabs',
    ['utf16', 'tabs'],
    (t: Table) => iconv.encode(stringify(t, { delimiter: '\t' }), 'utf-16le', { addBOM: true }),
  ],
])('%s are recognised, said, and give the same answers', async (_name, notes, encode) => {
  set(answers, 2, 'name', 'Ærlig søk – på nytt');
  const plain = await run({}, true);
  const result = await run({ answers: encode(answers), population: encode(agencies) }, true);
  expect(result.forms.answers.notes).toEqual(notes);
  expect(result.forms.population.notes).toEqual(notes);
  expect({ ...result, forms: undefined }).toEqual({ ...plain, forms: undefined });
  expect(result.ok).toBe(true);
});

test('the agencies’ mailboxes may come along: named when at fault, changed, and left alone by a file without them', async () => {
  const boxes = async () =>
    (await pool.query('select contact_email as box from population where contact_email is not null')).rows;
  const plain = structuredClone(agencies);
  agencies = agencies.map((row, at) => [...row, at === 0 ? 'contactEmail' : at === 1 ? 'post, eller ring' : '']);
  expect(errorsOf((await run()).issues)).toEqual([
    ['population', 2, 'contactEmail', 'post, eller ring', 'notAnAddress'],
  ]);
  set(agencies, 2, 'contactEmail', 'post@skatteetaten.example');
  expect(errorsOf((await run()).issues)).toEqual([]);
  expect(await boxes()).toEqual([{ box: 'post@skatteetaten.example' }]);
  agencies = plain;
  expect(errorsOf((await run()).issues)).toEqual([]);
  expect(await boxes()).toEqual([{ box: 'post@skatteetaten.example' }]);
});
