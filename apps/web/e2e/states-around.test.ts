import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import * as auth from '../../api/src/access/auth/pages.ts';
import { allLanguages } from '../app/i18n/language.ts';
import { pressAt, ready, signInAs, tabTo } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { call, complete, inspect, measureWith, orgnrs, type State, unfold, withdraw, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();
const orgnr = orgnrs.digdir;
const hub = `/svar/${year}?virksomhet=${orgnr}`;
const page = (name: string) => `/svar/${year}/${name}?virksomhet=${orgnr}`;

async function signedIn(name: string): Promise<Page> {
  const tab = await open('/svar');
  await signInAs(tab, name);
  return tab;
}

/** In order: a round is planned, open, closed, and opened again for one agency. */
describe('a round and its states', () => {
  let ada: Page;
  let sander: Page;
  let measure: string;
  const setRound = (state: 'planned' | 'open' | 'closed') => call(ada, 'PUT', `/rounds/${year}`, { state });

  beforeAll(async () => {
    [ada, sander] = [await signedIn('Ada Admin'), await signedIn('Sander Sender')];
    measure = await measureWith(sander, orgnr, complete);
  });
  // Other stories find the round as it was.
  afterAll(async () => {
    await setRound('open');
    await call(ada, 'PUT', `/agencies/${orgnr}/rounds/${year}/reopening`, { until: '2026-01-01T00:00:00Z' });
    await withdraw(sander, measure);
  });

  test('before it opens', async () => {
    await setRound('planned');
    await inspect(sander, { path: hub, shows: '.hub-head .ds-alert' });
  });

  test('closed: the list, and what it takes to ask for more time', async () => {
    await setRound('closed');
    await inspect(sander, { path: hub, shows: '#more-time-reason' });
  });

  const closed: Record<string, () => State> = {
    'a measure': () => ({ path: `/svar/${year}/tiltak/${measure}`, shows: '.measure-head .ds-alert' }),
    'the check of a measure': () => ({
      path: `/svar/${year}/tiltak/${measure}/kontroll`,
      shows: '.measure-head .ds-alert',
    }),
    'the history of a measure': () => ({ path: `/svar/${year}/tiltak/${measure}/historikk`, shows: '.revisions' }),
    'sending in': () => ({ path: page('send-inn'), shows: 'main .ds-alert' }),
    'the spreadsheet': () => ({ path: page('regneark'), shows: 'main .ds-alert' }),
  };
  test.each(Object.keys(closed))('closed: %s', (name) => inspect(sander, (closed[name] as () => State)()));

  const goto = async (tab: Page, path: string) => {
    await tab.goto(path);
    await ready(tab);
  };
  const waits = async () => {
    await goto(ada, `/runder/${year}/oversikt`);
    return ada.getByRole('link', { name: '1 virksomhet ber om mer tid' }).count();
  };

  test('more time: asked for, refused by staff with a reason, and asked for again', async () => {
    await call(sander, 'POST', `/agencies/${orgnr}/rounds/${year}/reopening`, { reason: 'Regnskapet kom sent.' });
    await inspect(sander, { path: hub, shows: 'main .ds-alert >> nth=1' });
    expect(await waits()).toBe(1);
    const box = ada.locator('.measure-card details.confirm');
    const send = box.getByRole('button', { name: 'Send avslaget' });
    await goto(ada, `/runder/${year}`);
    await box.locator('summary').focus();
    await ada.keyboard.press('Enter');
    await tabTo(ada, '.measure-card textarea');
    await pressAt(ada, '.measure-card details button');
    await box.getByText('Skriv en grunn.', { exact: true }).waitFor();
    expect(await ada.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    const refusable = { path: `/runder/${year}`, shows: '#more-time', act: unfold('.measure-card details.confirm') };
    await inspect(ada, refusable);
    await goto(ada, `/runder/${year}`);
    await box.locator('summary').click();
    await box.getByRole('textbox').fill('Tallene er alt låst.');
    await send.click();
    await ada.getByRole('status').getByText('Virksomheten får ikke mer tid, og får vite hvorfor.').waitFor();
    await ada.getByText('«Tallene er alt låst.»').waitFor();
    expect(await send.count()).toBe(0);
    expect(await waits()).toBe(0);
    await inspect(sander, { path: hub, shows: 'main .hub-section .ds-alert' });
    await goto(sander, hub);
    await sander.getByRole('heading', { name: 'Dere får ikke mer tid' }).waitFor();
    await sander.getByText('«Tallene er alt låst.»').waitFor();
    await sander.getByLabel(/^Hvorfor trenger dere å svare/).fill('Revisor fant en feil.');
    await sander.getByRole('button', { name: 'Be om mer tid' }).click();
    await sander.getByText('Dere har bedt om mer tid.').waitFor();
    await sander.getByRole('heading', { name: 'Dere får ikke mer tid' }).waitFor({ state: 'detached' });
  });

  test('more time: given on the page of the agency, where the refusal still stands', async () => {
    const agencyPage = `/runder/${year}/virksomheter/${orgnr}`;
    await inspect(ada, { path: agencyPage, shows: '#more-time', act: unfold('#more-time ~ details.confirm') });
    await goto(ada, agencyPage);
    await ada.getByText('«Revisor fant en feil.»').waitFor();
    await ada.getByText('«Tallene er alt låst.»').waitFor();
    await ada.getByLabel('Siste dag å svare').fill('10.03.2099');
    await ada.getByRole('button', { name: 'Gi mer tid' }).click();
    await ada.getByRole('status').getByText('Virksomheten har fått mer tid.').waitFor();
    await ada.getByText(/^Runden er åpen for virksomheten til 10\. mars 2099/).waitFor();
    expect(await ada.getByText('Si nei til mer tid').count()).toBe(0);
    await inspect(sander, { path: hub, shows: '.measure-cards' });
    await goto(sander, hub);
    await sander.getByText(/^Runden er åpen for virksomheten til 10\. mars 2099/).waitFor();
    // The deadline of those who have no more time than the others would be wrong here.
    expect(await sander.locator('.hub-head .lead').innerText()).toContain('10. mars 2099');
  });

  test('who signs in is led to the round that is to be answered, not to one that is planned', async () => {
    await call(ada, 'PUT', `/rounds/${year + 1}`, { edition: '2026' });
    try {
      await sander.goto('/svar');
      await sander.waitForURL(new RegExp(`/svar/${year}\\?virksomhet=${orgnr}`));
    } finally {
      await call(ada, 'DELETE', `/rounds/${year + 1}`);
    }
  });
});

describe('those who answer for nobody', () => {
  test('have that said', async () => {
    await inspect(await signedIn('Samira Samordner'), { path: '/svar', shows: 'h1' });
  });
  test('or read how a round goes', async () => {
    await inspect(await signedIn('Anton Analyse'), { path: `/runder/${year}`, shows: '#population' });
  });
});

describe('what went wrong', () => {
  test('no such page, and not for you', async () => {
    const frida = await signedIn('Frida Fyller');
    const nobody = '00000000-0000-7000-8000-000000000000';
    const shows = '.error-page';
    await inspect(frida, { path: `/svar/${year}/tiltak/${nobody}`, still: true, shows });
    await inspect(frida, { path: `/svar/${year}?virksomhet=${orgnrs.kartverket}`, still: true, shows });
  });

  test('a failure on our side', async () => {
    const built = new URL('../build/server/index.js', import.meta.url).href;
    const { respond } = (await import(/* @vite-ignore */ built)) as typeof import('../app/server/entry.ts');
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const tab = await open('/om-dataene');
    await tab.route('**/svar/**', async (route) => {
      const reply = await respond(new Request(route.request().url()), {
        fetchApi: () => Promise.reject(new Error('inside')),
        nonce: 'nonce',
        publicUrl: inject('site'),
        demo: false,
      });
      await route.fulfill({ status: reply.status, contentType: 'text/html', body: await reply.text() });
    });
    await inspect(tab, { path: hub, still: true, shows: '.error-page' });
    expect(logged).toHaveBeenCalledTimes(allLanguages.length);
    logged.mockRestore();
  });
});

/** The small pages around the login: served without the web, and so tried as they are written. */
describe('the login and invitations', () => {
  const nonce = 'nonce';
  const messages: readonly auth.Message[] = [
    'unavailable',
    'expired',
    'cancelled',
    'failed',
    'noAccess',
    'leaving',
    'unknown',
    'used',
    'revoked',
    'tooOld',
  ];
  const routes = [
    { route: 'altinn', href: '/auth/login?route=altinn' },
    { route: 'orgno', href: '/auth/login?route=orgno' },
  ] as const;
  const agency = 'Digitaliserings- og forvaltningsdepartementet';

  test.each(allLanguages)('every page of theirs, in %s', async (language) => {
    const tab = await open('about:blank', { viewport: { width: 320, height: 700 } });
    const pages = [
      ...messages.map((message) => auth.messagePage(message, language, { next: '/svar', nonce, name: agency })),
      auth.choicePage(language, { routes, nonce }),
      ...(['fill', 'submit', 'read', null] as const).map((role) =>
        auth.invitationPage(language, { agency, role, routes, nonce }),
      ),
    ];
    for (const html of pages) {
      await tab.setContent(html);
      expect(await tab.getAttribute('html', 'lang')).toBe(language);
      await expectAccessible(tab);
      await expectNoSidewaysScroll(tab);
    }
  });

  test('a link that is no invitation', async () => {
    const tab = await open('/auth/invitation/feil');
    await tab.getByRole('heading', { level: 1, name: 'Vi kjenner ikke invitasjonen' }).waitFor();
    await expectAccessible(tab);
  });
});
