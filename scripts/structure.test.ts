import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

// docs/architecture.md draws the rooms and their arrows; here the code is held against the drawing. Circles between files are
// the linter's to find (`noImportCycles` in biome.json).

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** The rooms of a drawing, bottom first: a line `room: what it may import`. */
function drawing(name: string): Map<string, string[]> {
  const block = new RegExp(`^\`\`\`arrows ${name}\n(.*?)^\`\`\``, 'ms').exec(page)?.[1];
  if (block === undefined) throw new Error(`docs/architecture.md has no arrows of ${name}`);
  return new Map(
    block
      .trim()
      .split('\n')
      .map((line) => {
        const [room = '', imports = ''] = line.split(/:\s*/);
        return [room.trim(), imports.split(/\s+/).filter((one) => one !== '' && one !== '–')];
      }),
  );
}

interface Import {
  readonly file: string;
  readonly target: string;
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || basename(file).startsWith('testing');

/** Every import of a file by a relative path, types too, below a folder. */
function importsBelow(folder: string): Import[] {
  return globSync('**/*.{ts,tsx}', { cwd: join(root, folder) }).flatMap((file) => {
    const text = readFileSync(join(root, folder, file), 'utf8');
    const specifiers = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+)'(\.\.?\/[^']+\.tsx?)'/gm);
    return [...specifiers].map(([, specifier = '']) => ({ file, target: normalize(join(dirname(file), specifier)) }));
  });
}

/** The room of a file: its top folder; below `platform` of the API each folder is one. Files above all rooms compose them. */
function roomOf(file: string, nested: readonly string[]): string {
  const parts = file.split('/').slice(0, -1);
  const [top = ''] = parts;
  return nested.includes(top) ? parts.slice(0, 2).join('/') : top;
}

const apps = [
  { name: 'api', folder: 'apps/api/src', nested: ['platform'] },
  { name: 'web', folder: 'apps/web/app', nested: [] },
] as const;

describe.each(apps)('the rooms of the $name', ({ name, folder, nested }) => {
  const rooms = drawing(name);
  const across = importsBelow(folder)
    .filter(({ target }) => !target.startsWith('..'))
    .map((one) => ({ ...one, from: roomOf(one.file, nested), to: roomOf(one.target, nested) }))
    .filter(({ from, to }) => from !== to);

  test('are those of the drawing', () => {
    const there = new Set(
      globSync('**/*.{ts,tsx}', { cwd: join(root, folder) })
        .map((file) => roomOf(file, nested))
        .filter((room) => room !== ''),
    );
    expect([...there].sort()).toEqual([...rooms.keys()].sort());
  });

  test('have the arrows of the drawing, no more and no fewer', () => {
    for (const [room, drawn] of rooms) {
      const real = new Set(across.filter(({ file, from }) => from === room && !isTest(file)).map(({ to }) => to));
      expect([room, [...real].sort()]).toEqual([room, [...drawn].sort()]);
    }
  });

  test('have no arrow up, and so no circle', () => {
    const order = [...rooms.keys()];
    for (const [room, drawn] of rooms) {
      expect(drawn.filter((one) => !order.slice(0, order.indexOf(room)).includes(one))).toEqual([]);
    }
  });

  test('are entered through their index alone', () => {
    const door = ({ file, target, from, to }: (typeof across)[number]) =>
      // What composes the whole, and route modules named by it, stands above all rooms.
      to === '' ? isTest(file) : target === `${to}/index.ts` || tables(file, target, from) || helps(file, target);
    // A foreign key points to another slice's table; queries do not (apps/api/src/tables.test.ts).
    const tables = (file: string, target: string, from: string) =>
      basename(target) === 'schema.ts' && (basename(file) === 'schema.ts' || from === '');
    // Tests may use another slice's test helpers, and look at messages by themselves.
    const helps = (file: string, target: string) =>
      isTest(file) && (basename(target).startsWith('testing') || target.startsWith('i18n/signed-in/'));
    expect(across.filter((one) => !door(one)).map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });
});

test('packages depend on each other as drawn', () => {
  const rooms = drawing('packages');
  const order = [...rooms.keys()];
  for (const [room, drawn] of rooms) {
    const manifest = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'));
    const real = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter((dependency) => dependency.startsWith('@samblikk/'))
      .map((dependency) => dependency.replace('@samblikk/', 'packages/'));
    expect([room, real.sort()]).toEqual([room, [...drawn].sort()]);
    expect(drawn.filter((one) => !order.slice(0, order.indexOf(room)).includes(one))).toEqual([]);
  }
});

describe('the way of an answer', () => {
  const way = /^## An answer’s way\n(.*?)^## /ms.exec(page)?.[1] ?? '';
  const files = [...way.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file);

  test('crosses at most 30 files, each of which is there', () => {
    expect(files.length).toBeGreaterThan(15);
    expect(files.length).toBeLessThanOrEqual(30);
    expect(files.filter((file) => globSync(file, { cwd: root }).length !== 1)).toEqual([]);
  });
});

test('what changes where: every place that is named is there', () => {
  const table = /^## Where do I change …\n(.*)/ms.exec(page)?.[1] ?? '';
  const named = [...table.matchAll(/`((?:apps|packages|docs|scripts)\/[^`]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(15);
  const isThere = (path: string) => globSync(path.replace(/<[^>]+>/g, '*'), { cwd: root }).length > 0;
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});
