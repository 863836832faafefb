import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addMeasure, endsIn, fieldOf, ready, saved, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** A new measure's first page, as someone whom no other test here is. */
async function openMeasure(name = 'Kari Kartvik'): Promise<Page> {
  const page = await open('/svar');
  await signInAs(page, name);
  await addMeasure(page);
  await fieldOf(page, 'name').waitFor();
  return page;
}

/** As when the person comes back to a tab. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

/** Signs in again from the dialog, and says whether the same page came back. */
async function signInAgain(page: Page, name: string): Promise<void> {
  const address = page.url();
  page.once('dialog', (leaving) => leaving.accept());
  await dialog(page, 'Du er logget ut').getByRole('link', { name: 'Logg inn på nytt' }).click();
  await signInAs(page, name);
  expect(page.url()).toBe(address);
}

test('at the end of 120 minutes: told, written on past the warning and past the end, and not a keystroke is lost', async () => {
  const page = await openMeasure();
  await fieldOf(page, 'name').fill('Før varselet');
  await saved(page);
  await endsIn(page, 4, 4);
  await dialog(page, 'Du må snart logge inn på nytt').waitFor();
  await expectAccessible(page);
  expect(await dialog(page, 'Du må snart logge inn på nytt').getByRole('button', { name: 'Fortsett' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog(page, 'Du må snart logge inn på nytt').waitFor({ state: 'hidden' });

  await fieldOf(page, 'name').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(', etter varselet');
  await saved(page);
  await page.unroute('**/api/v1/session');
  await page.context().clearCookies();
  await page.keyboard.type(', etter slutten');
  await comeBack(page);
  await dialog(page, 'Du er logget ut').waitFor();
  await signInAgain(page, 'Kari Kartvik');
  await expect.poll(() => fieldOf(page, 'name').inputValue()).toBe('Før varselet, etter varselet, etter slutten');
  await saved(page);
});

test('two tabs: one press makes both last, signing out in one ends both, and both keep what was written', async () => {
  const first = await openMeasure('Nora Navarsete');
  const second = await first.context().newPage();
  await second.goto(first.url());
  await ready(second);
  await endsIn(first, 4);
  await endsIn(second, 4);
  await dialog(first, 'Du blir snart logget ut').waitFor();
  await dialog(second, 'Du blir snart logget ut').waitFor();
  await first.unroute('**/api/v1/session');
  await second.unroute('**/api/v1/session');
  await dialog(first, 'Du blir snart logget ut').getByRole('button', { name: 'Fortsett' }).click();
  await dialog(first, 'Du blir snart logget ut').waitFor({ state: 'hidden' });
  await comeBack(second);
  await dialog(second, 'Du blir snart logget ut').waitFor({ state: 'hidden' });

  // Out at the provider too: by a form that posts itself, with the id token in no address.
  const addresses: string[] = [];
  second.on('request', (request) => addresses.push(request.url()));
  await second.getByRole('button', { name: 'Logg ut' }).click();
  await second.waitForURL((url) => url.pathname === '/');
  expect(addresses.some((address) => new URL(address).pathname === '/session/end')).toBe(true);
  expect(addresses.filter((address) => address.includes('id_token_hint'))).toEqual([]);

  await fieldOf(first, 'name').focus();
  await first.keyboard.type('Skrevet mens den andre fanen logget ut');
  await comeBack(first);
  await dialog(first, 'Du er logget ut').waitFor();
  // The provider asks who it is: `signInAs` presses a button that is there only then.
  await signInAgain(first, 'Nora Navarsete');
  await expect.poll(() => fieldOf(first, 'name').inputValue()).toBe('Skrevet mens den andre fanen logget ut');
  await saved(first);
});

test('someone else signs in in the other tab: the page is theirs to see no more, and what was unsaved waits for its writer', async () => {
  const first = await openMeasure('Frida Fyller');
  const second = await first.context().newPage();
  await first.context().clearCookies();
  await fieldOf(first, 'name').focus();
  await first.keyboard.type('Fridas ord');
  await first.locator('.save-status[data-status=signedOut]').waitFor();
  await second.goto('/svar');
  await signInAs(second, 'Lars Leser');

  first.on('dialog', (leaving) => leaving.accept());
  await comeBack(first);
  await first.getByRole('heading', { name: 'Du har ikke tilgang til denne siden' }).waitFor();
  await second.goto('/svar');
  await ready(second);
  await second.getByRole('button', { name: 'Logg ut' }).click();
  await second.waitForURL((url) => url.pathname === '/');
  const { pathname, search } = new URL(first.url());
  await second.goto(pathname + search);
  await signInAs(second, 'Frida Fyller');
  await expect.poll(() => fieldOf(second, 'name').inputValue()).toBe('Fridas ord');
  await saved(second);
});

test('from the list one signs in for another agency, and comes to its list', async () => {
  const page = await open('/nn/svar');
  await signInAs(page, 'Sander Sender');
  await page.getByRole('heading', { level: 1, name: /for Digitaliseringsdirektoratet/ }).waitFor();
  await page.getByRole('link', { name: 'Logg inn for ei anna verksemd' }).click();
  await signInAs(page, 'Nora Navarsete');
  await page.getByRole('heading', { level: 1, name: /for Arbeids- og velferds/ }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/nn\/svar/);
});
