import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Submission } from '@samblikk/contract';
import { type Edition, questionsOf } from '@samblikk/questionnaire';
import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { responseSite } from '../pages/response/testing-site.ts';
import { freezeRound } from '../releases/index.ts';
import { completeAnswers, digdir } from '../responses/testing.ts';
import { auditEvent, revision, submission } from '../schema.ts';
import { makeArchive, verifyArchive } from './index.ts';
import { parts } from './parts.ts';
import { changeRows, type Files, pack, refit, testFolder, unpack } from './testing.ts';

const site = await responseSite();
const { db, kari, clock } = site;
const folder = await testFolder();
const path = (name: string) => join(folder, name);
const now = new Date('2026-04-02T09:00:00Z');
const make = (file: string, at = now) =>
  makeArchive(db, { year: 2026, path: path(file), actor: 'system:test', now: at });
const secret = 'tiltak@digdir.example';
let receipt = '';

beforeAll(async () => {
  clock.now = new Date('2026-03-02T09:00:00Z');
  const one = await site.add(kari);
  await site.save(kari, one.id, 0, completeAnswers);
  await site.save(kari, one.id, 1, { name: 'Felles «adresseoppslag» & <mer> og æøå' });
  const other = await site.add(kari);
  await site.save(kari, other.id, 0, {
    ...completeAnswers,
    name: 'Et annet',
    publishable: 'no',
    exemptionBasis: '§ 13',
  });
  const sent = await site.submit<Submission>(kari, 'key-archive-1');
  expect(sent.status).toBe(201);
  receipt = sent.body.receipt;
  await freezeRound(db, { year: 2026, actor: 'system:test', now: new Date('2026-04-01T09:00:00Z') });
  await make('whole.zip');
});

