import { kindOf, type Question } from '@samblikk/questionnaire';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { edition2026 } from '../../../packages/questionnaire/src/editions/2026.ts';

/** The edition of the open round. */
export const edition = edition2026;

/** Codes that open the branches of the form, where the first one does not. */
export const branching: Readonly<Record<string, string>> = { involvedScope: 'otherLevels', publishable: 'partly' };

/** Signs in at the test login as the person with this name, and waits for the page one wanted. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL((url) => !url.pathname.includes('interaction') && !url.pathname.startsWith('/auth'));
  await ready(page);
}

/** Adds a measure from the list, and stands in its first part. @returns the address of the measure */
export async function addMeasure(page: Page): Promise<string> {
  await page.getByRole('button', { name: /Legg til tiltak/ }).click();
  await page.waitForURL(/\/tiltak\/[0-9a-f-]{36}\/\w+$/);
  return page.url().replace(/\/\w+$/, '');
}

/** Waits until the page's script runs: before that a field takes what is typed, but nothing saves it. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
}

/** Waits until everything typed is acknowledged. */
export async function saved(page: Page): Promise<void> {
  await page.locator('.save-status[data-status=saved]').waitFor();
}

/** The field of a question: its input, or its group. */
export const fieldOf = (page: Page, id: string) => page.locator(`[id="${id}"]`);

/** Answers a question by its kind, as a person would. `wanted` names a code where the first one is not what is wanted. */
export async function answer(page: Page, question: Question, wanted?: string): Promise<void> {
  const field = fieldOf(page, question.id);
  const options = kindOf(question).choices(question);
  switch (question.kind) {
    case 'text':
    case 'longText':
      await field.fill(`Prøvesvar på ${question.id}`);
      break;
    case 'email':
      await field.fill('kontakt@virksomhet.example');
      break;
    case 'amount':
      await field.fill('1,5 mill');
      break;
    case 'date':
      await field.fill('2027-03-01');
      break;
    case 'single':
      await page.locator(`[id="${question.id}-${wanted ?? options[0]?.code}"]`).check();
      break;
    case 'multiple':
      await unfold(field);
      for (const code of [options[0]?.code, options.find(({ code }) => code === 'other')?.code]) {
        if (code) await page.locator(`[id="${question.id}-${code}"]`).check();
      }
      break;
    case 'fields':
      await page.getByRole('group', { name: question.label.nb }).getByRole('checkbox').first().check();
      break;
    case 'legalBasis':
      await field.selectOption(options[0]?.code ?? '');
      break;
    case 'tags':
      await field.fill('søk');
      await field.press('Enter');
      break;
    case 'agencies':
      await field.fill('974761076');
      await field.press('Enter');
      break;
    case 'agency':
    case 'ministry':
      throw new Error(`${question.id} is known and never asked`);
  }
  await field.blur();
}

/** Shows all of a long list of options. */
export async function unfold(group: Locator): Promise<void> {
  const all = group.getByRole('button', { name: /^Vis alle \d+$/ });
  if (await all.isVisible()) await all.click();
}

/** Presses Tab until the focus is on what is wanted: nothing may be out of reach of the keyboard. */
export async function tabTo(page: Page, wanted: string | Locator): Promise<void> {
  const isThere = () =>
    typeof wanted === 'string'
      ? page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted)
      : wanted.evaluate((element) => element === document.activeElement);
  for (let times = 0; times < 400; times++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  expect.fail(`the keyboard does not reach ${wanted} on ${page.url()}`);
}

/** Goes to something by the keyboard alone and presses a key there. */
export async function pressAt(page: Page, wanted: string | Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

/** Writes into a field by the keyboard alone, instead of what it held. */
export async function writeAt(page: Page, wanted: string | Locator, text: string): Promise<void> {
  await pressAt(page, wanted, 'ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** As if the service’s clock were this many minutes from the end of the session: unused, and at the latest. */
export async function endsIn(page: Page, idle: number, total = 60): Promise<void> {
  await page.unroute('**/api/v1/session');
  await page.route('**/api/v1/session', async (route) => {
    const reply = await route.fetch();
    const session = await reply.json();
    const at = (minutes: number) => new Date(Date.parse(session.now) + minutes * 60_000).toISOString();
    await route.fulfill({ json: { ...session, idleAt: at(idle), expiresAt: at(total) } });
  });
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
