import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

/**
 * The run's browser, for a test file: `const open = useBrowser(); const page = await open('/tall')`.
 * @param site the address of the program; that of the run unless told
 */
export function useBrowser(
  site: () => string = () => inject('site'),
): (path: string, options?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  /** What went wrong in scripts, such as a page that says something else in the browser than on the server. */
  const failures: string[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(inject('chromium'));
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser.close();
    expect(failures, 'errors in scripts').toEqual([]);
  });
  return async (path, options) => {
    const context = await browser.newContext({
      baseURL: site(),
      locale: 'nb-NO',
      reducedMotion: 'reduce',
      ...options,
    });
    contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => failures.push(`${page.url()}: ${error.message}`));
    await page.goto(path);
    return page;
  };
}

/** The axe that the builder brings, minified. The builder sends it twice each time: a page that has it takes no more. */
const axeSource = readFile(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
).then((axe) => `if (!window.axe) {${axe}}`);

/**
 * Fails when axe finds anything against WCAG 2.2 AA or best practice on the page as it is now. The page must be one that may run
 * scripts: axe waits by timers, and without them it waits for ever.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // No page of ours has frames, and only what is wrong is told: that takes a third of the time.
  const { violations } = await new AxeBuilder({ page, axeSource: await axeSource })
    .options({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  );
  expect(found, page.url()).toEqual([]);
  // Axe says nothing of them any more, and a label or a heading of two elements names the wrong one.
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect([...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))], `ids that ${page.url()} has twice`).toEqual([]);
}

/** Fails when the page is wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} is wider than the window`).toBe(0);
}
