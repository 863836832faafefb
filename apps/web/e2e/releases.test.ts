import { formatMoment, prefixes } from '@samblikk/text';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ready, signInAs } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { call, inspect, unfold, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: the round is frozen, the release is seen by staff, published, and withdrawn. */
let ada: Page;
const round = `/runder/${year}/publisering`;
const release = `/runder/${year}/utgave/1`;
const reason = { nb: 'Kostnadene er feil.', nn: 'Kostnadene i utgåva er feil.', en: 'The costs are wrong.' };

beforeAll(async () => {
  ada = await open('/svar');
  await signInAs(ada, 'Ada Admin');
});
// Other stories find the newest public release as it was.
afterAll(async () => {
  const [newest] = await call<{ publication: string }[]>(ada, 'GET', `/rounds/${year}/releases`);
  if (newest?.publication === 'published') await call(ada, 'POST', `/rounds/${year}/releases/1/withdraw`, { reason });
});

test('what is missing is said before the round is frozen, with numbers and names', async () => {
  const concerns = await call<{ notSubmitted: { name: { nb: string } }[] }>(ada, 'GET', `/rounds/${year}/freeze`);
  const act = async (page: Page) => {
    await unfold('#freeze ~ details')(page);
    for (const folded of await page.locator('.concerns details:not([open]) > summary').all()) await folded.click();
  };
  await inspect(ada, { path: round, act, shows: '.concerns li' });
  await ada.goto(round);
  await ready(ada);
  await ada.locator('#freeze ~ details > summary').click();
  const told = ada.locator('.concerns');
  expect(await told.innerText()).toContain(`${concerns.notSubmitted.length} virksomheter har ikke sendt inn`);
  const list = told.locator('details', { hasText: 'har ikke sendt inn' });
  await list.locator('summary').click();
  expect(await list.locator('li').allInnerTexts()).toEqual(
    concerns.notSubmitted.map(({ name }) => expect.stringContaining(name.nb)),
  );
});

test('it is not frozen before that is confirmed', async () => {
  const press = () => ada.getByRole('button', { name: 'Lås runden nå' }).click();
  await press();
  expect(await call(ada, 'GET', `/rounds/${year}/releases`)).toEqual([]);
  await ada.locator('#confirmed').check();
  await press();
  await ada.getByRole('link', { name: `Se utgave ${year}.1` }).click();
  await ada.locator('#publish').waitFor();
});

test('the public sees nothing of it yet', async () => {
  const visitor = await open('/');
  for (const path of [`/tall?year=${year}`, `/register?round=${year}&release=1`])
    expect((await visitor.goto(path))?.status(), path).toBe(404);
  await visitor.goto(`${release}/tall`);
  expect(visitor.url()).not.toContain(release);
});

test('the release is seen by staff, in three languages, with the moment its data are as of', async () => {
  await inspect(ada, { path: release, shows: '#publish' });
  const [newest] = await call<{ dataAsOf: string }[]>(ada, 'GET', `/rounds/${year}/releases`);
  await ada.goto(release);
  const asOf = ada.locator('.known-facts > div', { hasText: 'Data per' }).locator('dd');
  expect(await asOf.innerText()).toBe(formatMoment(newest?.dataAsOf ?? '', 'nb'));
});

test.each([
  ['tall', '.figure'],
  ['tall/tabell?rows=phase&columns=funding', '.bar-legend'],
  ['register', '.measure'],
])('staff see its %s as it will be', async (path, shows) => {
  for (const prefix of Object.values(prefixes)) {
    await ada.setViewportSize({ width: 1280, height: 900 });
    const reply = await ada.goto(`${prefix}${release}/${path}`);
    expect(reply?.headers()['cache-control']).toContain('no-store');
    await ada.locator(shows).first().waitFor();
    // The form of a table stands at the year that is shown, though it is not public yet.
    for (const chosen of await ada.locator('select[name=year]').all())
      expect(await chosen.inputValue()).toBe(String(year));
    expect(await ada.locator('script').count()).toBe(0);
    await expectAccessible(ada);
    await ada.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(ada);
  }
});

test('numbers of a figure lead to the measures of the release, and those to their pages', async () => {
  await ada.goto(`${release}/tall`);
  // All of a demonstration is made up, which is said once on the page.
  expect(await ada.locator('.notice', { hasText: 'demonstrasjon' }).count()).toBe(1);
  expect(await ada.locator('.figure-notes', { hasText: 'demonstrasjon' }).count()).toBe(0);
  const number = ada.locator('#phases td.number a').first();
  const count = Number(await number.innerText());
  await number.click();
  await ada.waitForURL((url) => url.pathname === `${release}/register`);
  const text = await ada.locator('.register-head').innerText();
  const told = [...text.matchAll(/(\d+) (?:tiltak|unntatt)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
  expect(told).toBe(count);
  await ada.locator('.measure h3 a').first().click();
  await ada.waitForURL((url) => url.pathname.startsWith(`${release}/tiltak/`));
  await ada.locator('.highlights').waitFor();
  await expectAccessible(ada);
});

test('it is published, and withdrawn with a reason that stays at its addresses', async () => {
  await ada.goto(release);
  await ready(ada);
  await ada.getByRole('button', { name: `Publiser utgave ${year}.1` }).click();
  await ada.locator('#withdraw').waitFor();
  await inspect(ada, { path: release, act: unfold('#withdraw ~ details'), shows: '#reason-nb' });
  await ada.goto(release);
  await ready(ada);
  await ada.locator('#withdraw ~ details > summary').click();
  for (const [language, text] of Object.entries(reason)) await ada.locator(`#reason-${language}`).fill(text);
  await ada.getByRole('button', { name: 'Trekk utgaven tilbake' }).click();
  await ada.locator('.withdrawal-reason').waitFor();
  await inspect(ada, { path: release, shows: '.withdrawal-reason' });
  await inspect(ada, { path: round, shows: '#freeze' });

  const visitor = await open('/');
  for (const [language, prefix] of Object.entries(prefixes)) {
    for (const path of [
      `/tall?year=${year}`,
      `/register?round=${year}&release=1`,
      `/tall/tabell?year=${year}&release=1`,
    ]) {
      const reply = await visitor.goto(prefix + path);
      expect(reply?.status(), path).toBe(410);
      expect(await visitor.locator('.withdrawal-reason').innerText()).toBe(reason[language as keyof typeof reason]);
    }
    await expectAccessible(visitor);
  }
});
