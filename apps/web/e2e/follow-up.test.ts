import { buffer } from 'node:stream/consumers';
import type { AgencyStanding, Start } from '@samblikk/contract/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../api/src/intake/spreadsheet/read-workbook.ts';
import { pressAt, ready, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import { call, inspect, orgnrs, unfold, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** Those who run the round: from the start page to the list, and to one agency, which is left as it was but for a note. */
let ada: Page;
/** An agency that has not begun, and that no other story answers for. */
let silent = '';
let agencyPage = '';
const list = () => call<AgencyStanding[]>(ada, 'GET', `/rounds/${year}/population`);
const rows = () => ada.locator('.population tbody tr');
/** The rows of the list: number, name, state and measures of the agency. */
const onScreen = () =>
  rows().evaluateAll((all) =>
    all.map((row) => [
      row.querySelector<HTMLInputElement>('input')?.value,
      ...['th a', '.on-wide .ds-tag', '.number span'].map((part) => row.querySelector(part)?.textContent),
    ]),
  );
const names = () => ada.locator('.population tbody th a').allInnerTexts();

beforeAll(async () => {
  ada = await open('/svar');
  await signInAs(ada, 'Ada Admin');
  const others: readonly string[] = Object.values(orgnrs);
  silent = (await list()).find(({ orgnr, state }) => state === 'notStarted' && !others.includes(orgnr))?.orgnr ?? '';
  agencyPage = `/runder/${year}/virksomheter/${silent}`;
});
afterAll(async () => {
  const left = (await list()).find(({ orgnr }) => orgnr === silent);
  if (left?.declined) await call(ada, 'DELETE', `/agencies/${silent}/rounds/${year}/declination`);
});

test('staff land on the round that is open: the time left, how many have answered, what comes next', async () => {
  expect(new URL(ada.url()).pathname).toBe(`/runder/${year}/oversikt`);
  const { rate, next } = await call<Start>(ada, 'GET', `/rounds/${year}/start`);
  expect(await ada.locator('.lead').innerText()).toMatch(
    /^(\d+ dager igjen til fristen|Fristen er i (dag|morgen)), .* kl\. 23:59\.$/,
  );
  expect(await ada.locator('.start-figure').innerText()).toBe(
    `${Math.round((100 * rate.answered) / rate.invited)}\u00a0% har svart`,
  );
  expect(await ada.locator('#next ~ .tasks .task').count()).toBe(next.length);
  await inspect(ada, {
    path: `/runder/${year}/oversikt`,
    shows: '.curve-picture',
    act: unfold('.response-curve details'),
  });
});

test('any other round is a press away: of 2019, 67 of 73 is 92 per cent', async () => {
  await ada.goto('/oversikt');
  await ready(ada);
  await ada.getByRole('navigation', { name: 'Velg runde' }).getByRole('link', { name: '2019' }).click();
  await ada.waitForURL(/\/runder\/2019\/oversikt$/);
  await ada.getByText('92 % har svart').waitFor();
  await ada.getByText('67 av 73 virksomheter.').waitFor();
});

test('what belongs to no one round is a press away too', async () => {
  for (const [name, path] of [
    ['Virksomhetsregister', '/katalog'],
    ['Revisjonsspor: hvem som gjorde hva', '/revisjon'],
    ['Oppbevaring: hva som slettes når', '/oppbevaring'],
  ] as const) {
    await ada.goto(`/runder/${year}/oversikt`);
    await ready(ada);
    await ada.getByRole('navigation', { name: 'For alle runder' }).getByRole('link', { name }).click();
    await ada.waitForURL((url) => url.pathname === path);
  }
});

test('the list is narrowed and sorted in the address, and its file has the same agencies', async () => {
  await inspect(ada, { path: `/runder/${year}?status=mangler&sorter=status`, shows: '.population' });
  await ada.setViewportSize({ width: 1280, height: 900 });
  await ada.goto(`/runder/${year}`);
  await ready(ada);
  const all = await list();
  expect(await rows().count()).toBe(all.length);
  await ada.getByRole('link', { name: /^Ikke startet \(/ }).click();
  await ada.waitForURL(/status=ikke-startet/);
  const idle = all.filter(({ state, declined }) => state === 'notStarted' && !declined);
  await expect.poll(names).toEqual(idle.map(({ name }) => name.nb));
  const [download] = await Promise.all([
    ada.waitForEvent('download'),
    ada.getByRole('link', { name: 'XLSX', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const { sheets } = await readWorkbook(await buffer(await download.createReadStream()));
  const file = sheets[0]?.rows.slice(1).map((row) => [row[0], row[1], row[3], String(row[8])]);
  expect(file).toEqual(await onScreen());
  await ada.getByLabel('Departement', { exact: true }).selectOption(idle[0]?.ministry ?? '');
  await ada.getByRole('button', { name: 'Vis', exact: true }).click();
  await ada.waitForURL(/departement=/);
  const there = idle.filter(({ ministry }) => ministry === idle[0]?.ministry);
  await expect.poll(names).toEqual(there.map(({ name }) => name.nb));
  const href = await ada.getByRole('link', { name: 'CSV', exact: true }).first().getAttribute('href');
  const lines = (await (await ada.request.get(href ?? '')).text()).trim().split('\n').slice(1);
  expect(lines.map((line) => line.slice(0, 9))).toEqual(there.map(({ orgnr }) => orgnr));
  await ada.getByRole('link', { name: 'Vis alle', exact: true }).click();
  await expect.poll(() => rows().count()).toBe(all.length);
});

test('those ticked are reminded by the keyboard, and an agency’s page leads to the letters it got', async () => {
  await ada.goto(`/runder/${year}?status=ikke-startet`);
  await ready(ada);
  await ada.locator('main a').first().focus();
  await pressAt(ada, `input[value="${silent}"]`, 'Space');
  await pressAt(ada, 'form:has([name=type][value=reminder]) button[type=submit]');
  await ada.waitForURL(/meldinger\?type=reminder&virksomhet=/);
  await ada.getByText('Bare 1 valgt virksomhet.').waitFor();
  await ada.getByRole('button', { name: 'Send 1 e-post' }).click();
  await ada.getByText('1 e-post er lagt i utboksen.').waitFor();
  // Nobody gets another that day: why stands open.
  await ada.locator('details[open] .receivers').getByText(/i dag/).waitFor();
  await ada.goto(agencyPage);
  await ready(ada);
  await ada.getByRole('link', { name: 'E-poster til virksomheten' }).click();
  await ada.waitForURL(new RegExp(`utboks\\?virksomhet=${silent}`));
  await expect.poll(() => ada.locator('.outbox tbody tr').count()).toBe(1);
});

test('an agency says that its contacts are right, and is not among those that wait for it any more', async () => {
  const unconfirmed = async () => (await list()).filter(({ contact }) => contact.unconfirmed).length;
  const before = await unconfirmed();
  const kari = await open('/svar');
  await signInAs(kari, 'Kari Kartvik');
  await kari.locator('main h1').focus();
  await pressAt(kari, '.contacts button');
  await kari.getByText('Takk. Kontaktene er bekreftet for denne runden.').waitFor();
  expect(await unconfirmed()).toBe(before - 1);
  await ada.goto(`/runder/${year}/oversikt`);
  await ready(ada);
  await ada.getByRole('link', { name: `${before - 1} virksomheter har ikke bekreftet kontaktene sine` }).click();
  await ada.waitForURL(/status=kontakt-ikke-bekreftet/);
  await expect.poll(() => rows().count()).toBe(before - 1);
});

test('an agency that says it will not answer is shown so, and can be counted on again', async () => {
  await ada.goto(agencyPage);
  await ready(ada);
  await ada.getByRole('button', { name: 'Skriv at den ikke svarer' }).click();
  await ada.getByText('Skriv en grunn.', { exact: true }).waitFor();
  await ada.getByLabel('Hvorfor svarer den ikke?').fill('Er under avvikling');
  await ada.getByRole('button', { name: 'Skriv at den ikke svarer' }).click();
  await ada.getByText(/^Svarer ikke: «Er under avvikling»\. Skrevet av Ada Admin/).waitFor();
  await inspect(ada, { path: `/runder/${year}?status=svarer-ikke`, shows: '.ds-tag[data-color=danger]:visible' });
  await inspect(ada, { path: agencyPage, shows: '#decline' });
  await ada.goto(agencyPage);
  await ready(ada);
  await ada.getByRole('button', { name: 'Den svarer likevel' }).click();
  await ada.getByRole('status').getByText('Virksomheten regnes med igjen.').waitFor();
});

test('a note is written and corrected, and what stood there before can be read', async () => {
  await ada.goto(agencyPage);
  await ready(ada);
  const note = `Ringte ${Date.now()}`;
  await ada.getByLabel('Nytt notat').fill(note);
  await ada.getByRole('button', { name: 'Lagre notatet' }).click();
  const written = ada.locator('.note', { hasText: note });
  await written.locator('summary').click();
  await written.getByLabel('Rett', { exact: true }).fill(`${note}, svarer neste uke`);
  await written.getByRole('button', { name: 'Lagre rettelsen' }).click();
  await ada.getByText(`Sto før: «${note}»`).waitFor();
  await inspect(ada, { path: agencyPage, shows: '.note', act: unfold('.note:first-child details') });
});

test('an analyst reads and notes, and decides nothing; a contact person sees none of it', async () => {
  const anton = await open('/svar');
  await signInAs(anton, 'Anton Analyse');
  expect(new URL(anton.url()).pathname).toBe(`/runder/${year}/oversikt`);
  await anton.goto(agencyPage);
  await ready(anton);
  expect(await anton.getByRole('button', { name: 'Lagre notatet' }).count()).toBe(1);
  expect(await anton.getByRole('button', { name: /Gi mer tid|ikke svarer/ }).count()).toBe(0);
  await anton.getByText('Hvem kontaktpersonene er, ser bare administratorer.').waitFor();
  const frida = await open('/svar');
  await signInAs(frida, 'Frida Fyller');
  expect(await frida.getByRole('link', { name: 'Oversikt', exact: true }).count()).toBe(0);
  for (const path of ['/oversikt', `/runder/${year}/oversikt`, agencyPage])
    expect((await frida.goto(path))?.status(), path).toBe(403);
});
