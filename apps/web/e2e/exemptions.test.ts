import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ready, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { call, complete, inspect, measureWith, orgnrs, responseOf, withdraw, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: the agency claims three answers exempt, staff accept, refuse and ask, and the agency reads and answers. */
let ada: Page;
let anton: Page;
let skjalg: Page;
let measure = '';
let number = '';
const orgnr = orgnrs.skatteetaten;
const page = `/runder/${year}/unntak`;
const mine = (show: string) => `${page}?show=${show}&agency=${orgnr}`;
const check = () => `/svar/${year}/tiltak/${measure}/kontroll`;
const card = (of: Page) => of.locator('.measure-card', { hasText: number });
const claim = (of: Page, label: string) => card(of).locator('.exemption-claim', { hasText: label });

beforeAll(async () => {
  skjalg = await open('/svar');
  await signInAs(skjalg, 'Skjalg Skattem');
  measure = await measureWith(skjalg, orgnr, {
    ...{ ...complete, phase: 'idea', totalCost: 4_321_987, innovation: 'high' },
    ...{ publishable: 'partly', exemptFields: ['phase', 'totalCost', 'innovation'], exemptionBasis: 'OFFL_13' },
  });
  const headers = { 'idempotency-key': crypto.randomUUID() };
  await call(skjalg, 'POST', `/agencies/${orgnr}/rounds/${year}/submissions`, { nothingToReport: false }, headers);
  number = (await responseOf(skjalg, orgnr)).measures.find(({ id }) => id === measure)?.number ?? '';
  [ada, anton] = [await open('/runder'), await open('/runder')];
  await signInAs(ada, 'Ada Admin');
  await signInAs(anton, 'Anton Analyse');
});
afterAll(() => withdraw(skjalg, measure));

async function unfold(label: string, summary: string) {
  await claim(ada, label).locator('summary', { hasText: summary }).click();
  return claim(ada, label);
}

test('staff see every claim with its answer, in three languages, and find the page from the overview', async () => {
  await inspect(ada, {
    path: mine('all'),
    shows: '.exemption-claim textarea',
    act: (at) => card(at).locator('summary').nth(1).click(),
  });
  await ada.goto(`/runder/${year}/oversikt`);
  await ready(ada);
  await ada.locator('.task a[href$="/unntak"]').click();
  await ada.getByRole('heading', { level: 1, name: `Unntak fra offentlighet ${year}` }).waitFor();
  await ada.locator('#agency').selectOption(orgnr);
  await ada.getByRole('button', { name: 'Vis', exact: true }).click();
  await ada.waitForURL(/agency=/);
  expect(await card(ada).innerText()).toMatch(/4.321.987/);
  expect(await card(ada).locator('.ds-tag').allInnerTexts()).toEqual(['Ikke avgjort', 'Ikke avgjort', 'Ikke avgjort']);
});

test('an analyst sees what is claimed and on what basis, neither the answer nor the way to decide', async () => {
  await inspect(anton, { path: mine('all'), shows: '.exemption-claim' });
  await anton.goto(mine('waiting'));
  const said = await card(anton).innerText();
  expect(said).toContain('§ 13');
  expect(await anton.content()).not.toMatch(/4.?321.?987/);
  expect(await card(anton).locator('summary').count()).toBe(0);
});

test('staff accept one until a day, refuse one and ask about one', async () => {
  await ada.goto(mine('waiting'));
  await ready(ada);
  const cost = await unfold('Kostnadsramme', 'Godta');
  await cost.locator('[name=until]').fill('1.1.2020');
  await cost.getByRole('button', { name: 'Godta unntaket' }).click();
  expect(await cost.locator('.ds-validation-message').count()).toBe(1);
  await cost.locator('[name=until]').fill('31.12.2098');
  await cost.getByRole('button', { name: 'Godta unntaket' }).click();
  await ada.getByText('Unntaket er godtatt.').waitFor();
  const phase = await unfold('Fase', 'Avslå');
  await phase.getByRole('button', { name: 'Avslå unntaket' }).click();
  expect(await phase.locator('.ds-validation-message').innerText()).toBe('Skriv hvorfor unntaket ikke kan godtas.');
  await phase.locator('[name=words]').fill('Fasen står i tildelingsbrevet.');
  await phase.locator('[name=until]').fill('31.12.2097');
  await phase.getByRole('button', { name: 'Avslå unntaket' }).click();
  await ada.getByText(/^Unntaket er avslått/).waitFor();
  const third = await unfold('Grad av innovasjon', 'Spør virksomheten');
  await third.locator('[name=words]').fill('Hva kan skade om dette blir kjent?');
  await third.getByRole('button', { name: 'Send spørsmålet' }).click();
  await ada.getByText(/^Spørsmålet er sendt/).waitFor();
  await expectAccessible(ada);
  await ada.goto(mine('holds'));
  expect(await claim(ada, 'Kostnadsramme').innerText()).toMatch(/til og med .*2098/);
});

test('what is sent of a claim folds that form away; what is typed in the others of the same claim stays', async () => {
  await ada.goto(mine('agency'));
  await ready(ada);
  const phase = await unfold('Fase', 'Avslå');
  const refusal = phase.locator('.confirm', { hasText: 'Avslå' }).locator('[name=words]');
  await refusal.fill('Begynt på');
  await unfold('Fase', 'Spør virksomheten');
  const question = phase.locator('.confirm', { hasText: 'Spør virksomheten' });
  await question.locator('[name=words]').fill('Hvilket brev?');
  await question.getByRole('button', { name: 'Send spørsmålet' }).click();
  await ada.getByText(/^Spørsmålet er sendt/).waitFor();
  expect(await phase.locator('.confirm-box').count()).toBe(1);
  expect(await refusal.inputValue()).toBe('Begynt på');
  await refusal.fill('Fasen står i tildelingsbrevet.');
  await phase.locator('[name=until]').fill('31.12.2097');
  await phase.getByRole('button', { name: 'Avslå unntaket' }).click();
  await ada.getByText(/^Unntaket er avslått/).waitFor();
  expect(await phase.locator('.confirm-box').count()).toBe(0);
});

test('a claim that the agency has changed meanwhile is not decided, and staff read what to do', async () => {
  await ada.goto(mine('agency'));
  await ready(ada);
  const phase = await unfold('Fase', 'Godta');
  // Another basis by now, as far as the form knows.
  await phase.locator('[name=grounds]').evaluate((input: HTMLInputElement) => {
    input.value = '["OFFL_14",null]';
  });
  await phase.getByRole('button', { name: 'Godta unntaket' }).click();
  await ada.getByText(/har sendt inn noe annet/).waitFor();
  await expectAccessible(ada);
});

test('the agency is told on its page, reads the words and the day, and answers', async () => {
  await skjalg.goto(`/svar/${year}?virksomhet=${orgnr}`);
  await ready(skjalg);
  await skjalg.getByRole('link', { name: /Digdir venter på svar om 2 unntak fra offentlighet/ }).click();
  await skjalg.waitForURL(/kontroll/);
  await inspect(skjalg, {
    path: check(),
    shows: 'section:has(#unntak) textarea',
    act: (at) => at.locator('section:has(#unntak) summary').first().click(),
  });
  await skjalg.goto(check());
  await ready(skjalg);
  const list = skjalg.locator('section', { has: skjalg.locator('#unntak') });
  const said = await list.innerText();
  for (const words of ['Fasen står i tildelingsbrevet.', 'Hva kan skade om dette blir kjent?', '2097', '2098'])
    expect(said).toContain(words);
  const phase = list.locator('li', { hasText: 'Fasen står' });
  await phase.locator('summary').click();
  await phase.getByRole('button', { name: 'Send svaret til Digdir' }).click();
  expect(await phase.locator('.ds-validation-message').innerText()).toBe('Skriv et svar.');
  await phase.getByLabel('Hva vil dere svare Digdir?').fill('Brevet er ikke offentlig ennå.');
  await phase.getByRole('button', { name: 'Send svaret til Digdir' }).click();
  await skjalg.getByText('Svaret er sendt til Digdir.').waitFor();
  expect(await phase.innerText()).toContain('Besvart, venter på Digdir');
  await expectAccessible(skjalg);
  await ada.goto(mine('waiting'));
  expect(await claim(ada, 'Fase').innerText()).toContain('Brevet er ikke offentlig ennå.');
});

test('a contact person has no part in the page', async () => {
  expect((await skjalg.goto(page))?.status()).toBe(403);
});
