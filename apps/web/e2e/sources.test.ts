import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { ready, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { inspect, orgnrs, year } from './states.ts';
import { expectTextsAlone } from './translated.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: an agency has its list followed, sees what it would do, takes it in, and says what a word means; staff see it. */
const orgnr = orgnrs.skatteetaten;
const ofAgency = `/svar/kilder?virksomhet=${orgnr}`;
const csv = 'Navn på tiltaket;Fase;Finansiert\nEn helt ny skatteløsning;Idé;Bortimot\n';
let skjalg: Page;

beforeAll(async () => {
  skjalg = await open('/svar');
  await signInAs(skjalg, 'Skjalg Skattem');
});

test('an agency adds its list, tries it, takes it in, reads the report and says what its word means', async () => {
  await skjalg.goto(`/svar/${year}?virksomhet=${orgnr}`);
  await ready(skjalg);
  await skjalg.getByRole('link', { name: 'Kilder: lister og systemer vi henter fra' }).click();
  await skjalg.getByRole('heading', { level: 1, name: 'Kilder: Skatteetaten' }).waitFor();
  await skjalg.locator('summary', { hasText: 'Legg til en kilde' }).click();
  await skjalg.getByRole('button', { name: 'Legg til', exact: true }).click();
  expect(await skjalg.locator('.ds-validation-message').allInnerTexts()).toEqual([
    'Skriv hva dere kaller listen.',
    'Skriv adressen.',
  ]);
  await skjalg.getByLabel('Hva dere kaller listen').fill('Prosjektporteføljen');
  await skjalg.getByLabel('Adressen til filen').fill('https://10.0.0.1/liste.csv');
  await skjalg.getByRole('button', { name: 'Legg til', exact: true }).click();
  await skjalg.getByText('Adressen er ikke på det åpne nettet').waitFor();
  await skjalg.getByLabel('Adressen til filen').fill(`${inject('lists')}/liste.csv?csv=${encodeURIComponent(csv)}`);
  await skjalg.getByRole('button', { name: 'Legg til', exact: true }).click();
  await skjalg.getByRole('heading', { level: 1, name: 'Prosjektporteføljen' }).waitFor();

  await skjalg.getByRole('button', { name: 'Prøv nå' }).click();
  await skjalg.getByText('Slik ville det gått. Ingenting er endret.').waitFor();
  await skjalg.getByRole('button', { name: 'Ta inn nå' }).click();
  await skjalg.getByText('Listen er tatt inn som kladd.').waitFor();
  await skjalg.getByRole('heading', { name: /En helt ny skatteløsning/ }).waitFor();
  await skjalg.getByText('Cellen blir ikke tatt med.').waitFor();
  await expectAccessible(skjalg);
  await skjalg.getByRole('link', { name: /^Åpne tiltaket/ }).click();
  await skjalg.getByRole('heading', { level: 1, name: 'En helt ny skatteløsning' }).waitFor();
  await skjalg.goBack();

  await skjalg.getByLabel(/^«Bortimot»/).selectOption({ label: 'Delvis' });
  await skjalg.getByRole('button', { name: 'Lagre hva ordene betyr' }).click();
  await skjalg.getByText('Lagret. Det gjelder alle listene deres').waitFor();
  await skjalg.getByRole('button', { name: 'Ta inn nå' }).click();
  await skjalg.getByText('Har virksomheten finansiering til å gjennomføre tiltaket? «Delvis»').waitFor();
});

test('the page of a source is accessible and fits 320 px, in three languages', async () => {
  await skjalg.goto(ofAgency);
  await ready(skjalg);
  await expectAccessible(skjalg);
  await expectTextsAlone(skjalg);
  await skjalg.getByRole('link', { name: 'Prosjektporteføljen' }).click();
  await skjalg.getByRole('heading', { level: 1, name: 'Prosjektporteføljen' }).waitFor();
  await inspect(skjalg, { path: new URL(skjalg.url()).pathname + new URL(skjalg.url()).search, shows: '#mapping' });
});

test('staff see every source, and the public who delivers and how, without names and addresses', async () => {
  const ada = await open('/leveranser');
  await signInAs(ada, 'Ada Admin');
  await expectAccessible(ada);
  await expectTextsAlone(ada);
  await ada.getByRole('link', { name: 'Prosjektporteføljen' }).click();
  await ada.getByRole('heading', { level: 1, name: 'Prosjektporteføljen' }).waitFor();
  expect(await ada.getByRole('button', { name: 'Prøv nå' }).count()).toBe(0);
  await ada.goto('/oversikt');
  await ada.getByRole('link', { name: 'Kilder', exact: true }).click();
  await ada.waitForURL('**/leveranser');
  const page = await open('/kilder');
  await page.getByRole('table').waitFor();
  expect(await page.content()).not.toContain(inject('lists'));
});
