import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { ROOT, StartError } from '../platform/config/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { ReaderGone } from './command.ts';
import { commands } from './commands.ts';
import type { Surroundings } from './run.ts';
import { commandLineOver } from './testing.ts';

const { db, pool, close } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'samblikk-cli-'));
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});
const data = (name: string) => join(ROOT, 'data', name);
const population = data('population-2019.csv');
const survey = data('survey-2019.csv');
const files = ['--population', population, '--answers', survey];

const commandLine = commandLineOver(db, testConfig());

/** Runs a command line; what it opened is closed when it ends. */
async function samblikk(args: readonly string[], changes: Partial<Surroundings> = {}) {
  let open = 0;
  const close = async () => {
    open -= 1;
  };
  const said = await commandLine(args, {
    config: () => ({ dataDir: folder, sessionSecret: undefined }),
    open: async () => {
      open += 1;
      return { db, close };
    },
    ...changes,
  });
  expect(open).toBe(0);
  return said;
}

test('--help tells all commands, and each command tells its options without a database', async () => {
  const closed = { open: () => Promise.reject(new Error('opened')) };
  const overview = await samblikk(['--help'], closed);
  expect(overview.status).toBe(0);
  for (const { name, summary, options } of commands) {
    expect(overview.output).toContain(`${name} `);
    const help = await samblikk([...name.split(' '), '--help'], closed);
    expect(help).toMatchObject({ status: 0, messages: [] });
    expect(help.output).toContain(summary);
    for (const option of Object.keys(options)) expect(help.output).toContain(`--${option}`);
  }
});

test.each([
  [[], undefined],
  [['fly'], 'There is no command “fly”. See samblikk --help.'],
  [['audit'], 'There is no command “audit”. Did you mean audit verify or audit export?'],
  [['freeze'], '--round is missing. See samblikk freeze --help.'],
  [['freeze', '--round', 'soon'], '--round soon: write a year, for example --round 2019.'],
  [['export', '--round', '2019', '--format', 'pdf'], '--format pdf: write csv or json.'],
  [['codebook', '--format', 'toString'], '--format toString: write json or csv.'],
  [['import', '--round', '2019', ...files, '--lang', 'sv'], '--lang sv: write nb, nn or en.'],
  [['questionnaire', 'check', '--edition', '1814'], 'There is no edition 1814. There are 2019, 2026.'],
])('%j is not understood: exit status 2', async (args, message) => {
  const said = await samblikk(args);
  expect(said.status).toBe(2);
  expect(said.messages).toEqual(message === undefined ? [] : [message]);
});

test('what a command is about is written with or without its option, and --help says both', async () => {
  const alone = await samblikk(['archive', 'verify', '/finnes/ikke.zip']);
  expect(alone).toMatchObject({ status: 1, messages: [expect.stringContaining('it is no whole zip archive')] });
  expect(await samblikk(['archive', 'verify', '--file', '/finnes/ikke.zip'])).toEqual(alone);
  const { output } = await samblikk(['archive', 'verify', '--help']);
  expect(output).toContain('samblikk archive verify FILE\n');
  expect(output).toContain('  FILE or --file FILE  the archive\n');
  expect((await samblikk(['archive', 'verify'])).messages).toEqual([
    'FILE is missing. See samblikk archive verify --help.',
  ]);
});

test('an unknown option is named', async () => {
  const { status, messages } = await samblikk(['freeze', '--round', '2019', '--now']);
  expect(status).toBe(2);
  expect(messages[0]).toContain("'--now'");
});

test('a database that does not open is one line and exit status 1', async () => {
  const open = () => Promise.reject(new StartError('DATABASE_URL does not answer: db:5432/x: no'));
  expect(await samblikk(['rounds', 'list'], { open })).toEqual({
    status: 1,
    output: '',
    messages: ['DATABASE_URL does not answer: db:5432/x: no'],
  });
});

