import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyArchive } from '../../api/src/archive/index.ts';
import { ready, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import { inspect } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** What is kept of a round: an administrator takes its archive, and reads and verifies who did what. */
let ada: Page;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samblikk-archive-e2e-'));
  ada = await open('/runder');
  await signInAs(ada, 'Ada Admin');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function downloaded(link: string, name: string) {
  const [download] = await Promise.all([ada.waitForEvent('download'), ada.getByRole('link', { name: link }).click()]);
  expect(download.suggestedFilename()).toBe(name);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

test('the archive of a round is downloaded, and holds without the database', async () => {
  await inspect(ada, { path: '/runder/2019/arkiv', shows: '#verify' });
  await ada.goto('/runder/2019/arkiv');
  await ready(ada);
  const path = await downloaded('Last ned arkivet', 'samblikk-2019.zip');
  const { faults, manifest } = await verifyArchive(path);
  expect(faults).toEqual([]);
  expect(manifest?.year).toBe(2019);
});

test('that it was taken is in the audit, which is found by the keyboard from the list of rounds', async () => {
  await ada.goto('/runder');
  await ready(ada);
  await ada.getByRole('link', { name: 'Revisjonsspor' }).focus();
  await ada.keyboard.press('Enter');
  await ada.waitForURL(/\/revisjon$/);
  await ada.setViewportSize({ width: 1280, height: 900 });
  await ada.getByLabel('Hvem (del av navnet)').fill('ada');
  await ada.getByLabel('Hva', { exact: true }).selectOption({ label: 'Tok ut arkivet av runden' });
  await ada.getByLabel('Runde').selectOption('2019');
  await ada.keyboard.press('Tab');
  await ada.getByRole('button', { name: 'Vis' }).focus();
  await ada.keyboard.press('Enter');
  await ada.waitForURL(/hva=archive.made/);
  const first = ada.locator('.audit-events > li').first();
  expect(await first.innerText()).toContain('Tok ut arkivet av runden: runden 2019');
  expect(await first.innerText()).toContain('Ada Admin');
  // All of it is in the address: whoever is sent it sees the same.
  const address = ada.url();
  await ada.goto(address);
  expect(await ada.getByLabel('Runde').inputValue()).toBe('2019');
});

test('what the page is filtered to is what its files have, event by event', async () => {
  await ada.goto('/revisjon');
  await ready(ada);
  await ada.getByLabel('Virksomhet').selectOption({ label: 'Trygderetten' });
  await ada.getByRole('button', { name: 'Vis' }).click();
  await ada.waitForURL(/virksomhet=\d{9}/);
  await ada.reload();
  const listed = await ada
    .locator('.audit-events > li')
    .evaluateAll((events) => events.map((event) => [...event.querySelectorAll('dd')].at(-1)?.textContent).reverse());
  expect(listed.length).toBeGreaterThan(1);
  expect(listed.length, 'more than one page').toBeLessThan(50);
  const events = JSON.parse(await readFile(await downloaded('Last ned JSON', 'samblikk-audit.json'), 'utf8')) as {
    hash: string;
  }[];
  expect(events.map(({ hash }) => hash)).toEqual(listed);
  const lines = (await readFile(await downloaded('Last ned CSV', 'samblikk-audit.csv'), 'utf8'))
    .trim()
    .split('\n')
    .slice(1);
  expect(lines.map((line) => line.split(',').at(-1))).toEqual(listed);
});

test('the events come a page at a time', async () => {
  await ada.goto('/revisjon');
  await ready(ada);
  const events = ada.locator('.audit-events > li');
  expect(await events.count()).toBe(50);
  const newest = await events.first().innerText();
  await ada.getByRole('link', { name: 'Eldre hendelser' }).click();
  await ada.waitForURL(/eldreenn=/);
  await ada.getByRole('link', { name: 'Til de nyeste' }).waitFor();
  expect(await events.first().innerText()).not.toBe(newest);
});

test('the trail is verified by a press, and says how many events hold', async () => {
  const act = async (page: Page) => {
    await page.locator('section[aria-labelledby=verify] button').click();
    await page.locator('.ds-alert[data-color=success]').waitFor();
    await page.locator('.audit-events details summary').first().click();
  };
  await inspect(ada, { path: '/revisjon?runde=2026', shows: '.audit-events', act });
  await ada.goto('/revisjon');
  await ready(ada);
  await ada.getByRole('button', { name: 'Kontroller sporet' }).click();
  await ada.getByText(/Alt stemmer: .* hendelser, den siste .* Det siste avtrykket er [0-9a-f]{64}/).waitFor();
});

test('a day that is none is said at its field; nothing that fits is said too', async () => {
  await inspect(ada, { path: '/revisjon?fra=31.2.2026', shows: '#from-error' });
  await ada.goto('/revisjon?fra=31.2.2026&hvem=ingen+heter+dette');
  expect(await ada.locator('#from').getAttribute('aria-invalid')).toBe('true');
  expect(await ada.getByText('Ingen hendelser passer.').count()).toBe(1);
});

test('an analyst and a contact person get none of it', async () => {
  for (const name of ['Anton Analyse', 'Frida Fyller']) {
    const page = await open('/svar');
    await signInAs(page, name);
    for (const path of ['/revisjon', '/oppbevaring', '/runder/2019/arkiv'])
      expect((await page.goto(path))?.status(), path).toBe(403);
    for (const path of ['/api/v1/rounds/2019/archive.zip', '/api/v1/audit/export'])
      expect((await page.request.get(path)).status(), path).toBe(403);
  }
});
