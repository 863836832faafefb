import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addMeasure, edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { orgnrs, responseOf } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const narrow = { viewport: { width: 390, height: 800 } };
const cards = (page: Page) => page.locator('.previous-card');
const namePage = async (page: Page, name: string) => {
  await signInAs(page, name);
  await page.locator('.hub-head').waitFor();
};

test('the head says the deadline in words, and what is left', async () => {
  const page = await open('/svar', narrow);
  await namePage(page, 'Sander Sender');
  const { measures, previous } = await response(page);
  const head = await page.locator('.hub-head').innerText();
  expect(head).toMatch(/Fristen er \d+\. \w+ \d{4} kl\. 23:59\. Det er \d+ dager igjen\./);
  const left = measures.filter(({ errors }) => errors > 0).length;
  const ready = measures.length - left;
  expect(left).toBeGreaterThan(1);
  expect(head).toContain(`${left} tiltak gjenstår, ${ready} er klare.`);
  expect(head).toContain(`${previous.filter(({ outcome }) => !outcome).length} tiltak fra 2019 er ikke avklart.`);
});

/** The agency's answer as the API tells it to whoever is signed in. */
const response = (page: Page, orgnr: string = orgnrs.digdir) => responseOf(page, orgnr);

test('someone who may only fill in asks for submission, and who may send in is told, by letter and in the list', async () => {
  const frida = await open('/svar/2026/send-inn?virksomhet=991825827');
  await signInAs(frida, 'Frida Fyller');
  await frida.getByText('Be en kollega med rett til å sende inn').waitFor();
  await expectAccessible(frida);
  await frida.goto('/svar/2026?virksomhet=991825827');
  await ready(frida);
  await frida.getByRole('button', { name: 'Be om innsending' }).click();
  const said = /^Frida Fyller ba om innsending \d+\. \w+ \d{4} kl\. \d\d:\d\d\./;
  await frida.getByRole('status').filter({ hasText: said }).waitFor();
  // Once a day is enough: there is nothing left to press.
  await expect.poll(() => frida.getByRole('button', { name: /Be om innsending/ }).count()).toBe(0);
  await expectAccessible(frida);

  const sander = await open('/svar', narrow);
  await namePage(sander, 'Sander Sender');
  const notice = sander.locator('.ds-alert', { hasText: said });
  await expectNoSidewaysScroll(sander);
  await notice.getByRole('link', { name: 'Se over og send inn' }).click();
  await sander.getByRole('heading', { level: 1, name: 'Send inn svaret' }).waitFor();
  await sander.getByText(said).waitFor();
  await expectAccessible(sander);
  await sander.goto('/dev/mail');
  const letter = sander.locator('article', { hasText: 'sander.sender@digdir.example' });
  expect(await letter.getByRole('heading').first().innerText()).toMatch(/^Frida Fyller ber om/);
});

test('who is in a measure now stands on its card, comes by itself, and moves nothing that is in use', async () => {
  const sander = await open('/svar');
  // The page's own clock, so that nobody waits for its next question.
  await sander.clock.install();
  await namePage(sander, 'Sander Sender');
  const id = (await addMeasure(sander)).split('/').at(-1) ?? '';
  await sander.getByRole('navigation', { name: 'Du er her' }).getByRole('link').first().click();
  const card = sander.locator('.measure-card', { has: sander.locator(`a[href*="${id}"]`) }).first();
  await card.locator('details.confirm summary').click();

  const frida = await open(`/svar/2026/tiltak/${id}/${edition.sections[0]?.id}`);
  await signInAs(frida, 'Frida Fyller');
  await frida.getByRole('heading', { level: 1, name: edition.sections[0]?.title.nb ?? '' }).waitFor();
  const editing = async () => (await card.locator('.editing').allInnerTexts()).join();
  // As long as something is unfolded, the page stays as it is; it asks nobody.
  for (let seconds = 0; seconds < 45; seconds += 5) await sander.clock.runFor(5000);
  expect(await editing()).toBe('');
  expect(await card.locator('details.confirm[open]').count()).toBe(1);
  await card.locator('details.confirm summary').click();
  await expect
    .poll(async () => {
      await sander.clock.runFor(5000);
      return editing();
    })
    .toBe('Svarer på dette nå: Frida Fyller');
  await sander
    .getByRole('status')
    .filter({ hasText: /^Frida Fyller svarer på «.+» nå\.$/ })
    .waitFor({ state: 'attached' });
  await expectAccessible(sander);
  // Nobody is told about themselves.
  await frida.goto('/svar/2026?virksomhet=991825827');
  await ready(frida);
  expect((await frida.locator('.editing').allInnerTexts()).join()).not.toContain('Frida Fyller');
});

