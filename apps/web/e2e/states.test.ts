import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { edition, endsIn, fieldOf, ready, saved, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import {
  branches,
  breakAll,
  call,
  complete,
  forget,
  inspect,
  measureWith,
  orgnrs,
  responseOf,
  type State,
  save,
  sections,
  unfold,
  withdraw,
  write,
  year,
} from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const { title, summary } = edition.roles;
const { question: publication } = edition.publication;
const sectionOf = (id: string) =>
  sections.find(({ questions }) => questions.some((question) => question.id === id))?.id ?? '';
/** Where something may be written that is wrong, once every branch is open. */
const writable = sections.filter(({ questions }) =>
  questions.some(({ kind }) => ['text', 'longText', 'email', 'amount'].includes(kind)),
);
const demanding = sections.filter(({ questions }) => questions.some(({ required, known }) => required && !known));

/** Every state of the pages about one measure: axe and width, in three languages. */
describe('a measure', () => {
  let sander: Page;
  let frida: Page;
  let ada: Page;
  /** What a measure in the register is called. */
  let known: string;
  const measures: Record<'blank' | 'branches' | 'warned' | 'ready' | 'carried' | 'hidden' | 'shared', string> = {
    blank: '',
    branches: '',
    warned: '',
    ready: '',
    carried: '',
    hidden: '',
    shared: '',
  };

  beforeAll(async () => {
    [sander, frida, ada] = [await open('/svar'), await open('/svar'), await open('/svar')];
    await signInAs(sander, 'Sander Sender');
    await signInAs(frida, 'Frida Fyller');
    await signInAs(ada, 'Ada Admin');
    sander.on('dialog', (dialog) => dialog.accept());
    const add = (answers = {}) => measureWith(sander, orgnrs.digdir, answers);
    const { previous } = await responseOf(sander, orgnrs.digdir);
    measures.blank = await add();
    measures.branches = await add(branches);
    measures.warned = await add({ ...complete, totalCost: 5000 });
    measures.ready = await add(complete);
    measures.hidden = await add({ ...complete, ...branches, publishable: 'yes', involvesOthers: 'no' });
    measures.shared = await add(complete);
    ({ title: known } = (await call<{ items: { title: string }[] }>(sander, 'GET', '/register?size=1')).items[0] ?? {
      title: '',
    });
    measures.carried = await measureWith(sander, orgnrs.digdir, {}, { carryForward: previous[0]?.id ?? '' });
  });

  // Other stories find the measures of the agency as they were.
  afterAll(async () => {
    for (const id of Object.values(measures)) if (id !== '') await withdraw(sander, id);
  });

  const at = (measure: keyof typeof measures, page = '') =>
    `/svar/${year}/tiltak/${measures[measure]}${page && `/${page}`}`;

  /** So that what is typed is never what stands there. */
  let times = 0;
  const changeAndType = async (page: Page) => {
    // Else Frida's answer may come before Sander types.
    await page.route('**/presence', (route) => route.abort());
    await save(frida, measures.shared, { [summary]: `Skrevet av Frida ${++times}` });
    await write(page, summary, `Skrevet av Sander ${++times}`);
  };
  const keepMine = async (page: Page) => {
    await page.locator('.conflict button').first().click();
    await saved(page);
    await page.unroute('**/presence');
  };
  const setRound = (state: 'open' | 'closed') => call(ada, 'PUT', `/rounds/${year}`, { state });

  const pages: Record<string, () => State> = {
    'overview of a new measure': () => ({ path: at('blank'), shows: '.tasks' }),
    'overview with answers, errors and last year’s': () => ({ path: at('carried'), shows: '.take-over button' }),
    'overview with someone else in it': () => ({
      path: at('shared'),
      act: async () => {
        await frida.goto(at('shared', sectionOf(title)));
        await ready(frida);
      },
      shows: 'main',
    }),
    'whole form, blank': () => ({ path: at('blank', 'hele'), shows: '.section-form' }),
    'whole form, every branch open and all wrong': () => ({
      path: at('branches', 'hele'),
      act: breakAll,
      shows: '.ds-error-summary li:nth-child(8)',
      undo: forget,
    }),
    'whole form with last year’s answers': () => ({ path: at('carried', 'hele'), shows: '.previous-answer' }),
    'whole form with warnings': () => ({ path: at('warned', 'hele'), shows: '[data-color=warning]' }),
    'whole form with a conflict': () => ({
      path: at('shared', 'hele'),
      act: changeAndType,
      shows: '.conflict',
      undo: keepMine,
    }),
    'steps unfolded on a narrow screen': () => ({
      path: at('blank', sectionOf(title)),
      act: async (page) => {
        await page.setViewportSize({ width: 390, height: 800 });
        await page.locator('.steps-toggle').click();
      },
      shows: '[data-unfolded=true] a',
    }),
    'an error of two answers together': () => ({
      path: at('branches', sectionOf('endDate')),
      act: (page) => write(page, 'endDate', '2026-04-01'),
      shows: '[id$=Date-error] .ds-validation-message',
    }),
    'warnings at a field': () => ({
      path: at('warned', sectionOf('totalCost')),
      shows: '#totalCost-remark .ds-validation-message',
    }),
    'a conflict, and the summary that asks to choose': () => ({
      path: at('shared', sectionOf(summary)),
      act: async (page) => {
        await changeAndType(page);
        await page.locator('.conflict').waitFor();
        await page.locator('.section-form button[type=submit]').click();
      },
      shows: '.ds-error-summary a',
      undo: keepMine,
    }),
    'no contact': () => ({
      path: at('shared', sectionOf(title)),
      act: async (page) => {
        await page.context().setOffline(true);
        await write(page, title, `Skrevet uten nett ${++times}`);
      },
      shows: '.save-status[data-status=offline] .ds-alert',
      undo: async (page) => {
        await page.context().setOffline(false);
        await saved(page);
      },
    }),
    'signed out while typing': () => ({
      path: at('shared', sectionOf(title)),
      act: async (page) => {
        cookies = await page.context().cookies();
        await page.context().clearCookies();
        await write(page, title, `Skrevet etterpå ${++times}`);
      },
      shows: '.save-status[data-status=signedOut] a',
      undo: async (page) => {
        await page.context().addCookies(cookies);
        await forget(page);
      },
    }),
    'a save refused: the round was closed meanwhile': () => ({
      path: at('shared', sectionOf(title)),
      act: async (page) => {
        await setRound('closed');
        await write(page, title, `Skrevet for sent ${++times}`);
      },
      shows: '.save-status[data-status=refused] .ds-alert',
      undo: async (page) => {
        await setRound('open');
        await forget(page);
      },
    }),
    'personal data found': () => ({
      path: at('shared', sectionOf(summary)),
      act: (page) => write(page, summary, 'Ring Kari på tlf. 22 33 44 55 eller skriv til kari@virksomhet.example.'),
      shows: `[id="${summary}-remark"] .ds-validation-message`,
    }),
    'measures that resemble this one': () => ({
      path: at('shared', sectionOf(summary)),
      act: async (page) => {
        await write(page, title, known);
        await write(page, summary, known);
        await unfold('.similar')(page);
      },
      shows: '.similar[open] a',
    }),
    'last year’s answers taken over': () => ({
      path: at('carried', sectionOf(title)),
      act: async (page) => {
        const { version } = await call<{ version: number }>(
          page,
          'GET',
          `/measures/${measures.carried}/rounds/${year}`,
        );
        if (version > 0) return;
        await page.locator('.take-over button').click();
        await page.locator('.take-over [role=status]:not(:empty)').waitFor();
        await saved(page);
      },
      shows: '.previous-answer',
    }),
    'words chosen, and one that is none': () => ({
      path: at('branches', sectionOf('partners')),
      act: async (page) => {
        await fieldOf(page, 'partners').fill('974 761 076');
        await fieldOf(page, 'partners').press('Enter');
        await page.locator('.word-list li').first().waitFor();
        await write(page, 'partners', 'Finnes ikke');
      },
      shows: '[id="partners-refusal"]',
    }),
    'published in part, with the preview': () => ({
      path: at('branches', sectionOf(publication)),
      act: async (page) => {
        const box = page.locator('[id="exemptFields-totalCost"]');
        // Without an answer it is folded away.
        if (!(await box.isVisible())) await page.locator('details', { has: box }).locator('summary').click();
        await box.check();
        await fieldOf(page, 'exemptionBasis').selectOption({ index: 2 });
        await page.locator('.add-basis').click();
        await page.locator('[id="exemptionBasis-2"]').selectOption('other');
        await page.locator('[id="exemptionBasis-2-other"]').fill('Sikkerhetsloven § 5-4');
        await saved(page);
        await unfold('.preview')(page);
      },
      shows: '.preview[open]',
    }),
    'another act': () => ({
      path: at('branches', sectionOf(publication)),
      act: (page) => fieldOf(page, 'exemptionBasis').selectOption('other'),
      shows: '[id="exemptionBasis-other"]',
    }),
    'check with errors': () => ({ path: at('branches', 'kontroll'), shows: '.issues[data-color=danger]' }),
    'check with warnings, a reason being written': () => ({
      path: at('warned', 'kontroll'),
      act: unfold('.issues details'),
      shows: '.issues textarea',
    }),
    'check, ready, with the preview open': () => ({
      path: at('ready', 'kontroll'),
      act: unfold('.preview'),
      shows: '.check > [data-color=success]',
    }),
    'check with answers that are not sent': () => ({ path: at('hidden', 'kontroll'), shows: '.check > .ds-alert' }),
    'history with nothing saved': () => ({ path: at('blank', 'historikk'), shows: 'h1' }),
    'history, about to go back': () => ({
      path: at('shared', 'historikk'),
      act: unfold('.revisions details'),
      shows: '.revisions details[open] button',
    }),
    'the session ends if nothing is done': () => ({
      path: at('blank', sectionOf(title)),
      act: (page) => endsIn(page, 4),
      shows: 'dialog[open]',
      undo: (page) => page.unroute('**/api/v1/session'),
    }),
    'the session ends whatever is done': () => ({
      path: at('blank', sectionOf(title)),
      act: (page) => endsIn(page, 3, 3),
      shows: 'dialog[open] a',
      undo: (page) => page.unroute('**/api/v1/session'),
    }),
    'the session is over': () => ({
      path: at('blank', sectionOf(title)),
      act: async (page) => {
        await page.route('**/api/v1/session', (route) => route.fulfill({ json: { signedIn: false } }));
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      },
      shows: 'dialog[open] a',
      undo: (page) => page.unroute('**/api/v1/session'),
    }),
  };
  let cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>> = [];

  test.each(Object.keys(pages))('%s', (name) => inspect(sander, (pages[name] as () => State)()));
  test.each(sections.map(({ id }) => id))('section %s, blank', (id) =>
    inspect(sander, { path: at('blank', id), shows: '.section-form' }),
  );
  test.each(writable.map(({ id }) => id))('section %s, all that can be wrong is', (id) =>
    inspect(sander, { path: at('branches', id), act: breakAll, shows: '.ds-error-summary', undo: forget }),
  );
  test.each(demanding.map(({ id }) => id))('section %s, with what is missing told', (id) =>
    inspect(sander, { path: `${at('branches', id)}?fra=kontroll`, shows: '[id$="-error"] .ds-validation-message' }),
  );
});
