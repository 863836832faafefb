import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addMeasure, edition, endsIn, fieldOf, ready, saved, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const colleagues = '/svar/2026/kolleger?virksomhet=991825827';
const costs = edition.sections.find(({ questions }) => questions.some(({ id }) => id === 'totalCost'));

/** Opens the link of the letter to someone, in a browser of their own, and signs in. */
async function acceptAs(email: string, name: string): Promise<Page> {
  const page = await open('/dev/mail');
  const letter = page.locator('article', { hasText: email });
  await letter.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /Du er invitert til å svare for/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await signInAs(page, name);
  return page;
}

test('a colleague is invited, answers for two agencies, and loses the access the moment it is withdrawn', async () => {
  const boss = await open(colleagues);
  await signInAs(boss, 'Sander Sender');
  await boss.getByLabel('E-postadresse').fill('nora@nav.example');
  await boss.getByLabel('Fylle ut', { exact: true }).check();
  await boss.getByRole('button', { name: 'Send invitasjonen' }).click();
  await boss.getByText('nora@nav.example er invitert.').waitFor();
  await boss.getByText('Invitasjoner som ikke er brukt').waitFor();
  await expectAccessible(boss);

  const nora = await acceptAs('nora@nav.example', 'Nora Navarsete');
  await nora.getByRole('link', { name: /Arbeids- og velferds/ }).waitFor();
  await nora.getByRole('link', { name: 'Digitaliseringsdirektoratet' }).click();
  await nora.getByRole('button', { name: 'Legg til tiltak' }).waitFor();
  await nora.getByText('Be en kollega med rett til å sende inn').waitFor();
  await nora.getByRole('link', { name: 'Velg en annen virksomhet' }).click();
  await nora.getByRole('link', { name: /Arbeids- og velferds/ }).click();
  await nora.getByRole('heading', { level: 1, name: /for Arbeids- og velferds/ }).waitFor();

  await boss.reload();
  await ready(boss);
  await boss.getByRole('button', { name: /Fjern tilgangen.*Nora Navarsete/ }).click();
  await boss.getByText('Tilgangen er fjernet.').waitFor();
  await nora.goto('/svar/2026?virksomhet=991825827');
  await nora.getByRole('heading', { name: 'Du har ikke tilgang til denne siden' }).waitFor();
});

