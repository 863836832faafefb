import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addMeasure, edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const { title, summary } = edition.roles;
const cost = 'totalCost';
const sectionOf = (id: string) => edition.sections.find(({ questions }) => questions.some((one) => one.id === id))?.id;

/** A new measure of an agency, at the section that asks a question. */
async function openNew(page: Page, person: string, question: string): Promise<string> {
  await signInAs(page, person);
  const address = await addMeasure(page);
  await page.goto(`${address}/${sectionOf(question)}`);
  await ready(page);
  return address;
}

test('an answer that cannot be read is never said to be saved: field, steps and check say so until it is mended', async () => {
  const page = await open('/svar', { viewport: { width: 390, height: 800 } });
  const address = await openNew(page, 'Nora Navarsete', cost);
  await fieldOf(page, cost).fill('2 millioner');
  await fieldOf(page, cost).blur();
  await saved(page);
  await fieldOf(page, cost).fill('');
  await fieldOf(page, cost).pressSequentially('12,5');
  await fieldOf(page, cost).blur();
  const status = page.locator('.save-status');
  await status.getByText('Ett svar er ikke lagret.').waitFor();
  // In sight where one writes, at the bottom of the page too.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(async () => (await status.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Deler av skjemaet' }).click();
  expect(await page.locator('.steps li[data-state=unsaved]').innerText()).toContain('Ikke lagret');
  await page.locator('.steps').getByRole('link', { name: 'Kontroller svarene' }).click();
  const row = page.locator('.summary-list > div', { hasText: 'Det du skrev, er ikke lagret' });
  // What the service has, not what was half typed.
  expect(await row.innerText()).toMatch(/2\s000\s000\skr/);
  expect(await page.getByText('Tiltaket er klart').count()).toBe(0);
  await status.getByText('Ett svar er ikke lagret.').waitFor();
  await expectAccessible(page);

  await page.reload();
  await ready(page);
  await status.getByText('Ett svar er ikke lagret.').waitFor();
  await row.getByRole('link', { name: /^Det du skrev, er ikke lagret/ }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(cost);
  expect(await fieldOf(page, cost).inputValue()).toBe('12,5');
  await fieldOf(page, cost).fill('12,5 mill');
  await fieldOf(page, cost).blur();
  await saved(page);
  const draft = await page.request.get(`/api/v1/measures/${address.split('/').at(-1)}/rounds/${edition.year}`);
  expect((await draft.json()).answers[cost]).toBe(12_500_000);
});

test('another language right after the last key: the new page has what was typed, and nothing is asked', async () => {
  const page = await open('/svar');
  await openNew(page, 'Nora Navarsete', cost);
  await fieldOf(page, cost).fill('5 mill');
  await fieldOf(page, cost).blur();
  await saved(page);
  const { promise: leaving, resolve: leave } = Promise.withResolvers<void>();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  // The save is held back until the page is on its way to the other language.
  await page.route('**/api/v1/measures/*/answers/**', async (route) => {
    await leaving;
    await route.continue();
  });
  await fieldOf(page, cost).fill('6 mill');
  await page.getByRole('link', { name: 'Nynorsk' }).click();
  leave();
  await page.waitForURL(/\/nn\/svar\//);
  await ready(page);
  expect(await fieldOf(page, cost).inputValue()).toMatch(/^6[\s\u00a0]000[\s\u00a0]000$/);
  expect(asked).toEqual([]);
});

test('what a colleague saves or takes out is seen without saving oneself; what one wrote stays', async () => {
  const one = await open('/svar');
  const address = await openNew(one, 'Frida Fyller', title);
  const other = await open(new URL(one.url()).pathname);
  await signInAs(other, 'Sander Sender');
  await fieldOf(other, title).fill('Navn fra Sander');
  await saved(other);
  const lookBack = () => one.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await lookBack();
  await expect.poll(() => fieldOf(one, title).inputValue()).toBe('Navn fra Sander');

  const path = `/api/v1/measures/${address.split('/').at(-1)}/rounds/${edition.year}`;
  const origin = new URL(address).origin;
  expect((await other.request.delete(path, { headers: { origin } })).status()).toBe(204);
  await fieldOf(one, summary).fill('Skrevet etter at tiltaket ble tatt ut');
  await one.getByText(/Sander Sender fjernet dette tiltaket/).waitFor();
  expect(await fieldOf(one, summary).inputValue()).toBe('Skrevet etter at tiltaket ble tatt ut');
  await one.locator('.save-status').getByRole('link', { name: 'Til oversikten over tiltakene' }).waitFor();
  await expectAccessible(one);

  await one.goto(address);
  await one.getByRole('heading', { level: 1, name: 'Tiltaket er fjernet' }).waitFor();
  await one.getByText(/Sander Sender fjernet dette tiltaket/).waitFor();
  await expectAccessible(one);
});

test('at the field a warning is answered with a reason, or leads to the answer', async () => {
  const page = await open('/svar');
  await openNew(page, 'Nora Navarsete', cost);
  await fieldOf(page, cost).fill('5000');
  await fieldOf(page, cost).blur();
  const question = page.locator('.question', { has: fieldOf(page, cost) });
  await question.getByRole('button', { name: /^Rett svaret/ }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(cost);
  await question.getByText('Ja, det stemmer, fordi …').click();
  await question.getByLabel('Hvorfor stemmer det?').fill('Bare en lisens');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Lagre begrunnelsen' }).click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  await question.getByText('Begrunnelse: Bare en lisens').waitFor();
  await question.getByText('Begrunnelsen er lagret.').waitFor({ state: 'attached' });
});