describe('an archive', () => {
  test('holds every part, an index that explains each, and a manifest; and it verifies', async () => {
    const files = await unpack(path('whole.zip'));
    expect([...files.keys()]).toEqual([...parts.map(({ file }) => file), 'index.html', 'manifest.json']);
    const index = files.get('index.html') ?? '';
    for (const { file, about } of parts) {
      expect(index).toContain(`href="${file}"`);
      expect(index).toContain(about.nb);
    }
    expect(await verifyArchive(path('whole.zip'))).toMatchObject({ faults: [], takenOut: [] });
  });

  test('has every revision as it was given, contact addresses apart', async () => {
    const files = await unpack(path('whole.zip'));
    const rows = (name: string) =>
      (files.get(name) ?? '')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const kept = await db.select().from(revision);
    expect(kept.length).toBeGreaterThan(2);
    const contacts = new Map(rows('personal/contacts.jsonl').map((row) => [row.revisionId, row.answers]));
    const archived = rows('answers/revisions.jsonl').map((row) => [
      row.id,
      { ...row.answers, ...contacts.get(row.id) },
    ]);
    expect(Object.fromEntries(archived)).toEqual(Object.fromEntries(kept.map(({ id, answers }) => [id, answers])));
    for (const [name, text] of files)
      expect([name, text.includes(secret)]).toEqual([name, name === 'personal/contacts.jsonl']);
  });

  test('the edition is whole: every label of every question in every language', async () => {
    const files = await unpack(path('whole.zip'));
    const edition = JSON.parse(files.get('questions/edition.json') ?? '') as Edition;
    for (const { label } of questionsOf(edition)) for (const text of Object.values(label)) expect(text).not.toBe('');
    expect(questionsOf(edition).length).toBeGreaterThan(20);
  });

  test('made again later it has the same bytes, though the audit has a line of each', async () => {
    const before = await db.$count(auditEvent);
    await make('again.zip', new Date('2031-01-01T00:00:00Z'));
    expect(await db.$count(auditEvent)).toBe(before + 1);
    expect((await readFile(path('again.zip'))).equals(await readFile(path('whole.zip')))).toBe(true);
  });

  test('one that cannot be written leaves nothing, and what lay there stays', async () => {
    await writeFile(path('there.zip'), 'before');
    const failing = makeArchive(db, { year: 1999, path: path('there.zip'), actor: 'system:test', now });
    await expect(failing).rejects.toMatchObject({ code: 'notFound' });
    expect(await readFile(path('there.zip'), 'utf8')).toBe('before');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('what was tampered with is named', () => {
  const file = {
    answers: 'answers/revisions.jsonl',
    sent: 'submissions/submissions.jsonl',
    chain: 'audit/events.jsonl',
    frozen: 'releases/measures.jsonl',
    releases: 'releases/releases.jsonl',
  };
  // biome-ignore lint/suspicious/noExplicitAny: rows of any file
  type Row = any;
  const cases: readonly [string, (files: Files) => void, string][] = [
    [
      'an answer',
      (files) =>
        changeRows(files, file.answers, (row: Row) => ({ ...row, answers: { ...row.answers, name: 'Noe annet' } })),
      'are not those it has the content hash of',
    ],
    [
      'a revision taken out',
      (files) => changeRows(files, file.answers, (row: Row) => (row.version === 2 ? undefined : row)),
      'is missing',
    ],
    [
      'a first version taken out',
      (files) => changeRows(files, file.answers, (row: Row, at) => (at === 0 ? undefined : row)),
      'version 1 of measure',
    ],
    [
      'a submission with the hash of other answers',
      (files) => changeRows(files, file.sent, (row: Row) => ({ ...row, contentHash: '0'.repeat(64) })),
      'has another content hash than the audit chain says',
    ],
    [
      'an event changed',
      (files) => changeRows(files, file.chain, (row: Row, at) => (at === 1 ? { ...row, actor: 'someone' } : row)),
      'is not what was written',
    ],
    [
      'an event taken out',
      (files) => changeRows(files, file.chain, (row: Row, at) => (at === 1 ? undefined : row)),
      'is missing, added or moved',
    ],
    [
      'the end of the chain cut off',
      (files) => changeRows(files, file.chain, (row: Row) => (row.action === 'release.frozen' ? undefined : row)),
      'does not end where the manifest says',
    ],
    [
      'a frozen answer',
      (files) => changeRows(files, file.frozen, (row: Row) => ({ ...row, publicAnswers: { name: 'Noe annet' } })),
      'what release 1 froze',
    ],
    [
      'a frozen measure taken out',
      (files) => changeRows(files, file.frozen, (row: Row, at) => (at === 0 ? undefined : row)),
      'what release 1 froze',
    ],
    [
      'what a release said of itself',
      (files) => changeRows(files, file.releases, (row: Row) => ({ ...row, answered: 70 })),
      'what release 1 froze',
    ],
    [
      'a text of the questionnaire',
      (files) =>
        files.set(
          'questions/edition.json',
          (files.get('questions/edition.json') ?? '').replaceAll('virksomhet', 'etat'),
        ),
      'another fingerprint',
    ],
  ];

  test.each(cases)('%s, though the manifest was made to fit', async (_what, tamper, said) => {
    const files = await unpack(path('whole.zip'));
    tamper(files);
    refit(files);
    await pack(files, path('tampered.zip'));
    const { faults } = await verifyArchive(path('tampered.zip'));
    expect(faults.map(({ what }) => what).join('\n')).toContain(said);
  });

  test.each(parts.map(({ file: name }) => name))('%s changed or taken out', async (name) => {
    const files = await unpack(path('whole.zip'));
    files.set(name, `${files.get(name)} `);
    await pack(files, path('tampered.zip'));
    expect((await verifyArchive(path('tampered.zip'))).faults).toContainEqual({
      file: name,
      what: 'it is not what was written: its SHA-256 is another',
    });
    files.delete(name);
    await pack(files, path('tampered.zip'));
    const without = await verifyArchive(path('tampered.zip'));
    const separable = parts.some((part) => part.file === name && part.separable);
    expect(without.faults.some((fault) => fault.file === name)).toBe(!separable);
    expect(without.takenOut).toEqual(separable ? [name] : []);
  });

  test('a file too many, no manifest, half a file, no zip', async () => {
    const files = await unpack(path('whole.zip'));
    files.set('more.txt', 'x');
    await pack(files, path('tampered.zip'));
    expect((await verifyArchive(path('tampered.zip'))).faults).toEqual([
      { file: 'more.txt', what: 'the manifest does not know it' },
    ]);
    files.delete('manifest.json');
    await pack(files, path('tampered.zip'));
    expect((await verifyArchive(path('tampered.zip'))).faults[0]?.what).toContain('manifest.json is missing');
    await writeFile(path('half.zip'), await readFile(path('whole.zip')));
    await truncate(path('half.zip'), Math.floor((await stat(path('half.zip'))).size / 2));
    for (const name of ['half.zip', 'again.zip.not'])
      expect((await verifyArchive(path(name))).faults[0]?.what).toContain('it is no whole zip archive');
  });
});

test('over HTTP an administrator gets the same file, and the audit says who took it', async () => {
  const app = await buildApp({ config: testConfig(), db, limits: false });
  const ada = await signInAs(db, { roles: [{ role: 'admin' }] });
  const reply = await app.inject({ url: '/api/v1/rounds/2026/archive.zip', headers: ada.headers });
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/zip']);
  expect(reply.rawPayload.equals(await readFile(path('whole.zip')))).toBe(true);
  const [line] = await db.select().from(auditEvent).orderBy(desc(auditEvent.sequence)).limit(1);
  expect(line).toMatchObject({ actor: ada.personId, action: 'archive.made', subject: 'round:2026' });
  expect((await app.inject({ url: '/api/v1/rounds/2040/archive.zip', headers: ada.headers })).statusCode).toBe(404);
  await app.close();
});

test('the receipt that the agency has witnesses the archive: its hash is the one in there', async () => {
  const [sent] = await db.select().from(submission).where(eq(submission.receipt, receipt));
  expect((await unpack(path('whole.zip'))).get('submissions/submissions.jsonl')).toContain(sent?.contentHash);
  expect(sent?.agencyId).toBe(digdir.id);
});
