import type { CorrectionView, QueryView, ReplyAt } from '@samblikk/contract/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldOf, pressAt, ready, signInAs, tabTo } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { call, inspect, orgnrs, responseOf, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: staff find a measure in the queue, ask about it and propose a correction; the agency answers; staff are done. */
let anton: Page;
let skjalg: Page;
let measure = '';
const orgnr = orgnrs.skatteetaten;
const quality = `/runder/${year}/kvalitet`;
const page = () => `${quality}/${measure}`;
const row = (id: string) => anton.locator(`#svar-${id}`);
const unfold = async (within: ReturnType<typeof row>, summary: string) => {
  await within.locator('summary', { hasText: summary }).click();
};

beforeAll(async () => {
  skjalg = await open('/svar');
  await signInAs(skjalg, 'Skjalg Skattem');
  const headers = { 'idempotency-key': crypto.randomUUID() };
  await call(skjalg, 'POST', `/agencies/${orgnr}/rounds/${year}/submissions`, { nothingToReport: false }, headers);
  // The last, so that the story of questions has the first for itself.
  measure = (await responseOf(skjalg, orgnr)).measures.at(-1)?.id ?? '';
  anton = await open('/runder');
  await signInAs(anton, 'Anton Analyse');
});
// Other stories count what waits for the agency, and what staff have looked at.
afterAll(async () => {
  const about = `/measures/${measure}/rounds/${year}`;
  for (const { id, state } of await call<QueryView[]>(anton, 'GET', `${about}/queries`))
    if (state !== 'closed') await call(anton, 'POST', `${about}/queries/${id}/close`);
  for (const { id, state } of await call<CorrectionView[]>(anton, 'GET', `${about}/corrections`))
    if (state === 'proposed' || state === 'refused') await call(anton, 'POST', `${about}/corrections/${id}/drop`);
  await call(anton, 'DELETE', `/rounds/${year}/quality/${measure}/look`);
});

test('the queue is chosen by the address, a page at a time, in three languages', async () => {
  await inspect(anton, { path: quality, shows: '.measure-card' });
  await inspect(anton, { path: `${quality}/regler`, shows: 'tbody tr' });
  await anton.setViewportSize({ width: 1280, height: 900 });
  await anton.goto(quality);
  await ready(anton);
  const all = await call<ReplyAt<'readQuality'>>(anton, 'GET', `/rounds/${year}/quality`);
  expect(await anton.locator('.measure-card').count()).toBe(all.items.length);
  const [rule] = all.rules;
  await anton.locator('#filter-rule').selectOption(rule?.code ?? '');
  await anton.getByRole('button', { name: 'Vis', exact: true }).click();
  await anton.waitForURL(/rule=/);
  await anton.getByRole('heading', { name: `${rule?.measures} tiltak` }).waitFor();
  await anton.locator('#filter-rule').selectOption('');
  await anton.locator('#filter-agency').selectOption(orgnr);
  await anton.locator('#filter-sort').selectOption('cost');
  await anton.getByRole('button', { name: 'Vis', exact: true }).click();
  await anton.waitForURL(/agency=/);
  await anton.locator(`.measure-card a[href$="${measure}"]`).click();
  await anton.waitForURL(new RegExp(measure));
});

test('staff ask about an answer, with a day to answer by, and propose a correction', async () => {
  await inspect(anton, {
    path: page(),
    shows: '.confirm-box',
    act: (at) => at.locator('#svar-totalCost summary').last().click(),
  });
  await anton.goto(page());
  await ready(anton);
  await unfold(row('totalCost'), 'Foreslå retting');
  const reason = row('totalCost').getByLabel('Hvorfor?');
  await reason.fill('Begynt på');
  await unfold(row('phase'), 'Spør');
  await row('phase').locator('#ask-phase-due').fill('1.1.2020');
  await row('phase').getByRole('button', { name: 'Send spørsmålet' }).click();
  expect(await row('phase').locator('.ds-validation-message').allInnerTexts()).toContain('Skriv hva du vil spørre om.');
  await row('phase').getByLabel('Hva vil du spørre virksomheten om?').fill('Er dere kommet så langt?');
  await row('phase').locator('#ask-phase-due').fill('1.1.2099');
  await row('phase').getByRole('button', { name: 'Send spørsmålet' }).click();
  await anton.getByText('Spørsmålet er sendt.').waitFor();
  expect(await anton.locator('.query', { hasText: 'Er dere kommet så langt?' }).innerText()).toContain(
    'Venter på svar',
  );
  // What was sent is folded away; what is typed elsewhere stays.
  expect(await row('phase').locator('.confirm-box').count()).toBe(0);
  expect(await reason.inputValue()).toBe('Begynt på');

  await reason.fill('');
  await fieldOf(anton, 'totalCost').fill('mange penger');
  await row('totalCost').getByRole('button', { name: 'Foreslå rettingen' }).click();
  expect(await row('totalCost').locator('.ds-validation-message').count()).toBe(2);
  await fieldOf(anton, 'totalCost').fill('12,5 mill');
  await reason.fill('Budsjettet sier noe annet.');
  await row('totalCost').getByRole('button', { name: 'Foreslå rettingen' }).click();
  await anton.getByText('Rettingen er foreslått.').waitFor();
  await expectAccessible(anton);
  expect(await anton.locator('.query', { hasText: 'Budsjettet sier noe annet.' }).innerText()).toMatch(/12.500.000/);
  // An analyst proposes; only an administrator decides.
  expect(await anton.locator('summary', { hasText: 'Avgjør' }).count()).toBe(0);
  await anton.goto(`${quality}?show=asked&agency=${orgnr}`);
  expect(await anton.locator('.measure-card', { hasText: 'En retting venter på virksomheten' }).count()).toBe(1);
});

