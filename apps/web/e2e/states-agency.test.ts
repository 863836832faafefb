import type { Draft, QueryView, Submission } from '@samblikk/contract/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  sections,
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
  let ada: Page;
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
    [kari, ada] = [await signedIn('Kari Kartvik'), await signedIn('Ada Admin')];
    for (const { id } of (await responseOf(kari, orgnr)).measures) await withdraw(kari, id);
  });
  afterAll(async () => {
    for (const { id } of (await responseOf(kari, orgnr)).measures) await withdraw(kari, id);
  });

  /** Opens one of the rarer things that can have become of a measure from last year. */
  const became = async (tab: Page, nth: number) => {
    const card = tab.locator('.previous-card[data-decided=false]').last();
    await card.locator('> .roll-over > .decide > summary').click();
    await card.locator('.decide .decide > summary').nth(nth).click();
    return card.locator('.decide .decide[open]');
  };

  test('the list, empty, with last year’s; one of them handed over', () =>
    inspect(kari, {
      path: hub(orgnr),
      act: async (tab) => (await became(tab, 2)).locator('option').nth(9).waitFor({ state: 'attached' }),
      shows: '.decide[open] select',
    }));

  test('one of last year’s merged, and it is not said with what', () =>
    inspect(kari, {
      path: hub(orgnr),
      act: async (tab) => (await became(tab, 0)).locator('button').click(),
      shows: '.decide[open] [role=alert]',
    }));

  test('the list when something did not work', () =>
    inspect(kari, {
      path: hub(orgnr),
      act: async (tab) => {
        const form = await became(tab, 1);
        await form.locator('input:not([type])').fill('2026-9999');
        await form.locator('button').click();
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

  test('returned with a question: in the list, at the field and in the check; and for staff, answered', async () => {
    const queries = `/measures/${measure}/rounds/${year}/queries`;
    const question = 'totalCost';
    const { version } = await call<Draft>(kari, 'GET', `/measures/${measure}/rounds/${year}`);
    const asked = { question, text: 'Er ikke kostnaden kjent?', version };
    const { query } = await call<{ query: QueryView }>(ada, 'POST', queries, asked);
    await inspect(kari, { path: hub(orgnr), shows: '.measure-card .query' });
    const at = `/svar/${year}/tiltak/${measure}`;
    const section = sections.find(({ questions }) => questions.some(({ id }) => id === question))?.id;
    const reply = '.field-query details';
    await inspect(kari, { path: `${at}/${section}`, act: unfold(reply), shows: `${reply}[open] textarea` });
    await inspect(kari, { path: `${at}/kontroll`, act: unfold('.query-list details'), shows: '.query-list textarea' });
    await call(kari, 'POST', `${queries}/${query.id}/answer`, { text: 'Ikke ennå.' });
    await inspect(ada, { path: `${at}/kontroll`, act: unfold('.summary-ask details'), shows: '.summary-ask textarea' });
    await call(ada, 'POST', `${queries}/${query.id}/close`);
    await inspect(ada, { path: `${at}/kontroll`, shows: '.query-list' });
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
          await tab.locator('#email').fill('ny@digdir');
          await tab.locator('.people-form button[type=submit]').click();
        },
        shows: '#email-error',
      },
    ],
    'delegating, with what has been asked': () => [
      sander,
      {
        path: `/svar/${year}/tiltak/${measure}/deleger`,
        act: async (tab) => {
          await tab.locator('#section').selectOption(section);
          await tab.locator('#email').fill('regnskap@digdir.example');
          await tab.locator('#dueOn').fill('10.03.2099');
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
