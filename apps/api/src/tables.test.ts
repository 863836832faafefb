import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// Each table is read and written by its own slice. Others ask the slice's functions, or join the relations it hands out
// (`relations.ts`), which name the columns that may be read.

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Raw SQL that names another slice's tables, and why. Anything new here wants a reason as good: a relation of the owner, in
 * `${…}`, does for nearly everything.
 */
const exceptions: Readonly<Record<string, string>> = {
  'register/places.ts': 'the register is the reading of releases: it reads the measures of a page in one statement',
  'register/rows.ts': 'as above',
  'register/news.ts': 'as above',
};

interface Table {
  readonly variable: string;
  readonly name: string;
  readonly slice: string;
}

/** `platform/mail` or `rounds`; empty for files beside the slices, which own no table. */
function sliceOf(path: string): string {
  const [first = '', second = '', ...rest] = path.split('/');
  if (second === '') return '';
  return first === 'platform' && rest.length > 0 ? `platform/${second}` : first;
}

const isSchema = (path: string) => path.endsWith('/schema.ts') || path === 'schema.ts';
const isTest = (path: string) => /(\.test|\/testing|^testing)[^/]*\.ts$/.test(path);

function tablesOf(files: ReadonlyMap<string, string>): Table[] {
  return [...files]
    .filter(([path]) => isSchema(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(/export const (\w+) = pgTable\(\s*'(\w+)'/g)].map(([, variable = '', name = '']) => ({
        variable,
        name,
        slice: sliceOf(path),
      })),
    );
}

/** The text of each `sql` template of a file, without what is put in. */
function rawSql(text: string): string[] {
  const found: string[] = [];
  for (const start of text.matchAll(/\bsql(?:<[^`()]*>)?`/g))
    found.push(templateFrom(text, start.index + start[0].length));
  return found;
}

function templateFrom(text: string, from: number): string {
  let said = '';
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (depth === 0 && sign === '`') return said;
    if (depth === 0 && sign === '$' && text[at + 1] === '{') {
      depth = 1;
      at += 1;
      said += ' ? ';
    } else if (depth > 0) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    else said += sign;
  }
  return said;
}

/** What in the files reaches into another slice's tables, in words. */
function trespasses(files: ReadonlyMap<string, string>): string[] {
  const tables = tablesOf(files);
  return [...files]
    .filter(([path]) => !isSchema(path) && !isTest(path))
    .flatMap(([path, text]) => {
      const slice = sliceOf(path);
      const foreign = tables.filter((table) => table.slice !== slice);
      const imported = [...text.matchAll(/(?:import|export)[^;]*? from '([^']*schema\.ts)'/g)]
        .map(([, from = '']) => posix.join(posix.dirname(path), from))
        .filter((from) => sliceOf(from) !== slice)
        .map((from) => `${path} imports ${from}`);
      const handedOut =
        path.endsWith('/index.ts') && /export (?!type)[^;]*from '[^']*schema\.ts'/.test(text)
          ? [`${path} hands a table out`]
          : [];
      const written = [...text.matchAll(/\.(insert|update|delete)\((\w+)\)/g)]
        .filter(([, , variable]) => foreign.some((table) => table.variable === variable))
        .map(([call]) => `${path} does ${call}`);
      const named = rawSql(text).flatMap((said) =>
        [...said.matchAll(/\b(?:from|join|update|into|like|table|only|using)\s+"?(\w+)"?|\b(\w+)\.\w+/gi)]
          .map(([, whole, qualified]) => whole ?? qualified)
          .filter((name) => foreign.some((table) => table.name === name))
          .map((name) => `${path} names ${name} in SQL`),
      );
      return [...imported, ...handedOut, ...written, ...new Set(named)];
    });
}

async function sources(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const path of glob(`${root}/**/*.ts`)) files.set(relative(root, path), readFileSync(path, 'utf8'));
  return files;
}

const files = await sources();

describe('the tables', () => {
  test('lie in their slices, each once', () => {
    const tables = tablesOf(files);
    expect(tables.length).toBeGreaterThan(25);
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    expect(tables.filter(({ slice }) => slice === '')).toEqual([]);
  });

  test('are read and written by their slices alone', () => {
    const excused = (said: string) => Object.keys(exceptions).some((path) => said.startsWith(`${path} names `));
    expect(trespasses(files).filter((said) => !excused(said))).toEqual([]);
  });

  test.each(Object.keys(exceptions))('%s still needs its exception', (path) => {
    expect(trespasses(files).some((said) => said.startsWith(`${path} names `))).toBe(true);
  });
});

describe('a trespass is seen', () => {
  const schemas = [
    ['rounds/schema.ts', "export const round = pgTable('round', {});"],
    ['platform/mail/schema.ts', "export const mail = pgTable('mail', {});"],
    [
      'measures/schema.ts',
      "import { round } from '../rounds/schema.ts';\nexport const measure = pgTable(\n  'measure',",
    ],
  ] as const;
  test.each([
    ['an import', "import { round } from '../rounds/schema.ts';", 'measures/a.ts imports rounds/schema.ts'],
    ['an import of all', "import * as all from '../schema.ts';", 'measures/a.ts imports schema.ts'],
    ['a write', 'await tx.update(round).set(x)', 'measures/a.ts does .update(round)'],
    ['raw SQL', 'sql`select 1 from measure m join round r on true`', 'measures/a.ts names round in SQL'],
    [
      'raw SQL with holes',
      `sql<number>\`delete from "mail" where id = \${f({ a: 1 })}\``,
      'measures/a.ts names mail in SQL',
    ],
    ['a column', 'sql`round.year`', 'measures/a.ts names round in SQL'],
  ])('%s', (_what, text, said) => {
    expect(trespasses(new Map([...schemas, ['measures/a.ts', text]]))).toEqual([said]);
  });

  test('a table that an index hands out', () => {
    const text = "export { measure } from './schema.ts';\nexport { type Row } from './store.ts';";
    expect(trespasses(new Map([...schemas, ['measures/index.ts', text]]))).toEqual([
      'measures/index.ts hands a table out',
    ]);
  });

  test('what is a slice’s own is none', () => {
    const own = `import { measure } from './schema.ts';\ntx.insert(measure); sql\`select 1 from measure where measure.id = \${round.id}\``;
    expect(
      trespasses(new Map([...schemas, ['measures/a.ts', own], ['measures/a.test.ts', 'tx.insert(round)']])),
    ).toEqual([]);
  });
});
