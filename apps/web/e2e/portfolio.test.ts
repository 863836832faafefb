import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: somebody who coordinates looks at the ministry’s own, keeps a selection from the public page, and everyone opens it. */
let samira: Page;
let kept = '';

beforeAll(async () => {
  samira = await open('/svar');
  await samira.getByRole('button', { name: /Samira Samordner/ }).click();
  await samira.waitForURL((url) => !url.pathname.includes('interaction') && !url.pathname.startsWith('/auth'));
});

test('a coordinator comes from the list of agencies to the ministry’s own portfolio, which says that it is not public', async () => {
  await samira.getByRole('link', { name: 'Porteføljen til departementet, og lagrede porteføljer' }).click();
  await samira.waitForURL('**/samordning');
  await samira.getByText('Av Skate, livshendelser og andre utvalg ser du det samme som alle andre').waitFor();
  await samira.getByRole('link', { name: 'Digitaliserings- og forvaltningsdepartementet' }).click();
  await samira.getByText('Ikke offentlig. Denne siden viser svar som er unntatt offentlighet').waitFor();
  expect(await samira.locator('script').count()).toBe(0);
  // A number leads to its measures, on the same page.
  const row = samira.locator('#tabell-phases tbody tr', { hasText: 'Gjennomføring' });
  const link = row.getByRole('link').last();
  const said = await link.innerText();
  await link.click();
  await samira.getByRole('heading', { name: `Tiltakene (${said})` }).waitFor();
  await samira.getByText('Fase: Gjennomføring; Kostnadsramme: Oppgitt', { exact: true }).waitFor();
});

test.each(['/samordning', '/nn/samordning/DFD', '/en/samordning/DFD'])(
  '%s is accessible and fits 320 px',
  async (path) => {
    await samira.goto(path);
    expect(await samira.locator('h1').count()).toBe(1);
    await samira.setViewportSize({ width: 320, height: 640 });
    await expectAccessible(samira);
    await expectNoSidewaysScroll(samira);
    await samira.setViewportSize({ width: 1280, height: 800 });
  },
);

test('a selection is kept under a name from the public page, and renamed', async () => {
  await samira.goto('/portefolje?ministry=KMD&round=2019&phase=idea');
  await samira.getByRole('link', { name: 'Lagre utvalget under et navn (for samordnere)' }).click();
  await samira.getByLabel('Navn', { exact: true }).fill('Ideer på Kommunal');
  await samira.getByRole('button', { name: 'Lagre', exact: true }).click();
  await samira.getByRole('status').getByText('Lagret. Adressen er /portefolje/ideer-pa-kommunal.').waitFor();
  await samira.getByText('Nytt navn på Ideer på Kommunal').click();
  await samira.locator('details[open]').getByLabel('Navn').fill('Ideer i KMD');
  await samira.getByRole('button', { name: 'Gi nytt navn' }).click();
  await samira.getByText('Porteføljen har fått nytt navn.').waitFor();
  kept = '/portefolje/ideer-pa-kommunal';
});

test('anyone opens it without a script, sees what is public, and comes to the same measures in the register', async () => {
  const page = await open(kept, { javaScriptEnabled: false });
  await page.getByRole('heading', { level: 1, name: 'Ideer i KMD' }).waitFor();
  await page.getByText('Lagret av Digitaliserings- og forvaltningsdepartementet.').waitFor();
  const count = Number(await page.locator('.profile-numbers dd a').first().innerText());
  await page.getByText('Velg ut noen av tiltakene til en egen portefølje').click();
  for (const at of [0, 2]) await page.locator('.portfolio-pick input[type=checkbox]').nth(at).check();
  await page.locator('.portfolio-pick').getByRole('button', { name: 'Vis porteføljen' }).click();
  await page.getByRole('heading', { level: 1, name: /^Utvalgte tiltak: \d{4}-\d{4}, \d{4}-\d{4}$/ }).waitFor();
  expect(await page.locator('.profile-numbers dd a').first().innerText()).toBe('2');
  await page.goto(kept);
  await page.locator('.profile-numbers dd a').first().click();
  await page.waitForURL('**/register?**');
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toContain(String(count));
  for (const format of ['xlsx', 'pdf']) {
    const { status, headers } = await fetch(
      `${inject('site')}/api/v1/portfolio?ministry=KMD&round=2019&phase=idea&format=${format}`,
    );
    expect([status, headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="samblikk-portfolio-20191.${format}"`,
    ]);
  }
});

test('an agency and a measure of the strategy are chosen in the form, without a script', async () => {
  const page = await open('/portefolje?round=2019', { javaScriptEnabled: false });
  await page.getByLabel('Virksomhet', { exact: true }).selectOption('971526920');
  await page.getByRole('button', { name: 'Vis porteføljen' }).first().click();
  await page.getByRole('heading', { level: 1, name: /Statistisk sentralbyrå/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('agency')).toBe('971526920');
});

test('it is removed, and its address then leads nowhere', async () => {
  await samira.goto('/samordning');
  await samira.getByText('Nytt navn på Ideer i KMD').click();
  await samira.getByRole('button', { name: 'Fjern Ideer i KMD' }).click();
  await samira.getByText('Porteføljen er fjernet.').waitFor();
  expect((await fetch(inject('site') + kept)).status).toBe(404);
});
