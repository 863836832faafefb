import { directoryHeader } from '@samblikk/contract';
import type { DirectoryAgency } from '@samblikk/contract/client';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { numbers } from '../../api/src/directory/register/testing-enhetsregisteret.ts';
import { pressAt, ready, signInAs, writeAt } from './answering.ts';
import { useBrowser } from './browser.ts';
import { call, inspect } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: Ada finds, adds, changes and ends. All of it holds from 2040 on, which no other story looks at. */
let ada: Page;
const orgnr = '800000130';

beforeAll(async () => {
  ada = await open('/runder');
  await signInAs(ada, 'Ada Admin');
});

test('the directory is reached from the rounds and searched by former names', async () => {
  await inspect(ada, { path: '/katalog', shows: '#agencies' });
  await ada.goto('/runder');
  await ada.getByRole('link', { name: 'Virksomhetsregister' }).click();
  await ada.waitForURL(/\/katalog$/);
  await ready(ada);
  await ada.locator('#q').fill('forvaltning og ikt');
  await ada.locator('#q').press('Enter');
  await ada.getByText('1 treff på').waitFor();
  await ada.getByRole('link', { name: 'Digitaliseringsdirektoratet' }).click();
  await ada.waitForURL(/\/katalog\/digdir$/);
  expect(await ada.locator('#life').locator('..').innerText()).toContain('(Difi)');
  await inspect(ada, { path: '/katalog/digdir', shows: '#change' });
});

test('a mistyped number is told which digit was expected; a new agency is added from a day on', async () => {
  await ada.goto('/katalog');
  await ready(ada);
  await ada.locator('#add-orgnr').fill('800000131');
  await ada.locator('#add-nameNb').fill('Prøveetaten');
  await ada.locator('#add-nameNn').fill('Prøveetaten');
  await ada.locator('#add-nameEn').fill('The Trial Agency');
  await ada.locator('#add-from').fill('1.1.2040');
  await ada.locator('#add-source').fill('Vedtak');
  await ada.getByRole('button', { name: 'Legg til virksomheten' }).click();
  expect(await ada.locator('#add-orgnr-error').innerText()).toContain('skulle vært 0');
  await ada.locator('#add-orgnr').fill(orgnr);
  await ada.getByRole('button', { name: 'Legg til virksomheten' }).click();
  await ada.getByText('Virksomheten er lagt til.').waitFor();
});

test('a number is looked up in Enhetsregisteret: the form is filled in, and what comes of it is told beside it', async () => {
  const typed = ada.locator('#look-up-agency-orgnr');
  const told = (words: string) => ada.locator('section:has(> #add) .ds-alert', { hasText: words });
  const lookUp = async (page: Page, number: string) => {
    await page.locator('#look-up-agency-orgnr').fill(number);
    await page.locator('#look-up-agency-orgnr').press('Enter');
  };
  const path = '/katalog';
  await inspect(ada, {
    path,
    shows: '#add-nameNb[value=Digitaliseringsdirektoratet]',
    act: (page) => lookUp(page, numbers.alive),
  });
  await ada.setViewportSize({ width: 390, height: 800 });
  await ada.goto(path);
  await ready(ada);
  await lookUp(ada, '991825828');
  await told('er 8, men skulle vært 7').waitFor();
  await lookUp(ada, numbers.deleted);
  await told('Gammel etat er slettet i Enhetsregisteret 1. januar 2024.').waitFor();
  await lookUp(ada, '991 825 827');
  await told('Hentet Digitaliseringsdirektoratet.').waitFor();
  expect(await ada.locator('#add-orgnr').inputValue()).toBe(numbers.alive);
  // When it does not answer, one writes it oneself, and goes on from what stands there.
  await ada.locator('#add-nameNn').fill('Digitaliseringsdirektoratet');
  await ada.locator('#add-nameEn').fill('Norwegian Digitalisation Agency');
  await lookUp(ada, numbers.broken);
  await told('Enhetsregisteret svarte ikke. Prøv igjen, eller fyll ut selv.').waitFor();
  expect(await typed.inputValue()).toBe(numbers.broken);
  await ada.locator('#add-from').fill('1.1.2040');
  await ada.locator('#add-source').fill('Enhetsregisteret');
  await ada.getByRole('button', { name: 'Legg til virksomheten' }).click();
  // It is there already. That is told in sight, and nothing typed is lost.
  const refused = ada.locator('[role=alert]', { hasText: 'Ikke lagret' });
  await refused.waitFor();
  await expect.poll(async () => (await refused.boundingBox())?.y).toBeGreaterThan(-1);
  expect(await ada.locator('#add-nameEn').inputValue()).toBe('Norwegian Digitalisation Agency');
  await ada.setViewportSize({ width: 1280, height: 900 });
});

test('a new ministry is added from a day on, by the keyboard alone, and agencies can be put under it from then', async () => {
  await ada.goto('/katalog');
  await ready(ada);
  const typed = {
    code: 'prd',
    nameNb: 'Prøvedepartementet',
    nameNn: 'Prøvedepartementet',
    nameEn: 'Ministry of Trials',
  };
  const more = { orgnr: '800000491', from: '1.1.2040', source: 'Vedtak' };
  for (const [field, words] of Object.entries({ ...typed, ...more })) await writeAt(ada, `#ministry-${field}`, words);
  await pressAt(ada, ada.getByRole('button', { name: 'Legg til departementet' }));
  expect(await ada.locator('#ministry-code-error').innerText()).toContain('store bokstaver');
  await writeAt(ada, '#ministry-code', 'PRD');
  await pressAt(ada, ada.getByRole('button', { name: 'Legg til departementet' }));
  await ada.getByText('Departementet er lagt til.').waitFor();
  await ada.goto(`/katalog/orgnr-${orgnr}`);
  expect(await ada.locator('#change-ministry option[value=PRD]').innerText()).toContain('Prøvedepartementet');
});

