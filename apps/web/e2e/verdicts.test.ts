import type { LikelyDoubles } from '@samblikk/contract';
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { ready, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import { inspect } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: a coordinator goes through the likely doubles of her ministry, is believed, and takes it back. */
const path = '/samordning/liknende';
let samira: Page;

beforeAll(async () => {
  samira = await open('/svar');
  await signInAs(samira, 'Samira Samordner');
});

const pairShown = async (page: Page) =>
  (await page.locator('.verdict-one article').getAttribute('aria-label'))?.split(' – ') ?? [];
const status = (page: Page) => page.locator('.verdict-outcome [role=status]').innerText();

/** What everyone is told of two measures; undefined when they are listed no more. */
async function told([one, other]: readonly string[]) {
  const found = await fetch(`${inject('site')}/api/v1/register/likely-doubles?number=${one}`);
  const { pairs } = (await found.json()) as LikelyDoubles;
  return pairs.find(({ measures }) => measures[1]?.number === other);
}

test('she is led there, and the page is accessible at any width, in three languages', async () => {
  await samira.getByRole('link', { name: 'Vurder tiltak som kan være dobbeltarbeid' }).click();
  await samira.getByRole('heading', { level: 1, name: 'Vurder mulig dobbeltarbeid' }).waitFor();
  await inspect(samira, { path, shows: '.verdict-one article' });
});

test('by keyboard alone: a digit says what a pair is, the next is there with the focus, and what was said can be undone', async () => {
  await samira.goto(path);
  await ready(samira);
  const first = await pairShown(samira);
  await samira.getByRole('button', { name: 'Samme', exact: true }).focus();
  await samira.keyboard.press('1');
  await samira.getByText(`${first.join(' og ')}: samme.`).waitFor();
  await expect.poll(() => pairShown(samira)).not.toEqual(first);
  expect(await samira.evaluate(() => document.activeElement?.className)).toBe('verdict-one');
  expect(await told(first)).toMatchObject({ verdict: 'same' });
  const reader = await open(`/liknende?number=${first[0]}`, { javaScriptEnabled: false });
  await reader.getByText('En samordner har vurdert: samme behov').first().waitFor();
  await reader.getByText(/^Samordnere har vurdert 1 av/).waitFor();
  expect(await reader.content()).not.toContain('Samira');
  await reader.goto(`${inject('site')}/tiltak/${first[0]}`);
  await reader.getByText('En samordner har vurdert: samme behov').waitFor();

  await samira.keyboard.press('0');
  await samira.getByText(`Vurderingen av ${first.join(' og ')} er tatt tilbake.`).waitFor();
  await expect.poll(() => pairShown(samira)).toEqual(first);
  expect(await told(first)).toMatchObject({ verdict: null });
  // In a field that takes text a digit is a digit; and skipping says nothing.
  await samira.getByLabel('Grunn (frivillig)').fill('');
  await samira.getByLabel('Grunn (frivillig)').press('1');
  expect(await samira.getByLabel('Grunn (frivillig)').inputValue()).toBe('1');
  await samira.getByLabel('Grunn (frivillig)').fill('Bare «system» er felles');
  await samira.getByRole('button', { name: 'Ikke dobbeltarbeid' }).click();
  await samira.getByText(`${first.join(' og ')}: ikke dobbeltarbeid.`).waitFor();
  expect(await status(samira)).not.toBe('');
  expect(await told(first)).toBeUndefined();
});

test('what she has said stands with who, when and why, and is changed there', async () => {
  await inspect(samira, {
    path: `${path}?show=judged`,
    shows: '.verdict-said textarea',
    act: (page) => page.locator('summary').first().click(),
  });
  await samira.goto(`${path}?show=judged`);
  await ready(samira);
  const card = samira.locator('.double').first();
  expect(await card.innerText()).toContain('Bare «system» er felles');
  expect(await card.innerText()).toContain('Samira Samordner');
  await card.locator('summary').click();
  await card.getByRole('button', { name: 'Ta tilbake' }).click();
  await samira.getByText('Ingen par er vurdert ennå.').waitFor();
});

test('Digdir may judge those of any ministry, and chooses which', async () => {
  const ada = await open('/runder');
  await signInAs(ada, 'Ada Admin');
  await ada.getByRole('link', { name: 'Mulig dobbeltarbeid' }).click();
  await ada.getByLabel('Departement').selectOption({ label: 'Justis- og beredskapsdepartementet' });
  await ada.getByRole('button', { name: 'Vis' }).click();
  await ada.waitForURL(/departement=JD/);
  await ada.locator('.verdict-one article').waitFor();
});

test('it is not for those who only read', async () => {
  const anton = await open('/svar');
  await signInAs(anton, 'Anton Analyse');
  expect((await anton.goto(path))?.status()).toBe(403);
});
