import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { ready, signInAs } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { call, inspect, measureWith, orgnrs, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: Digdir makes the plan of Altinn 3's operation, Skatteetaten agrees to the key, and it lapses when that is changed. */
let sander: Page;
let skjalg: Page;
let measure = '';
let path = '';
const key = async (page: Page, value: string) => {
  const pool = page.getByRole('group', { name: 'Deling 1' });
  await pool.getByLabel('Hver bærer sitt', { exact: true }).fill(value === 'own' ? '1' : '');
  await pool.getByLabel('Likt', { exact: true }).fill(value === 'equal' ? '1' : '');
};
/** The lines of DFØ-rapport 2025:7, note 22: who got how much for operation in 2025. */
const operation = [
  ['Digitaliseringsdirektoratet', orgnrs.digdir, '2,6 mill'],
  ['Brønnøysundregistrene', '974760673', '3 100 000'],
  ['Skatteetaten', orgnrs.skatteetaten, '15 800 000'],
  ['Statistisk sentralbyrå', '971526920', '1 000 000'],
] as const;

beforeAll(async () => {
  [sander, skjalg] = [await open('/svar'), await open('/svar')];
  await signInAs(sander, 'Sander Sender');
  await signInAs(skjalg, 'Skjalg Skattem');
  measure = await measureWith(sander, orgnrs.digdir, { name: 'Altinn 3' });
  path = `/finansieringsplaner/${measure}`;
});

test('the lead comes from the measure and writes the plan with the keyboard; what is wrong is said, and nothing is lost', async () => {
  const page = sander;
  await page.goto(`/svar/${year}/tiltak/${measure}`);
  await ready(page);
  await page.getByRole('link', { name: 'Finansieringsplan for tiltaket' }).press('Enter');
  await page.getByRole('link', { name: 'Lag en plan' }).press('Enter');
  await page.getByLabel('Hva planen heter').fill('Altinn 3');
  // As people write them: one that is found is there by its code, and of several none before one is chosen.
  const parties = page.getByRole('region', { name: 'Parter', exact: true });
  const write = async (said: string) => {
    await parties.getByLabel('Legg til part').fill(said);
    await parties.getByLabel('Legg til part').press('Enter');
  };
  for (const [said, name] of [
    ['Brreg', 'Brønnøysundregistrene'],
    ['Skatteetaten', 'Skatteetaten'],
    ['971526920', 'Statistisk sentralbyrå'],
    ['Trondheim', 'Trondheim kommune'],
  ] as const) {
    await write(said);
    await parties.getByText(`${name} er lagt til.`).waitFor();
  }
  const trondheim = parties.getByRole('group', { name: 'Trondheim kommune' });
  await trondheim.getByText('kommune', { exact: true }).waitFor();
  await trondheim.getByRole('button', { name: /Fjern/ }).press('Enter');
  await write('Våler');
  const meant = parties.getByRole('group', { name: 'Hvem er «Våler»?' });
  await meant.getByRole('button', { name: 'Legg til «Våler» som en annen, privat part' }).waitFor();
  expect(await meant.getByRole('button', { name: '(kommune)' }).count()).toBe(2);
  expect(await parties.locator('.plan-card').count()).toBe(operation.length);
  await expectAccessible(page);
  await meant.getByRole('button', { name: 'Ingen av disse' }).press('Enter');
  for (const [place, [name, , amount]] of operation.entries()) {
    await page.getByRole('button', { name: 'Legg til finansiering' }).press('Enter');
    const card = page.getByRole('group', { name: `Finansiering ${place + 1}` });
    await card.getByLabel('Kilde').selectOption('jointProposal');
    await card.getByLabel('Kroner').fill(amount);
    await card.getByLabel('Fra år').fill('2025');
    await card.getByLabel(name).press('Space');
    await card.getByLabel('Drift og forvaltning').press('Space');
  }
  await page.getByRole('button', { name: 'Del en kostnad' }).press('Enter');
  await page.getByLabel('Hva som deles').fill('Drift 2025');
  await key(page, 'own');
  for (const [name, , amount] of operation)
    await page.getByRole('group', { name, exact: false }).getByLabel('Hver bærer sitt').fill(amount);
  for (const [label, amount] of [
    ['Prisår', '2024'],
    ['Styringsramme (P50)', '1 096 000 000'],
    ['Kostnadsramme (P85)', '1 267 000 000'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(amount);
  await page.getByRole('button', { name: 'Lagre planen' }).press('Enter');
  // Without the amount that is shared nothing is saved, and the way to the field is there.
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Deling 1, Kroner/ })
    .press('Enter');
  await page.keyboard.type('22,5');
  await page.getByRole('button', { name: 'Lagre planen' }).press('Enter');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Deling 1, Kroner: Mente du millioner/ })
    .press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' mill');
  await page.getByText(/22,5 mill = 22\s500\s000\skr/).waitFor();
  await expectAccessible(page);
  // The session ends before it is saved: after the login it is there still.
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Lagre planen' }).press('Enter');
  await page.getByRole('button', { name: /Sander Sender/ }).waitFor();
  await signInAs(page, 'Sander Sender');
  await page.getByRole('button', { name: 'Hent dem fram' }).press('Enter');
  await page.getByRole('button', { name: 'Lagre planen' }).press('Enter');
  await page.getByText('Planen er lagret.').waitFor();
  const row = (table: string, name: string | RegExp) =>
    page.getByRole('region', { name: table }).getByRole('row', { name }).innerText();
  expect(await row('Etter kilde', /I alt/)).toMatch(/22\s500\s000/);
  expect(await row('Etter år', /^2025/)).toMatch(/22\s500\s000/);
  expect(await row('Etter part og fase', /Skatteetaten/)).toMatch(/15\s800\s000/);
  expect(await row('Rammer', /Avsetning for usikkerhet/)).toMatch(/171\s000\s000/);
  expect(await row(`Drift 2025`, /Skatteetaten/)).toMatch(/15\s800\s000\s+5\s625\s000/);
});