/** The choices that are not a press each. */
const unfold = (card: Locator) => card.locator('summary', { hasText: 'Avsluttet, stoppet, slått sammen' }).click();

const said = (card: Locator, text: string | RegExp) => card.locator('.outcome', { hasText: text }).waitFor();

test('last year’s measures are cards with their phase, and what became of each is one press', async () => {
  const page = await open('/svar', narrow);
  await namePage(page, 'Nora Navarsete');
  const { previous } = await response(page, orgnrs.nav);
  expect(await cards(page).count()).toBe(previous.length);
  const [first] = previous;
  const card = cards(page).first();
  expect(await card.innerText()).toContain(`Fase i 2019: ${first?.standing[0]?.answer.nb}`);
  const choice = (name: string) => card.locator('button, summary', { hasText: new RegExp(`^${name}`) });
  for (const name of ['Ny fase eller endret – oppdater', 'Uendret fase – meldes ikke i år']) {
    expect(await choice(name).isVisible()).toBe(true);
  }
  await unfold(card);
  for (const name of ['Avsluttet', 'Stoppet', 'Slått sammen med …', 'Delt i …', 'Overført til …']) {
    expect(await choice(name).last().isVisible(), name).toBe(true);
  }
  for (const name of ['Uendret fase – meldes ikke i år', 'Avsluttet', 'Stoppet']) {
    if (!(await choice(name).last().isVisible())) await unfold(card);
    await choice(name).last().scrollIntoViewIfNeeded();
    const top = await card.evaluate((box) => Math.round(box.getBoundingClientRect().top));
    await choice(name).last().click();
    await said(card, new RegExp(`${name}.*Lagret av Nora Navarsete`));
    // Told in the card, where the focus is, and nothing has moved.
    expect(await page.evaluate(() => document.activeElement?.closest('.previous-card') !== null)).toBe(true);
    expect(await card.evaluate((box) => Math.round(box.getBoundingClientRect().top))).toBe(top);
    expect(await page.locator('.hub-head').innerText()).toContain(`${previous.length - 1} tiltak fra 2019`);
    await card.getByRole('button', { name: /^Angre/ }).click();
    await choice('Ny fase').waitFor();
  }
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('merged with, and split into, is chosen among the agency’s own measures', async () => {
  const page = await open('/svar', narrow);
  await namePage(page, 'Nora Navarsete');
  const { previous } = await response(page, orgnrs.nav);
  const [, other] = previous;
  const card = cards(page).first();
  await unfold(card);
  await card.getByText('Slått sammen med …').click();
  const form = card.locator('details[open] details[open]');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  // Merged with nothing is not an answer: it is said where, and the focus goes there.
  await form.getByRole('button', { name: 'Lagre' }).click();
  await form.getByText('Velg minst ett tiltak, eller skriv et nummer.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('measures');
  await expectAccessible(page);
  await form.getByLabel('Et tiltak i en annen virksomhet?').fill('1999-9999');
  await form.getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('alert').filter({ hasText: 'Vi finner ikke noe tiltak med det nummeret du skrev' }).waitFor();
  await form.getByLabel('Et tiltak i en annen virksomhet?').fill('');
  await form.getByRole('checkbox', { name: other?.number ?? '' }).check();
  await form.getByRole('button', { name: 'Lagre' }).click();
  await said(card, `Slått sammen med andre tiltak: ${other?.title} (${other?.number}). Lagret av Nora Navarsete.`);
  await card.getByRole('button', { name: /^Angre/ }).click();
  await unfold(card);
  await card.getByText('Delt i …').click();
  // What it was split into may not be added yet.
  await form.getByRole('button', { name: 'Lagre' }).click();
  await said(card, /Delt i flere tiltak\. Lagret av/);
  await card.getByRole('button', { name: /^Angre/ }).click();
  await card.getByText('Ny fase eller endret').waitFor();
});

test('each section of a carried measure asks whether it is still right, and says what is confirmed', async () => {
  const page = await open('/svar', narrow);
  await namePage(page, 'Frida Fyller');
  await page
    .getByRole('button', { name: /^Ny fase eller endret – oppdater/ })
    .last()
    .click();
  await page.waitForURL(/\/tiltak\/[0-9a-f-]{36}$/);
  const [first, second] = edition.sections;
  const { title } = edition.roles;
  await page.goto(`${page.url()}/${first?.id}`);
  await ready(page);
  await page.getByRole('heading', { level: 2, name: 'Stemmer dette fortsatt?' }).waitFor();
  // All that one press confirms stands there before it is pressed, and the press is the one that is filled.
  const confirm = page.getByRole('button', { name: 'Ja, svarene fra 2019 stemmer fortsatt' });
  const count = Number(/^\d+/.exec(await page.getByText(/^\d+ svar fra 2019 kan brukes på nytt/).innerText())?.[0]);
  expect(count).toBeGreaterThan(1);
  expect(await page.locator('.take-over dd').count()).toBe(count);
  expect(await confirm.getAttribute('data-variant')).toBeNull();
  await confirm.click();
  await page.getByRole('heading', { level: 2, name: 'Dette stemmer fortsatt' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Dette stemmer fortsatt');
  const box = page.locator('.take-over');
  await box.getByText(/^\d svar bekreftet fra 2019: «/).waitFor();
  await saved(page);
  const mark = page.locator(`[id="${title}-previous"]`).getByText('Bekreftet: stemmer fortsatt');
  await mark.waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  // Kept with the answer: a confirmed one is still that after the page is opened again, until it is changed.
  await page.reload();
  await ready(page);
  await mark.waitFor();
  await page.goto(page.url().replace(/[^/]+$/, 'kontroll'));
  await ready(page);
  expect(await page.getByText('Bekreftet fra 2019').count()).toBeGreaterThan(1);
  await expectAccessible(page);
  const before = await page.getByText('Bekreftet fra 2019').count();
  await page.goto(page.url().replace(/[^/]+$/, first?.id ?? ''));
  await ready(page);
  await fieldOf(page, title).fill('Et annet navn enn i 2019');
  await fieldOf(page, title).blur();
  await saved(page);
  expect(await mark.count()).toBe(0);
  await page.goto(page.url().replace(/[^/]+$/, 'kontroll'));
  await ready(page);
  expect(await page.getByText('Bekreftet fra 2019').count()).toBe(before - 1);
  // What the edition asks anew is never confirmed: last year's answer stands beside an empty field.
  await page.goto(page.url().replace(/[^/]+$/, second?.id ?? ''));
  await ready(page);
  for (const { id } of second?.questions.filter((question) => 'askAnew' in question) ?? []) {
    await page.locator(`[id="${id}-previous"]`).waitFor();
    expect(await page.locator(`input[name="${id}"]:checked`).count()).toBe(0);
  }
});

test('before sending in, what can be changed leads there and back, and last year’s measures that are not settled are named', async () => {
  const page = await open('/svar/2026/send-inn?virksomhet=991825827', narrow);
  await signInAs(page, 'Sander Sender');
  await ready(page);
  const { previous } = await response(page);
  const undecided = previous.filter(({ outcome }) => outcome === null);
  const named = page.getByRole('region', { name: /fra 2019 er ikke avklart/ });
  expect(await named.getByRole('listitem').count()).toBe(undecided.length);
  await named.getByText(undecided[0]?.number ?? '').waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /^Endre/ })
    .first()
    .click();
  await page.waitForURL(/fra=send-inn#/);
  const crumbs = page.getByRole('navigation', { name: 'Du er her' });
  await crumbs.getByRole('link', { name: 'Send inn svaret' }).waitFor();
  await crumbs.getByRole('link').last().click();
  await page.getByRole('link', { name: 'Kontroller svarene' }).first().click();
  await page.getByRole('link', { name: 'Tilbake til innsendingen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Send inn svaret' }).waitFor();
});
