import type { Calendar, DryRun, MessageView } from '@samblikk/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readConfig } from '../../api/src/platform/config/config.ts';
import { openDatabase } from '../../api/src/platform/db/index.ts';
import { ready, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import { call, inspect, orgnrs } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: a round of its own is given dates, looked at beforehand, written about, and deleted. */
let ada: Page;
const year = 2031;
const at = (path = '') => `/runder/${year}${path}`;

beforeAll(async () => {
  ada = await open('/runder');
  await signInAs(ada, 'Ada Admin');
  // Known to the program from now on, with an address.
  const frida = await open('/svar');
  await signInAs(frida, 'Frida Fyller');
  const opensAt = new Date(Date.now() - 24 * 60 * 60_000).toISOString();
  await call(ada, 'PUT', `/rounds/${year}`, { edition: '2026', opensAt, deadline: '2031-03-31T21:59:00Z' });
  const asked = [
    { orgnr: orgnrs.digdir, contactEmail: 'post@digdir.example' },
    { orgnr: orgnrs.kartverket, contactEmail: null },
  ];
  await call(ada, 'PUT', `/rounds/${year}/population`, { agencies: asked });
  await call(ada, 'PUT', `/rounds/${year}`, { state: 'open' });
});
afterAll(async () => {
  await call(ada, 'DELETE', `/rounds/${year}`);
});

test('dates are changed with the rule beside each; what is out of order is said at its field', async () => {
  await inspect(ada, { path: at('/kalender'), shows: '#dates' });
  await ada.goto(at('/kalender'));
  await ready(ada);
  await ada.locator('#reminder-0').fill('1.4.2031');
  await ada.getByRole('button', { name: 'Lagre datoene' }).click();
  expect(await ada.locator('#reminder-0-error').innerText()).toContain('Dette må være før «Frist»');
  expect(await ada.evaluate(() => document.activeElement?.id)).toBe('reminder-0');
  await ada.locator('#reminder-0').fill('15.3.2031');
  await ada.locator('#lateUntil').fill('10.4.2031');
  await ada.getByRole('button', { name: 'Lagre datoene' }).click();
  await ada.getByText('Datoene er lagret.').waitFor();
  const calendar = await call<Calendar>(ada, 'GET', `/rounds/${year}/calendar`);
  expect(calendar.map(({ event, dueAt }) => [event, dueAt]).slice(1)).toEqual([
    ['reminder', '2031-03-15T08:00:00.000Z'],
    ['deadline', '2031-03-31T21:59:00.000Z'],
    ['close', '2031-04-10T21:59:00.000Z'],
  ]);
});

test('the year is seen beforehand, and nothing is done', async () => {
  const before = await call<Calendar>(ada, 'GET', `/rounds/${year}/calendar`);
  await inspect(ada, { path: at('/kalender/prove'), shows: '.measure-card' });
  await ada.goto(at('/kalender/prove'));
  const card = ada.locator('.measure-card', { hasText: '15. mars 2031' });
  expect(await card.innerText()).toContain('Påminnelse');
  const steps = await call<DryRun>(ada, 'GET', `/rounds/${year}/calendar/dry-run`);
  expect(steps.filter(({ told }) => !told).map(({ event }) => event)).toEqual(
    before.filter(({ doneAt }) => doneAt === null).map(({ event }) => event),
  );
  expect(await call<Calendar>(ada, 'GET', `/rounds/${year}/calendar`)).toMatchObject(
    before.map(({ event, dueAt }) => ({ event, dueAt })),
  );
});

test('a text is edited; one that lacks a name is refused and stays in the form', async () => {
  const sample = (page: Page) => page.locator('main details > summary').first();
  await inspect(ada, {
    path: at('/meldinger/tekster?type=reminder'),
    act: (page) => sample(page).click(),
    shows: '.letter:visible',
  });
  await ada.goto(at('/meldinger/tekster?type=reminder'));
  await ready(ada);
  await ada.locator('#body-nb').fill('Hei {agencies}, svar innen {deadline}.');
  await ada.getByRole('button', { name: 'Lagre bokmål' }).click();
  await ada.getByText('Teksten mangler {link}. Det må være med.').waitFor();
  expect(await ada.locator('#body-nb').inputValue()).toBe('Hei {agencies}, svar innen {deadline}.');
  await ada.locator('#subject-nb').fill('Husk: «æøå», {year}');
  await ada.locator('#body-nb').fill('Hei {agencies}, svar innen {deadline}.\n{link}');
  await ada.getByRole('button', { name: 'Lagre bokmål' }).click();
  await ada.getByText('Teksten er lagret.').waitFor();
  await sample(ada).click();
  await ada.getByText('Hei Eksempeldirektoratet, svar innen 31. mars 2031').waitFor();
});

test('the next round begins with it, says so, and goes back to the standard text', async () => {
  const next = year + 1;
  await call(ada, 'PUT', `/rounds/${next}`, { edition: '2026' });
  const path = `/runder/${next}/meldinger/tekster?type=reminder`;
  await inspect(ada, { path, shows: '.edited' });
  await ada.goto(path);
  await ready(ada);
  expect(await ada.locator('#text-nb').innerText()).toContain(`Hentet fra ${year}`);
  expect(await ada.locator('#subject-nb').inputValue()).toBe('Husk: «æøå», {year}');
  await ada.getByRole('button', { name: 'Bruk standardteksten' }).click();
  await ada.getByText('Standardteksten er tilbake.').waitFor();
  await ada.locator('.edited').waitFor({ state: 'detached' });
  await call(ada, 'DELETE', `/rounds/${next}`);
});

test('who gets it and who does not is seen before it is sent, and the letter is in the outbox', async () => {
  const path = at(`/meldinger?type=reminder&virksomhet=${orgnrs.digdir}&virksomhet=${orgnrs.kartverket}`);
  await inspect(ada, { path, shows: '#letter' });
  await ada.goto(path);
  await ready(ada);
  const box = ada.locator('.receivers').first();
  expect(await box.innerText()).toContain('post@digdir.example');
  expect(await box.innerText()).toContain('frida.fyller@digdir.example');
  expect(await ada.locator('.letter').first().innerText()).toContain('Husk: «æøå», 2031');
  await ada.locator('main form[method=post] button', { hasText: 'Send' }).click();
  await ada.getByText(/er lagt i utboksen/).waitFor();
  // Shown anew: today nobody gets another.
  await ada.getByText('Ingen får e-post').first().waitFor();
  await inspect(ada, { path: at('/meldinger/utboks'), shows: '.outbox' });
  await ada.goto(at(`/meldinger/utboks?type=reminder&virksomhet=${orgnrs.digdir}`));
  await ada.locator('.outbox a', { hasText: 'Husk: «æøå», 2031' }).first().click();
  await ada.waitForURL(/utboks\/[0-9a-f-]{36}$/);
  expect(await ada.locator('.letter').innerText()).toContain('Hei Digitaliseringsdirektoratet, svar innen 31. mars');
  await inspect(ada, { path: new URL(ada.url()).pathname, shows: '.letter' });
});

test('what did not arrive waits on the start page, and goes to the right address or out again', async () => {
  // No mail server here: what one would have answered is set.
  const { db, close } = await openDatabase(readConfig({ DATABASE_URL: inject('database') }));
  const became = (state: string, receiver: string) =>
    db.execute(`update mail set ${state} where year = ${year} and kind = 'reminder' and receiver = '${receiver}'`);
  const refused = `given_up_at = now(), gave_up = 'refused', fault = '550', sealed = null`;
  const old = 'post@digdir.example';
  const frida = 'frida.fyller@digdir.example';
  await became(refused, old);
  await became('sent_at = now(), sealed = null', frida);
  await close();
  const task = { path: at('/meldinger'), shows: '#bounces' };
  const start = async (there: boolean) => {
    await ada.goto(at('/oversikt'));
    expect(await ada.getByText('1 brev kom ikke fram').count()).toBe(there ? 1 : 0);
  };
  await start(true);
  await inspect(ada, task);
  await ada.goto(at('/oversikt'));
  await ada.getByText('1 brev kom ikke fram').click();
  await ready(ada);
  await ada.getByLabel(`Riktig adresse for ${old}`).fill('rett@digdir.example');
  await ada.getByRole('button', { name: 'Send dit' }).click();
  await ada.getByText('Det er ordnet.').waitFor();
  await ada.locator('#bounces').waitFor({ state: 'detached' });
  await start(false);
  // The other was sent, and comes back later.
  await ada.goto(at('/meldinger/utboks?status=sent'));
  await ada.locator('.outbox tbody th a').first().click();
  await ada.waitForURL(/utboks\/[0-9a-f-]{36}$/);
  await ready(ada);
  const letter = new URL(ada.url()).pathname;
  await inspect(ada, { path: letter, act: (page) => page.locator('main summary').last().click(), shows: '#reason' });
  await ada.goto(letter);
  await ready(ada);
  await ada.getByText('Kom brevet i retur?').click();
  await ada.locator('#reason').fill('Postkassen er full');
  await ada.getByRole('button', { name: 'Brevet kom i retur' }).click();
  await ada.getByText('Det er notert at brevet kom i retur.').waitFor();
  await start(true);
  await inspect(ada, { path: letter, shows: '#bounces' });
  await ada.goto(letter);
  await ready(ada);
  await ada.getByRole('button', { name: 'Send på nytt til samme' }).click();
  await ada.getByText('Det er ordnet.').waitFor();
  await start(false);
});

test('an analyst looks and sends nothing; a contact person sees none of it', async () => {
  const anton = await open('/runder');
  await signInAs(anton, 'Anton Analyse');
  await anton.goto(at('/meldinger?type=nudge'));
  expect(await anton.locator('main form[method=post]').count()).toBe(0);
  await anton.goto(at('/kalender'));
  expect(await anton.locator('#dates').count()).toBe(0);
  const { messages } = await call<{ messages: MessageView[] }>(anton, 'GET', `/rounds/${year}/messages`);
  const frida = await open('/svar');
  await signInAs(frida, 'Frida Fyller');
  for (const path of [
    '/kalender',
    '/kalender/prove',
    '/meldinger',
    '/meldinger/tekster',
    '/meldinger/utboks',
    `/meldinger/utboks/${messages[0]?.id}`,
  ])
    expect((await frida.goto(at(path)))?.status(), path).toBe(403);
});
