import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

test('anyone asks with the keyboard what a plan may use: how much, why not, where sources disagree; the address keeps it', async () => {
  const page = await open('/finansiering/ordninger?from=2020&to=2022');
  const submit = page.getByRole('button', { name: 'Vis ordningene' });
  await page.getByLabel('Statlige virksomheter').press('Space');
  await page.getByLabel('Gjennomføring').press('Space');
  await page.getByLabel('Hva koster tiltaket').fill('40 mill');
  await submit.press('Enter');
  const scheme = page.getByRole('article', { name: 'Medfinansieringsordningen' });
  const text = (await scheme.innerText()).replace(/\s/gu, ' ');
  expect(text).toContain('Høyst 15 000 000 kroner');
  expect(text).toContain('Høyst 34 000 000 kroner');
  expect(text).toContain('Kildene er uenige');
  expect(await page.getByRole('article', { name: 'DigiFin' }).innerText()).toContain('Ingen av dere');
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({
    ...{ actorType: 'stateAgency', phase: 'execution', total: '40000000', from: '2020', to: '2022' },
  });

  // What cannot be used is told, and what was typed stays.
  await page.getByLabel('Siste år').fill('2019');
  await submit.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Siste år').inputValue()).toBe('2019');
});
