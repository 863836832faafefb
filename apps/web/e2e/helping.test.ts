import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addMeasure, edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** A new measure, at a section of it. */
async function openNew(page: Page, section: string, who = 'Nora Navarsete'): Promise<void> {
  await signInAs(page, who);
  await page.goto(`${await addMeasure(page)}/${section}`);
  await ready(page);
}

const sectionOf = (id: string) =>
  edition.sections.find(({ questions }) => questions.some((question) => question.id === id))?.id ?? '';

test('while name and deliverable are typed, measures that resemble them are shown, and typing does not wait', async () => {
  const page = await open('/svar');
  await openNew(page, sectionOf(edition.roles.title));
  const { items } = await (await page.request.get('/api/v1/register?size=20')).json();
  // One's own agency's measures are no news, and are not shown.
  const others = (items as { title: string; number: string; agency: { label: string } }[]).filter(
    ({ agency }) => !agency.label.startsWith('Arbeids- og velferdsetaten'),
  );
  const { title, number } = others[0] ?? expect.fail('the register begins with one agency alone');
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/api/v1/similar*', async (route) => {
    // What is typed is in no address.
    expect(route.request().url()).not.toContain('title');
    await held;
    await route.continue();
  });
  await fieldOf(page, edition.roles.title).pressSequentially(title);
  // The register has not answered, and everything is there all the same.
  expect(await fieldOf(page, edition.roles.title).inputValue()).toBe(title);
  await saved(page);
  expect(await page.locator('.similar').count()).toBe(0);
  release();
  const link = page.locator('.similar a', { hasText: title }).first();
  // Folded, until one wants to see.
  await page.locator('.similar > summary').click();
  await link.waitFor();
  expect(await page.locator('.similar li').count()).toBeLessThanOrEqual(3);
  expect(await page.locator('.similar li').first().innerText()).toContain('Felles ord: ');
  expect(await page.locator(`.similar a[href$="/tiltak/${number}"]`).getAttribute('target')).toBe('_blank');
  await page
    .getByRole('status')
    .filter({ hasText: /ligner på dette/ })
    .waitFor();
  await expectAccessible(page);
  await fieldOf(page, edition.roles.title).fill('Zzyzx qwrtp');
  await expect.poll(() => page.locator('.similar').count()).toBe(0);
  // Dismissed, it stays away from this measure.
  await fieldOf(page, edition.roles.title).fill(title);
  await page.locator('.similar > summary').click();
  await page.getByRole('button', { name: 'Ikke vis dette for tiltaket' }).click();
  await saved(page);
  const asked = page.waitForResponse('**/api/v1/similar*');
  await page.reload();
  await ready(page);
  await asked;
  expect(await page.locator('.similar').count()).toBe(0);
});

test('where there are words of one’s own, it is said what must never be there, and personal data is pointed out', async () => {
  const page = await open('/svar');
  await openNew(page, sectionOf(edition.roles.summary));
  expect(await page.getByText('Her skal det aldri stå gradert informasjon').count()).toBe(1);
  const field = fieldOf(page, edition.roles.summary);
  await field.fill('Ring Kari på tlf. 22 33 44 55 eller skriv til kari@virksomhet.example.');
  await field.blur();
  const remark = page.locator(`[id="${edition.roles.summary}-remark"]`);
  await expect.poll(() => remark.innerText()).toContain('kari@virksomhet.example');
  expect(await remark.innerText()).toContain('22 33 44 55');
  expect(await field.getAttribute('aria-describedby')).toContain(`${edition.roles.summary}-remark`);
  expect(await field.getAttribute('aria-invalid')).toBeNull();
  await saved(page);
});