test('a ministry has its page: another code from a day on, and its end, where its agencies follow to the successor', async () => {
  await inspect(ada, { path: '/katalog/departementer/PRD', shows: '#life' });
  await ada.goto('/katalog');
  await ready(ada);
  await ada.getByRole('link', { name: 'Prøvedepartementet (PRD)' }).click();
  await ada.waitForURL(/departementer\/PRD$/);
  await ready(ada);
  await ada.locator('#change-code').fill('PDD');
  await ada.locator('#change-from').fill('1.2.2040');
  await ada.locator('#change-source').fill('Vedtak');
  await ada.getByRole('button', { name: 'Lagre endringen' }).click();
  await ada.getByText('Endringen er lagret.').waitFor();
  await call(ada, 'POST', `/directory/agencies/orgnr-${orgnr}/changes`, {
    ...{ from: '2040-03-01', ministry: 'PDD', source: 'Vedtak' },
  });
  await ada.locator('#end-from').fill('1.4.2040');
  await ada.locator('#end-source').fill('Vedtak');
  await ada.getByRole('button', { name: 'Avvikle' }).click();
  await ada.getByText('1 virksomhet er under Prøvedepartementet').waitFor();
  await ada.locator('#successor').selectOption('DFD');
  await ada.locator('#end-from').fill('1.4.2040');
  await ada.locator('#end-source').fill('Vedtak');
  await ada.getByRole('button', { name: 'Avvikle' }).click();
  await ada.getByText('Departementet er avviklet.').waitFor();
  await expect.poll(() => ada.locator('#change, #end').count()).toBe(0);
  await ada.goto(`/katalog/orgnr-${orgnr}`);
  expect(await ada.locator('#life').locator('..').locator('li').last().innerText()).toContain('fra 1. april 2040');
});

test('it gets a new name from a day on, and ends; what was stands', async () => {
  const path = `/katalog/orgnr-${orgnr}`;
  await ada.goto(path);
  await ready(ada);
  await ada.locator('#change-nameNb').fill('Prøvedirektoratet');
  await ada.locator('#change-from').fill('1.1.2041');
  await ada.locator('#change-source').fill('Vedtak');
  await ada.getByRole('button', { name: 'Lagre endringen' }).click();
  await ada.getByText('Endringen er lagret.').waitFor();
  await ada.locator('#successor').selectOption('digdir');
  await ada.locator('#end-from').fill('1.1.2042');
  await ada.locator('#end-source').fill('Vedtak');
  await ada.getByRole('button', { name: 'Avvikle' }).click();
  await ada.getByText('Virksomheten er avviklet.').waitFor();
  const { versions, successors } = await call<DirectoryAgency>(ada, 'GET', `/directory/agencies/orgnr-${orgnr}`);
  expect(versions.slice(-2).map(({ name, from, to }) => [name.nb, from, to])).toEqual([
    ['Prøveetaten', '2040-04-01', '2040-12-31'],
    ['Prøvedirektoratet', '2041-01-01', '2041-12-31'],
  ]);
  expect(successors.map(({ id }) => id)).toEqual(['digdir']);
});

test('a file is looked through before anything is saved; its faults are told by row and column', async () => {
  await ada.goto('/katalog');
  await ready(ada);
  const send = async (rows: string[]) => {
    const buffer = Buffer.from(`${directoryHeader.join(',')}\n${rows.join('\n')}\n`);
    await ada.locator('#file').setInputFiles({ name: 'endringer.csv', mimeType: 'text/csv', buffer });
    await ada.getByRole('button', { name: 'Se hva som endres' }).click();
  };
  await send([',991825828,Feil,,,DFD,2040-01-01,,,Vedtak']);
  await ada.getByText('1 feil i filen').waitFor();
  expect(await ada.locator('#import').locator('..').locator('tbody').innerText()).toMatch(/2\s+orgnr\s+991825828/);
  await send([',800000300,Filetaten,,,DFD,2040-01-01,,,Vedtak']);
  await ada.getByText('1 endring, 0 som før').waitFor();
  await ada.getByRole('button', { name: 'Lagre endringene' }).click();
  await ada.getByText('Lagret: 1 endring.').waitFor();
});

test('an analyst reads it and changes nothing; a contact person sees none of it', async () => {
  const anton = await open('/katalog');
  await signInAs(anton, 'Anton Analyse');
  await anton.goto('/katalog');
  expect(await anton.locator('#agencies').count()).toBe(1);
  expect(await anton.locator('#add, #import').count()).toBe(0);
  await anton.goto('/katalog/digdir');
  expect(await anton.locator('#change, #end').count()).toBe(0);
  const frida = await open('/svar');
  await signInAs(frida, 'Frida Fyller');
  for (const path of ['/katalog', '/katalog/digdir']) expect((await frida.goto(path))?.status(), path).toBe(403);
});