test('a round goes from files to release and back to its file', async () => {
  expect(await samblikk(['rounds', 'list'])).toMatchObject({ status: 0, output: 'There are no rounds.\n' });
  const dry = await samblikk(['import', '--round', '2019', ...files, '--dry-run', '--lang', 'en']);
  expect(dry.status).toBe(0);
  expect(dry.output).toContain('This was a dry run. Nothing was stored.');
  const first = await samblikk(['import', '--round', '2019', ...files, '--lang', 'en']);
  expect(first.status).toBe(0);
  expect(first.output).toBe(
    'Round 2019, edition 2019: 432 measures read from 73 agencies.\n' +
      '432 new, 0 changed, 0 as before. 14 came after the deadline. 67 submissions. 14 warnings.\n',
  );
  expect(first.messages).toHaveLength(14);
  expect((await samblikk(['import', '--round', '2019', ...files, '--lang', 'en'])).output).toContain(
    'Nothing was changed.',
  );
  expect((await samblikk(['freeze', '--round', '2019'])).output).toMatch(/^Made release 2019\.1: 432 measures/);
  expect((await samblikk(['freeze', '--round', '2019'])).output).toMatch(/^Nothing has changed since release 2019\.1/);
  const out = join(folder, 'out.csv');
  expect(await samblikk(['export', '--round', '2019', '--out', out])).toMatchObject({ status: 0, output: '' });
  const original = await readFile(survey, 'utf8');
  expect((await readFile(out, 'utf8')) === original).toBe(true);
  expect((await samblikk(['export', '--round', '2019'])).output === original).toBe(true);
  expect((await samblikk(['rounds', 'list'])).output).toMatch(
    /^2019 {2}edition 2019 {2}closed .* 67 of 73 answered\n$/,
  );
});

test('a file with faults: each is a line, nothing is stored, exit status 1', async () => {
  const faulty = join(folder, 'faulty.csv');
  await writeFile(
    faulty,
    (await readFile(survey, 'utf8')).replace(',execution,', ',dreaming,').replace(',20970000,', ',mye,'),
  );
  const before = (await pool.query('select count(*) from audit_event')).rows;
  const said = await samblikk(['import', '--round', '2019', '--population', population, '--answers', faulty]);
  expect(said.status).toBe(1);
  expect(said.output).toContain('Ingenting ble tatt inn: 2 feil');
  expect(said.messages.filter((line) => line.startsWith('Svarene, rad 2, '))).toEqual([
    expect.stringContaining('totalCost «mye»: '),
    expect.stringContaining('phase «dreaming»: '),
  ]);
  expect((await pool.query('select count(*) from audit_event')).rows).toEqual(before);
});

test('what cannot be done is said in one line: exit status 1', async () => {
  expect((await samblikk(['export', '--round', '2031'])).messages).toEqual(['Not found: There is no round for 2031.']);
  expect((await samblikk(['import', '--round', '2019', ...files, '--edition', '2026'])).messages).toEqual([
    'This is already done: The round of 2019 has edition 2019, not 2026.',
  ]);
  expect((await samblikk(['import', '--round', '2027', ...files])).messages).toEqual([
    'The request cannot be read: There is no edition for 2027; name one.',
  ]);
});

test('editions are fit for use, and have codebooks', async () => {
  expect(await samblikk(['questionnaire', 'check'])).toMatchObject({ status: 0 });
  expect(JSON.parse((await samblikk(['codebook', '--edition', '2019', '--lang', 'nn'])).output).title).toBe(
    'Digitaliseringstiltak i staten 2019',
  );
});

test('the chain of events is verified, and a reader who leaves is no failure', async () => {
  expect((await samblikk(['audit', 'verify'])).output).toMatch(/^\d+ events, all hold\./);
  const out = () => Promise.reject(new ReaderGone());
  expect(await samblikk(['export', '--round', '2019'], { out })).toEqual({ status: 0, output: '', messages: [] });
});
