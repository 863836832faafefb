import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { edition, fieldOf, ready, saved, signInAs, unfold } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { measureWith, orgnrs, sections, withdraw, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const long = sections
  .flatMap(({ questions }) => questions)
  .find((question) => question.kind === 'multiple' && question.options.length > 15);
const longSection = sections.find(({ questions }) => questions.some((question) => question === long));
if (long?.kind !== 'multiple' || !longSection) throw new Error('no question has a long list');

/** A new measure, open at a section, taken out again afterwards. */
async function inNewMeasure(section: string, run: (page: Page, path: string) => Promise<void>): Promise<void> {
  const page = await open('/svar');
  await signInAs(page, 'Nora Navarsete');
  const measure = await measureWith(page, orgnrs.nav);
  const path = `/svar/${year}/tiltak/${measure}`;
  try {
    await page.goto(`${path}/${section}`);
    await ready(page);
    await run(page, path);
  } finally {
    await withdraw(page, measure);
  }
}

test('with the keyboard it is not far from the heading, past the parts, to the button', async () => {
  await inNewMeasure(longSection.id, async (page) => {
    await page.locator('h1').evaluate((heading) => {
      heading.tabIndex = -1;
      heading.focus();
    });
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).outlineStyle)).toBe('none');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Hopp forbi delene av skjemaet' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await page.keyboard.press('Enter');
    let presses = 0;
    const there = () => page.evaluate(() => document.activeElement?.matches('.section-form [type=submit]') === true);
    while (!(await there()) && presses < 100) {
      await page.keyboard.press('Tab');
      presses++;
    }
    // The other questions of this part have 24 boxes between them.
    expect(presses).toBeLessThanOrEqual(30);
  });
});

test('a long list of options is searched or unfolded, shows what is chosen, and nothing in it vanishes under the focus', async () => {
  await inNewMeasure(longSection.id, async (page) => {
    const group = fieldOf(page, long.id);
    const boxes = group.getByRole('checkbox');
    const [first, second] = long.options;
    if (!first || !second) throw new Error('too short');
    expect(await boxes.count()).toBe(0);

    const search = group.getByLabel(`Søk blant ${long.options.length} valg`);
    await search.fill(second.label.nb.toLocaleUpperCase('nb'));
    await group.getByText('Ett treff').waitFor();
    await search.press('Enter');
    await group.getByLabel(second.label.nb).check();
    await saved(page);
    await search.fill('finnes ikke');
    await group.getByText('Ingen treff').waitFor();
    expect(await boxes.count()).toBe(1);
    await expectAccessible(page);

    await boxes.first().uncheck();
    await expect.poll(() => boxes.first().evaluate((box) => box === document.activeElement)).toBe(true);
    await boxes.first().check();
    await unfold(group);
    expect(await boxes.count()).toBe(long.options.length);
    await group.getByLabel(first.label.nb).check();
    await group.getByRole('button', { name: 'Vis færre' }).click();
    expect(await boxes.count()).toBe(2);
    await saved(page);

    await page.reload();
    await ready(page);
    // As they stand in the list, not as they were chosen.
    expect(await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value))).toEqual([
      first.code,
      second.code,
    ]);
    expect(page.url()).toContain(longSection.id);
  });
});

test('on a telephone the first question is seen without scrolling', async () => {
  await inNewMeasure(longSection.id, async (page) => {
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
      const box = await page.locator('.question input').first().boundingBox();
      expect(box?.y, `${width} px`).toBeLessThan(700);
    }
  });
});

test('where some must be filled in, every question says whether it must; elsewhere nothing is made light of', async () => {
  await inNewMeasure(longSection.id, async (page, path) => {
    for (const section of sections) {
      await page.goto(`${path}/${section.id}`);
      await ready(page);
      const mixed = section.questions.some((question) => !question.known && question.required);
      const questions = await page.locator('.question').count();
      expect(await page.locator('.question .need').count(), section.id).toBe(mixed ? questions : 0);
      if (!mixed) expect(await page.getByText(/valgfri/i).count(), section.id).toBe(0);
    }
    await page.goto(path);
    await ready(page);
    await page.getByText('Det dere må svare på, er merket «Må fylles ut».').waitFor();
    expect(await page.getByText(/valgfri/i).count()).toBe(0);
  });
});

test('a measure says its number once, and its Norwegian name is marked as Norwegian on English pages', async () => {
  const { title } = edition.roles;
  await inNewMeasure(longSection.id, async (page, path) => {
    await page.goto(`/en${path}`);
    await ready(page);
    const name = page.locator('h1');
    const number = /\d{4}-\d{4}/.exec(await name.innerText())?.[0];
    expect((await page.locator('.measure-head').innerText()).split(`${number}`).length - 1).toBe(2);
    expect(await name.locator('[lang]').count()).toBe(0);
    const section = sections.find(({ questions }) => questions.some(({ id }) => id === title));
    await page.goto(`/en${path}/${section?.id}`);
    await ready(page);
    await fieldOf(page, title).fill('Felles prøve');
    await fieldOf(page, title).blur();
    await saved(page);
    await page.goto(`/en${path}`);
    expect(await name.locator('[lang=no]').innerText()).toBe('Felles prøve');
    expect(await page.locator('.measure-head').innerText()).toContain(`${number}`);
  });
});