test('the contact person sees both at the fields, answers in words, and accepts by the keyboard', async () => {
  await skjalg.goto(`/svar/${year}?virksomhet=${orgnr}`);
  await ready(skjalg);
  const card = skjalg.locator('.measure-card', { has: skjalg.locator(`h3 a[href*="${measure}"]`) });
  expect(await card.innerText()).toContain('Digdir foreslår å rette ett svar');
  await expectAccessible(skjalg);
  await card.getByRole('link', { name: /Digdir foreslår å rette/ }).click();
  const list = skjalg.locator('section', { has: skjalg.locator('#rettinger') });
  expect(await list.innerText()).toContain('Budsjettet sier noe annet.');
  await inspect(skjalg, {
    path: `/svar/${year}/tiltak/${measure}/kontroll`,
    shows: '#rettinger',
    act: (at) => at.locator('section:has(#rettinger) summary').first().click(),
  });
  await skjalg.goto(`/svar/${year}/tiltak/${measure}/kontroll`);
  await ready(skjalg);
  await skjalg.locator('section:has(#sporsmal) summary', { hasText: 'Ja, det stemmer, fordi' }).click();
  await skjalg.getByLabel('Hva vil dere svare Digdir?').fill('Ja, det går fort nå.');
  await skjalg.locator('section:has(#sporsmal)').getByRole('button', { name: 'Send svaret til Digdir' }).click();
  await skjalg.getByText('Svaret er sendt til Digdir.').waitFor();
  await skjalg.locator('#rettinger').focus();
  await pressAt(skjalg, 'section:has(#rettinger) button');
  await skjalg.getByText('Rettingen er godtatt.').waitFor();
  expect(await list.innerText()).toContain('Statistikken bruker rettingen.');
  await expectAccessible(skjalg);
  // The agency's own answer is as it was.
  const [correction] = await call<CorrectionView[]>(skjalg, 'GET', `/measures/${measure}/rounds/${year}/corrections`);
  const draft = await call<{ answers: Record<string, unknown> }>(skjalg, 'GET', `/measures/${measure}/rounds/${year}`);
  expect(correction).toMatchObject({ state: 'accepted', corrected: 12_500_000 });
  expect(draft.answers.totalCost ?? null).toBe(correction?.given);
});

test('staff see what came of it, note that they have looked, and the measure leaves the queue', async () => {
  await anton.goto(page());
  await ready(anton);
  expect(await anton.locator('.query', { hasText: 'Ja, det går fort nå.' }).innerText()).toContain('Besvart');
  expect(await row('totalCost').innerText()).toMatch(/Rettet til: 12.500.000/);
  await anton.getByRole('button', { name: /Ferdig med spørsmålet/ }).click();
  await anton.getByText('Spørsmålet er avsluttet.').waitFor();
  await anton.getByLabel('Notat (valgfritt)').fill('Avklart på telefon');
  await anton.getByRole('button', { name: 'Merk som sett på' }).click();
  await anton.getByText('Tiltaket er merket som sett på.').waitFor();
  await anton.goto(`${quality}?agency=${orgnr}`);
  expect(await anton.locator(`.measure-card a[href$="${measure}"]`).count()).toBe(0);
  await anton.goto(`${quality}?agency=${orgnr}&show=looked`);
  expect(await anton.locator('.measure-card', { hasText: 'Avklart på telefon' }).count()).toBe(1);
});

test('a correction that the agency says no to is decided by an administrator, by the keyboard', async () => {
  const about = `/measures/${measure}/rounds/${year}`;
  const { version } = await call<{ version: number }>(anton, 'GET', about);
  const proposal = { question: 'budgetThisYear', value: 1_250_000, reason: 'Tildelingsbrevet.', version };
  const { id } = await call<CorrectionView>(anton, 'POST', `${about}/corrections`, proposal);
  const no = { accept: false, text: 'Brevet er endret.' };
  await call(skjalg, 'POST', `${about}/corrections/${id}/answer`, no);
  const ada = await open('/runder');
  await signInAs(ada, 'Ada Admin');
  await ada.goto(page());
  await ready(ada);
  const talk = ada.locator('.query', { hasText: 'Brevet er endret.' });
  await ada.locator('main h1').focus();
  await pressAt(ada, '.query details > summary');
  await tabTo(ada, `[id="decide-${id}"]`);
  await ada.keyboard.type('Brevet gjelder fortsatt.');
  await pressAt(ada, '.query button[value=decide]');
  await ada.getByText('Rettingen gjelder.').waitFor();
  await talk.getByText('Avgjort av Digdir', { exact: true }).first().waitFor();
  await expectAccessible(ada);
});

test('a contact person sees none of it', async () => {
  for (const path of [quality, page(), `${quality}/regler`, `${quality}/ikke-et-tiltak`])
    expect((await skjalg.goto(path))?.status(), path).toBe(403);
});
