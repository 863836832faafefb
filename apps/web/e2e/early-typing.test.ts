import { kindOf, type Question, questionsOf } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import { wholeForm } from '../app/ui/addresses.ts';
import { addMeasure, edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

test('what is typed and chosen before the script has come is kept, and saved when it has', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Kari Kartvik');
  const measure = await addMeasure(page);

  // A text to write and a code to choose, both asked of everyone.
  const asked = questionsOf(edition).filter((question) => !question.known && !question.showIf);
  const writing = asked.find(({ kind }) => kind === 'longText') as Question;
  const choice = asked.find(({ kind }) => kind === 'single') as Question;
  const chosen = fieldOf(page, `${choice.id}-${kindOf(choice).choices(choice).at(-1)?.code}`);
  const text = fieldOf(page, writing.id);

  let letTheScriptCome = () => {};
  const waits = new Promise<void>((come) => {
    letTheScriptCome = come;
  });
  await page.route('**/assets/entry.client*.js', async (route) => {
    await waits;
    await route.continue();
  });
  await page.goto(`${measure}/${wholeForm}`, { waitUntil: 'commit' });
  await text.focus();
  await page.keyboard.type('Skrevet før skriptet');
  await chosen.check();
  expect(await page.evaluate(() => document.documentElement.dataset.ready)).toBeUndefined();
  letTheScriptCome();
  await ready(page);
  expect(await text.inputValue()).toBe('Skrevet før skriptet');
  expect(await chosen.isChecked()).toBe(true);
  await text.press('!');
  await text.blur();
  await saved(page);

  await page.reload();
  await ready(page);
  expect(await text.inputValue()).toBe('Skrevet før skriptet!');
  expect(await chosen.isChecked()).toBe(true);
});