test('what the public will see follows the answer about publication at once, with the reasons', async () => {
  const page = await open('/svar');
  const { question, whole, inPart } = edition.publication;
  await openNew(page, sectionOf(question));
  const preview = page.locator('.preview');
  await preview.locator('summary').click();
  await preview.getByText('Svar på hva som kan publiseres').waitFor();
  await page.locator(`[id="${question}-${whole[0]}"]`).check();
  await preview.getByText('Alle svarene under blir publisert').waitFor();
  await page.locator(`[id="${question}-${inPart[0]}"]`).check();
  // In part, but not yet which: that is no answer either.
  await preview.getByText('Svar på hva som kan publiseres').waitFor();
  await page.locator('[id="exemptionExpires"]').fill('2031-05-17');
  await preview.getByText('17. mai 2031').waitFor();
  const { exemptFields } = edition.publication;
  await page.getByText(/^\d+ spørsmål uten svar$/).click();
  await page.locator(`[id="${exemptFields}-totalCost"]`).check();
  await preview.getByText('Svarene under blir publisert').waitFor();
  expect(await preview.getByText('17. mai 2031').count()).toBe(1);
  // What is not asked cannot be withheld.
  expect(await page.locator(`[id="${exemptFields}-discussedWithKs"]`).count()).toBe(0);
  await expectAccessible(page);
});

test('the own address is one press away, and a national identity number is not let in', async () => {
  const page = await open('/svar');
  await openNew(page, sectionOf(edition.roles.summary));
  const email = fieldOf(page, 'contactEmail');
  await page.getByRole('button', { name: 'Bruk nora.navarsete@nav.example' }).click();
  expect(await email.inputValue()).toBe('nora.navarsete@nav.example');
  expect(await email.evaluate((field) => document.activeElement === field)).toBe(true);
  const text = fieldOf(page, edition.roles.summary);
  await text.fill('Kari er født');
  await text.blur();
  await saved(page);
  // Made for the test: 1 January 1900, individual number 001, with the control digits that follow.
  await text.fill('Kari er 01010000110');
  await text.blur();
  const error = page.locator(`[id="${edition.roles.summary}-error"]`);
  await expect
    .poll(() => error.innerText())
    .toBe('Det står et fødselsnummer i teksten. Ta det ut, så kan teksten lagres.');
  // What is saved after it tells that the text was left behind, and not only late.
  // Browsers would write the domain as “xn--…”.
  await fieldOf(page, 'contactEmail').fill('en.annen@blåbær.example');
  await fieldOf(page, 'contactEmail').blur();
  const [, id] = /tiltak\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
  const draftNow = async () => (await page.request.get(`/api/v1/measures/${id}/rounds/${edition.year}`)).json();
  await expect.poll(async () => (await draftNow()).answers.contactEmail).toBe('en.annen@blåbær.example');
  expect((await draftNow()).answers[edition.roles.summary]).toBe('Kari er født');
});

test('of an amount that cannot be read only that is said', async () => {
  const page = await open('/svar');
  await openNew(page, sectionOf('totalCost'));
  // Asked once the field has been left blank, not before.
  expect(await fieldOf(page, 'totalCostReason').count()).toBe(0);
  await fieldOf(page, 'totalCost').focus();
  await fieldOf(page, 'totalCost').blur();
  await fieldOf(page, 'totalCostReason').waitFor();
  await fieldOf(page, 'totalCost').fill('10M');
  await fieldOf(page, 'totalCost').blur();
  const said = page.locator('.messages:not(:empty)');
  await expect
    .poll(() => said.allInnerTexts())
    .toEqual([expect.stringMatching(/^Skriv «mill\.» for millioner eller «mrd\.» for milliarder/)]);
  // Why it is not given is not asked of one who is giving it.
  expect(await fieldOf(page, 'totalCostReason').count()).toBe(0);
  await expectAccessible(page);
});

test('a partner that the directory lacks is shown as a number without a name', async () => {
  const page = await open('/svar');
  await openNew(page, sectionOf('partners'));
  await page.locator('[id="involvesOthers-yes"]').check();
  await fieldOf(page, 'partners').fill('958 935 420');
  await fieldOf(page, 'partners').press('Enter');
  const chosen = page.locator('.word-list li');
  await expect
    .poll(async () => (await chosen.first().innerText()).replace(/\s/g, ' '))
    .toContain('Ukjent navn, org.nr. 958 935 420');
  await saved(page);
  await page.reload();
  await ready(page);
  await expect
    .poll(async () => (await chosen.first().innerText()).replace(/\s/g, ' '))
    .toContain('Ukjent navn, org.nr. 958 935 420');
});

