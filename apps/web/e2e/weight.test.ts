import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { edition, ready, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const kB = 1000;
const gzipped = (body: Buffer) => gzipSync(body, { level: 9 }).length;

/** Bytes, gzipped, of the scripts that a page fetches, and of the definitions of the questionnaire. */
async function weigh(page: Page, address: string): Promise<{ scripts: Map<string, number>; definitions: string[] }> {
  const scripts = new Map<string, number>();
  const definitions: string[] = [];
  const bodies: Promise<unknown>[] = [];
  page.on('response', (reply) => {
    const { pathname } = new URL(reply.url());
    if (pathname.startsWith('/api/v1/editions/')) definitions.push(pathname);
    if (!pathname.endsWith('.js')) return;
    bodies.push(reply.body().then((body) => scripts.set(pathname, gzipped(body))));
  });
  await page.goto(address);
  await ready(page);
  await page.waitForLoadState('networkidle');
  await Promise.all(bodies);
  return { scripts, definitions: [...new Set(definitions)] };
}

const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);

test('a page of the form loads at most 200 kB of script, one language, and the editions it needs', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Kari Kartvik');
  await page.getByRole('button', { name: /Legg til tiltak/ }).click();
  await page.waitForURL(/\/tiltak\/[0-9a-f-]{36}$/);
  const address = `${page.url()}/${edition.sections[0]?.id}`;
  // A browser that has nothing beforehand.
  const fresh = await page.context().newPage();
  const { scripts, definitions } = await weigh(fresh, address);
  const total = sum(scripts.values());
  const heaviest = [...scripts].sort(([, one], [, other]) => other - one).slice(0, 12);
  expect(scripts.size).toBeGreaterThan(5);
  expect(total, `${total} bytes; ${heaviest.map(([name, size]) => `${name} ${size}`).join(', ')}`).toBeLessThanOrEqual(
    200 * kB,
  );
  // The measure is new, so last year's edition is not needed.
  expect(definitions).toEqual([`/api/v1/editions/${edition.id}`]);
  expect([...scripts.keys()].filter((name) => /\/(nn|en)-/.test(name))).toEqual([]);
  const definition = gzipped(await (await page.request.get(`/api/v1/editions/${edition.id}`)).body());
  expect(definition).toBeLessThanOrEqual(20 * kB);
});
