import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, promisify } from 'node:util';
import { permissions } from '@samblikk/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerSite } from '../register/testing-site.ts';
import { endpoints, line } from '../testing-requests.ts';

// The client as it is published: packed, unpacked where nothing of the project is, and asked about a service that runs.

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const run = promisify(execFile);
const { app, list, rows } = await registerSite();
const project = await mkdtemp(join(tmpdir(), 'samblikk-client-'));
const installed = join(project, 'node_modules', '@samblikk', 'client');
let service = '';

beforeAll(async () => {
  const built = join(project, 'built');
  await run(process.execPath, [join(root, 'packages/client/build.mjs'), built]);
  const offline = ['--silent', '--offline', '--no-update-notifier'];
  const { stdout } = await run('npm', ['pack', built, '--pack-destination', project, ...offline]);
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', join(project, stdout.trim()), '-C', installed, '--strip-components=1']);
  await rm(built, { recursive: true });
  service = await app.listen({ host: '127.0.0.1', port: 0 });
}, 120_000);
afterAll(() => rm(project, { recursive: true, force: true }));

/** Of the unpacked package. */
const read = (file: string) => readFile(join(installed, file), 'utf8');
const load = (file: string) => import(pathToFileURL(join(installed, file)).href);

/** The examples of a page, in order. */
async function examplesOf(page: string): Promise<string[]> {
  const text = await readFile(join(root, page), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, example = '']) => example);
}
const examples = [...(await examplesOf('packages/client/README.md')), ...(await examplesOf('docs/api.md'))];

