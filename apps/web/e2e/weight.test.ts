import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addMeasure, edition, ready, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const kB = 1000;
/** Bytes of all script, gzipped file by file. */
const mostScript = 200 * kB;
/** Bytes of what knows the questions: zod and the questionnaire package, gzipped together, and the definitions, each by itself. */
const mostDefinition = 40 * kB;
const definers = /\/(node_modules\/zod|packages\/questionnaire)\//;

const gzipped = (body: Buffer | string) => gzipSync(body, { level: 9 }).length;
const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);

interface Load {
  /** Address and text of each script that the page fetches. */
  readonly scripts: ReadonlyMap<string, string>;
  /** The same for the definitions of the questionnaire. */
  readonly definitions: ReadonlyMap<string, string>;
  /** How each script was sent. */
  readonly encodings: ReadonlySet<string>;
}

/** Opens an address in a page of its own, and takes note of what it fetches until it is quiet. */
async function load(page: Page, address: string): Promise<Load> {
  const fresh = await page.context().newPage();
  // What the signed-in page fetched before must be fetched again.
  await (await fresh.context().newCDPSession(fresh)).send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Map<string, string>();
  const definitions = new Map<string, string>();
  const encodings = new Set<string>();
  const bodies: Promise<unknown>[] = [];
  fresh.on('response', (reply) => {
    const { pathname, search } = new URL(reply.url());
    const kept = pathname.startsWith('/api/v1/editions/')
      ? definitions
      : pathname.endsWith('.js')
        ? scripts
        : undefined;
    if (!kept) return;
    if (kept === scripts) encodings.add(reply.headers()['content-encoding'] ?? 'none');
    bodies.push(reply.text().then((body) => kept.set(pathname + search, body)));
  });
  await fresh.goto(address);
  await ready(fresh);
  await fresh.waitForLoadState('networkidle');
  await Promise.all(bodies);
  await fresh.close();
  return { scripts, definitions, encodings };
}

/** The part of a script that came from the sources that are wanted, by the source map that the build laid beside it. */
async function partFrom(wanted: RegExp, address: string, script: string): Promise<string> {
  const file = await readFile(new URL(`../build/client${address}.map`, import.meta.url), 'utf8').catch(() => undefined);
  if (file === undefined) {
    expect(script.length, `${address} has no source map: a few lines of the bundler's own?`).toBeLessThan(kB);
    return '';
  }
  const map = JSON.parse(file);
  const sources = new SourceMap(map);
  return script
    .split('\n')
    .flatMap((line, at) =>
      [...line].filter((_, column) => {
        const entry = sources.findEntry(at, column);
        return 'originalSource' in entry && wanted.test(entry.originalSource);
      }),
    )
    .join('');
}

async function expectLight({ scripts, definitions, encodings }: Load): Promise<void> {
  const sizes = [...scripts].map(([name, body]) => [name, gzipped(body)] as const);
  const heaviest = sizes.toSorted(([, one], [, other]) => other - one).slice(0, 12);
  const total = sum(sizes.map(([, size]) => size));
  expect(scripts.size).toBeGreaterThan(5);
  expect(total, `${total} bytes; ${heaviest.map((one) => one.join(' ')).join(', ')}`).toBeLessThanOrEqual(mostScript);
  expect([...encodings], 'scripts are sent compressed').not.toContain('none');
  expect([...scripts.keys()].filter((name) => /\/(nn|en)-/.test(name))).toEqual([]);

  // The manifest is the list of routes, with neither sources nor map.
  const built = [...scripts].filter(([address]) => !address.includes('/manifest-'));
  const parts = await Promise.all(built.map(([address, script]) => partFrom(definers, address, script)));
  const code = gzipped(parts.join(''));
  // Less would mean that the source maps do not tell.
  expect(code).toBeGreaterThan(5 * kB);
  const data = [...definitions].map(([address, body]) => [address, gzipped(body)] as const);
  const said = `zod and questionnaire ${code}, ${data.map((one) => one.join(' ')).join(', ')}`;
  expect(code + sum(data.map(([, size]) => size)), said).toBeLessThanOrEqual(mostDefinition);
}

test('a page of the form loads at most 200 kB of script, 40 kB of it about the questions, in one language', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Kari Kartvik');
  const hub = page.url();
  const section = edition.sections[0]?.id;
  const definition = (id: string | undefined) => `/api/v1/editions/${id}?lang=nb`;

  const added = await load(page, `${await addMeasure(page)}/${section}`);
  await expectLight(added);
  // The measure is new, so last year's edition is not needed.
  expect([...added.definitions.keys()]).toEqual([definition(edition.id)]);

  await page.goto(hub);
  await page
    .getByRole('button', { name: /^Ny fase eller endret/ })
    .first()
    .click();
  await page.waitForURL(/\/tiltak\/[0-9a-f-]{36}$/);
  const carried = await load(page, `${page.url()}/${section}`);
  await expectLight(carried);
  expect([...carried.definitions.keys()].sort()).toEqual([edition.previous, edition.id].map(definition));
});
