import { expect, test } from 'vitest';
import { edition, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

test.each(['', '/nn', '/en'])('every page in the language %s/ has a title of its own', async (language) => {
  const page = await open(`${language}/svar`);
  await signInAs(page, 'Sander Sender');
  const measure = await page.locator('.measure-card a').first().getAttribute('href');
  const pages = [
    page.url(),
    `${measure}`,
    ...edition.sections.map(({ id }) => `${measure}/${id}`),
    `${measure}/hele`,
    `${measure}/kontroll`,
    `${measure}/historikk`,
    `${language}/svar/2026/send-inn?virksomhet=991825827`,
  ];
  const titles = new Set<string>();
  for (const address of pages) {
    const reply = await page.request.get(address);
    titles.add(/<title>(.+?)<\/title>/.exec(await reply.text())?.[1] ?? '');
  }
  expect(titles).not.toContain('');
  expect(titles.size).toBe(pages.length);
});

test('moving between sections puts the focus on the heading', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Sander Sender');
  await page.locator('.measure-card a').first().click();
  await page.getByRole('link', { name: /^Kostnader/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Kostnader' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('those who may not are told so: a reader, someone of another agency, the one who fills in', async () => {
  const reader = await open('/svar');
  await signInAs(reader, 'Lars Leser');
  expect(await reader.getByRole('button', { name: 'Legg til tiltak' }).count()).toBe(0);
  const page = await open('/svar/2026?virksomhet=971040238');
  await page.getByRole('button', { name: /Frida Fyller/ }).click();
  await page.getByRole('heading', { name: 'Du har ikke tilgang til denne siden' }).waitFor();
  await page.goto('/svar/2026?virksomhet=991825827');
  await page.getByText('Be en kollega med rett til å sende inn').waitFor();
});

test('Digdir follows the round and is not asked to answer', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Ada Admin');
  await page.getByRole('heading', { level: 1, name: 'Oversikt over runden 2026' }).waitFor();
  await page.goto('/runder/2026');
  expect(await page.getByRole('row').count()).toBeGreaterThan(30);
  await expectAccessible(page);
  const freeze = { name: 'Lås runden nå' };
  await page.goto('/runder/2026/publisering');
  await page.getByRole('button', freeze).waitFor();
  const analyst = await open('/svar');
  await signInAs(analyst, 'Anton Analyse');
  await analyst.goto('/runder/2026/publisering');
  await analyst.locator('#checklist').waitFor();
  expect(await analyst.getByRole('button', freeze).count()).toBe(0);
});