describe('the package', () => {
  test('is its own files, and needs no other package', async () => {
    const files = (await readdir(installed)).sort();
    const code = ['core', 'index', 'open', 'shapes'].map((name) => `${name}.d.ts`);
    const expected = [...code, 'core.js', 'index.js', 'open.js', 'LICENSE', 'README.md', 'package.json'];
    expect(files).toEqual(expected.sort());
    for (const file of files.filter((name) => /\.(js|ts)$/.test(name))) {
      const from = [...(await read(file)).matchAll(/(?:from |import\()['"]([^'"]+)/g)].map(([, module]) => module);
      expect(
        from.filter((module) => !module?.startsWith('./')),
        file,
      ).toEqual([]);
    }
    const manifest = JSON.parse(await read('package.json'));
    expect(manifest).toMatchObject({ name: '@samblikk/client', license: 'MIT', type: 'module', sideEffects: false });
    expect(Object.keys(manifest).filter((key) => /^(private|scripts|.*[dD]ependencies)$/.test(key))).toEqual([]);
  });

  test('knows what anyone may read, and nothing else', async () => {
    const open = endpoints().filter(({ method, action }) => method === 'GET' && permissions[action] === 'everyone');
    const { paths } = await load('open.js');
    const session = 'GET /api/v1/session';
    const known = Object.values<string>(paths).map((path) => `GET ${path}`);
    expect(known.sort()).toEqual(
      open
        .map(line)
        .filter((one) => one !== session)
        .sort(),
    );
    expect(await read('shapes.d.ts')).not.toMatch(/listAudit|saveDraft|readDraft/);
  });

  test('has types of its own, which refuse what the contract does', { timeout: 60_000 }, async () => {
    const names = Object.keys((await load('open.js')).paths).map((name) => `${name}: true`);
    const program = `${typed}\nexport const all: Record<OpenName, true> = { ${names.join(', ')} };\n`;
    await Promise.all([program, ...examples].map((text, at) => writeFile(join(project, `program-${at}.mts`), text)));
    // The compiler and Node's own types: from the project, since a program of someone else's has them too.
    const types = { types: ['node'], typeRoots: [join(root, 'node_modules/@types')] };
    const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
    const compilerOptions = { ...types, ...strict, noEmit: true, module: 'nodenext', target: 'es2022' };
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', project]).catch((failed) => failed);
    expect(stdout).toBe('');
  });
});

const typed = `
import { ApiProblem, createClient, type Measure, type OpenName } from '@samblikk/client';
const client = createClient({ baseUrl: 'https://samblikk.example', language: 'nn' });
const page = await client.read('searchRegister', { query: { page: 2, round: '2019', phase: ['idea'], late: true } });
export const [total, first]: [number, Measure | undefined] = [page.total, page.items[0]];
export const code = (error: ApiProblem) => error.code === 'notFound';
// @ts-expect-error no such endpoint
client.read('readNothing');
// @ts-expect-error not for everyone to read
client.read('listAudit');
// @ts-expect-error no such field
page.totals;
// @ts-expect-error pages have numbers
client.read('searchRegister', { query: { page: 'two' } });
// @ts-expect-error which one?
client.read('readMeasure');
// @ts-expect-error no such parameter
client.read('readMeasure', { params: { number: '2019-0108' } });
// @ts-expect-error no such part of a query
client.read('readMeasure', { params: { id: '2019-0108' }, query: { year: 2019 } });
// @ts-expect-error a table has rows
client.read('readTable', { params: { year: 2019 } });
// @ts-expect-error a file is no JSON of ours
client.read('registerCsv');
// @ts-expect-error nor is a table as a file
client.read('readTable', { params: { year: 2019 }, query: { rows: 'phase', format: 'csv' } });
// @ts-expect-error no such code
export const never = (error: ApiProblem) => error.code === 'nothing';
`;

describe('asked about a service that runs', () => {
  const numbers = (of: { number: string }[]) => of.map(({ number }) => number);
  /** What a program that logs these prints. */
  const logged = (...lines: unknown[][]) => lines.map((line) => `${format(...line)}\n`).join('');
  /** The same, past the client. */
  const inject = async (address: string) => (await app.inject(address)).json();

  test('it walks a search to its end: every public measure once, as the database has them', async () => {
    const { createClient } = await load('index.js');
    const walked = [];
    for await (const measure of createClient({ baseUrl: `${service}/` }).measures()) walked.push(measure);
    const open = rows.filter(({ visibility }) => visibility !== 'withheld');
    expect(numbers(walked).sort()).toEqual(numbers(open).sort());
  });

  test('it speaks the language it is told to, and the one of a query first', async () => {
    const { createClient } = await load('index.js');
    const client = createClient({ baseUrl: service, language: 'en' });
    const params = { id: '2019-0108' };
    expect(await client.read('readMeasure', { params })).toEqual(await inject('/api/v1/register/2019-0108?lang=en'));
    const inNynorsk = await client.read('readMeasure', { params, query: { lang: 'nn' } });
    expect(inNynorsk).toEqual(await inject('/api/v1/register/2019-0108?lang=nn'));
  });

  test('the examples say what the service does', { timeout: 60_000 }, async () => {
    const said = [];
    for (const [at, example] of examples.entries()) {
      const file = join(project, `example-${at}.mjs`);
      await writeFile(file, example.replaceAll('https://samblikk.example', service));
      said.push((await run(process.execPath, [file], { cwd: project })).stdout);
    }
    const english = await list('ministry=HOD&phase=idea,concept&size=100&lang=en');
    const health = await list('q=helse&sort=-cost&size=10');
    const { sections } = await inject('/api/v1/register/2019-0108');
    const table = await inject('/api/v1/statistics/2019/table?rows=phase&columns=funding');
    const { status, detail } = await inject('/api/v1/register/2019-9999');
    const helse = await list('q=helse&size=100');
    const phases = await inject('/api/v1/statistics/2019/table?rows=phase');
    expect(said).toEqual([
      logged(...english.items.map(({ number, title, agency }) => [number, title, agency.label])),
      logged(
        [health.total, health.items[0]?.title],
        [sections.map(({ title }: { title: string }) => title)],
        [table.id, table.size, table.value],
      ),
      logged([`${service}/api/v1/register.xlsx?round=2019&technologies=ai`]),
      logged([status, detail]),
      logged(...helse.items.map(({ number, title }) => [number, title]), [phases.dimension, phases.value]),
    ]);
    const file = await app.inject('/api/v1/register.csv?round=2019&technologies=ai');
    expect(await readFile(join(project, 'measures.csv'), 'utf8')).toBe(file.body);
  });
});
