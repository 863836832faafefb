import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ready, signInAs } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { measureWith, orgnrs, responseOf, withdraw, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const narrow = { viewport: { width: 390, height: 800 } };

const namePage = async (page: Page, name: string) => {
  await signInAs(page, name);
  await page.locator('.hub-head').waitFor();
};

const response = (page: Page, orgnr: string = orgnrs.digdir) => responseOf(page, orgnr);

test('where they are many, last year’s are a list: one choice each, one press for the rest, one save, and one to take it back', async () => {
  const page = await open('/svar', narrow);
  await namePage(page, 'Sander Sender');
  const { previous } = await response(page);
  expect(previous.length).toBeGreaterThan(8);
  const rows = page.locator('.previous-list > li');
  expect(await rows.count()).toBe(previous.length);
  const outcomes = async () =>
    (await response(page)).previous.map(({ number, outcome }) => [number, outcome?.outcome ?? null]);
  const before = await outcomes();
  await rows.first().getByRole('combobox').selectOption({ label: 'Stoppet' });
  await rows.nth(1).getByRole('combobox').selectOption({ label: 'Ny fase eller endret – meldes i år' });
  await page.getByRole('button', { name: `Resten er uendret (${previous.length - 2} tiltak)` }).click();
  const bar = page.locator('.save-all');
  await bar.getByText(`${previous.length} valg er ikke lagret.`).waitFor();
  expect(await outcomes()).toEqual(before);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await bar.getByRole('button', { name: 'Lagre valgene' }).click();
  await bar.getByText(`Lagret: valgene for ${previous.length} tiltak.`).waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('.save-all') !== null)).toBe(true);
  // In sight where it was pressed, however long the list is.
  expect(await bar.evaluate((box) => box.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  const [stopped, reported, ...unchanged] = previous.map(({ number }) => number);
  expect(await outcomes()).toEqual([[stopped, 'stopped'], ...unchanged.map((number) => [number, 'unchanged'])]);
  await page.locator('.measure-card', { hasText: reported ?? '' }).waitFor();
  await rows.first().getByText('Stoppet. Lagret av Sander Sender.').waitFor();
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Angre' }).click();
  await bar.getByText('Det er angret. Tiltakene er som før dere lagret.').waitFor();
  expect(await outcomes()).toEqual(before);
  expect(await rows.count()).toBe(previous.length);
});

test('many measures of this year are chosen by state and shown page by page, and the address says which', async () => {
  const page = await open('/svar');
  await namePage(page, 'Nora Navarsete');
  const { measures } = await response(page, orgnrs.nav);
  const added: string[] = [];
  try {
    for (let more = measures.length; more < 50; more++) added.push(await measureWith(page, orgnrs.nav));
    const cards = page.locator('.measure-card');
    await page.goto(`/svar/${year}?virksomhet=${orgnrs.nav}`);
    await ready(page);
    expect(await cards.count()).toBe(24);
    await page.getByRole('link', { name: 'Neste' }).click();
    await page.getByText('Side 2 av 3').waitFor();
    await page.getByRole('link', { name: 'Neste' }).click();
    await page.getByText('Side 3 av 3').waitFor();
    expect(await cards.count()).toBe(2);
    const states = page.getByRole('navigation', { name: 'Vis tiltak etter hvor langt de er kommet' });
    const done = measures.filter(({ state }) => state === 'submitted').length;
    await states.getByRole('link', { name: `Sendt inn (${done})` }).click();
    await page.waitForURL(/tilstand=sendt/);
    await expect.poll(() => cards.count()).toBe(done);
    await page.reload();
    await ready(page);
    expect(await cards.count()).toBe(done);
    await expectAccessible(page);
    await page.goto(`/svar/${year}?virksomhet=${orgnrs.nav}&tilstand=gjenstar&side=999`);
    await ready(page);
    await page.getByText(/^Side (\d) av \1$/).waitFor();
  } finally {
    for (const id of added) await withdraw(page, id);
  }
});

test('a measure of this year that was taken out is told of, and comes in again with its answers', async () => {
  const page = await open('/svar', narrow);
  await namePage(page, 'Sander Sender');
  const card = page.locator('.measure-card', { has: page.getByText(/^2026-/) }).first();
  const name = await card.getByRole('heading').innerText();
  await card.getByText('Fjern').first().click();
  await card.getByRole('button', { name: 'Ja, fjern tiltaket' }).click();
  // Told where the card was, with the way back.
  const gone = page.locator('.measure-card[data-gone]', { hasText: name });
  await gone.getByText('Tiltaket er fjernet.').waitFor();
  expect(await gone.evaluate((node) => node.contains(document.activeElement))).toBe(true);
  await expectAccessible(page);
  await gone.getByRole('button', { name: `Legg tilbake – ${name}` }).click();
  const back = page.locator('.measure-card:not([data-gone])', { hasText: name });
  await back.getByText('Tiltaket er lagt tilbake.').waitFor();
  await back.getByText('Fjern').first().click();
  await back.getByRole('button', { name: 'Ja, fjern tiltaket' }).click();
  await gone.waitFor();
  await page.reload();
  await ready(page);
  const out = page.getByRole('region', { name: 'Fjernet i år' });
  await out.getByRole('button', { name: `Legg tilbake – ${name}` }).click();
  await page.waitForURL(/\/tiltak\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
});
