import {
  type Asked,
  type PopulationProposal,
  pilotOf,
  type QuestionnaireChanges,
  type Round,
} from '@samblikk/contract/client';
import { daysUntil } from '@samblikk/text';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressAt, ready, signInAs, writeAt } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { call, inspect, unfold, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: next year's round is made from this one, says whom it asks, opens, and is deleted. */
let ada: Page;
const next = year + 1;
const rows = () => ada.locator('.population-row');

beforeAll(async () => {
  ada = await open('/runder');
  await signInAs(ada, 'Ada Admin');
});
// Other stories find the rounds of the demonstration alone.
afterAll(async () => {
  const rounds = await call<{ year: number }[]>(ada, 'GET', '/rounds');
  for (const { year: made } of rounds)
    if (made === next || made === pilotOf(next)) await call(ada, 'DELETE', `/rounds/${made}`);
});

test('every round is there with its response rate on agencies', async () => {
  await inspect(ada, { path: '/runder', shows: '.measure-card' });
  await ada.goto('/runder');
  expect(await ada.locator('.measure-card', { hasText: '2019' }).innerText()).toContain(
    '67 av 73 virksomheter har svart (92\u00a0%)',
  );
});

test('the dates of a new round are those of the last one, a year on; days in the wrong order are said at the field', async () => {
  await inspect(ada, { path: '/runder/ny', shows: '#publishAt' });
  await ada.goto('/runder/ny');
  await ready(ada);
  expect(await ada.locator('#year').inputValue()).toBe(String(next));
  const deadline = await ada.locator('#deadline').inputValue();
  await ada.locator('#deadline').fill('1.1.2020');
  await ada.getByRole('button', { name: 'Lag runden' }).click();
  expect(await ada.locator('#deadline-error').innerText()).toContain('Dette må være etter «Åpner»');
  expect(await ada.evaluate(() => document.activeElement?.id)).toBe('deadline');
  await ada.locator('#deadline').fill(deadline);
  expect(await ada.locator('#reminder-0-help').innerText()).toMatch(/\d+ dager før fristen/);
  await ada.getByRole('button', { name: 'En påminnelse til' }).click();
  await ada.locator('#reminder-3').fill(deadline.replace(/\d{4}$/, '2099'));
  await ada.getByRole('button', { name: 'Lag runden' }).click();
  expect(await ada.locator('#reminder-3-error').innerText()).toContain('Dette må være før «Frist»');
  await ada.locator('#reminder-3').fill('');
  expect(await ada.locator('[name=edition]').count()).toBe(2);
  const [beside] = await Promise.all([
    ada.waitForEvent('popup'),
    ada.getByRole('link', { name: 'Se hva som er nytt i utgave 2019' }).click(),
  ]);
  await beside.getByRole('heading', { level: 1, name: 'Spørreskjema, utgave 2019' }).waitFor();
  expect(await beside.locator('[id^=endring-]').count()).toBeGreaterThan(0);
  await beside.close();
  expect(await ada.locator('[name=edition]:checked').inputValue()).toBe('2026');
  await ada.getByRole('button', { name: 'Lag runden' }).click();
  await ada.waitForURL(/\/virksomheter$/);
  const [last, made] = await Promise.all([year, next].map((of) => call<Round>(ada, 'GET', `/rounds/${of}`)));
  const daysBefore = (round: Round | undefined) => round?.reminders.map((at) => daysUntil(round.deadline ?? '', at));
  expect(daysBefore(made)).toHaveLength(2);
  expect(daysBefore(made)).toEqual(daysBefore(last));
  await ada.goto(`/runder/${next}/kalender`);
  await ready(ada);
  const reminder = await ada.locator('#reminder-1').inputValue();
  expect(reminder).toMatch(/^\d\d\.\d\d\.\d{4}$/);
  await writeAt(ada, '#reminder-1', '1.1.2020');
  await pressAt(ada, ada.getByRole('button', { name: 'Lagre datoene' }));
  await ada.locator('#reminder-1-error').waitFor();
  await writeAt(ada, '#reminder-1', reminder);
  await pressAt(ada, ada.getByRole('button', { name: 'Lagre datoene' }));
  await ada.getByText('Datoene er lagret.').waitFor();
});

test('it asks those of the round before, until someone says otherwise', async () => {
  const path = `/runder/${next}/virksomheter`;
  await inspect(ada, { path, shows: '.population-row' });
  await ada.goto(path);
  await ready(ada);
  const { agencies } = await call<PopulationProposal>(ada, 'GET', `/rounds/${next}/population/proposal`);
  expect(await rows().count()).toBe(agencies.length);
  const asked = agencies.filter((one) => one.asked);
  expect(await ada.locator('[name=asked]:checked').count()).toBe(asked.length);
  await rows().first().getByRole('checkbox').uncheck();
  await rows().nth(1).locator('[type=text]').fill('ikke en adresse');
  await ada.getByRole('button', { name: 'Lagre' }).click();
  expect(await rows().nth(1).locator('.ds-validation-message').innerText()).toContain('Skriv en hel e-postadresse');
  await rows().nth(1).locator('[type=text]').fill('post@nytt.example');
  await ada.getByRole('button', { name: 'Lagre' }).click();
  await ada.getByText(`Runden spør ${asked.length - 1} virksomheter`).waitFor();
  const after = await call<PopulationProposal>(ada, 'GET', `/rounds/${next}/population/proposal`);
  expect(after.agencies.slice(0, 2).map((one) => [one.asked, one.contactEmail])).toEqual([
    [false, agencies[0]?.contactEmail],
    [true, 'post@nytt.example'],
  ]);
});

test('the list goes out as a file and comes in again; what it would change is read before anything is saved', async () => {
  const link = ada.locator('section[aria-labelledby=population-file] a');
  const csv = await (await ada.request.get((await link.getAttribute('href')) ?? '')).text();
  expect(csv).toContain('post@nytt.example');
  const upload = async (text: string) => {
    const file = { name: 'population.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await ada.locator('#population-upload').setInputFiles(file);
    await expect.poll(() => ada.locator('[name=csv]').first().inputValue()).toBe(text);
    await ada.getByRole('button', { name: 'Se hva som endres' }).click();
  };
  await upload(csv.replace(/^\d{9},/m, '123456789,'));
  await ada.getByText(/feil i filen\. Ingenting er lagret\./).waitFor();
  await upload(csv.replace('post@nytt.example', 'post@fil.example'));
  await ada.getByText(/fra «post@nytt\.example» til «post@fil\.example»/).waitFor();
  await expectAccessible(ada);
  await ada.getByRole('button', { name: 'Lagre endringene' }).click();
  await ada.getByText(/^Lagret: 1 virksomhet endret/).waitFor();
  // What stands on the screen is what the file said.
  await expect.poll(() => rows().nth(1).locator('[type=text]').inputValue()).toBe('post@fil.example');
});

test('a pilot asks those who are ticked, and says on every page of staff what it is', async () => {
  await ada.goto('/runder/ny');
  await ready(ada);
  await ada.locator('#year').fill(String(next));
  await ada.getByLabel('Prøverunde for noen få virksomheter').check();
  await ada.getByRole('button', { name: 'Lag runden' }).click();
  await ada.waitForURL(`**/runder/${pilotOf(next)}/virksomheter`);
  expect(await ada.locator('[name=asked]:checked').count()).toBe(0);
  await ada.getByRole('button', { name: 'Kryss av alle' }).click();
  expect(await ada.locator('[name=asked]:checked').count()).toBe(await rows().count());
  await ada.getByRole('button', { name: 'Fjern alle kryss' }).click();
  await rows().first().getByRole('checkbox').check();
  await ada.getByRole('button', { name: 'Lagre', exact: true }).click();
  await ada.getByText('Runden spør 1 virksomhet.').waitFor();
  for (const page of ['oversikt', 'meldinger?type=invitation', 'kvalitet']) {
    await ada.goto(`/runder/${pilotOf(next)}/${page}`);
    expect(await ada.locator('h1').innerText()).toContain(`${next} (prøve)`);
    await ada.getByRole('note').getByText(`Dette er en prøverunde for ${next}.`).waitFor();
  }
  await ada
    .getByRole('navigation', { name: 'Du er her' })
    .getByRole('link', { name: `Runden ${next} (prøve)` })
    .click();
  await ada.waitForURL(/oversikt$/);
  await call(ada, 'DELETE', `/rounds/${pilotOf(next)}`);
});

test('what the round says of one agency is changed there, and the directory stands', async () => {
  const { agencies } = await call<PopulationProposal>(ada, 'GET', `/rounds/${next}/population/proposal`);
  const one = agencies.find(({ askedAs }) => askedAs !== null);
  const path = `/runder/${next}/virksomheter/${one?.askedAs}`;
  await inspect(ada, { path, shows: '#in-round' });
  await ada.goto(`/runder/${next}/virksomheter`);
  await ready(ada);
  await rows()
    .filter({ hasText: one?.name.nb ?? '' })
    .getByRole('link')
    .first()
    .click();
  await ada.waitForURL(/#in-round$/);
  await ready(ada);
  await ada.locator('#in-round-nameNb').fill('');
  await ada.getByRole('button', { name: 'Lagre i runden' }).click();
  expect(await ada.locator('#in-round-nameNb-error').innerText()).toContain('Må fylles ut');
  await ada.locator('#in-round-nameNb').fill('Navnet i runden');
  await ada.locator('#in-round-ministry').selectOption('FIN');
  await ada.locator('#fact-skate').selectOption('');
  await ada.getByRole('button', { name: 'Lagre i runden' }).click();
  await ada.getByText('Det som står om virksomheten i runden, er endret.').waitFor();
  const now = await call<Asked>(ada, 'GET', `/rounds/${next}/population/${one?.askedAs}`);
  expect(now).toMatchObject({ name: { nb: 'Navnet i runden', en: one?.name.en }, ministry: 'FIN', facts: {} });
  const today = await call<{ orgnr: string; name: { nb: string } }[]>(ada, 'GET', '/agencies');
  expect(today.find(({ orgnr }) => orgnr === one?.askedAs)?.name.nb).toBe(one?.name.nb);
});

test('what is other in the questionnaire than in that of 2019 is told word by word, with what it costs', async () => {
  const path = `/runder/${year}/skjema`;
  await inspect(ada, { path, shows: '#question', act: unfold('.measure-card details') });
  await ada.goto(path);
  await ready(ada);
  const { after, before, changes } = await call<QuestionnaireChanges>(ada, 'GET', `/rounds/${year}/questionnaire`);
  const totals = await ada.locator('.difference-totals').innerText();
  const minutes = (seconds: number) => (Math.round(seconds / 6) / 10).toLocaleString('nb');
  for (const told of [after.carried, before.carried, after.anew, before.anew])
    expect(totals).toContain(`${minutes(told)} minutter`);
  expect(await ada.locator('.measure-card').count()).toBe(changes.length);
  const publishable = ada.locator('#endring-question-publishable', { hasText: 'offentlig' }).first();
  expect(await publishable.locator('ins').count()).toBeGreaterThan(0);
  await ada.goto(`/runder/${next}/skjema`);
  expect(await ada.locator('.ds-alert').innerText()).toContain('Ingenting er endret');
});

test('it opens when that is confirmed; while nobody has answered it can be deleted', async () => {
  const path = `/runder/${next}`;
  await inspect(ada, { path, shows: '#plan', act: unfold('#plan ~ details') });
  await ada.goto(path);
  await ready(ada);
  await ada.locator('summary', { hasText: 'Åpne runden nå' }).click();
  await ada.getByRole('button', { name: 'Ja, åpne' }).click();
  await ada.getByText('Runden er åpen.').waitFor();
  await ada.locator('summary', { hasText: 'Slett runden' }).click();
  await ada.getByRole('button', { name: 'Ja, slett' }).click();
  await ada.waitForURL(/\/runder$/);
  expect(await ada.locator('.measure-card', { hasText: String(next) }).count()).toBe(0);
});

test('an analyst follows rounds and plans none; a contact person sees none of it', async () => {
  const anton = await open('/runder');
  await signInAs(anton, 'Anton Analyse');
  await anton.goto('/runder');
  expect(await anton.locator('a', { hasText: 'Ny runde' }).count()).toBe(0);
  for (const path of ['/runder/ny', `/runder/${year}/virksomheter`])
    expect((await anton.goto(path))?.status(), path).toBe(403);
  const frida = await open('/svar');
  await signInAs(frida, 'Frida Fyller');
  for (const path of ['/runder', '/runder/ny', `/runder/${year}`, `/runder/${year}/virksomheter`])
    expect((await frida.goto(path))?.status(), path).toBe(403);
});