test('the whole form on one page saves as the parts do, and is remembered', async () => {
  const page = await open('/svar');
  await openNew(page, edition.sections[0]?.id ?? '');
  await page.getByRole('link', { name: 'Vis hele skjemaet på én side' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hele skjemaet' }).waitFor();
  for (const { title } of edition.sections) {
    await page.getByRole('heading', { level: 2, name: title.nb, exact: true }).waitFor();
  }
  await fieldOf(page, edition.roles.title).fill('Fra hele skjemaet');
  await fieldOf(page, 'totalCost').fill('2 mill');
  await fieldOf(page, 'totalCost').blur();
  await saved(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Fortsett senere' }).click();
  await page.waitForURL(/\/tiltak\/[0-9a-f-]{36}$/);
  await page.reload();
  await ready(page);
  await page.getByRole('link', { name: 'Fortsett der det mangler svar' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hele skjemaet' }).waitFor();
  expect(await fieldOf(page, edition.roles.title).inputValue()).toBe('Fra hele skjemaet');
  expect((await fieldOf(page, 'totalCost').inputValue()).replace(/\s/g, '')).toBe('2000000');
  await page.getByRole('link', { name: 'Vis én del om gangen' }).click();
  await page.getByRole('link', { name: 'Fortsett der det mangler svar' }).click();
  await page.getByText(/^Del \d av \d/).waitFor();
});

test('two people in one measure see where the other is', async () => {
  const [first, second] = edition.sections;
  const one = await open('/svar');
  await openNew(one, first?.id ?? '', 'Frida Fyller');
  const other = await open(new URL(one.url()).pathname.replace(/[^/]+$/, second?.id ?? ''));
  await signInAs(other, 'Sander Sender');
  await other.getByText(`Frida Fyller er i ${first?.title.nb} nå`).waitFor();
  await expectAccessible(other);
  // A page tells and asks as it is opened; after that every 20 seconds.
  await one.reload();
  await one.getByText(`Sander Sender er i ${second?.title.nb} nå`).waitFor();
});

test('partners are found by abbreviation and former name, and what is not found is kept and said', async () => {
  const page = await open('/svar', { viewport: { width: 390, height: 844 } });
  await openNew(page, sectionOf('partners'));
  await page.locator('[id="involvesOthers-yes"]').check();
  const field = fieldOf(page, 'partners');
  const chosen = page.locator('.word-list li span');
  for (const [typed, name] of [
    ['DSB', 'Direktoratet for samfunnssikkerhet og beredskap'],
    ['Norsk kulturråd', 'Kulturdirektoratet'],
    ['Karasjok', 'Karasjok kommune'],
    ['KS', 'KS – Kommunesektorens organisasjon'],
  ] as const) {
    await field.fill(typed);
    await field.press('Enter');
    await expect.poll(() => chosen.allInnerTexts()).toContain(name);
  }
  // The browser's own list offers them while one types.
  await field.fill('Våler');
  const offered = page.locator('datalist option');
  await expect
    .poll(() => offered.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value)))
    .toEqual(expect.arrayContaining(['Våler kommune (Innlandet)', 'Våler kommune (Østfold)']));
  // Left without choosing: kept as it was typed, said, and asked about.
  await field.blur();
  await page.getByText('Vi kjenner ikke «Våler». Navnet er lagret som fritekst, uten nummer.').waitFor();
  await expect.poll(() => chosen.allInnerTexts()).toContain('Våler (fritekst)');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bruk Våler kommune (Innlandet) i stedet for «Våler»' }).click();
  await expect.poll(() => chosen.allInnerTexts()).toContain('Våler kommune (Innlandet)');
  await field.fill('Foreningen Åpne data');
  await field.press('Enter');
  await saved(page);
  await page.reload();
  await ready(page);
  await expect
    .poll(() => chosen.allInnerTexts())
    .toEqual([
      'Direktoratet for samfunnssikkerhet og beredskap',
      'Kulturdirektoratet',
      'Karasjok kommune',
      'KS – Kommunesektorens organisasjon',
      'Våler kommune (Innlandet)',
      'Foreningen Åpne data (fritekst)',
    ]);
  // A number that cannot be is refused, and stays to be corrected.
  await field.fill('123 456 789');
  await field.press('Enter');
  await page.locator('[id="partners-refusal"]').waitFor();
});
