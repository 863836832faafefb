import type { Draft } from '@samblikk/contract/client';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addMeasure, edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const { title, summary } = edition.roles;
const sectionOf = (id: string) => {
  const section = edition.sections.find(({ questions }) => questions.some((question) => question.id === id));
  if (!section) throw new Error(`no section asks ${id}`);
  return section;
};

/** A new measure of an agency, at the section that asks a question. */
async function openNew(page: Page, question: string): Promise<string> {
  await signInAs(page, 'Nora Navarsete');
  const address = await addMeasure(page);
  await page.goto(`${address}/${sectionOf(question).id}`);
  await ready(page);
  return address;
}

async function draftOf(page: Page, address: string): Promise<Draft> {
  const reply = await page.request.get(`/api/v1/measures/${address.split('/').at(-1)}/rounds/${edition.year}`);
  expect(reply.status()).toBe(200);
  return (await reply.json()) as Draft;
}

test('without a network one moves between all parts of a measure and answers in each; all is saved when it is back', async () => {
  const page = await open('/svar');
  const [first, second, ...rest] = edition.sections;
  if (!first || !second) throw new Error('the edition has too few sections');
  const address = await openNew(page, title);
  await page.goto(`${address}/${second.id}`);
  await ready(page);
  const visited = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const step = async (name: string) => {
    await page.locator('.steps').getByRole('link', { name }).click();
    await visited(name);
  };
  await page.context().setOffline(true);
  // Moving about must ask for neither code nor data; what is asked of the API besides fails softly.
  const wanted: string[] = [];
  page.on('request', (request) => wanted.push(new URL(request.url()).pathname));

  const answered = new Map<string, string>();
  for (const section of [...rest, second, first]) {
    await step(section.title.nb);
    const text = section.questions.find(({ kind }) => kind === 'text' || kind === 'longText');
    if (!text || (await fieldOf(page, text.id).count()) === 0) continue;
    await fieldOf(page, text.id).fill(`Uten nett i ${section.id}`);
    answered.set(text.id, `Uten nett i ${section.id}`);
  }
  expect(answered.size).toBeGreaterThan(1);
  await page.getByText('Ingen kontakt med tjenesten').waitFor();
  await page.getByRole('button', { name: /^Neste: / }).click();
  await visited(second.title.nb);

  await step('Kontroller svarene');
  for (const text of answered.values()) await page.locator('.summary').getByText(text, { exact: true }).waitFor();
  await expectAccessible(page);
  // The way from an answer to its question and back has a query.
  await page.locator('.summary-change').getByRole('link').first().click();
  await visited(first.title.nb);
  await page.getByRole('button', { name: 'Kontroller svarene' }).click();
  await visited('Kontroller svarene');
  await page.getByRole('link', { name: 'Til delene av skjemaet' }).click();
  await page.getByRole('link', { name: 'Vis hele skjemaet på én side' }).click();
  await visited('Hele skjemaet');
  for (const [id, text] of answered) expect(await fieldOf(page, id).inputValue()).toBe(text);
  await page.goBack();
  await page.goBack();
  await visited('Kontroller svarene');
  // Some browsers ask for the icon by themselves.
  expect(wanted.filter((path) => !path.startsWith('/api/') && path !== '/favicon.svg')).toEqual([]);

  await page.context().setOffline(false);
  await saved(page);
  expect((await draftOf(page, address)).answers).toEqual(Object.fromEntries(answered));
});

test('a link out of the measure without a network says what is the matter, and takes nobody away from the form', async () => {
  const page = await open('/svar');
  const address = await openNew(page, title);
  await page.context().setOffline(true);
  await fieldOf(page, title).fill('Skrevet uten nett');
  await page.getByRole('link', { name: 'Arbeids- og velferdsetaten' }).first().click();
  await page.getByText('Uten nett kan du bare gå til de andre delene av tiltaket').waitFor();
  await expectAccessible(page);
  expect(page.url()).toContain(address);
  expect(await fieldOf(page, title).inputValue()).toBe('Skrevet uten nett');
  await page.context().setOffline(false);
  await saved(page);
  await expect.poll(() => page.getByText('Uten nett kan du bare gå').count()).toBe(0);
  await page.getByRole('link', { name: 'Arbeids- og velferdsetaten' }).first().click();
  await page.waitForURL(/\/svar\/2026\?/);
});

