import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

test('anyone tries a model with the keyboard alone: steps that jump, a price per use that does not, the largest that leaves, and a file', async () => {
  const page = await open('/finansiering/modeller');
  const submit = () => page.getByRole('button', { name: 'Vis', exact: true }).press('Enter');
  const bills = page.getByRole('region', { name: /^Tabell: Hva hver tjenesteeier betaler/u });
  await page.getByRole('note').getByText('Alt her er oppdiktet').waitFor();
  // The picture is of the one whose bill jumps most.
  await page
    .getByRole('img', { name: /^Regningen til Tjenesteeier . etter planen med hver pris.*oppdiktet/u })
    .first()
    .waitFor();
  const jumps = async () =>
    (await bills.locator('.share-percent').allTextContents()).map((text) => Number(/\d+/u.exec(text)?.[0] ?? 0));
  expect(Math.max(...(await jumps()))).toBeGreaterThan(50);

  await page.getByLabel('Slik betaler tjenesteeierne').selectOption('perUse');
  await page.getByLabel(/^Den største, .*, går ut$/u).press('Space');
  await submit();
  await page.waitForURL(/price=perUse.*leaves=true/u);
  expect(Math.max(0, ...(await jumps()))).toBeLessThan(50);
  const largest = bills.getByRole('row', { name: /^Tjenesteeier A/u }).getByRole('cell');
  expect(new Set(await largest.allTextContents())).toEqual(new Set(['0']));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('samblikk-financing-models-invented.csv');

  const wrong = await open('/nn/finansiering/modeller?model=own&use=newDevelopment');
  await wrong.getByRole('alert').getByText('newDevelopment').waitFor();
});

test('an agency tries its own accounts: a list with a fault is told and kept, a file is tried, and the numbers can be changed and taken along', async () => {
  const page = await open('/finansiering/modeller/egne');
  const list = page.getByRole('textbox', { name: /^Eller lim inn listen/u });
  await list.fill('Produkt;Hva;Av;År;Tall\nSkjema;Kostnad;Strøm;2025;1');
  await page.getByRole('button', { name: 'Prøv modellene' }).press('Enter');
  await page.getByRole('alert').getByText('Rad 2: «Strøm» finnes ikke').waitFor();
  expect(await list.inputValue()).toContain('Strøm');

  const example = await page.request.get('/api/v1/financing/accounts?format=csv-excel&lang=nb');
  await page.getByLabel(/^Fil \(XLSX eller CSV/u).setInputFiles({
    ...{ name: 'regnskap.csv', mimeType: 'text/csv' },
    buffer: await example.body(),
  });
  await page.getByRole('button', { name: 'Prøv modellene' }).press('Enter');
  await page.getByRole('note').getByText('Dette er egne tall').waitFor();
  expect(await page.getByText('(oppdiktet)').count()).toBe(0);
  const bills = page.getByRole('region', { name: 'Tabell: Hva hver tjenesteeier betaler' });
  const largest = bills
    .getByRole('row', { name: /^Tjenesteeier A/u })
    .getByRole('cell')
    .first();
  const before = await largest.textContent();

  // Twice the cost of what use pays, in the list itself.
  await page.getByText('Se og endre tallene').press('Enter');
  await list.fill(
    (await list.inputValue()).replace(
      'Innlogging;Kostnad;Variabel drift;2025;30000000',
      'Innlogging;Kostnad;Variabel drift;2025;60 mill',
    ),
  );
  await page.getByRole('button', { name: 'Vis', exact: true }).press('Enter');
  await page.getByRole('note').getByText('Dette er egne tall').waitFor();
  expect(await largest.textContent()).not.toBe(before);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Last ned: Excel', exact: true }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('samblikk-financing-models.xlsx');
});
