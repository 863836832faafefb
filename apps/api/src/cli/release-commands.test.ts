import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../platform/db/testing.ts';
import { plantRound } from '../releases/testing.ts';
import { auditEvent } from '../schema.ts';
import { linesOver } from './testing.ts';

// A round's releases by commands alone: frozen, set to a moment, published, compared, withdrawn.

const folder = await mkdtemp(join(tmpdir(), 'samblikk-releases-'));
const { db, close } = await testDatabase();
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});
const answers = { deliverable: 'Noe', publishable: 'yes', contactEmail: 'a@b.example', phase: 'idea' };
await plantRound(db, {
  ...{ year: 2026, edition: '2026' },
  agencies: [{ id: 'nibio', orgnr: '988983837', ministry: 'LMD' }],
  measures: [
    { number: '2026-0001', agency: 'nibio', answers: { ...answers, name: 'Et' } },
    { number: '2026-0002', agency: 'nibio', answers: { ...answers, name: 'To' } },
  ],
});
const samblikk = linesOver(db);
const list = async () => (await samblikk('releases list --round 2026')).output.trim().split('\n');
const why = ['--nb', 'Feil i tallene', '--nn', 'Feil i tala', '--en', 'The numbers are wrong'];

test('a release is set to a moment, held after all, and published', async () => {
  expect(await list()).toEqual(['There are no releases.']);
  await samblikk('freeze --round 2026 --hold');
  const first = /^2026\.1 {2}(\w+).* {2}data as of \S+ {2}2 measures, 2 public$/;
  const publication = async () => first.exec((await list())[0] ?? '')?.[1];
  expect(await publication()).toBe('held');
  expect(await samblikk('releases publish --release 2026.1 --at 2099-02-01T08:00+01:00')).toEqual({
    ...{ status: 0, output: 'Release 2026.1 is published at 2099-02-01T07:00:00.000Z.\n', messages: [] },
  });
  expect((await list())[0]).toContain('2026.1  scheduled 2099-02-01T07:00:00.000Z');
  expect((await samblikk('releases publish --release 2026.1 --hold')).output).toBe('Release 2026.1 is held.\n');
  expect(await publication()).toBe('held');
  expect((await samblikk('releases publish --release 2026.1')).output).toBe('Release 2026.1 is published.\n');
  expect(await publication()).toBe('published');
});

test('one measure is withdrawn with its reason, and comes back; the releases are compared', async () => {
  const withdrawing = 'releases withdraw --release 2026.1 --measure 2026-0002';
  expect(await samblikk(withdrawing, ...why)).toEqual({
    ...{ status: 0, output: 'Measure 2026-0002 is withdrawn. Release 2026.2 is current.\n', messages: [] },
  });
  const comparing = 'releases compare --before 2026.1 --after 2026.2';
  const csv = (await samblikk(`${comparing} --lang en`)).output;
  expect(csv).toContain('2026-0002');
  expect(csv).not.toContain('2026-0001');
  const out = join(folder, 'compared.json');
  expect(await samblikk(`${comparing} --format json --out ${out}`)).toEqual({ status: 0, output: '', messages: [] });
  expect(JSON.parse(await readFile(out, 'utf8'))).toBeTypeOf('object');
  expect((await samblikk('releases restore --round 2026 --measure 2026-0002')).output).toBe(
    'Measure 2026-0002 is public again in release 2026.3.\n',
  );
  expect((await samblikk(`releases compare --before 2026.1 --after 2026.3`)).output).not.toContain('2026-0002');
});

test('a release is withdrawn, with the reason in three languages', async () => {
  expect((await samblikk('releases withdraw --release 2026.3', ...why)).output).toBe('Release 2026.3 is withdrawn.\n');
  expect((await list())[0]).toMatch(/^2026\.3 {2}withdrawn /);
  const [event] = (await db.select().from(auditEvent)).filter(({ action }) => action === 'release.withdrawn').slice(-1);
  expect(event).toMatchObject({
    actor: 'system:command-line',
    details: { reason: { nb: 'Feil i tallene', nn: 'Feil i tala', en: 'The numbers are wrong' } },
  });
});

test('what cannot be done is said, and nothing is decided: exit status 1', async () => {
  const events = await db.$count(auditEvent);
  for (const [line, ...more] of [
    ['releases list --round 2031'],
    ['releases publish --release 2026.9'],
    ['releases publish --release 2026.1'],
    ['releases publish --release 2026.3'],
    ['releases publish --release 2026.3 --at 2099-02-01T08:00+01:00'],
    ['releases withdraw --release 2026.3', ...why],
    ['releases withdraw --release 2026.1 --measure 2026-0099', ...why],
    ['releases restore --round 2026 --measure 2026-0001'],
    ['releases compare --before 2026.1 --after 2026.9'],
  ] as [string, ...string[]][]) {
    const { status, output, messages } = await samblikk(line, ...more);
    expect([line, status, output, messages]).toEqual([line, 1, '', [expect.stringMatching(/^[A-Z].+\.$/)]]);
  }
  expect(await db.$count(auditEvent)).toBe(events);
});

test.each([
  ['releases list', '--round is missing. See samblikk releases list --help.'],
  ['releases publish --release 2026', '--release 2026: write year and number, for example 2026.1.'],
  ['releases publish --release 2026.0', '--release 2026.0: write year and number, for example 2026.1.'],
  ['releases publish --release 2026.1 --at soon', '--at soon: write a moment'],
  // Without an offset it would be another moment on another machine.
  ['releases publish --release 2026.1 --at 2099-02-01T08:00', '--at 2099-02-01T08:00: write a moment'],
  ['releases publish --release 2026.1 --hold --at 2099-02-01T08:00Z', 'Write one of --at and --hold.'],
  ['releases withdraw --release 2026.1 --nb Feil', '--nn is missing. See samblikk releases withdraw --help.'],
  ['releases restore --round 2026', '--measure is missing. See samblikk releases restore --help.'],
  ['releases compare --before 2026.1', '--after is missing. See samblikk releases compare --help.'],
  ['releases compare --before 2026.1 --after 2026.2 --format pdf', '--format pdf: write json or csv.'],
  ['releases', 'Did you mean releases list or releases publish'],
])('%s is not understood', async (line, said) => {
  expect(await samblikk(line)).toEqual({ status: 2, output: '', messages: [expect.stringContaining(said)] });
});
