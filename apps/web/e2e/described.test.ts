import { type KindName, kindOf, type Question } from '@samblikk/questionnaire';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import {
  branches,
  breakAll,
  forget,
  measureWith,
  orgnrs,
  sections,
  withdraw,
  write,
  wrongValue,
  year,
} from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** How a screen reader finds something on the page: from the browser's own accessibility tree. */
async function accessibleNode(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { nodes } = await session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
    const [node] = nodes;
    return {
      role: String(node?.role?.value),
      name: String(node?.name?.value),
      description: String(node?.description?.value ?? ''),
      invalid: node?.properties?.some(({ name, value }) => name === 'invalid' && value.value === 'true') ?? false,
    };
  } finally {
    await session.detach();
  }
}

const questions = sections.flatMap((section) =>
  section.questions.filter(({ known }) => !known).map((question) => ({ section: section.id, question })),
);
const textOf = (page: Page, id: string) =>
  page.locator(`[id="${id}"]`).evaluate((element) => element.textContent?.trim().replace(/\s+/g, ' ') ?? '');
const plain = (text: string) => text.trim().replace(/\s+/g, ' ');

describe('what is wrong is told to a screen reader', () => {
  let page: Page;
  let measure: string;
  let blank: string;
  const goto = async (section: string, query = '', of = measure) => {
    await page.goto(`/svar/${year}/tiltak/${of}/${section}${query}`);
    await ready(page);
  };

  beforeAll(async () => {
    page = await open('/svar');
    await signInAs(page, 'Nora Navarsete');
    page.on('dialog', (dialog) => dialog.accept());
    measure = await measureWith(page, orgnrs.nav, branches);
    blank = await measureWith(page, orgnrs.nav);
  });
  afterAll(async () => {
    for (const id of [measure, blank]) await withdraw(page, id);
  });

  /** One question of every kind that is asked of people, and how it goes wrong. */
  const kinds = [...new Set(questions.map(({ question }) => question.kind))] satisfies KindName[];

  test.each(kinds)('a field of the kind %s: its name, its help, and its error', async (kind) => {
    const found = questions.filter(({ question }) => question.kind === kind);
    const typed = found.find(({ question }) => wrongValue(question) !== undefined);
    const missing = found.find(({ question }) => question.required);
    const { section, question } = typed ?? missing ?? (found[0] as (typeof found)[number]);
    const { id } = question;
    const field = `[id="${id}"]`;
    await goto(section, typed ? '' : '?fra=kontroll', missing && !typed && id in branches ? blank : measure);
    let error = `${id}-error`;
    if (typed) {
      expect((await accessibleNode(page, field)).invalid).toBe(false);
      await write(page, id, wrongValue(question) ?? '');
    } else if (!missing) error = await goWrong(page, question);
    const message = page.locator(`[id="${error}"]`);
    await expect.poll(() => message.innerText()).not.toBe('');
    const group = (await page.locator(`fieldset${field}`).count()) > 0;

    const { role, name, description, invalid } = await accessibleNode(page, field);
    expect(role).toMatch(group ? /^group$/ : /^(textbox|combobox|Date)$/);
    expect(name).toContain(question.label.nb);
    expect(plain(description)).toContain(await textOf(page, error));
    if (question.help) expect(plain(description)).toContain(plain(question.help.nb));
    if (group) {
      // Each choice says it too, for those who come to it first.
      for (const { code } of kindOf(question).choices(question).slice(0, 2)) {
        const choice = await accessibleNode(page, `[id="${id}-${code}"]`);
        expect(plain(choice.description)).toContain(await textOf(page, error));
        expect(choice.invalid).toBe(true);
      }
    } else expect(invalid).toBe(true);
    await page.unroute('**/answers/**');
    await forget(page);
  });

  /** Kinds without required questions, whose controls let nothing wrong be typed. Gives the id of the message. */
  async function goWrong(tab: Page, { kind, id }: Question): Promise<string> {
    switch (kind) {
      case 'agencies':
        // A name that is not found is kept; a number that no body can have is not.
        await write(tab, id, '12');
        return `${id}-refusal`;
      case 'tags':
        await write(tab, id, 'x'.repeat(200));
        return `${id}-error`;
      case 'date':
        await write(tab, id, '2027-06-01');
        return `${id}-error`;
      case 'multiple':
        // Only the service can find anything wrong with it, such as a code that is gone.
        await tab.route('**/answers/**', (route) => {
          const issues = [{ question: id, code: 'unknownOption', params: {}, level: 'error' }];
          return route.fulfill({ status: 422, json: { code: 'answersAtFault', status: 422, title: '', issues } });
        });
        await tab.locator(`fieldset[id="${id}"] input`).first().click();
        return `${id}-error`;
      default:
        return expect.fail(`say how a ${kind} goes wrong`);
    }
  }

  test('the summary takes the focus, says how many there are by its list, and leads to each field', async () => {
    await goto('hele');
    await breakAll(page);
    const summary = page.locator('.ds-error-summary');
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    const { role, name } = await accessibleNode(page, '.ds-error-summary');
    expect([role, name]).toEqual(['region', 'For å gå videre må du rette opp følgende feil:']);
    const links = await summary.getByRole('link').all();
    expect(links.length).toBeGreaterThan(7);
    for (const link of links) {
      const id = (await link.getAttribute('href'))?.slice(1) ?? '';
      await link.click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
      // The summary names the field besides; at the field its label has done so.
      const message = await textOf(page, `${id}-error`);
      expect(message).not.toBe('');
      expect(plain(await link.innerText()).toLowerCase()).toContain(message.toLowerCase());
      expect(plain((await accessibleNode(page, `[id="${id}"]`)).description)).toContain(message);
    }
    await forget(page);
  });

  test('a question from the check: the group has the focus and tells what is missing', async () => {
    const { question: publication } = edition.publication;
    await goto('kontroll', '', blank);
    await page.locator(`.issues a[href$="#${publication}"]`).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(publication);
    const { role, description } = await accessibleNode(page, `[id="${publication}"]`);
    expect(role).toBe('group');
    expect(plain(description)).toContain(await textOf(page, `${publication}-error`));
  });

  test('a warning describes its field and makes nothing invalid', async () => {
    await goto('costs');
    await write(page, 'totalCost', '5000');
    await page.locator('#totalCost-remark p').waitFor();
    const { description, invalid } = await accessibleNode(page, '#totalCost');
    expect(plain(description)).toContain(await textOf(page, 'totalCost-remark'));
    expect(plain(description)).toContain(await textOf(page, 'totalCost-echo'));
    expect(invalid).toBe(false);
    await saved(page);
  });

  test('"saved" is told as a status, and no contact as an alert', async () => {
    await goto('comments');
    await write(page, 'comments', `Kommentar ${Date.now()}`);
    const status = page.locator('.save-status').getByRole('status');
    await expect.poll(() => status.innerText()).toMatch(/^Lagret \d\d[:.]\d\d$/);
    await page.context().setOffline(true);
    await write(page, 'comments', `Kommentar ${Date.now()}`);
    await page.getByRole('alert').getByText('Ingen kontakt med tjenesten').waitFor();
    await page.context().setOffline(false);
    await saved(page);
  });

  test('no message that comes as a field is left eats the press that left it', async () => {
    await goto('costs');
    await fieldOf(page, 'totalCost').fill('1,5');
    await page.locator('[id="funding-yes"]').click();
    expect(await page.locator('[id="funding-yes"]').isChecked()).toBe(true);
    await fieldOf(page, 'budgetThisYear').fill('1,5');
    await page.locator('.section-form button[type=submit]').click();
    await page.locator('.ds-error-summary').waitFor({ timeout: 5000 });
    await forget(page);
  });
});
