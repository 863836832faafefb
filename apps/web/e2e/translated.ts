import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Does with the page as Chrome's and Edge's translators do, until another page is loaded: every text is taken out, and one in
 * two `<font>` elements put in its place; so is each that comes later.
 */
export async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const untouched = 'script, style, textarea, font';
    const replaceAll = () => {
      const texts: Text[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text as Text);
      for (const text of texts) {
        if (text.data.trim() === '' || text.parentElement?.closest(untouched)) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    replaceAll();
    new MutationObserver(replaceAll).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/**
 * Does with the page as password managers, writing helps and the like do: attributes on the fields, and elements of their own
 * beside them.
 */
export async function decorate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const decorateAll = () => {
      for (const field of document.querySelectorAll('input, textarea, select')) {
        if (field.hasAttribute('data-helped')) continue;
        field.setAttribute('data-helped', 'true');
        field.setAttribute('data-gramm', 'false');
        field.before(document.createElement('com-helper-button'));
        field.after(document.createElement('com-helper-overlay'));
      }
    };
    decorateAll();
    new MutationObserver(decorateAll).observe(document.body, { childList: true, subtree: true });
  });
}

/**
 * Fails when a text of React's stands beside elements or other texts. When a translator has taken it out, React loses its
 * place: it cannot remove it, or put anything before it, and the whole page falls. An element's only text has no such place.
 */
export async function expectTextsAlone(page: Page): Promise<void> {
  expect(await looseTexts(page), page.url()).toEqual([]);
}

/** Texts that React keeps track of one by one. @param blank those that no translator touches */
export const looseTexts = (page: Page, blank = false): Promise<string[]> =>
  page.evaluate((wanted) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const tracked = Object.keys(text).some((key) => key.startsWith('__reactFiber$'));
      const isBlank = (text as Text).data.trim() === '';
      if (tracked && isBlank === wanted) found.push(text.parentElement?.outerHTML.slice(0, 200) ?? '');
    }
    return found;
  }, blank);