test('the pair agrees on the key, and the agreement lapses when the lead changes it', async () => {
  await skjalg.goto(`/svar/${year}?virksomhet=${orgnrs.skatteetaten}`);
  await ready(skjalg);
  await skjalg.getByText('En finansieringsplan venter på svar fra dere').waitFor();
  await skjalg.goto('/finansieringsplaner');
  await ready(skjalg);
  const card = skjalg.locator('.measure-card', { hasText: 'Altinn 3' });
  await card.getByText('Venter på svar fra dere').waitFor();
  await card.getByRole('link').press('Enter');
  await skjalg.getByRole('heading', { level: 1, name: 'Altinn 3' }).waitFor();
  await skjalg.locator('summary', { hasText: 'Si nei for Skatteetaten' }).press('Enter');
  await skjalg.getByRole('button', { name: 'Send svaret' }).press('Enter');
  await skjalg.getByText('Skriv hvorfor dere sier nei.').waitFor();
  await skjalg.getByRole('button', { name: 'Godta fordelingen for Skatteetaten' }).press('Enter');
  await skjalg.getByText('Svaret er sendt.').waitFor();
  const said = (page: Page) => page.locator('.plan-agreements > li', { hasText: 'Skatteetaten' }).locator('.ds-tag');
  await expect.poll(() => said(skjalg).innerText()).toBe('Enig');
  // Its own lines it may change, and no others.
  await skjalg.getByRole('link', { name: 'Endre egne linjer: Skatteetaten' }).press('Enter');
  await skjalg.locator('.plan-line', { hasText: 'Finansiering 1' }).waitFor();
  expect(await skjalg.locator('.plan-line').count()).toBe(1);
  expect(await skjalg.getByLabel('Hva planen heter').count()).toBe(0);

  await sander.goto(`${path}/rediger`);
  await ready(sander);
  await key(sander, 'equal');
  await sander.getByRole('button', { name: 'Lagre planen' }).press('Enter');
  await sander.getByText('Planen er lagret.').waitFor();
  expect(await said(sander).innerText()).toBe('Falt bort: fordelingen er endret');
  expect(
    await sander
      .getByRole('region', { name: 'Drift 2025' })
      .getByRole('row', { name: /Skatteetaten/ })
      .innerText(),
  ).toMatch(/5\s625\s000\s+15\s800\s000/);
});

test('two who write at once choose between both, and nothing is lost', async () => {
  const page = sander;
  await page.goto(`${path}/rediger`);
  await ready(page);
  const { version, plan } = await call<{ version: number; plan: { name: string } }>(
    page,
    'GET',
    `/measures/${measure}/financing-plan`,
  );
  await call(page, 'PUT', `/measures/${measure}/financing-plan`, {
    basedOn: version,
    plan: { ...plan, name: 'Altinn tre' },
  });
  await page.getByLabel('Hva planen heter').fill('Altinn 3, drift');
  await page.getByRole('button', { name: 'Lagre planen' }).press('Enter');
  await page.getByRole('alert').getByText('Noen andre har endret det samme').waitFor();
  await page.getByRole('radio', { name: 'Mitt: Altinn 3, drift' }).check();
  await page.getByRole('button', { name: 'Lagre planen' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Altinn 3, drift' }).waitFor();
});

test('plans are read and written on a phone, and in other languages', async () => {
  await skjalg.setViewportSize({ width: 320, height: 800 });
  await skjalg.goto(`/nn${path}`);
  await skjalg.getByRole('heading', { name: 'Semje om fordelinga' }).waitFor();
  await expectAccessible(skjalg);
  await expectNoSidewaysScroll(skjalg);
  await inspect(sander, { path: `${path}/rediger`, shows: '.plan-card', act: ready });
  await skjalg.goto('/nn/finansieringsplaner');
  await skjalg.getByRole('heading', { level: 1, name: 'Finansieringsplanar' }).waitFor();
  await expectNoSidewaysScroll(skjalg);
});

test('the lead opens one actor of a public measure: everyone sees that one, without script, and the way there from the measure', async () => {
  const found = await fetch(`${inject('site')}/api/v1/register?round=2019&agency=${orgnrs.digdir}&size=1`);
  const [{ id, number }] = ((await found.json()) as { items: [{ id: string; number: string }] }).items;
  const { plan } = await call<{ plan: object }>(sander, 'GET', `/measures/${measure}/financing-plan`);
  await call(sander, 'PUT', `/measures/${id}/financing-plan`, { basedOn: 0, plan });
  const page = await open(`/tiltak/${number}`, { javaScriptEnabled: false });
  expect(await page.getByRole('link', { name: 'Se hvem som betaler hva' }).count()).toBe(0);
  await sander.goto(`/finansieringsplaner/${id}`);
  await ready(sander);
  await sander.getByLabel('Digitaliseringsdirektoratet').check();
  await sander.getByRole('button', { name: 'Åpne de valgte' }).press('Enter');
  await sander.getByText('Det er lagret hva som er åpent.').waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Se hvem som betaler hva' }).click();
  expect(new URL(page.url()).pathname).toBe(`/tiltak/${number}/finansiering`);
  const text = await page.locator('main').innerText();
  expect(text).toMatch(/2\s600\s000/);
  expect(text).not.toMatch(/Skatteetaten|15\s800\s000|22\s500\s000|Styringsramme/);
});
