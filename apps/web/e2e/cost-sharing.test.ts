import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const numbers = async (cells: Promise<string[]>) => (await cells).map((text) => Number(text.replace(/\s/gu, '')));

test('anyone shares a cost with the keyboard alone: names, a mixed key, a limit, one taken out, and a file', async () => {
  const page = await open('/kostnadsdeling');
  const submit = () => page.getByRole('button', { name: 'Regn ut' }).press('Enter');
  await page.getByLabel('Beløp som skal deles').press('Tab');
  await page.getByLabel('Beløp som skal deles').fill('70 mill');
  await page.getByLabel('Likt', { exact: true }).fill('50');
  await page.getByLabel('Folketall', { exact: true }).fill('50');
  await page.getByLabel('Legg til dem som skal dele').fill('Trondheim\nOslo\nVåler\nAnnen: Bits');
  await submit();

  // Two municipalities are called so; one is ticked, and the rest stays.
  await page.getByText('Vi fant ikke alle').waitFor();
  await page.getByLabel(/Våler kommune \(Innlandet\)/u).press('Space');
  await submit();
  await page.getByText('Vi fant ikke alle').waitFor({ state: 'detached' });
  const result = page.getByRole('region', { name: 'Tabell: Hva hver betaler, i kroner' });
  expect(await result.getByRole('rowheader').allTextContents()).toEqual([
    'Trondheim kommune',
    'Oslo kommune',
    'Bits',
    'Våler kommune (Innlandet)',
    'Sum',
  ]);
  const equally = await numbers(result.locator('tbody tr td:nth-child(3)').allTextContents());
  expect(equally).toEqual([17_500_000, 17_500_000, 17_500_000, 17_500_000, 70_000_000]);

  await page.getByLabel('Høyst, kroner, Oslo kommune').fill('10 mill');
  await page.getByRole('checkbox', { name: 'Bits' }).press('Space');
  await submit();
  await page.getByRole('checkbox', { name: 'Bits' }).waitFor({ state: 'detached' });
  expect(await result.getByRole('row', { name: /^Oslo/u }).getByRole('cell').first().textContent()).toContain('høyst');
  await page.getByLabel('Hva om noen går ut?').selectOption({ label: 'Trondheim kommune' });
  await submit();
  await result.getByRole('columnheader', { name: 'Endring hvis Trondheim kommune går ut' }).waitFor();
  // Oslo pays its most already: what Trondheim bore falls on the only one left.
  expect(await result.getByRole('row', { name: /^Oslo/u }).getByRole('cell').last().textContent()).toBe('0');
  const address = page.url();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('samblikk-cost-sharing.csv');
  const again = await open(address.replace(/^https?:\/\/[^/]+/u, ''));
  expect(await again.getByLabel('Høyst, kroner, Oslo kommune').inputValue()).toBe('10000000');
});

test('two costs by keys of their own, and what each bears of both', async () => {
  const page = await open('/kostnadsdeling?actor=kommune:5001&actor=kommune:0301&key=population');
  await page.getByText('Flere kostnader med hver sin nøkkel').press('Enter');
  const pool = (number: number) => page.getByRole('group', { name: `Kostnad ${number}` });
  for (const [number, name, kroner] of [
    [1, 'Planlegging', '10 mill'],
    [2, 'Drift', '1 000 001'],
  ] as const) {
    await pool(number).getByLabel('Hva').fill(name);
    await pool(number).getByLabel('Kroner').fill(kroner);
  }
  await pool(2).getByLabel('Del etter').selectOption('population');
  await page.getByRole('button', { name: 'Regn ut' }).press('Enter');
  const result = page.getByRole('region', { name: 'Tabell: Hva hver betaler, i kroner' });
  await result.getByRole('columnheader', { name: 'Drift: Folketall' }).waitFor();
  const sums = await numbers(result.getByRole('row', { name: /^Sum/u }).getByRole('cell').allTextContents());
  expect(sums.slice(0, 4)).toEqual([10_000_000, 1_000_001, 11_000_001, 11_000_001]);
  expect(await pool(2).getByLabel('Hva').inputValue()).toBe('Drift');
});

test('what cannot be used is told, and nothing that was typed is lost', async () => {
  const page = await open('/nn/kostnadsdeling?amount=mykje&actor=kommune:5001&minimum.kommune:5001=12');
  await page.getByRole('alert').waitFor();
  await page.getByRole('alert').getByText('Beløpet må vere eit tal').waitFor();
  expect(await page.getByLabel('Beløp som skal delast').inputValue()).toBe('mykje');
  expect(await page.getByLabel('Minst, kroner, Trondheim kommune').inputValue()).toBe('12');
});

test('files are fetched from the pages of each language, in that language', async () => {
  const actors = 'actor=kommune:5001&actor=kommune:0301&amount=1000&key=equal';
  for (const [path, heading] of [
    [`/nn/kostnadsdeling?${actors}`, 'Kven'],
    ['/nn/finansiering/modeller', 'Tenesteeigar'],
    ['/en/finansiering/modeller/egne', 'Product'],
  ] as const) {
    const page = await open(path);
    const hrefs = await page.locator('.downloads a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(hrefs.length, path).toBeGreaterThan(2);
    for (const href of hrefs) {
      const reply = await page.request.get(href ?? '');
      expect(reply.status(), href ?? path).toBe(200);
      if (href?.includes('csv-excel')) expect(await reply.text(), href).toContain(heading);
    }
    await page.close();
  }
});
