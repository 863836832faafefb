import { expect, test } from 'vitest';
import {
  addMeasure,
  answer,
  branching,
  edition,
  fieldOf,
  pressAt,
  ready,
  saved,
  signInAs,
  writeAt,
} from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

test('a contact person adds a measure, answers every question, checks, sends in, and gets a receipt', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Kari Kartvik');
  expect(page.url()).toMatch(/\/svar\/2026\?virksomhet=971040238$/);
  await addMeasure(page);

  const answered: string[] = [];
  for (const [index, section] of edition.sections.entries()) {
    await page.getByRole('heading', { level: 1, name: section.title.nb }).waitFor();
    for (const question of section.questions) {
      if ('known' in question || (await fieldOf(page, question.id).count()) === 0) continue;
      await answer(page, question, branching[question.id]);
      answered.push(question.id);
    }
    await saved(page);
    const next = edition.sections[index + 1];
    await page.getByRole('button', { name: next ? `Neste: ${next.title.nb}` : 'Kontroller svarene' }).click();
  }
  // All are asked but those that another answer hides: why the cost is missing.
  const asked = edition.sections.flatMap(({ questions }) =>
    questions.filter((q) => !('known' in q)).map(({ id }) => id),
  );
  expect(asked.filter((id) => !answered.includes(id))).toEqual(['totalCostReason']);

  await page.getByRole('heading', { level: 1, name: 'Kontroller svarene' }).waitFor();
  await expect.poll(() => page.getByText('Tiltaket er klart').count()).toBe(1);
  expect(await page.getByText('1 500 000').count()).toBeGreaterThan(0);
  await page.getByText('Slik blir tiltaket vist').click();
  await page.getByText('unntatt dem dere har holdt unna').waitFor();

  await page.getByRole('link', { name: 'Til oversikten over tiltakene' }).click();
  await page.getByRole('link', { name: /Se over og send inn/ }).click();
  await page.getByRole('button', { name: 'Send inn' }).click();
  await page.waitForURL(/\/kvittering\//);
  const reference = await page.locator('.reference').innerText();
  expect(reference).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);

  // What was answered is what was sent: every question that was answered stands in the receipt.
  await page.locator('summary', { hasText: 'Prøvesvar på name' }).click();
  const shown = await page.locator('details[open] dt').allInnerTexts();
  expect(shown).toHaveLength(answered.length);
  await expectAccessible(page);

  // Back from the receipt: the hub says that it is sent in.
  await page.getByRole('link', { name: 'Til oversikten over tiltakene' }).click();
  await page.getByText(`Kvittering ${reference}`).waitFor();
});

