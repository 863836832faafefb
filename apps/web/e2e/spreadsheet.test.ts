import type { ResponseView } from '@samblikk/contract/client';
import { expect, test } from 'vitest';
import { messyWorkbook } from '../../api/src/intake/spreadsheet/messy-list.ts';
import { answer, edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { orgnrs, responseOf, turnTo } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a contact person brings a messy list of 30 measures, answers what is missing, and sends in', async () => {
  const page = await open('/svar', { viewport: { width: 320, height: 800 } });
  await signInAs(page, 'Skjalg Skattem');
  const before = (await responseOf(page, orgnrs.skatteetaten)).measures.length;
  await page.getByRole('link', { name: 'Last opp et regneark' }).click();
  await page.getByRole('heading', { level: 1, name: 'Last opp et regneark' }).waitFor();
  await ready(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // Nothing chosen, and a file that is none: told in words, in focus.
  await page.getByRole('button', { name: 'Last opp' }).click();
  expect(await page.getByLabel('Velg fil').getAttribute('aria-describedby')).toContain('file-error');
  await page.getByText('Velg en fil først.').waitFor();
  await page.getByLabel('Velg fil').setInputFiles({ name: 'x.xlsx', mimeType: xlsx, buffer: Buffer.from('%PDF-1.7') });
  await page.getByRole('button', { name: 'Last opp' }).click();
  await page.getByRole('alert').getByText('ikke et regneark vi kan lese').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');

  const buffer = await messyWorkbook();
  await page.getByLabel('Velg fil').setInputFiles({ name: 'portefølje.xlsx', mimeType: xlsx, buffer });
  await page.getByRole('button', { name: 'Last opp' }).click();
  await page.getByRole('heading', { name: 'Hva er i kolonnene?' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Hva er i kolonnene?');
  await page.getByText('Vi forstod 15 av 17 kolonner').waitFor();
  expect(await page.getByLabel('Beløpene er i, Totalramme (MNOK)').inputValue()).toBe('1000000');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // A reload keeps the list: it stands in the address.
  await page.reload();
  await ready(page);
  await page.getByText('Vi forstod 15 av 17 kolonner').waitFor();

  await page.getByRole('button', { name: 'Se hva som blir lagret' }).click();
  await page.getByRole('heading', { name: 'Dette blir lagret' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel(/^«Pågår»/).selectOption({ label: 'Gjennomføring' });
  await page.getByLabel(/^«Ja» under/).selectOption({ label: 'Ja, alt' });
  await page.getByRole('button', { name: 'Oppdater forhåndsvisningen' }).first().click();
  await page.getByRole('status').getByText('Forhåndsvisningen er oppdatert.').waitFor();
  expect(await page.locator('[data-kind=new] dd').first().innerText()).toBe('30');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // The line with the sum is left out, and that is said; a reload and another language lose nothing of it.
  await page.getByText('Ser ut som en sum av de andre radene').waitFor();
  await page.getByRole('link', { name: 'Nynorsk' }).click();
  await ready(page);
  await page.getByText('Ser ut som ein sum av dei andre radene').waitFor();
  expect(await page.locator('[data-kind=new] dd').first().innerText()).toBe('30');
  await page.getByRole('link', { name: 'Bokmål' }).click();
  await ready(page);
  await page.getByRole('button', { name: 'Lagre tiltakene' }).click();
  await page.waitForURL(/\/svar\/2026\?virksomhet=/);
  await page.getByRole('status').getByText('Regnearket er lagret: 30 nye tiltak').waitFor();
  // The heading counts them all; the cards are shown page by page.
  await page.getByRole('heading', { level: 2, name: `${before + 30} tiltak` }).waitFor();
  await expectAccessible(page);
  // Told once: a reload finds the list as it is, and the page as the server wrote it.
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.reload();
  await ready(page);
  expect(await page.getByText('Regnearket er lagret').count()).toBe(0);
  expect(wrong).toEqual([]);
  await turnTo(page, page.locator('.measure-card', { hasText: 'Felles varslingstjeneste' }));

  // What the list does not say is answered: which answers are held back, and on what ground.
  const address = page.url();
  const orgnr = new URL(address).searchParams.get('virksomhet');
  const reply = await page.request.get(`/api/v1/agencies/${orgnr}/rounds/2026/response`);
  const taken = ((await reply.json()) as ResponseView).measures.slice(before);
  const unfinished = taken.filter(({ errors }) => errors > 0);
  expect(unfinished.length).toBeGreaterThan(0);
  expect(unfinished.length).toBeLessThan(taken.length);
  const { question } = edition.publication;
  const section = edition.sections.find(({ questions }) => questions.some(({ id }) => id === question));
  for (const { id } of unfinished) {
    await page.goto(`/svar/2026/tiltak/${id}/${section?.id}`);
    await ready(page);
    for (const missing of section?.questions ?? []) {
      if (missing.id === question || (await fieldOf(page, missing.id).count()) === 0) continue;
      await answer(page, missing);
    }
    await saved(page);
  }
  await page.goto(address);
  await ready(page);
  await page
    .getByRole('link', { name: /Se over og send inn/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Send inn', exact: true }).click();
  await page.waitForURL(/\/kvittering\//);
  expect(await page.locator('.reference').innerText()).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await page.getByText(`har sendt inn ${before + 30} tiltak for 2026`).waitFor();
  await page.getByText('Felles varslingstjeneste').first().waitFor();

  // Other stories find the measures of the agency as they were.
  for (const { id } of taken) await page.request.delete(`/api/v1/measures/${id}/rounds/2026`);
});

test('the agency’s own sheet comes home in the reader’s language, by keyboard', async () => {
  const page = await open('/nn/svar');
  await signInAs(page, 'Skjalg Skattem');
  await page.getByRole('link', { name: 'Last opp eit rekneark' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Last opp eit rekneark' }).waitFor();
  const link = page.getByRole('link', { name: 'Last ned Excel-ark' });
  await link.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/^samblikk-2026-\d{9}\.xlsx$/);
  await expectAccessible(page);
  await page.goto(page.url().replace('/nn/', '/en/'));
  await page.getByRole('heading', { level: 1, name: 'Import a spreadsheet' }).waitFor();
  await expectAccessible(page);
});
