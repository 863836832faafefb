import type { Draft, ResponseView } from '@samblikk/contract/client';
import { findQuestion } from '@samblikk/questionnaire';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { edition, fieldOf, pressAt, ready, saved, signInAs, tabTo } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const agency = { orgnr: '974761076', person: 'Skjalg Skattem' };
const hub = `/svar/2026?virksomhet=${agency.orgnr}`;
const api = `/api/v1/agencies/${agency.orgnr}/rounds/2026`;
const asked = 'totalCost';
const label = findQuestion(edition, asked)?.label.nb ?? '';

/** The contact person, with everything sent in; and one of the measures. */
async function contactPerson(path: string): Promise<{ page: Page; measure: string }> {
  const page = await open(path);
  await signInAs(page, agency.person);
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const sent = await page.request.post(`${api}/submissions`, { headers, data: { nothingToReport: false } });
  expect(sent.status()).toBe(201);
  const { measures } = (await (await page.request.get(`${api}/response`)).json()) as ResponseView;
  return { page, measure: measures[0]?.id ?? '' };
}

/** Someone of Digdir, who is done with whatever stories before this one asked the agency about. */
async function staffAs(name: string): Promise<Page> {
  const staff = await open('/svar');
  await signInAs(staff, name);
  await closeAll(staff);
  return staff;
}

async function closeAll(staff: Page): Promise<void> {
  const { measures } = (await (await staff.request.get(`${api}/response`)).json()) as ResponseView;
  for (const { id, queries } of measures) {
    for (const query of queries) {
      const reply = await staff.request.post(`/api/v1/measures/${id}/rounds/2026/queries/${query.id}/close`);
      expect(reply.status()).toBe(200);
    }
  }
}

const cardOf = (page: Page, measure: string) =>
  page.locator('.measure-card', { has: page.locator(`h3 a[href*="${measure}"]`) });

/** What stands in the agency's row where staff follow the round, about questions. */
async function countFor(staff: Page): Promise<string> {
  await staff.goto('/runder/2026');
  return staff
    .getByRole('row', { name: /Skatteetaten/ })
    .getByRole('cell')
    .last()
    .innerText();
}

