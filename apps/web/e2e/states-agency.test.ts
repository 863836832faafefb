import type { Submission } from '@samblikk/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messyWorkbook } from '../../api/src/spreadsheet/messy-list.ts';
import { edition, ready, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import {
  call,
  complete,
  inspect,
  measureWith,
  orgnrs,
  responseOf,
  type State,
  save,
  unfold,
  withdraw,
  year,
} from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

const hub = (orgnr: string) => `/svar/${year}?virksomhet=${orgnr}`;
const page = (name: string, orgnr: string) => `/svar/${year}/${name}?virksomhet=${orgnr}`;
const rounds = (orgnr: string) => `/agencies/${orgnr}/rounds/${year}`;

async function signedIn(name: string): Promise<Page> {
  const tab = await open('/svar');
  await signInAs(tab, name);
  return tab;
}

/** The states of an agency's answer, from nothing to the second receipt. In order: each goes on from the one before. */
describe('an agency that sends in', () => {
  const orgnr = orgnrs.kartverket;
  let kari: Page;
  let first: string;
  let last: string;
  let measure = '';
  const submit = async (nothingToReport: boolean) => {
    const headers = { 'idempotency-key': `states-${Date.now()}` };
    const { receipt } = await call<Submission>(
      kari,
      'POST',
      `${rounds(orgnr)}/submissions`,
      { nothingToReport },
      headers,
    );
    return receipt;
  };

  beforeAll(async () => {
    kari = await signedIn('Kari Kartvik');
    for (const { id } of (await responseOf(kari, orgnr)).measures) await withdraw(kari, id);
  });
  afterAll(async () => {
    for (const { id } of (await responseOf(kari, orgnr)).measures) await withdraw(kari, id);
  });

  test('the list, empty, with last year’s; one of them handed over', () =>
    inspect(kari, {
      path: hub(orgnr),
      act: async (tab) => {
        await unfold('.decide')(tab);
        await tab.locator('.decide[open] select').selectOption('transferred');
      },
      shows: '.decide[open] input[name=toOrgnr]',
    }));

  test('the list when something did not work', () =>
    inspect(kari, {
      path: hub(orgnr),
      act: async (tab) => {
        await unfold('.decide')(tab);
        await tab.locator('.decide[open] select').selectOption('transferred');
        await tab.locator('.decide[open] input[name=toOrgnr]').fill('123456789');
        await tab.locator('.decide[open] button').click();
      },
      shows: '[role=alert].ds-alert',
    }));

  test('nothing to report, about to say so', () => inspect(kari, { path: page('send-inn', orgnr), shows: '.send-in' }));

  test('the receipt of nothing', async () => {
    first = await submit(true);
    await inspect(kari, { path: page(`kvittering/${first}`, orgnr), shows: '.reference' });
  });

  test('the list when nothing was reported', () => inspect(kari, { path: hub(orgnr), shows: 'main .ds-alert' }));

  test('a measure with errors, in the list and before it is sent in', async () => {
    measure = await measureWith(kari, orgnr, { name: 'Ikke ferdig', startDate: '2027-05-01', endDate: '2026-05-01' });
    await inspect(kari, { path: hub(orgnr), shows: '.measure-card [data-color=danger]' });
    await inspect(kari, { path: page('send-inn', orgnr), shows: '.measure-card ul' });
  });

  test('ready: in the list, about to be taken out, and before it is sent in', async () => {
    await save(kari, measure, { ...complete, startDate: null });
    const card = '.measure-card details.confirm';
    await inspect(kari, { path: hub(orgnr), act: unfold(card), shows: `${card}[open] button` });
    await inspect(kari, { path: page('send-inn', orgnr), shows: '.send-in button' });
  });

  test('changed by someone else as it is sent in', () =>
    inspect(kari, {
      path: page('send-inn', orgnr),
      act: async (tab) => {
        await save(kari, measure, { comments: `Endret ${Date.now()}` });
        await tab.locator('.send-in button').click();
      },
      shows: '[role=alert].ds-alert',
    }));

  test('sent in: the list, the receipt with what there is beside it, and the letter on its way', async () => {
    last = await submit(false);
    await inspect(kari, { path: hub(orgnr), shows: 'main .ds-alert[data-color=success]' });
    await inspect(kari, {
      path: page(`kvittering/${last}`, orgnr),
      act: async (tab) => {
        await tab.locator('.ds-details summary').click();
        await tab.locator('.receipt-head form button').click();
        await tab.locator('.receipt-head [role=status]:not(:empty)').waitFor();
      },
      shows: '.ds-details[open] dt',
    });
    expect(await kari.locator(`a[href*="${first}"]`).count()).toBe(1);
  });

  test('changed since it was sent in', async () => {
    await save(kari, measure, { comments: 'Endret siden' });
    await inspect(kari, { path: hub(orgnr), shows: '.ds-alert[data-color=warning]' });
  });
});

describe('people, and those who see less', () => {
  const orgnr = orgnrs.digdir;
  let sander: Page;
  let frida: Page;
  let lars: Page;
  let measure: string;
  const section = edition.sections[2]?.id ?? '';

  beforeAll(async () => {
    [sander, frida, lars] = [
      await signedIn('Sander Sender'),
      await signedIn('Frida Fyller'),
      await signedIn('Lars Leser'),
    ];
    measure = await measureWith(sander, orgnr, complete);
  });
  afterAll(async () => {
    await withdraw(sander, measure);
    const invitations = `/agencies/${orgnr}/invitations`;
    for (const { id, state } of await call<{ id: string; state: string }[]>(sander, 'GET', invitations)) {
      if (state === 'open') await call(sander, 'DELETE', `${invitations}/${id}`);
    }
  });

  const invitations: Record<string, () => [Page, State]> = {
    'the list, every state of a card': () => [sander, { path: hub(orgnr), shows: '.measure-card' }],
    'the list for one who fills in': () => [frida, { path: hub(orgnr), shows: '#send-in' }],
    'the list for one who reads': () => [lars, { path: '/svar', shows: '.measure-card' }],
    'before sending in, for one who may not': () => [frida, { path: page('send-inn', orgnr), shows: 'main .ds-alert' }],
    'colleagues, for one who may not invite': () => [frida, { path: page('kolleger', orgnr), shows: 'main .ds-alert' }],
    'colleagues, one just invited': () => [
      sander,
      {
        path: page('kolleger', orgnr),
        act: async (tab) => {
          await tab.locator('#email').fill(`ny-${Date.now()}@digdir.example`);
          await tab.locator('.people-form button[type=submit]').click();
          await tab.locator('[role=status] .ds-alert').waitFor();
        },
        shows: 'button[name=revoke]',
      },
    ],
    'colleagues, an address that is none': () => [
      sander,
      {
        path: page('kolleger', orgnr),
        act: async (tab) => {
          // Good enough for the browser, and not for us.
          await tab.locator('#email').fill('ny@digdir');
          await tab.locator('.people-form button[type=submit]').click();
        },
        shows: '[role=alert].ds-alert',
      },
    ],
    'delegating, with what has been asked': () => [
      sander,
      {
        path: `/svar/${year}/tiltak/${measure}/deleger`,
        act: async (tab) => {
          await tab.locator('#section').selectOption(section);
          await tab.locator('#email').fill('regnskap@digdir.example');
          await tab.locator('#dueOn').fill('2099-03-10');
          await tab.locator('.people-form button[type=submit]').click();
          await tab.locator('[role=status] .ds-alert').waitFor();
        },
        shows: 'button[name=end]',
      },
    ],
    'the list, with what has been asked': () => [sander, { path: hub(orgnr), shows: '.delegated-to li' }],
  };
  test.each(Object.keys(invitations))('%s', (name) => inspect(...(invitations[name] as () => [Page, State])()));

  test('one section, for the colleague who was asked', async () => {
    const link = lars.locator('article', { hasText: 'regnskap@digdir.example' }).getByRole('link').first();
    await lars.goto('/dev/mail');
    await link.click();
    await lars.locator('.next').click();
    await lars.waitForURL(/\/svar/);
    const signIn = lars.getByRole('button', { name: /Lars Leser/ });
    if ((await signIn.count()) > 0) await signInAs(lars, 'Lars Leser');
    await ready(lars);
    await inspect(lars, { path: '/svar', shows: '#delegated' });
    const at = `/svar/${year}/tiltak/${measure}`;
    await inspect(lars, { path: at, shows: '.tasks' });
    await inspect(lars, { path: `${at}/${section}`, shows: '.section-form' });
    await inspect(lars, { path: `${at}/kontroll`, shows: '.check' });
  });
});

describe('a spreadsheet', () => {
  const orgnr = orgnrs.nav;
  const path = page('regneark', orgnr);
  let nora: Page;
  let list: string;
  const choose = (tab: Page, name: string, buffer: Buffer) =>
    tab.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const upload = async (tab: Page) => tab.locator('.sheet-part button[type=submit]').click();
  const forward = async (tab: Page) => tab.locator('.sheet > .buttons [data-variant=primary]').click();

  beforeAll(async () => {
    nora = await signedIn('Nora Navarsete');
    await nora.goto(path);
    await ready(nora);
    await choose(nora, 'portefølje.xlsx', await messyWorkbook());
    await upload(nora);
    await nora.locator('.sheet-columns').waitFor();
    const { pathname, search } = new URL(nora.url());
    list = pathname + search;
  });

  const steps: Record<string, () => State> = {
    'choose a file': () => ({ path, shows: '#file' }),
    'no file chosen': () => ({ path, act: upload, shows: '#file-error' }),
    'a file that is refused': () => ({
      path,
      act: async (tab) => {
        await choose(tab, 'x.xlsx', Buffer.from('%PDF-1.7'));
        await upload(tab);
      },
      shows: '.sheet [role=alert]',
    }),
    'the columns, two of them the same': () => ({
      path: list,
      act: async (tab) => {
        for (const letter of ['A', 'B']) await tab.locator(`#column-${letter}`).selectOption('answer:name');
      },
      shows: '[id$="-clash"]',
    }),
    'what will be taken in, with rows at fault': () => ({
      path: list,
      act: async (tab) => {
        await forward(tab);
        await tab.locator('.sheet-rows details summary').first().click();
      },
      shows: '.sheet-rows [data-kind=faulty]',
    }),
    'what will be taken in, something else told since': () => ({
      path: list,
      act: async (tab) => {
        await forward(tab);
        await tab.locator('.sheet select').first().selectOption({ index: 1 });
      },
      shows: '.sheet > .buttons [data-variant=primary]',
    }),
    'taken in': () => ({
      path,
      act: async (tab) => {
        await choose(tab, 'liste.csv', Buffer.from(`Tiltak;Totalkostnad\nFra lista ${Date.now()};1000000\n`));
        await upload(tab);
        await tab.locator('.sheet-columns').waitFor();
        await forward(tab);
        await tab.locator('.sheet-counts').waitFor();
        await forward(tab);
      },
      shows: '[role=status] .ds-alert',
      undo: async (tab) => {
        const { measures } = await responseOf(tab, orgnr);
        for (const { id, title } of measures) if (title?.startsWith('Fra lista')) await withdraw(tab, id);
      },
    }),
  };
  test.each(Object.keys(steps))('%s', (name) => inspect(nora, (steps[name] as () => State)()));
});
