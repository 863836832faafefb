import type { Draft } from '@samblikk/contract/client';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { namedSheets } from '../../api/src/intake/spreadsheet/testing.ts';
import { ready, signInAs } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { orgnrs, responseOf, withdraw } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list of these lines, as CSV. */
const csv = (...lines: string[]) => ({
  name: 'liste.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

/** The page with a list, at its columns. */
const withList = (page: Page, ...lines: string[]): Promise<void> => withFile(page, csv(...lines));

async function withFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto(`/svar/2026/regneark?virksomhet=${orgnrs.nav}`);
  await ready(page);
  await page.getByLabel('Velg fil').setInputFiles(file);
  await page.getByRole('button', { name: 'Last opp' }).click();
  await page.getByRole('heading', { name: 'Hva er i kolonnene?' }).waitFor();
}
const toPreview = async (page: Page) => {
  await page.getByRole('button', { name: 'Se hva som blir lagret' }).click();
  await page.getByRole('heading', { name: 'Dette blir lagret' }).waitFor();
};
const titlesOf = async (page: Page) => (await responseOf(page, orgnrs.nav)).measures.map(({ title }) => title);

test('rows that are ready are saved while the others wait, by name; an unknown partner is resolved; all is undone', async () => {
  const page = await open('/svar', { viewport: { width: 390, height: 844 } });
  await signInAs(page, 'Nora Navarsete');
  const before = await titlesOf(page);
  const stamp = Date.now();
  await withList(
    page,
    'Navn på tiltaket;Samarbeidspartnere;Totalkostnad',
    `Klar ${stamp};DSB, Bergn kommune, Foreningen Åpne data;1000000`,
    `Venter ${stamp};;mange`,
  );
  await toPreview(page);
  await page.getByText('Én rad har feil, og blir stående her når resten blir lagret:').waitFor();
  expect(await page.locator('.sheet-names').innerText()).toContain(`Venter ${stamp}`);
  await page.getByLabel(/^«Bergn kommune»/).selectOption({ label: 'Bergen kommune' });
  await page
    .getByLabel(/^«Foreningen Åpne data»/)
    .selectOption({ label: 'Behold «Foreningen Åpne data» som fritekst' });
  await page.getByRole('button', { name: 'Oppdater forhåndsvisningen' }).first().click();
  await page.getByRole('status').getByText('Forhåndsvisningen er oppdatert.').waitFor();
  await page.locator('.sheet-rows [data-kind=new] summary').click();
  await page
    .getByText('Direktoratet for samfunnssikkerhet og beredskap, Bergen kommune, Foreningen Åpne data')
    .waitFor();
  // Asked once for all rows.
  expect(await page.getByLabel(/Sett «Ja» der det er tomt/).isChecked()).toBe(true);
  await page.getByLabel(/Bruk adressen din/).check();
  await page.getByText('nora.navarsete@', { exact: false }).first().waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: 'Lagre raden som er klar' }).click();
  await page.getByText('Regnearket er lagret: ett nytt tiltak').waitFor();
  await page.getByText('Én rad har feil og står igjen nedenfor.').waitFor();
  expect(await page.getByText('Ingenting er lagret ennå.').count()).toBe(0);
  await expect.poll(() => titlesOf(page)).toEqual([...before, `Klar ${stamp}`]);
  await expect.poll(() => page.locator('.sheet-rows [data-kind=new]').count()).toBe(0);
  await expectAccessible(page);
  await page.getByLabel(/Lagre radene uten cellene/).check();
  await page.getByRole('button', { name: 'Lagre tiltakene' }).click();
  await page.waitForURL(/\/svar\/2026\?virksomhet=/);
  await page.getByText('Regnearket er lagret: ett nytt tiltak').waitFor();
  expect(await titlesOf(page)).toEqual([...before, `Klar ${stamp}`, `Venter ${stamp}`]);

  // The notice of the hub undoes the last, the page of spreadsheets the one before.
  await page.getByRole('button', { name: 'Angre opplastingen' }).click();
  await page.getByText('Opplastingen er angret. Ett tiltak er tatt ut.').waitFor();
  await expect.poll(() => titlesOf(page)).toEqual([...before, `Klar ${stamp}`]);
  await expectAccessible(page);
  await page.goto(`/svar/2026/regneark?virksomhet=${orgnrs.nav}`);
  await ready(page);
  const earlier = page.locator('.sheet-imports li');
  expect(await earlier.first().innerText()).toContain('Angret');
  await earlier
    .nth(1)
    .getByRole('button', { name: /^Angre opplastingen.*liste\.csv$/ })
    .click();
  await page.getByText('Opplastingen er angret. Ett tiltak er tatt ut.').waitFor();
  await expect.poll(() => titlesOf(page)).toEqual(before);
  await expect.poll(() => earlier.nth(1).innerText()).toContain('Angret');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('what is withheld becomes public only when that is confirmed by itself', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Nora Navarsete');
  const name = `Unntatt ${Date.now()}`;
  await withList(page, 'Navn på tiltaket;publishable', `${name};no`);
  await toPreview(page);
  await page.getByRole('button', { name: 'Lagre tiltakene' }).click();
  await page.waitForURL(/\/svar\/2026\?virksomhet=/);
  const publishable = async () => {
    const { measures } = await responseOf(page, orgnrs.nav);
    const id = measures.find(({ title }) => title === name)?.id ?? '';
    const reply = await page.request.get(`/api/v1/measures/${id}/rounds/2026`);
    return ((await reply.json()) as Draft).answers.publishable;
  };
  await withList(page, 'Navn på tiltaket;publishable', `${name};yes`);
  await toPreview(page);
  await page.getByRole('heading', { name: 'Et tiltak som er unntatt offentlighet, blir offentlig' }).waitFor();
  expect(await page.locator('.sheet-names').innerText()).toContain(name);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lagre tiltakene' }).click();
  await page.getByText('Kryss av for at dette kan bli offentlig, eller hopp over radene.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
  expect(await publishable()).toBe('no');
  await page.getByLabel('Ja, dette tiltaket kan bli offentlig').check();
  await page.getByRole('button', { name: 'Lagre tiltakene' }).click();
  await page.waitForURL(/\/svar\/2026\?virksomhet=/);
  expect(await publishable()).toBe('yes');
  const { measures } = await responseOf(page, orgnrs.nav);
  for (const { id, title } of measures) if (title === name) await withdraw(page, id);
});

test('that no column has the name is said before anything else, and asked about', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Nora Navarsete');
  await withList(page, 'Zzz;Totalkostnad', 'x1;1000000', 'x2;2000000');
  await page.getByLabel(/^Inneholder, Zzz/).selectOption('nothing');
  await page.getByRole('heading', { name: 'Ingen kolonne har navnet på tiltaket' }).waitFor();
  expect(await page.locator('.sheet > [role=alert] ~ .sheet-columns').count()).toBe(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Se hva som blir lagret' }).press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name-column');
  await page.getByLabel('Kolonnen med navnene').selectOption({ label: 'Kolonne A: Zzz' });
  expect(await page.getByRole('heading', { name: 'Ingen kolonne har navnet på tiltaket' }).count()).toBe(0);
  await toPreview(page);
});

