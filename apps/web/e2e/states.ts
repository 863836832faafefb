import type { Draft, ResponseView } from '@samblikk/contract/client';
import type { Answers, AnswerValue, Question, Section } from '@samblikk/questionnaire';
import { languages as allLanguages, prefixes } from '@samblikk/text';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { edition, fieldOf, ready } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll } from './browser.ts';
import { expectTextsAlone } from './translated.ts';

/** A page as a person may find it, or make it. */
export interface State {
  /** The address, without language. */
  readonly path: string;
  /** What the person does there, the same in every language. */
  readonly act?: (page: Page) => Promise<unknown>;
  /** What is there then, and not otherwise. */
  readonly shows: string;
  /** Nothing runs there: a page that says what went wrong. */
  readonly still?: true;
  /** Makes it as it was. */
  readonly undo?: (page: Page) => Promise<unknown>;
}

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 800 };
const narrow = { width: 320, height: 800 };

/**
 * Brings a state up in the languages. Fails when axe finds anything, or when the page at 320 px (which is 1280 px at 400 %
 * zoom) scrolls sideways, or when a translator would make it fall. Axe sees bokmål on a wide screen and the others on a telephone.
 * What takes presses to come to is brought up in bokmål and English: nynorsk differs from bokmål in words alone, and takes as long.
 */
export async function inspect(page: Page, { path, act, shows, still, undo }: State): Promise<void> {
  for (const language of allLanguages.filter((one) => !act || one !== 'nn')) {
    await page.setViewportSize(language === 'nb' ? wide : phone);
    await page.goto(prefixes[language] + path);
    if (!still) await ready(page);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    try {
      await act?.(page);
      await page.locator(shows).first().waitFor({ timeout: 10_000 });
      await expectAccessible(page);
      await expectTextsAlone(page);
      await page.setViewportSize(narrow);
      await expectNoSidewaysScroll(page);
    } finally {
      await undo?.(page);
    }
  }
}

export const year = edition.year;
export const sections: readonly Section[] = edition.sections;
export const orgnrs = {
  digdir: '991825827',
  kartverket: '971040238',
  nav: '889640782',
  skatteetaten: '974761076',
} as const;

/** Asks the API as the person who is signed in on a page. */
export async function call<T>(page: Page, method: string, path: string, data?: unknown, headers = {}): Promise<T> {
  const reply = await page.request.fetch(`/api/v1${path}`, { method, headers, ...(data !== undefined && { data }) });
  expect(reply.ok(), `${method} ${path}: ${reply.status()} ${await reply.text()}`).toBe(true);
  return (reply.status() === 204 ? null : await reply.json()) as T;
}

export const responseOf = (page: Page, orgnr: string) =>
  call<ResponseView>(page, 'GET', `/agencies/${orgnr}/rounds/${year}/response`);

/** Adds a measure with these answers. Gives its id. */
export async function measureWith(
  page: Page,
  orgnr: string,
  changes: Answers = {},
  body: { carryForward?: string } = {},
): Promise<string> {
  const { id } = await call<Draft>(page, 'POST', `/agencies/${orgnr}/rounds/${year}/measures`, body);
  if (Object.keys(changes).length > 0) await save(page, id, changes);
  return id;
}

/** Saves answers on top of the newest version. */
export async function save(page: Page, measure: string, changes: Record<string, AnswerValue | null>): Promise<void> {
  const { version } = await call<Draft>(page, 'GET', `/measures/${measure}/rounds/${year}`);
  await call(page, 'PUT', `/measures/${measure}/answers/${edition.id}`, { year, basedOn: version, changes });
}

export const withdraw = (page: Page, measure: string) => call(page, 'DELETE', `/measures/${measure}/rounds/${year}`);

/** All that must be answered. */
export const complete: Answers = {
  name: 'Felles varsling for prøver',
  deliverable: 'En tjeneste som varsler om prøver.',
  contactEmail: 'kontakt@virksomhet.example',
  publishable: 'yes',
};

/** Answers that open every branch of the form. */
export const branches: Answers = {
  involvesOthers: 'yes',
  involvedScope: 'otherLevels',
  effects: ['efficiency', 'other'],
  beneficiaries: ['citizens', 'other'],
  technologies: ['ai', 'other'],
  publishable: 'partly',
  startDate: '2027-05-01',
  endDate: '2026-05-01',
};

/** Something no field of the kind takes; undefined where the control lets nobody write anything wrong. */
export function wrongValue(question: Question): string | undefined {
  switch (question.kind) {
    case 'text':
    case 'longText':
      return 'For langt! '.repeat(Math.ceil((question.maxLength + 1) / 11));
    case 'email':
      return 'kontakt hos virksomhet.example';
    case 'amount':
      return '1,5';
    default:
      return undefined;
  }
}

/** Writes what is wrong in every field on the page that takes it, and asks to go on. */
export async function breakAll(page: Page): Promise<void> {
  for (const question of sections.flatMap(({ questions }) => questions)) {
    const value = wrongValue(question);
    if (value === undefined || 'known' in question || (await fieldOf(page, question.id).count()) === 0) continue;
    await fieldOf(page, question.id).fill(value);
  }
  await page.locator('.section-form button[type=submit]').click();
}

/** Takes back what the browser keeps of it, so that the page opens as it was. */
export async function forget(page: Page): Promise<void> {
  await page.goto('/om-dataene');
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise((done) => {
        const gone = indexedDB.deleteDatabase(name);
        gone.onsuccess = done;
        gone.onblocked = done;
      });
    }
  });
}

/** Types in a field and leaves it. */
export async function write(page: Page, id: string, text: string): Promise<void> {
  await fieldOf(page, id).fill(text);
  await fieldOf(page, id).blur();
}

/** Opens what is folded away behind a summary. */
export const unfold = (selector: string) => (page: Page) => page.locator(`${selector} > summary`).last().click();

/** Turns the pages of the list of measures until something is on one; of a few measures there is one page. */
export async function turnTo(page: Page, card: Locator): Promise<void> {
  await page.locator('.measure-card').first().waitFor();
  const next = page.locator('main nav a[rel=next]');
  while ((await card.count()) === 0 && (await next.count()) > 0) {
    const href = await next.getAttribute('href');
    await next.click();
    await expect.poll(() => page.locator(`main nav a[rel=next][href="${href}"]`).count()).toBe(0);
  }
  await card.first().waitFor();
}
