import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { digdir } from '../responses/testing.ts';
import { mail, population, round } from '../schema.ts';
import { commandLineOver, measureSentIn } from './testing.ts';

// What staff do with what came in, from the command line: look over, note, write to, settle, and take out who did what.

const { db, close } = await testDatabase();
const config = testConfig();
const app = await buildApp({ config, db, limits: false });
const folder = await mkdtemp(join(tmpdir(), 'samblikk-review-'));
afterAll(async () => {
  await app.close();
  await close();
  await rm(folder, { recursive: true });
});
let number = '';
const commandLine = commandLineOver(db, config);
const samblikk = (...args: string[]) => commandLine(args);

beforeAll(async () => {
  number = await measureSentIn(app, db);
});

const inRound = ['--round', '2026'];
const ofMeasure = () => [...inRound, '--measure', number];
const ofAgency = [...inRound, '--agency', digdir.orgnr];

test('a measure is looked over, leaves the queue, and is put back', async () => {
  const queue = async () => (await samblikk('quality', 'list', ...inRound)).output;
  expect(await queue()).toContain(number);
  expect(await samblikk('quality', 'look', ...ofMeasure(), '--note', 'Stemmer')).toMatchObject({ status: 0 });
  expect(await queue()).not.toContain(number);
  expect((await samblikk('quality', 'look', ...ofMeasure(), '--again')).output).toBe('Back in the queue.\n');
  expect(await queue()).toContain(number);
  expect((await samblikk('quality', 'look', ...inRound, '--measure', '1999-0001')).status).toBe(2);
});

test('a question is closed once, by the id that the list names', async () => {
  await samblikk('query', 'ask', ...ofMeasure(), '--text', 'Hva menes?');
  const id = / id (\S+)\n/.exec((await samblikk('query', 'list', ...inRound)).output)?.[1] ?? '';
  expect((await samblikk('query', 'list', ...inRound, '--answered')).output).toBe('Nothing waits.\n');
  expect(await samblikk('query', 'close', ...ofMeasure(), '--id', id)).toMatchObject({
    status: 0,
    output: 'Closed.\n',
  });
  expect((await samblikk('query', 'list', ...inRound)).output).toBe('Nothing waits.\n');
  expect((await samblikk('query', 'close', ...ofMeasure(), '--id', id)).status).toBe(1);
  expect((await samblikk('query', 'close', ...ofMeasure(), '--id', v7())).status).toBe(1);
});

test('a note about an agency is added and listed', async () => {
  expect((await samblikk('note', 'list', ...ofAgency)).output).toBe('0 notes\n');
  expect((await samblikk('note', 'add', ...ofAgency, '--text', 'Ny kontakt fra mars')).status).toBe(0);
  expect((await samblikk('note', 'list', ...ofAgency)).output).toMatch(
    /^\S+ {2}2026 {2}command-line: Ny kontakt fra mars\n1 notes\n$/,
  );
  expect((await samblikk('note', 'add', ...inRound, '--agency', '123456789', '--text', 'x')).status).toBe(1);
});

test('what a letter says is shown, written from a file, refused when it lacks what it must name, and reset', async () => {
  const text = ['messages', 'text', ...inRound, '--kind', 'reminder', '--lang', 'en'];
  const asIs = await samblikk(...text);
  expect(asIs.messages).toEqual(['This is what the program says by itself.']);
  const path = join(folder, 'reminder.txt');
  await writeFile(path, 'Remember {year}\r\n\r\n{agencies}: {deadline}\r\n{link}\r\n');
  expect(await samblikk(...text, '--file', path)).toMatchObject({
    ...{ status: 0, messages: [] },
    output: 'Remember {year}\n\n{agencies}: {deadline}\n{link}\n',
  });
  await writeFile(path, 'Remember {year}\n\nDo it.\n');
  const refused = await samblikk(...text, '--file', path);
  expect([refused.status, refused.messages.join()]).toEqual([1, expect.stringContaining('{agencies}')]);
  await writeFile(path, 'Remember {year}\n');
  expect((await samblikk(...text, '--file', path)).status).toBe(2);
  expect(await samblikk(...text, '--reset')).toEqual(asIs);
  expect((await samblikk('messages', 'text', ...inRound, '--kind', 'postcard')).status).toBe(2);
});

test('an address that was refused is done with, or mended, and the letter goes there', async () => {
  const [{ id: roundId } = { id: '' }] = await db.select().from(round).where(eq(round.year, 2026));
  await db.update(population).set({ contactEmail: 'feil@digdir.example' }).where(eq(population.roundId, roundId));
  expect((await samblikk('messages', 'send', ...inRound, '--kind', 'thanks')).status).toBe(0);
  const at = new Date();
  await db.update(mail).set({ givenUpAt: at, gaveUp: 'refused' }).where(eq(mail.receiver, 'feil@digdir.example'));
  const settle = ['messages', 'settle', ...inRound, '--address', 'Feil@digdir.example'];
  expect((await samblikk(...settle, '--to', 'ingen adresse')).status).toBe(2);
  expect((await samblikk(...settle, '--to', 'rett@digdir.example')).output).toBe(
    '1 letters go to rett@digdir.example.\n',
  );
  expect((await samblikk('messages', 'list', ...inRound, '--state', 'waiting')).output).toContain(
    'thanks  waiting  rett@digdir.example',
  );
  expect((await samblikk(...settle)).status).toBe(2);
});

test('who did what goes to a file, filtered as on screen', async () => {
  const out = join(folder, 'audit.json');
  const filter = ['--year', '2026', '--action', 'note.written', '--format', 'json'];
  expect((await samblikk('audit', 'export', ...filter, '--out', out)).status).toBe(0);
  expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject([
    { action: 'note.written', actor: 'system:command-line' },
  ]);
  expect((await samblikk('audit', 'export', '--who', 'command')).output.split('\n')[0]).toContain('sequence');
  expect((await samblikk('audit', 'export', '--from', 'i går')).status).toBe(2);
  expect((await samblikk('audit', 'export', '--format', 'pdf')).status).toBe(2);
});

test('what is kept how long is listed; what is due is told beforehand, and erased once', async () => {
  expect((await samblikk('retention', 'list', '--lang', 'en')).output).toContain('contacts: Contact addresses');
  const at = ['--at', '2040-01-01T00:00:00Z'];
  const foreseen = await samblikk('retention', 'run', '--dry-run', ...at);
  expect(foreseen.output).toBe('contacts  2026  3 rows\nnames  2026  2 rows\nletters  1 rows\n');
  expect(await samblikk('retention', 'run', ...at)).toEqual(foreseen);
  expect((await samblikk('retention', 'run', ...at)).output).toBe('Nothing is due.\n');
  expect((await samblikk('retention', 'run', '--at', 'i morgen')).status).toBe(2);
});