test('a section is delegated by e-mail: the colleague sees and answers that, and nothing beside it', async () => {
  const boss = await open('/svar');
  await signInAs(boss, 'Sander Sender');
  const card = boss.locator('.measure-card').first();
  await card.getByRole('link', { name: /Be en kollega svare/ }).click();
  await boss.getByLabel('Hva skal kollegaen svare på?').selectOption(costs?.id ?? '');
  const address = boss.getByLabel('E-postadresse');
  for (const [typed, fault] of [
    ['', 'Skriv e-postadressen til den som skal svare'],
    ['regnskap', 'Skriv e-postadressen som navn@virksomhet.no.'],
  ] as const) {
    await address.fill(typed);
    await boss.locator('.people-form button[type=submit]').click();
    await boss.locator('#email-error', { hasText: fault }).waitFor();
  }
  await address.fill('regnskap@hjelp.example');
  // The same field as in the measure, with the same words for what is no day.
  const due = boss.getByLabel('Innen');
  for (const [day, fault] of [
    ['', 'Skriv en dato.'],
    ['31.02.2099', 'Skriv en dato som finnes, for eksempel 30.08.2026.'],
    ['10.03.2020', 'Skriv en dato fra og med i dag.'],
  ] as const) {
    await due.fill(day);
    await boss.getByRole('button', { name: 'Be om svar' }).press('Enter');
    await boss.getByText(fault, { exact: true }).waitFor();
    await expect.poll(() => boss.evaluate(() => document.activeElement?.id)).toBe('dueOn');
    expect(await due.getAttribute('aria-describedby')).toContain('dueOn-error');
  }
  await expectAccessible(boss);
  await due.fill('10.03.2099');
  await boss.getByText('10. mars 2099', { exact: true }).waitFor();
  await boss.getByRole('button', { name: 'Be om svar' }).click();
  await boss.getByText('regnskap@hjelp.example er bedt om å svare.').waitFor();
  await expectAccessible(boss);

  const lars = await acceptAs('regnskap@hjelp.example', 'Lars Leser');
  await lars.getByRole('heading', { name: 'Du er bedt om å svare på' }).waitFor();
  await expectAccessible(lars);
  await lars.getByRole('link', { name: new RegExp(`: ${costs?.title.nb}`) }).click();
  await lars.getByRole('heading', { level: 1, name: costs?.title.nb ?? '' }).waitFor();
  await ready(lars);
  expect(await lars.locator('.steps li a').allInnerTexts()).toHaveLength(2);
  await fieldOf(lars, 'totalCost').fill('3 mill');
  await fieldOf(lars, 'totalCost').blur();
  await saved(lars);
  await lars.getByRole('button', { name: 'Kontroller svarene' }).click();
  await lars.getByRole('heading', { level: 1, name: 'Kontroller svarene' }).waitFor();
  expect(await lars.getByText('Slik blir tiltaket vist').count()).toBe(0);
  await expectAccessible(lars);
  const neighbour = edition.sections.find(({ id }) => id !== costs?.id)?.id ?? '';
  await lars.goto(lars.url().replace('kontroll', neighbour));
  await lars.getByRole('heading', { level: 1, name: 'Vi finner ikke siden' }).waitFor();

  await boss.goto('/svar');
  await boss.getByText(`${costs?.title.nb}: Lars Leser, innen 10. mars 2099.`).waitFor();
  await boss
    .locator('.measure-card')
    .first()
    .getByRole('link', { name: /Be en kollega svare/ })
    .click();
  await boss.getByRole('button', { name: /Trekk tilbake Lars Leser/ }).click();
  await boss.getByText('Tilgangen er trukket tilbake.').waitFor();
  await lars.goto('/svar');
  expect(await lars.getByText('Du er bedt om å svare på').count()).toBe(0);
});

describe('before the session ends', () => {
  async function openMeasure(): Promise<Page> {
    const page = await open('/svar');
    await signInAs(page, 'Kari Kartvik');
    await addMeasure(page);
    await fieldOf(page, 'name').waitFor();
    return page;
  }

  test('the person is told, and one press makes it last; the focus goes back to where it was', async () => {
    const page = await openMeasure();
    await fieldOf(page, 'name').fill('Midt i noe');
    await endsIn(page, 4);
    const dialog = page.getByRole('dialog', { name: 'Du blir snart logget ut' });
    await dialog.waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Fortsett');
    const extended = page.waitForResponse('**/api/v1/session/extend');
    await page.keyboard.press('Enter');
    expect((await extended).status()).toBe(200);
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('name');
  });

  test('where nothing can make it last, a new login is offered', async () => {
    const page = await openMeasure();
    await endsIn(page, 3, 3);
    const dialog = page.getByRole('dialog', { name: 'Du må snart logge inn på nytt' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('after the end, a new login leads back to the same page, and not a keystroke is lost', async () => {
    const page = await openMeasure();
    const address = page.url();
    await page.context().clearCookies();
    await fieldOf(page, 'name').focus();
    await page.keyboard.type('Skrevet etter slut');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    const dialog = page.getByRole('dialog', { name: 'Du er logget ut' });
    await dialog.waitFor();
    await expectAccessible(page);
    page.on('dialog', (leaving) => leaving.accept());
    await dialog.getByRole('link', { name: 'Logg inn på nytt' }).click();
    await signInAs(page, 'Kari Kartvik');
    expect(page.url()).toBe(address);
    await expect.poll(() => fieldOf(page, 'name').inputValue()).toBe('Skrevet etter slut');
    await saved(page);
    await page.reload();
    expect(await fieldOf(page, 'name').inputValue()).toBe('Skrevet etter slut');
  });
});
