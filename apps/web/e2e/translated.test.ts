import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addMeasure, answer, branching, edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import { complete, measureWith, orgnrs, responseOf, save, sections, turnTo, withdraw, write, year } from './states.ts';
import { decorate, expectTextsAlone, looseTexts, translate } from './translated.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const hub = `/svar/${year}?virksomhet=${orgnrs.skatteetaten}`;

async function signedIn(path: string): Promise<Page> {
  const page = await open(path);
  await signInAs(page, 'Skjalg Skattem');
  return page;
}

/** Nothing has fallen: the page is the one that was opened, and its script still answers. */
const stands = async (page: Page) => expect(await page.locator('.error-page').count(), page.url()).toBe(0);
const press = (page: Page) => page.locator('.section-form .buttons [type=submit]').click();

test('a translated form: everything is answered, saved, mended and checked, section by section', async () => {
  const page = await signedIn('/svar');
  const id = await measureWith(page, orgnrs.skatteetaten);
  const path = `/svar/${year}/tiltak/${id}`;
  try {
    await page.goto(path);
    await ready(page);
    await translate(page);
    await page.locator('.buttons .ds-button').first().click();
    for (const section of sections) {
      await page.waitForURL(`**${path}/${section.id}`);
      for (const question of section.questions) {
        if ('known' in question || (await fieldOf(page, question.id).count()) === 0) continue;
        await answer(page, question, branching[question.id]);
        await stands(page);
      }
      await saved(page);
      await expectTextsAlone(page);
      await press(page);
    }
    await page.waitForURL(`**${path}/kontroll`);
    await stands(page);
    await expectTextsAlone(page);
    // Another part, by its link: what is wrong, left, told of and mended; and the name changes under its own heading.
    await page.locator('.steps a').nth(1).click();
    await write(page, 'contactEmail', 'kontakt hos virksomhet');
    await press(page);
    await page.locator('.ds-error-summary').waitFor();
    await write(page, 'contactEmail', 'kontakt@virksomhet.example');
    await write(page, 'name', 'Et navn etter oversettelsen');
    await saved(page);
    await expect.poll(() => page.locator('.crumbs').innerText()).toContain('Et navn etter oversettelsen');
    const amount = sections.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'amount');
    const index = sections.findIndex(({ questions }) => questions.some((question) => question === amount));
    await page.locator('.steps ol a').nth(index).click();
    for (const value of ['1,5', '2 mill', '', '3 mill']) {
      await write(page, amount?.id ?? '', value);
      await stands(page);
    }
    await saved(page);
    await page.context().setOffline(true);
    await write(page, amount?.id ?? '', '4 mill');
    await page.locator('.save-status[data-status=offline]').waitFor();
    await page.context().setOffline(false);
    await saved(page);
    // A colleague answers the same.
    await save(page, id, { [amount?.id ?? '']: 1_000_000 });
    await write(page, amount?.id ?? '', '5 mill');
    await page.locator('.conflict').waitFor();
    await page.locator('.conflict button').first().click();
    await saved(page);
    await stands(page);
  } finally {
    await withdraw(page, id);
  }
});

test('a translated list: what became of last year’s is said and taken back; a measure is added and taken out; it is sent in', async () => {
  const page = await signedIn('/svar');
  const id = await measureWith(page, orgnrs.skatteetaten, complete);
  await page.goto(hub);
  await ready(page);
  await translate(page);
  const row = page.locator('.previous-list > li').first();
  await row.getByRole('combobox').selectOption('ended');
  await page.locator('.save-all button', { hasText: 'Resten er uendret' }).click();
  await page.locator('.save-all button', { hasText: 'Lagre valgene' }).click();
  await page.locator('.save-all', { hasText: 'Lagret:' }).waitFor();
  await stands(page);
  await page.locator('.save-all button', { hasText: 'Angre' }).click();
  await page.locator('.save-all', { hasText: 'Det er angret' }).waitFor();
  await row.locator('details.confirm > summary').first().click();
  await row.locator('.decide .decide > summary').nth(1).click();
  await row.locator('.decide .decide[open] .confirm-box button').click();
  await row.locator('.action-outcome', { hasText: 'Delt i flere tiltak' }).waitFor();
  await row.getByRole('combobox').selectOption('');
  await page.locator('.save-all button', { hasText: 'Lagre valgene' }).click();
  await expect.poll(() => row.locator('.action-outcome').count()).toBe(1);
  await stands(page);
  const added = (await addMeasure(page)).split('/').at(-1) ?? '';
  await stands(page);
  await page.goBack();
  const fresh = page.locator('.measure-card', { has: page.locator(`a[href*="${added}"]`) }).first();
  await turnTo(page, fresh);
  await fresh.locator('details.confirm > summary').last().click();
  await fresh.locator('.confirm-box button').last().click();
  await page.locator('.measure-card[data-gone]').waitFor();
  await expectTextsAlone(page);
  for (const { id: other, errors } of (await responseOf(page, orgnrs.skatteetaten)).measures) {
    if (errors > 0) await withdraw(page, other);
  }
  await page.goto(hub);
  await ready(page);
  await translate(page);
  await page.getByRole('link', { name: 'Se over og send inn' }).first().click();
  await page.locator('.send-in button').click();
  await page.locator('.reference').waitFor();
  await page.locator('.receipt-head form button').click();
  await page.locator('.receipt-head [role=status]:not(:empty)').waitFor();
  await expectTextsAlone(page);
  await stands(page);
  await page.goto(hub);
  await withdraw(page, id);
});

test('what browsers and their helpers fill in is saved as if it were typed', async () => {
  const page = await signedIn('/svar');
  const id = await measureWith(page, orgnrs.skatteetaten);
  const path = `/svar/${year}/tiltak/${id}`;
  const filled = { name: 'Fylt inn av nettleseren', contactEmail: 'auto@virksomhet.example', totalCost: '2 mill' };
  /** Sets a value as autofill does: no key is pressed, and the field may never have had the focus. */
  const fill = (field: string, value: string) =>
    fieldOf(page, field).evaluate((input, text) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
      set?.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, value);
  try {
    for (const [question, value] of Object.entries(filled)) {
      const section = sections.find(({ questions }) => questions.some((one) => one.id === question));
      await page.goto(`${path}/${section?.id}`);
      await ready(page);
      await decorate(page);
      await fill(question, value);
      await press(page);
      await page.waitForURL((url) => !url.pathname.endsWith(`/${section?.id}`));
      await saved(page);
      await stands(page);
    }
    const draft = await (await page.request.get(`/api/v1/measures/${id}/rounds/${year}`)).json();
    expect(draft.answers).toMatchObject({ ...filled, totalCost: 2_000_000 });
    // The whole form, with something beside every field: what comes and goes with the answers still does.
    await page.goto(`${path}/hele`);
    await ready(page);
    await decorate(page);
    for (const question of sections.flatMap(({ questions }) => questions)) {
      if ('known' in question || (await fieldOf(page, question.id).count()) === 0) continue;
      await answer(page, question, branching[question.id]);
    }
    await saved(page);
    await stands(page);
  } finally {
    await withdraw(page, id);
  }
});

test('the check for texts that stand alone sees those that do not', async () => {
  const page = await signedIn(hub);
  // Between elements React writes spaces of its own: they have a place to lose, and no translator takes them.
  expect((await looseTexts(page, true)).length).toBeGreaterThan(0);
  expect(edition.year).toBe(year);
});
