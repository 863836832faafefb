import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { ready, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { inspect, orgnrs, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: a reader reports an error, the agency is told on its page and answers, and staff see both. */
const orgnr = orgnrs.skatteetaten;
const ofAgency = `/svar/meldte-feil?virksomhet=${orgnr}`;
let number = '';
let form = '';
let ada: Page;
let skjalg: Page;

beforeAll(async () => {
  const found = await fetch(`${inject('site')}/api/v1/register?round=2019&agency=${orgnr}&size=1`);
  number = ((await found.json()) as { items: { number: string }[] }).items[0]?.number ?? '';
  form = `/tiltak/${number}/meld-feil?round=2019`;
  [ada, skjalg] = [await open('/runder'), await open('/svar')];
  await signInAs(ada, 'Ada Admin');
  await signInAs(skjalg, 'Skjalg Skattem');
});

test('a reader without JavaScript comes from the measure, is told what is missing, and loses nothing by that', async () => {
  const page = await open(`/tiltak/${number}`, { javaScriptEnabled: false });
  await page.getByRole('link', { name: `Meld feil i tiltak ${number}` }).click();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(form);
  await page.getByLabel('Hva gjelder det?').selectOption('phase');
  await page.getByLabel('Hva er feil').fill('Tiltaket er <b>ferdig</b> & i drift.');
  await page.getByLabel('E-postadressen din').fill('ikke en adresse');
  await page.getByRole('button', { name: 'Send meldingen' }).click();
  await page.getByText('Skriv en e-postadresse').waitFor();
  expect(await page.getByLabel('Hva er feil').inputValue()).toBe('Tiltaket er <b>ferdig</b> & i drift.');
  expect(await page.getByLabel('Hva gjelder det?').inputValue()).toBe('phase');
  await page.getByLabel('E-postadressen din').fill('leser@avis.example');
  await page.getByRole('button', { name: 'Send meldingen' }).click();
  await page.getByRole('status').getByText('Takk! Meldingen er sendt.').waitFor();
  const said = await page.getByRole('status').innerText();
  expect(said).toMatch(/Virksomheten svarer deg på e-post innen \d+\. \w+ \d{4}\./);
  // Loaded anew it reports nothing again.
  await page.reload();
  await page.getByText('Takk! Meldingen er sendt.').waitFor();
});

test('the form is accessible, fits 320 px and carries no script, in three languages', async () => {
  const page = await open(form);
  await inspect(page, { path: form, shows: 'textarea', still: true });
  expect(await page.locator('script').count()).toBe(0);
  await page.goto(`/tiltak/${number}/meld-feil/sendt?round=2019&innen=2026-12-18`);
  await page.getByText('Virksomheten har frist til 18. desember 2026').waitFor();
  await expectAccessible(page);
  await page.goto(`${inject('site')}/tiltak/2019-9999/meld-feil`);
  expect((await page.reload())?.status()).toBe(404);
});

test('the agency is told on its page, answers what it must, and is told what is missing', async () => {
  await skjalg.goto(`/svar/${year}?virksomhet=${orgnr}`);
  await ready(skjalg);
  await skjalg.getByText('En leser har meldt en feil i et av tiltakene deres').waitFor();
  await expectAccessible(skjalg);
  await skjalg.getByRole('link', { name: /^Les og svar innen/ }).click();
  await skjalg.getByRole('heading', { level: 1, name: 'Meldte feil: Skatteetaten' }).waitFor();
  expect(await skjalg.locator('.measure-card').innerText()).toContain('Tiltaket er <b>ferdig</b> & i drift.');
  expect(await skjalg.locator('.measure-card').innerText()).toContain('Gjelder: Fase, utgaven for 2019');
  await inspect(skjalg, {
    path: ofAgency,
    shows: '.measure-card textarea',
    act: (at) => at.locator('summary').first().click(),
  });
  await skjalg.goto(ofAgency);
  await ready(skjalg);
  await skjalg.locator('summary').first().click();
  await skjalg.getByRole('button', { name: 'Send svaret' }).click();
  expect(await skjalg.locator('.ds-validation-message').allInnerTexts()).toEqual([
    'Velg ett av svarene.',
    'Skriv hva du svarer leseren.',
  ]);
  await skjalg.getByLabel('Det er feil, og blir rettet').check();
  await skjalg.getByLabel('Svar til leseren').fill('Ja, det er i drift nå.');
  await skjalg.getByRole('button', { name: 'Send svaret' }).click();
  await skjalg.getByText('Svaret er sendt.').waitFor();
  await skjalg.getByRole('link', { name: 'Besvart (1)' }).click();
  await skjalg.getByText('Ja, det er i drift nå.').waitFor();
  expect(await skjalg.content()).not.toContain('leser@avis.example');
});

test('staff put aside what is none', async () => {
  const { status } = await fetch(`${inject('site')}/api/v1/register/${number}/error-reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question: null, text: 'Reklame', language: 'nb' }),
  });
  expect(status).toBe(201);
  await ada.goto('/meldte-feil');
  await ready(ada);
  expect(await ada.getByRole('button', { name: /^Forkast/ }).isDisabled()).toBe(true);
  await ada.getByRole('button', { name: 'Velg alle på siden' }).click();
  await expectAccessible(ada);
  await ada.getByRole('button', { name: 'Forkast 1 uten svar' }).click();
  await ada.getByText('1 melding er forkastet.').waitFor();
});

test('staff see what waits and what was answered, and by whom', async () => {
  await ada.goto('/runder');
  await ready(ada);
  await ada.getByRole('link', { name: 'Meldte feil' }).click();
  await ada.getByRole('link', { name: 'Besvart (2)' }).click();
  await ada.getByText('Ja, det er i drift nå.').waitFor();
  expect(await ada.locator('.measure-card').last().innerText()).toMatch(/Skjalg Skattem.* svarte/);
  await inspect(ada, { path: '/meldte-feil?show=all', shows: '.measure-card' });
});