test('an agency without measures says so, confirms it, and gets a receipt', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Kari Kartvik');
  // What the stories before this one left is taken out first.
  for (let left = await page.locator('.measure-card:not([data-gone])').count(); left > 0; left--) {
    const card = page.locator('.measure-card:not([data-gone])').first();
    await card.locator('details.confirm summary').click();
    await card.locator('details.confirm button[type=submit]').click();
    await expect.poll(() => page.locator('.measure-card:not([data-gone])').count()).toBe(left - 1);
  }
  await page.getByRole('link', { name: 'Vi har ingen tiltak å melde' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ingen tiltak å melde' }).waitFor();
  await ready(page);
  await expectAccessible(page);
  await page.getByText('Dere bekrefter at Kartverket ikke har noen tiltak å melde.').waitFor();
  await page.getByRole('button', { name: 'Send inn: ingen tiltak' }).click();
  await page.waitForURL(/\/kvittering\//);
  await page.getByText('Kartverket har svart at de ikke har tiltak å melde for 2026').waitFor();
  const reference = await page.locator('.reference').innerText();
  expect(reference).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Til oversikten over tiltakene' }).click();
  await page.getByText(`Kvittering ${reference}`).waitFor();
});

test('what is wrong is said at the field and kept, and nothing wrong is saved', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Nora Navarsete');
  await addMeasure(page);
  await page.getByRole('link', { name: 'Kostnader' }).click();
  const cost = fieldOf(page, 'totalCost');
  await cost.fill('1,5');
  await cost.blur();
  const error = page.locator('#totalCost-error');
  await expect.poll(() => error.innerText()).toContain('Mente du millioner?');
  expect(await cost.getAttribute('aria-invalid')).toBe('true');
  expect(await cost.getAttribute('aria-describedby')).toContain('totalCost-error');

  await page.getByRole('button', { name: /^Neste/ }).click();
  await page.getByRole('heading', { name: 'For å gå videre' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('ds-error-summary');
  await expectAccessible(page);
  await page.locator('.ds-error-summary a').click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('totalCost');

  await cost.fill('187,9 mill. kroner');
  await cost.blur();
  await page.getByText('187,9 mill. kroner = 187 900 000 kr').waitFor();
  await saved(page);
  await page.reload();
  await ready(page);
  expect((await cost.inputValue()).replace(/\s/g, '')).toBe('187900000');
});

test('a tab that dies in the middle of a word, and a network that is gone, lose nothing', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Nora Navarsete');
  await addMeasure(page);
  await fieldOf(page, 'name').waitFor();
  const address = page.url();

  await page.context().setOffline(true);
  await fieldOf(page, 'name').fill('Skrevet uten nett');
  await fieldOf(page, 'deliverable').pressSequentially('Midt i et or');
  await page.getByText('Ingen kontakt med tjenesten').waitFor();
  await page.close({ runBeforeUnload: false });

  await page.context().setOffline(false);
  const again = await page.context().newPage();
  await again.goto(address);
  await ready(again);
  await expect.poll(() => fieldOf(again, 'name').inputValue()).toBe('Skrevet uten nett');
  await expect.poll(() => fieldOf(again, 'deliverable').inputValue()).toBe('Midt i et or');
  await saved(again);
  await again.reload();
  expect(await fieldOf(again, 'name').inputValue()).toBe('Skrevet uten nett');
  expect(await fieldOf(again, 'deliverable').inputValue()).toBe('Midt i et or');
});

test('a session that ends in the middle of a sentence costs a login and not a keystroke', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Nora Navarsete');
  await addMeasure(page);
  await fieldOf(page, 'name').waitFor();
  await page.context().clearCookies();
  await fieldOf(page, 'name').fill('Skrevet etter at økten var slutt');
  await fieldOf(page, 'name').blur();
  await page.getByRole('link', { name: 'Logg inn igjen' }).waitFor();
  await expectAccessible(page);
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('link', { name: 'Logg inn igjen' }).click();
  await signInAs(page, 'Nora Navarsete');
  await saved(page);
  await page.reload();
  expect(await fieldOf(page, 'name').inputValue()).toBe('Skrevet etter at økten var slutt');
});

test('following a link after the session has ended leads to the login and then to the page', async () => {
  const page = await open('/en/svar');
  await signInAs(page, 'Frida Fyller');
  const link = page.locator('.measure-card a').first();
  const wanted = await link.getAttribute('href');
  await page.context().clearCookies();
  await link.click();
  await signInAs(page, 'Frida Fyller');
  expect(new URL(page.url()).pathname).toBe(wanted);
});

test('two people in one measure: different answers merge, and of two to the same question both are shown', async () => {
  const one = await open('/svar');
  await signInAs(one, 'Frida Fyller');
  await addMeasure(one);
  await fieldOf(one, 'name').waitFor();
  // Nothing brings Frida what Sander writes but her own saves.
  await one.route('**/presence', (route) => route.abort());
  const other = await open(new URL(one.url()).pathname);
  await signInAs(other, 'Sander Sender');

  await fieldOf(one, 'name').fill('Navn fra Frida');
  await fieldOf(one, 'name').blur();
  await saved(one);
  await fieldOf(other, 'deliverable').fill('Leveranse fra Sander');
  await fieldOf(other, 'deliverable').blur();
  // Sander never touched the name: Frida's is there with the reply to his own save.
  await expect.poll(() => fieldOf(other, 'name').inputValue()).toBe('Navn fra Frida');
  expect(await fieldOf(other, 'deliverable').inputValue()).toBe('Leveranse fra Sander');

  await fieldOf(one, 'deliverable').fill('Leveranse fra Frida');
  await fieldOf(one, 'deliverable').blur();
  const conflict = one.locator('.conflict');
  await conflict.waitFor();
  const said = await conflict.innerText();
  for (const text of ['Sander Sender', 'Leveranse fra Sander', 'Leveranse fra Frida']) expect(said).toContain(text);
  await expectAccessible(one);
  await one.getByRole('button', { name: 'Behold mitt svar' }).click();
  await saved(one);
  expect(await conflict.count()).toBe(0);
  await other.reload();
  expect(await fieldOf(other, 'deliverable').inputValue()).toBe('Leveranse fra Frida');
  expect(await fieldOf(other, 'name').inputValue()).toBe('Navn fra Frida');
});

test('with the keyboard alone, in nynorsk, on a narrow screen', async () => {
  const page = await open('/nn/svar', { viewport: { width: 390, height: 800 } });
  const press = (selector: string, key?: string) => pressAt(page, selector, key);
  const write = (id: string, text: string) => writeAt(page, `[id="${id}"]`, text);
  const person = await page.getByRole('button', { name: /Skjalg Skattem/ }).getAttribute('value');
  await press(`button[value="${person}"]`);
  await page.waitForURL(/\/nn\/svar\/2026\?virksomhet=/);
  await ready(page);
  await press('main form:not(:has(input)) button[type=submit]');
  await page.waitForURL(/\/nn\/svar\/2026\/tiltak\//);
  await page.getByRole('heading', { level: 1, name: 'Om tiltaket' }).waitFor();
  await write('name', 'Berre med tastaturet');
  await write('deliverable', 'Ei teneste som alle kan nytte.');
  await write('tags', 'tilgjenge');
  await page.keyboard.press('Enter');
  await write('contactEmail', 'kontakt@verksemd.example');
  await press('main form button[type=submit]:not([data-variant])');
  await page.getByRole('heading', { level: 1, name: 'Fase og tid' }).waitFor();
  await press('[name=phase]', 'Space');
  for (const section of edition.sections.slice(2)) {
    await press('main form button[type=submit]:not([data-variant])');
    await page.getByRole('heading', { level: 1, name: section.title.nn }).waitFor();
    if (section.questions.some(({ id }) => id === 'publishable')) await press('[name=publishable]', 'Space');
  }
  await press('main form button[type=submit]:not([data-variant])');
  await page.getByRole('heading', { level: 1, name: 'Kontroller svara' }).waitFor();
  await page.getByText('Tiltaket er klart').waitFor();
  await expectNoSidewaysScroll(page);
  expect(await page.getByText('Berre med tastaturet').count()).toBeGreaterThan(0);
  await press('main .check .buttons a:first-child');
  await page.getByRole('heading', { level: 1, name: /for Skatteetaten/ }).waitFor();
  await press('main [aria-labelledby=send-in] a');
  await page.getByRole('heading', { level: 1, name: 'Send inn svaret' }).waitFor();
  await press('main .send-in button[type=submit]');
  await page.waitForURL(/\/nn\/svar\/.*\/kvittering\//);
  expect(await page.locator('.reference').innerText()).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await expectNoSidewaysScroll(page);
});