test('sheets with like headings are read as one list, or one of them; rows are named by sheet, and all is undone', async () => {
  const page = await open('/svar', { viewport: { width: 320, height: 800 } });
  await signInAs(page, 'Nora Navarsete');
  const before = await titlesOf(page);
  const stamp = Date.now();
  const buffer = await namedSheets({
    Nord: [
      ['Navn på tiltaket', 'Totalkostnad'],
      [`Nord ${stamp}`, 1_000_000],
    ],
    Veiledning: [['Skriv ett tiltak i hver rad']],
    Sør: [
      ['Totalkostnad', 'Navn på tiltaket'],
      [2_000_000, `Sør ${stamp}`],
      ['mange', `Venter ${stamp}`],
    ],
  });
  await withFile(page, { name: 'avdelinger.xlsx', mimeType: xlsx, buffer });
  await page.getByText('2 ark har like overskrifter: «Nord» (én rad), «Sør» (2 rader).').waitFor();
  await page.getByText('avdelinger.xlsx: 3 rader.').waitFor();
  const sheet = page.getByLabel('Ark', { exact: true });
  expect(await sheet.locator('option:checked').innerText()).toBe('De 2 arkene sammen, som én liste');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // One of them instead, and back again; a reload and another language lose nothing of it.
  await sheet.selectOption({ label: 'Bare «Sør»' });
  await page.getByText('avdelinger.xlsx: 2 rader.').waitFor();
  await page.getByLabel('Overskriftene står i').waitFor();
  await sheet.selectOption({ label: 'De 2 arkene sammen, som én liste' });
  await page.getByText('avdelinger.xlsx: 3 rader.').waitFor();
  await page.waitForURL(/ark=samlet/);
  await page.reload();
  await ready(page);
  await page.getByText('avdelinger.xlsx: 3 rader.').waitFor();
  await page.getByRole('link', { name: 'Nynorsk' }).click();
  await ready(page);
  await page.getByText('Dei kan lesast saman som éi liste').waitFor();
  await page.getByRole('link', { name: 'Bokmål' }).click();
  await ready(page);

  await toPreview(page);
  const names = page.locator('.sheet-row-name');
  expect((await names.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    `Rad 3 i «Sør» Venter ${stamp}`,
    `Rad 2 i «Nord» Nord ${stamp}`,
    `Rad 2 i «Sør» Sør ${stamp}`,
  ]);
  expect(await page.locator('.sheet-issues').innerText()).toContain('A (Totalkostnad) «mange»');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Lagre de 2 radene som er klare' }).click();
  await page.getByText('Én rad har feil og står igjen nedenfor.').waitFor();
  await expect.poll(() => titlesOf(page)).toEqual([...before, `Nord ${stamp}`, `Sør ${stamp}`]);
  await expect.poll(() => names.allInnerTexts()).toHaveLength(1);
  await page.getByRole('button', { name: 'Angre opplastingen' }).click();
  await page.getByText('Opplastingen er angret. 2 tiltak er tatt ut.').waitFor();
  await expect.poll(() => names.allInnerTexts()).toHaveLength(3);
  expect(await titlesOf(page)).toEqual(before);
});