test('staff ask; the contact person sees it returned, changes the answer and sends in; staff see it answered', async () => {
  const { page, measure } = await contactPerson(hub);
  const staff = await staffAs('Ada Admin');
  expect(await countFor(staff)).toBe('–');

  // From the round to the agency's answer to one measure, and the question by keyboard.
  await staff.getByRole('link', { name: 'Skatteetaten' }).click();
  await staff.getByRole('link', { name: 'Se svarene' }).click();
  await cardOf(staff, measure).locator('h3 a').click();
  await staff.getByRole('heading', { level: 1, name: 'Svarene' }).waitFor();
  await ready(staff);
  const row = staff.locator('.summary-list > div', { hasText: label }).first();
  await row.locator('summary').evaluate((element) => element.setAttribute('data-wanted', ''));
  await pressAt(staff, 'summary[data-wanted]');
  await row.getByLabel('Hva vil du spørre virksomheten om?').waitFor();
  await expectAccessible(staff);
  await tabTo(staff, 'textarea');
  await staff.keyboard.type('Er beløpet i hele kroner?');
  await staff.keyboard.press('Tab');
  await staff.keyboard.press('Enter');
  await staff.getByRole('status').getByText('Spørsmålet er sendt.').waitFor();
  await staff.getByText('Venter på svar').waitFor();
  await expectAccessible(staff);
  expect(await countFor(staff)).toBe('1 åpent, 0 besvarte');
  await expectAccessible(staff);

  // The letter about it waits for more questions: it is tried with the messages.
  await page.goto(hub);
  await ready(page);
  await page.getByRole('heading', { name: 'Ett spørsmål fra Digdir er ikke besvart' }).waitFor();
  const card = cardOf(page, measure);
  expect(await card.locator('.measure-card-head .ds-tag').innerText()).toBe('Returnert med spørsmål');
  expect(await card.innerText()).toContain('Er beløpet i hele kroner?');
  await expectAccessible(page);
  await card.getByRole('link', { name: /^Gå til spørsmålet/ }).click();
  const field = fieldOf(page, asked);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(asked);
  const description = await field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' '),
  );
  expect(description).toContain('Ada Admin i Digdir spurte');
  expect(description).toContain('Er beløpet i hele kroner?');
  await expectAccessible(page);

  // Changing the answer is the reply.
  await field.fill('7 654 321');
  await field.blur();
  await page.getByText('Skjalg Skattem endret svaret').waitFor();
  await saved(page);
  await page.getByRole('button', { name: 'Kontroller svarene' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kontroller svarene' }).waitFor();
  await page.getByRole('link', { name: 'Til oversikten over tiltakene' }).click();
  await page.getByRole('heading', { name: 'Noe er endret siden dere sendte inn' }).waitFor();
  expect(await card.locator('.measure-card-head .ds-tag').innerText()).toBe('Endret siden innsending');
  await page
    .getByRole('link', { name: /Se over og send inn/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Send inn', exact: true }).click();
  await page.waitForURL(/\/kvittering\//);

  expect(await countFor(staff)).toBe('0 åpne, 1 besvart');
  await staff.getByRole('link', { name: 'Skatteetaten' }).click();
  await staff.getByRole('link', { name: 'Se svarene' }).click();
  await cardOf(staff, measure).getByRole('link', { name: 'Ett spørsmål fra Digdir er besvart' }).click();
  await staff.getByText('Skjalg Skattem endret svaret').waitFor();
  expect((await row.locator('.answer').innerText()).replace(/\s/g, '')).toBe('7654321kr');
  await ready(staff);
  await staff.getByRole('button', { name: /^Ferdig med spørsmålet/ }).click();
  await staff.getByText('Avsluttede spørsmål').click();
  await staff.getByText('Er beløpet i hele kroner?').waitFor();
  await expectAccessible(staff);
  expect(await countFor(staff)).toBe('–');
});

test('in a closed round staff give a last day with the question; without one it is answered in words', async () => {
  const { page, measure } = await contactPerson(hub);
  const staff = await staffAs('Ada Admin');
  const round = async (state: 'open' | 'closed') =>
    expect((await staff.request.put('/api/v1/rounds/2026', { data: { state } })).status()).toBe(200);
  const check = `/svar/2026/tiltak/${measure}/kontroll`;
  await round('closed');
  try {
    await staff.goto(check);
    await ready(staff);
    await staff.getByText('Spør om hele tiltaket').click();
    await staff.getByLabel('Hva vil du spørre').fill('Hører dette sammen med et annet tiltak?');
    await staff.getByRole('button', { name: 'Send spørsmålet' }).click();
    await staff.getByText('Spørsmålet er sendt.').waitFor();

    // Nothing can be changed, and the question leads to where it can be answered.
    await page.goto(hub);
    await ready(page);
    await cardOf(page, measure)
      .getByRole('link', { name: /^Gå til spørsmålet/ })
      .click();
    await page.getByText('Runden er lukket. Svarene kan leses').waitFor();
    await page.getByText('Ja, det stemmer, fordi …').click();
    await expectAccessible(page);
    await page.getByLabel('Hva vil dere svare Digdir?').fill('Nei, det står alene.');
    await page.getByRole('button', { name: 'Send svaret til Digdir' }).click();
    await page.getByRole('status').getByText('Svaret er sendt til Digdir.').waitFor();

    await staff.goto(check);
    await ready(staff);
    await staff.getByText('Nei, det står alene.').waitFor();
    const row = staff.locator('.summary-list > div', { hasText: label }).first();
    await row.getByText('Spør om dette svaret').click();
    await row.getByLabel('Hva vil du spørre').fill('Er beløpet uten merverdiavgift?');
    await row.getByLabel('Siste dag å endre svaret').fill('31.02.2099');
    await row.getByRole('button', { name: 'Send spørsmålet' }).click();
    await row.getByText('Skriv en dato som finnes').waitFor();
    await row.getByLabel('Siste dag å endre svaret').fill('10.03.2099');
    await expectAccessible(staff);
    await row.getByRole('button', { name: 'Send spørsmålet' }).click();
    await row.getByText('Spørsmålet er sendt.').waitFor();

    await page.goto(hub);
    await ready(page);
    await page.getByText('Runden er åpen for virksomheten til 10. mars 2099').waitFor();
    await cardOf(page, measure)
      .getByRole('link', { name: /^Gå til spørsmålet/ })
      .click();
    await fieldOf(page, asked).fill('9 876 543');
    await fieldOf(page, asked).blur();
    await page.getByText('Skjalg Skattem endret svaret').waitFor();
  } finally {
    // Other stories find the round as it was.
    await round('open');
    await staff.request.put(`${api}/reopening`, { data: { until: '2026-01-01T00:00:00Z' } });
    await closeAll(staff);
  }
});

describe.each(['', '/nn', '/en'])('in the language %s/', (language) => {
  test('a question is read and answered in words on a narrow window, and the answer stands', async () => {
    const { page, measure } = await contactPerson(`${language}${hub}`);
    await page.setViewportSize({ width: 320, height: 800 });
    const staff = await staffAs('Anton Analyse');
    const path = `/api/v1/measures/${measure}/rounds/2026`;
    const { version } = (await (await staff.request.get(path)).json()) as Draft;
    for (const question of [asked, null]) {
      const text = `Et spørsmål om ${question ?? 'alt'}, ${language || 'nb'}`;
      const reply = await staff.request.post(`${path}/queries`, { data: { question, version, text } });
      expect(reply.status()).toBe(201);
    }
    for (const address of [`${language}${hub}`, `${language}/svar/2026/tiltak/${measure}/kontroll`]) {
      await page.goto(address);
      await ready(page);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    // At the field, within the form of the section.
    await page.locator('.query-list h3 a').first().click();
    await page.locator(`[id="${asked}"]`).waitFor();
    await ready(page);
    const box = page.locator('.field-query');
    await box.locator('summary').click();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await box.locator('textarea').fill('Ja, det stemmer.');
    await box.locator('textarea').press('Tab');
    await page.keyboard.press('Enter');
    await box.locator('.query-text', { hasText: 'Ja, det stemmer.' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
    await expectAccessible(page);
    // The other one, on the page that has them all.
    await page.goto(`${language}/svar/2026/tiltak/${measure}/kontroll`);
    await ready(page);
    const whole = page.locator('.query-list li.query', { hasText: `om alt, ${language || 'nb'}` });
    await whole.locator('summary').click();
    await whole.locator('textarea').fill('Også det.');
    await whole.getByRole('button').click();
    await whole.locator('.query-text', { hasText: 'Også det.' }).waitFor();
    await page.goto(`${language}${hub}`);
    await cardOf(page, measure).locator('.ds-tag[data-color=success]').waitFor();
    await closeAll(staff);
  });
});