test('typing never waits for the network: a save that hangs for ten seconds holds up neither keys nor pages', async () => {
  const page = await open('/svar');
  const address = await openNew(page, title);
  await page.clock.install();
  let sent = 0;
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/api/v1/measures/*/answers/**', async (route) => {
    sent += 1;
    await held;
    await route.continue();
  });
  await fieldOf(page, title).fill('Sendt');
  await expect.poll(() => sent).toBe(1);
  await fieldOf(page, title).pressSequentially(' og skrevet videre på');
  expect(await fieldOf(page, title).inputValue()).toBe('Sendt og skrevet videre på');
  await fieldOf(page, summary).pressSequentially('Et annet felt');
  await page.locator('.steps').getByRole('link', { name: 'Kontroller svarene' }).click();
  await page.locator('.summary').getByText('Sendt og skrevet videre på', { exact: true }).waitFor();
  await page.goBack();
  await fieldOf(page, summary).press('Control+End');
  await fieldOf(page, summary).pressSequentially(' igjen');
  // All of it while the one save was on its way, and no other was sent past it.
  expect(sent).toBe(1);
  expect(await page.locator('.save-status').getAttribute('data-status')).toBe('saving');
  await page.clock.fastForward(10_000);
  expect(sent).toBe(1);
  release();
  await saved(page);
  expect((await draftOf(page, address)).answers).toEqual({
    [title]: 'Sendt og skrevet videre på',
    [summary]: 'Et annet felt igjen',
  });
});

test('a tab closed right after a key, with an amount that cannot be saved and a word not yet added, has it all again', async () => {
  const page = await open('/svar');
  const address = await openNew(page, title);
  const whole = `${address}/hele`;
  await page.goto(whole);
  await ready(page);
  await page.context().setOffline(true);
  await fieldOf(page, 'totalCost').pressSequentially('1,500');
  await fieldOf(page, title).pressSequentially('Lukket midt i et o');
  const word =
    edition.sections.flatMap(({ questions }) => [...questions]).find(({ kind }) => kind === 'tags')?.id ?? '';
  await fieldOf(page, word).pressSequentially('ett ord, et ann');
  await page.close({ runBeforeUnload: false });
  const again = await page.context().newPage();
  await page.context().setOffline(false);
  await again.goto(whole);
  await ready(again);
  await expect.poll(() => fieldOf(again, title).inputValue()).toBe('Lukket midt i et o');
  // What is kept beside the answers comes back a moment after them.
  await expect.poll(() => fieldOf(again, 'totalCost').inputValue()).toBe('1,500');
  await expect.poll(() => fieldOf(again, word).inputValue()).toBe('ett ord, et ann');
  // All but the amount.
  await again.locator('.save-status[data-status=held]').waitFor();
  expect((await draftOf(again, address)).answers).toEqual({ [title]: 'Lukket midt i et o' });
  // What could not be saved stays where it was typed, until it can.
  await again.reload();
  await ready(again);
  await expect.poll(() => fieldOf(again, 'totalCost').inputValue()).toBe('1,500');
  await fieldOf(again, 'totalCost').fill('1500');
  await fieldOf(again, 'totalCost').blur();
  await fieldOf(again, word).press('End');
  await fieldOf(again, word).pressSequentially('et');
  await fieldOf(again, word).press('Enter');
  await expect.poll(async () => (await draftOf(again, address)).answers.totalCost).toBe(1500);
  await expect.poll(async () => (await draftOf(again, address)).answers[word]).toEqual(['ett ord', 'et annet']);
  await again.reload();
  await ready(again);
  await saved(again);
  expect(await fieldOf(again, word).inputValue()).toBe('');
});

test('two tabs of one person: neither takes what the other has not saved', async () => {
  const page = await open('/svar');
  await openNew(page, title);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await ready(other);
  await page.route('**/api/v1/measures/*/answers/**', (route) => route.abort());
  await fieldOf(page, title).pressSequentially('Bare i den ene fanen');
  await fieldOf(page, summary).pressSequentially('Også bare der');
  await page.getByText('Ingen kontakt med tjenesten').waitFor();
  // The other tab saves an answer to the same question, and forgets its own.
  await fieldOf(other, summary).fill('Fra den andre fanen');
  await saved(other);
  await page.close({ runBeforeUnload: false });
  await other.reload();
  await ready(other);
  await expect.poll(() => fieldOf(other, title).inputValue()).toBe('Bare i den ene fanen');
  // Both were written to the same question: both are shown, and the person chooses.
  await other.locator('.conflict').waitFor();
  await other.locator('.conflict').getByText('Også bare der').waitFor();
  await other.locator('.conflict').getByText('Fra den andre fanen', { exact: true }).waitFor();
  await other.getByRole('button', { name: 'Behold det jeg skrev her' }).click();
  await saved(other);
  expect((await draftOf(other, other.url().split('/').slice(0, -1).join('/'))).answers).toEqual({
    [title]: 'Bare i den ene fanen',
    [summary]: 'Også bare der',
  });
});

test('answers confirmed without a network are confirmed, not typed, when they come back after the tab was closed', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Sander Sender');
  await page
    .getByRole('button', { name: /^Ny fase eller endret/ })
    .first()
    .click();
  await page.waitForURL(/\/tiltak\/[0-9a-f-]{36}$/);
  const address = page.url();
  const confirm = page.getByRole('button', { name: /Ja, svarene fra 2019 stemmer fortsatt/ });
  await confirm.waitFor();
  await page.context().setOffline(true);
  await confirm.click();
  await page.getByText(/svar fra 2019 er fylt inn/).waitFor();
  await page.close({ runBeforeUnload: false });
  const again = await page.context().newPage();
  await page.context().setOffline(false);
  await again.goto(address);
  await ready(again);
  await saved(again);
  const { answers, origins } = await draftOf(again, address);
  expect(Object.keys(answers).length).toBeGreaterThan(5);
  expect(new Set(Object.values(origins))).toEqual(new Set(['confirmed']));
});
