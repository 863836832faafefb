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
